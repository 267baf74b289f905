/* compile_stmt.c -- statements and blocks. Between two statements the operand stack is empty. */
#include "compiler.h"
#include "support/memory.h"

static void compile_assign(Compiler *compiler, const Stmt *stmt) {
  Emitter *e = &compiler->emitter;
  Expr *target = stmt->assign.target;
  bool compound = stmt->assign.compound;
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
    emit_1(e, compile_cached(compiler, OP_GET_FIELD), emit_string(e, target->field.name), target->span);
    break;
  }
  compile_expr(compiler, stmt->assign.value);
  if (compound) emit_0(e, compile_operator(stmt->assign.op), stmt->span);
  switch (target->kind) {
  case EXPR_NAME: compile_store(compiler, &target->name, target->name.checked && !compound, target->span); break;
  case EXPR_INDEX: emit_0(e, OP_SET_INDEX, target->span); break;
  default: emit_1(e, compile_cached(compiler, OP_SET_FIELD), emit_string(e, target->field.name), target->span); break;
  }
}

static void compile_if(Compiler *compiler, const Stmt *stmt) {
  Emitter *e = &compiler->emitter;
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
