/* compile_expr.c -- expressions into stack code, in post-order: what an instruction takes from the stack was pushed by the code before it.
 *
 *     2 + 3 * 4      CONST 2, CONST 3, CONST 4, MUL, ADD
 *
 * Expressions that lean on a left operand are compiled in two halves: the left operand, then `compile_rest`, all that follows. So a chain of a
 * million `+` is a loop and not a million calls deep.
 */
#include "compiler.h"
#include "late.h"
#include "support/memory.h"

Opcode compile_operator(BinaryOperator op) {
  static const Opcode opcodes[BINARY_OPERATOR_COUNT] = {
      [BINARY_EQUAL] = OP_EQUAL,
      [BINARY_NOT_EQUAL] = OP_NOT_EQUAL,
      [BINARY_LESS] = OP_LESS,
      [BINARY_LESS_EQUAL] = OP_LESS_EQUAL,
      [BINARY_GREATER] = OP_GREATER,
      [BINARY_GREATER_EQUAL] = OP_GREATER_EQUAL,
      [BINARY_BIT_OR] = OP_BIT_OR,
      [BINARY_BIT_XOR] = OP_BIT_XOR,
      [BINARY_BIT_AND] = OP_BIT_AND,
      [BINARY_SHIFT_LEFT] = OP_SHIFT_LEFT,
      [BINARY_SHIFT_RIGHT] = OP_SHIFT_RIGHT,
      [BINARY_ADD] = OP_ADD,
      [BINARY_SUBTRACT] = OP_SUB,
      [BINARY_MULTIPLY] = OP_MUL,
      [BINARY_DIVIDE] = OP_DIV,
      [BINARY_MODULO] = OP_MOD,
  };
  return opcodes[op];
}

void compile_load(Compiler *compiler, const VarRef *ref, Span span) {
  Emitter *e = &compiler->emitter;
  switch (ref->kind) {
  case VAR_LOCAL:
    if (ref->checked)
      emit_checked(e, OP_LOAD_LOCAL_CHECKED, ref->index, ref->name, ref->hint, span);
    else
      emit_1(e, OP_LOAD_LOCAL, ref->index, span);
    break;
  case VAR_UPVALUE:
    if (ref->checked)
      emit_checked(e, OP_LOAD_UPVALUE_CHECKED, ref->index, ref->name, ref->hint, span);
    else
      emit_1(e, OP_LOAD_UPVALUE, ref->index, span);
    break;
  case VAR_BUILTIN: emit_1(e, OP_LOAD_BUILTIN, ref->index, span); break;
  case VAR_UNDECLARED: emit_checked(e, OP_UNDEFINED, emit_string(e, ref->name), ref->name, ref->hint, span); break;
  }
}

void compile_store(Compiler *compiler, const VarRef *ref, bool checked, Span span) {
  Emitter *e = &compiler->emitter;
  bool local = ref->kind == VAR_LOCAL;
  if (checked)
    emit_checked(e, local ? OP_STORE_LOCAL_CHECKED : OP_STORE_UPVALUE_CHECKED, ref->index, ref->name, ref->hint, span);
  else
    emit_1(e, local ? OP_STORE_LOCAL : OP_STORE_UPVALUE, ref->index, span);
}

void compile_function_value(Compiler *compiler, const FunctionNode *node, Span span) {
  Proto *proto = proto_new(compiler->unit, &node->signature);
  Queued *queued = memory_alloc(sizeof *queued);
  *queued = (Queued){NULL, node, proto};
  *compiler->queue_end = queued;
  compiler->queue_end = &queued->next;
  emit_1(&compiler->emitter, OP_CLOSURE, emit_proto(&compiler->emitter, proto), span);
}

void compile_arguments(Compiler *compiler, const ExprList *arguments) {
  for (uint32_t i = 0; i < arguments->count; i++)
    compile_expr(compiler, arguments->items[i]);
}

/* The list grows by a few items at a time, so the operand stack stays shallow however long the literal is. */
static void compile_list(Compiler *compiler, const Expr *expr) {
  enum { ITEMS_AT_ONCE = 64 };
  const ExprList *list = &expr->list;
  uint32_t done = list->count < ITEMS_AT_ONCE ? list->count : ITEMS_AT_ONCE;
  for (uint32_t i = 0; i < done; i++)
    compile_expr(compiler, list->items[i]);
  emit_1(&compiler->emitter, OP_LIST, done, expr->span);
  while (done < list->count) {
    uint32_t step = list->count - done < ITEMS_AT_ONCE ? list->count - done : ITEMS_AT_ONCE;
    for (uint32_t i = 0; i < step; i++)
      compile_expr(compiler, list->items[done + i]);
    emit_1(&compiler->emitter, OP_LIST_EXTEND, step, expr->span);
    done += step;
  }
}

static void compile_object(Compiler *compiler, const Expr *expr) {
  Emitter *e = &compiler->emitter;
  emit_1(e, OP_OBJECT, expr->object.count, expr->span);
  for (uint32_t i = 0; i < expr->object.count; i++) {
    const ObjectField *field = &expr->object.fields[i];
    compile_expr(compiler, field->value);
    emit_1(e, OP_INIT_FIELD, emit_string(e, field->name), field->name_span);
  }
}

static void compile_conditional(Compiler *compiler, const Expr *expr) {
  Emitter *e = &compiler->emitter;
  compile_expr(compiler, expr->conditional.condition);
  uint32_t to_otherwise = emit_jump(e, OP_JUMP_IF_FALSE, expr->span);
  compile_expr(compiler, expr->conditional.then);
  uint32_t to_end = emit_jump(e, OP_JUMP, expr->span);
  patch_jump(e, to_otherwise);
  compile_expr(compiler, expr->conditional.otherwise);
  patch_jump(e, to_end);
}

static void compile_unary(Compiler *compiler, const Expr *expr) {
  static const Opcode opcodes[] = {[UNARY_NEGATE] = OP_NEGATE, [UNARY_BIT_NOT] = OP_BIT_NOT, [UNARY_NOT] = OP_NOT};
  compile_expr(compiler, expr->unary.operand);
  emit_0(&compiler->emitter, opcodes[expr->unary.op], expr->span);
}

static void compile_super(Compiler *compiler, const Expr *expr) {
  Emitter *e = &compiler->emitter;
  compile_load(compiler, &expr->super.self, expr->span);
  if (expr->kind == EXPR_SUPER_INVOKE) compile_arguments(compiler, &expr->super.args);
  compile_load(compiler, &expr->super.super, expr->span);
  uint32_t name = emit_string(e, expr->super.name);
  if (expr->kind == EXPR_SUPER)
    emit_1(e, OP_GET_SUPER, name, expr->span);
  else
    emit_2(e, expr->tail ? OP_TAIL_SUPER_INVOKE : OP_SUPER_INVOKE, name, expr->super.args.count, expr->span);
}

const VarRef *compile_builtin_callee(const Compiler *compiler, const Expr *expr) {
  if (expr->kind != EXPR_CALL || expr->call.callee->kind != EXPR_NAME) return NULL;
  const VarRef *callee = &expr->call.callee->name;
  bool is_function =
      callee->kind == VAR_BUILTIN && value_is(compiler->rt->builtins[callee->index], VALUE_BUILTIN); /* and no class of errors */
  return is_function ? callee : NULL;
}

/* A builtin that is called by its name need not be pushed first. */
static bool compile_builtin_call(Compiler *compiler, const Expr *expr) {
  Emitter *e = &compiler->emitter;
  const VarRef *callee = compiler->options.fuse ? compile_builtin_callee(compiler, expr) : NULL;
  if (!callee) return false;
  compile_arguments(compiler, &expr->call.args);
  if (expr->call.args.count == 1 && strcmp(callee->name->chars, "len") == 0)
    emit_0(e, OP_LEN, expr->span);
  else
    emit_2(e, OP_CALL_BUILTIN, callee->index, expr->call.args.count, expr->span);
  return true;
}

bool compile_print(Compiler *compiler, const Expr *expr) {
  const VarRef *callee = compile_builtin_callee(compiler, expr);
  if (!callee || strcmp(callee->name->chars, "print") != 0) return false;
  compile_arguments(compiler, &expr->call.args);
  if (expr->call.args.count == 1)
    emit_0(&compiler->emitter, OP_PRINT, expr->span);
  else
    emit_1(&compiler->emitter, OP_PRINT_MANY, expr->call.args.count, expr->span);
  return true;
}

/* Where instructions are fused, small ints stand in the code, so that they can become operands. */
static void compile_int(Compiler *compiler, const Expr *expr) {
  Emitter *e = &compiler->emitter;
  bool is_small = expr->integer >= INT16_MIN && expr->integer <= INT16_MAX;
  if (compiler->options.fuse && is_small)
    emit_1(e, OP_INT, (uint32_t)expr->integer, expr->span);
  else
    emit_1(e, OP_CONST, emit_constant(e, value_int(expr->integer)), expr->span);
}

/* `left op right` or `left[right]` with a local on the left that is read when it is needed (late.h). False, and nothing compiled: it is none. */
static bool compile_local_left(Compiler *compiler, const Expr *expr) {
  bool is_index = expr->kind == EXPR_INDEX;
  if (!compiler->options.fuse || (!is_index && expr->kind != EXPR_BINARY)) return false;
  const Expr *left = is_index ? expr->index.object : expr->binary.left;
  Expr *right = is_index ? expr->index.index : expr->binary.right;
  Opcode opcode = late_form(is_index ? OP_GET_INDEX : compile_operator(expr->binary.op), left, right);
  if (opcode == OP_NIL) return false;
  compile_expr(compiler, right);
  emit_1(&compiler->emitter, opcode, left->name.index, expr->span);
  return true;
}

/* The left operand's value is on the stack; then the right one's, then what makes one of the two. */
static void compile_operation(Compiler *compiler, const Expr *expr) {
  Emitter *e = &compiler->emitter;
  compile_expr(compiler, expr->binary.right);
  emit_0(e, expr->kind == EXPR_IS ? OP_IS : compile_operator(expr->binary.op), expr->span);
}

/* `and`, `or`: the left operand's value is the result, or it goes and the right one's is. */
static void compile_short_circuit(Compiler *compiler, const Expr *expr) {
  Emitter *e = &compiler->emitter;
  uint32_t to_end = emit_jump(e, expr->kind == EXPR_AND ? OP_JUMP_IF_FALSE_OR_POP : OP_JUMP_IF_TRUE_OR_POP, expr->span);
  compile_expr(compiler, expr->binary.right);
  patch_jump(e, to_end);
}

/* The object is on the stack; then the arguments, then the call by name. */
static void compile_invoke(Compiler *compiler, const Expr *expr) {
  Emitter *e = &compiler->emitter;
  compile_arguments(compiler, &expr->invoke.args);
  uint32_t name = emit_string(e, expr->invoke.name);
  if (compiler->options.fuse && expr->invoke.args.count == 0 && !expr->tail)
    emit_1(e, OP_INVOKE_NONE, name, expr->span);
  else
    emit_2(e, expr->tail ? OP_TAIL_INVOKE : OP_INVOKE, name, expr->invoke.args.count, expr->span);
}

/* The left operand's value is on the stack: everything that is still to do. */
static void compile_rest(Compiler *compiler, const Expr *expr) {
  Emitter *e = &compiler->emitter;
  switch (expr->kind) {
  case EXPR_BINARY:
  case EXPR_IS: compile_operation(compiler, expr); break;
  case EXPR_AND:
  case EXPR_OR: compile_short_circuit(compiler, expr); break;
  case EXPR_CALL:
    compile_arguments(compiler, &expr->call.args);
    emit_1(e, expr->tail ? OP_TAIL_CALL : OP_CALL, expr->call.args.count, expr->span);
    break;
  case EXPR_INVOKE: compile_invoke(compiler, expr); break;
  case EXPR_INDEX:
    compile_expr(compiler, expr->index.index);
    emit_0(e, OP_GET_INDEX, expr->span);
    break;
  default: emit_1(e, OP_GET_FIELD, emit_string(e, expr->field.name), expr->span); break; /* EXPR_FIELD */
  }
}

static void compile_chain(Compiler *compiler, Expr *expr) {
  uint32_t count;
  Expr **chain = expr_chain(expr, &count);
  compile_expr(compiler, chain[count - 1]);
  for (uint32_t i = count - 1; i-- > 0;)
    compile_rest(compiler, chain[i]);
  memory_free(chain);
}

void compile_expr(Compiler *compiler, Expr *expr) {
  Emitter *e = &compiler->emitter;
  Expr *left = expr_left(expr);
  if (left) {
    if (compile_print(compiler, expr)) {
      emit_0(e, OP_NIL, expr->span);
    } else if (compile_builtin_call(compiler, expr) || compile_local_left(compiler, expr)) {
      return;
    } else if (expr->height > AST_EASY_HEIGHT) {
      compile_chain(compiler, expr);
    } else {
      compile_expr(compiler, left);
      compile_rest(compiler, expr);
    }
    return;
  }
  switch (expr->kind) {
  case EXPR_NIL: emit_0(e, OP_NIL, expr->span); break;
  case EXPR_BOOL: emit_0(e, expr->boolean ? OP_TRUE : OP_FALSE, expr->span); break;
  case EXPR_INT: compile_int(compiler, expr); break;
  case EXPR_FLOAT: emit_1(e, OP_CONST, emit_constant(e, value_float(expr->number)), expr->span); break;
  case EXPR_STRING: emit_1(e, OP_CONST, emit_string(e, expr->string), expr->span); break;
  case EXPR_LIST: compile_list(compiler, expr); break;
  case EXPR_OBJECT: compile_object(compiler, expr); break;
  case EXPR_FUNCTION: compile_function_value(compiler, expr->function, expr->span); break;
  case EXPR_NAME:
  case EXPR_SELF: compile_load(compiler, &expr->name, expr->span); break;
  case EXPR_SUPER:
  case EXPR_SUPER_INVOKE: compile_super(compiler, expr); break;
  case EXPR_UNARY: compile_unary(compiler, expr); break;
  default: compile_conditional(compiler, expr); break; /* EXPR_CONDITIONAL; those with a left operand are done */
  }
}
