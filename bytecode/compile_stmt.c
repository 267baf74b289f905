/* compile_stmt.c -- statements and blocks. Between two statements the operand stack is empty. */
#include "compiler.h"
#include "late.h"
#include "support/memory.h"

/* The parts of an assignment that stand in the way it is written: the target's old value (for `op=`), the value, the operator. */
static void compile_new_value(Compiler *compiler, const Stmt *stmt) {
  if (stmt->assign.compound) compile_expr(compiler, stmt->assign.target);
  compile_expr(compiler, stmt->assign.value);
  if (stmt->assign.compound) emit_0(&compiler->emitter, compile_operator(stmt->assign.op), stmt->span);
}

/* `list[i] = value` and `o.name = value` with locals for list, i and o: when the value does not change those, they may as well be read after it, by the store itself. */
static bool compile_direct_store(Compiler *compiler, const Stmt *stmt) {
  Emitter *e = &compiler->emitter;
  const Expr *target = stmt->assign.target, *value = stmt->assign.value;
  if (!compiler->options.fuse) return false;
  if (target->kind == EXPR_FIELD && late_is_steady(target->field.object, value)) {
    compile_new_value(compiler, stmt);
    emit_2(e, OP_SET_FIELD_LOCAL, target->field.object->name.index, emit_string(e, target->field.name), target->span);
    return true;
  }
  if (target->kind != EXPR_INDEX || !late_is_steady(target->index.object, value)) return false;
  const Expr *index = target->index.index;
  if (late_is_steady(index, value)) {
    compile_new_value(compiler, stmt);
    emit_2(e, OP_SET_INDEX_LL, target->index.object->name.index, index->name.index, target->span);
    return true;
  }
  if (index->kind != EXPR_INT || index->integer < INT16_MIN || index->integer > INT16_MAX) return false;
  compile_new_value(compiler, stmt);
  emit_2(e, OP_SET_INDEX_LI, target->index.object->name.index, (uint32_t)index->integer, target->span);
  return true;
}

/* `total += value` with a local: it is read where it is needed. */
static bool compile_direct_change(Compiler *compiler, const Stmt *stmt) {
  if (!compiler->options.fuse || !stmt->assign.compound) return false;
  const VarRef *target = &stmt->assign.target->name;
  Opcode opcode = late_form(compile_operator(stmt->assign.op), stmt->assign.target, stmt->assign.value);
  if (opcode == OP_NIL) return false;
  compile_expr(compiler, stmt->assign.value);
  emit_1(&compiler->emitter, opcode, target->index, stmt->span);
  compile_store(compiler, target, false, stmt->assign.target->span);
  return true;
}

static void compile_assign(Compiler *compiler, const Stmt *stmt) {
  Emitter *e = &compiler->emitter;
  Expr *target = stmt->assign.target;
  bool compound = stmt->assign.compound;
  if (compile_direct_store(compiler, stmt) || compile_direct_change(compiler, stmt)) return;
  switch (target->kind) { /* the target's parts, once; for `op=` also its value */
  case EXPR_NAME:
    if (compound) compile_load(compiler, &target->name, target->span);
    break;
  case EXPR_INDEX:
    compile_expr(compiler, target->index.object);
    compile_expr(compiler, target->index.index);
    if (!compound) break;
    emit_0(e, OP_DUP_TWO, target->span);
    emit_0(e, OP_GET_INDEX, target->span);
    break;
  default: /* EXPR_FIELD */
    compile_expr(compiler, target->field.object);
    if (!compound) break;
    emit_0(e, OP_DUP, target->span);
    emit_1(e, OP_GET_FIELD, emit_string(e, target->field.name), target->span);
    break;
  }
  compile_expr(compiler, stmt->assign.value);
  if (compound) emit_0(e, compile_operator(stmt->assign.op), stmt->span);
  switch (target->kind) {
  case EXPR_NAME: compile_store(compiler, &target->name, target->name.checked && !compound, target->span); break;
  case EXPR_INDEX: emit_0(e, OP_SET_INDEX, target->span); break;
  default: emit_1(e, OP_SET_FIELD, emit_string(e, target->field.name), target->span); break;
  }
}

/* `if c { break }`, or continue, with nothing to leave in order: the condition itself jumps. */
static bool compile_conditional_jump(Compiler *compiler, const Stmt *stmt) {
  Emitter *e = &compiler->emitter;
  const IfArm *arm = &stmt->if_.arms[0];
  if (!compiler->options.fuse || stmt->if_.arm_count != 1 || stmt->if_.otherwise || arm->body->count != 1) return false;
  const Stmt *jump = arm->body->stmts[0];
  PatchList *landing = jump->kind == STMT_BREAK || jump->kind == STMT_CONTINUE ? exit_landing(compiler, jump->kind == STMT_BREAK) : NULL;
  if (!landing) return false;
  compile_expr(compiler, arm->condition);
  patch_list_add(landing, emit_jump(e, OP_JUMP_IF_TRUE, arm->condition->span));
  return true;
}

static void compile_if(Compiler *compiler, const Stmt *stmt) {
  Emitter *e = &compiler->emitter;
  if (compile_conditional_jump(compiler, stmt)) return;
  PatchList to_end = {NULL, 0, 0};
  for (uint32_t i = 0; i < stmt->if_.arm_count; i++) {
    const IfArm *arm = &stmt->if_.arms[i];
    compile_expr(compiler, arm->condition);
    uint32_t to_next = emit_jump(e, OP_JUMP_IF_FALSE, arm->condition->span);
    compile_block(compiler, arm->body);
    if (i + 1 < stmt->if_.arm_count || stmt->if_.otherwise) patch_list_add(&to_end, emit_jump(e, OP_JUMP, arm->condition->span));
    patch_jump(e, to_next);
  }
  if (stmt->if_.otherwise) compile_block(compiler, stmt->if_.otherwise);
  patch_list_land(compiler, &to_end);
}

static void compile_return(Compiler *compiler, const Stmt *stmt) {
  Emitter *e = &compiler->emitter;
  if (compiler->node->signature.is_init)
    emit_1(e, OP_LOAD_LOCAL, 0, stmt->span);
  else if (stmt->expr)
    compile_expr(compiler, stmt->expr);
  else
    emit_0(e, OP_NIL, stmt->span);
  compile_exit(compiler, (Exit){EXIT_RETURN, NULL, stmt->span});
}

static Scope *innermost_loop(const Compiler *compiler) {
  Scope *scope = compiler->scope;
  while (scope->kind != SCOPE_LOOP)
    scope = scope->outer;
  return scope;
}

static void compile_stmt(Compiler *compiler, const Stmt *stmt) {
  Emitter *e = &compiler->emitter;
  switch (stmt->kind) {
  case STMT_EXPR:
    if (compile_print(compiler, stmt->expr)) break;
    compile_expr(compiler, stmt->expr);
    emit_0(e, OP_POP, stmt->expr->span);
    break;
  case STMT_LET:
    compile_expr(compiler, stmt->let.value);
    emit_1(e, OP_STORE_LOCAL, stmt->let.decl->slot, stmt->let.decl->span);
    break;
  case STMT_ASSIGN: compile_assign(compiler, stmt); break;
  case STMT_FN:
    compile_function_value(compiler, stmt->fn.function, stmt->span);
    emit_1(e, OP_STORE_LOCAL, stmt->fn.decl->slot, stmt->fn.decl->span);
    break;
  case STMT_CLASS: compile_class(compiler, stmt); break;
  case STMT_BLOCK: compile_block(compiler, stmt->block); break;
  case STMT_IF: compile_if(compiler, stmt); break;
  case STMT_WHILE: compile_while(compiler, stmt); break;
  case STMT_FOR: compile_for(compiler, stmt); break;
  case STMT_BREAK: compile_exit(compiler, (Exit){EXIT_BREAK, innermost_loop(compiler), stmt->span}); break;
  case STMT_CONTINUE: compile_exit(compiler, (Exit){EXIT_CONTINUE, innermost_loop(compiler), stmt->span}); break;
  case STMT_RETURN: compile_return(compiler, stmt); break;
  case STMT_THROW:
    compile_expr(compiler, stmt->expr);
    emit_0(e, OP_THROW, stmt->expr->span);
    break;
  case STMT_TRY: compile_try(compiler, stmt); break;
  }
}

static bool is_result(const Compiler *compiler, const Block *block, uint32_t index) {
  return compiler->options.want_result && block == compiler->node->body && compiler->node->signature.is_script &&
         index + 1 == block->count && block->stmts[index]->kind == STMT_EXPR;
}

/* A variable that some use may find unset must not show what its slot held before. */
static void enter_variable(Compiler *compiler, const VarDecl *decl) {
  bool set_by_statement = decl->kind == DECL_FOR || decl->kind == DECL_CATCH;
  if (decl->starts_unset && !set_by_statement) emit_1(&compiler->emitter, OP_UNSET_LOCAL, decl->slot, decl->span);
  emit_local(&compiler->emitter, decl->slot, decl->name);
}

void compile_block(Compiler *compiler, const Block *block) {
  Emitter *e = &compiler->emitter;
  Scope scope;
  scope_push(compiler, &scope, SCOPE_BLOCK);
  scope.block = block;
  uint32_t first_local = e->proto->local_count;
  for (uint32_t i = 0; i < block->decl_count; i++)
    enter_variable(compiler, block->decls[i]);
  for (uint32_t i = 0; i < block->count; i++) {
    if (is_result(compiler, block, i)) {
      compile_expr(compiler, block->stmts[i]->expr);
      emit_0(e, OP_RESULT, block->stmts[i]->span);
    } else {
      compile_stmt(compiler, block->stmts[i]);
    }
  }
  bool is_body = block == compiler->node->body; /* RETURN closes its variables; the script's live on */
  if (block->has_captured && !is_body) emit_1(e, OP_CLOSE_UPVALUES, block->first_slot, (Span){block->span.end - 1, block->span.end});
  for (uint32_t i = 0; i < block->decl_count; i++)
    emit_local_end(e, first_local + i);
  scope_pop(compiler);
}
