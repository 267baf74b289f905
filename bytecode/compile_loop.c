/* compile_loop.c -- while and for.
 *
 *     again:  condition                    state: iterable, FOR_BEGIN
 *             JUMP_IF_FALSE end            again: FOR_NEXT end, STORE_LOCAL variable
 *             body                                body
 *             JUMP again                          JUMP again
 *     end:                                 end:
 *
 * Inverted (-O1), the test stands at the bottom, so that a turn is one jump and not two:
 *
 *             JUMP test                           JUMP next
 *     body:   body                         body:  body
 *     test:   condition                    next:  FOR_LOOP variable, body
 *             JUMP_IF_TRUE body
 */
#include "compiler.h"

/* What counts stands before the body: turns that make the function hot, and fuel. */
static void compile_turn(Compiler *compiler, Span span) {
  if (compiler->options.tier) emit_1(&compiler->emitter, OP_COUNT_TURN, compiler->emitter.proto->loop_count++, span);
  if (compiler->options.metered) emit_0(&compiler->emitter, OP_TICK, span);
}

/* The body, as a place to jump back to, and behind it the place where `continue` goes. */
static uint32_t compile_body_first(Compiler *compiler, const Block *body, Scope *loop, Span span) {
  uint32_t start = emit_here(&compiler->emitter);
  compile_turn(compiler, span);
  compiler->compile_block(compiler, body);
  patch_list_land(compiler, &loop->continues);
  return start;
}

/* Jumps back to `body` if the condition holds. Comparisons that jump when they do not hold are made for going forward and take no notice of Ctrl-C, so below a `not` the comparison stands apart. */
static void compile_jump_back_if(Compiler *compiler, Expr *condition, uint32_t body) {
  Emitter *e = &compiler->emitter;
  Span span = condition->span;
  bool when = true;
  for (; condition->kind == EXPR_UNARY && condition->unary.op == UNARY_NOT; condition = condition->unary.operand)
    when = !when;
  compile_expr(compiler, condition);
  if (!when && condition->kind == EXPR_BINARY) emit_here(e);
  emit_jump_back(e, when ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE, body, span);
}

static void compile_while_inverted(Compiler *compiler, const Stmt *stmt, Scope *loop) {
  Emitter *e = &compiler->emitter;
  Expr *condition = stmt->while_.condition;
  uint32_t to_test = emit_jump(e, OP_JUMP, condition->span);
  uint32_t body = compile_body_first(compiler, stmt->while_.body, loop, condition->span);
  patch_jump(e, to_test);
  compile_jump_back_if(compiler, condition, body);
}

static void compile_while_plain(Compiler *compiler, const Stmt *stmt, Scope *loop) {
  Emitter *e = &compiler->emitter;
  Expr *condition = stmt->while_.condition;
  loop->continue_to = emit_here(e);
  compile_expr(compiler, condition);
  uint32_t to_end = emit_jump(e, OP_JUMP_IF_FALSE, condition->span);
  compile_turn(compiler, condition->span);
  compiler->compile_block(compiler, stmt->while_.body);
  emit_jump_back(e, OP_JUMP, loop->continue_to, condition->span);
  patch_jump(e, to_end);
}

void compile_while(Compiler *compiler, const Stmt *stmt) {
  Scope loop;
  scope_push(compiler, &loop, SCOPE_LOOP);
  if (compiler->options.invert)
    compile_while_inverted(compiler, stmt, &loop);
  else
    compile_while_plain(compiler, stmt, &loop);
  scope_pop(compiler);
  patch_list_land(compiler, &loop.breaks);
}

static void compile_for_inverted(Compiler *compiler, const Stmt *stmt, Scope *loop) {
  Emitter *e = &compiler->emitter;
  Span span = stmt->for_.iterable->span;
  uint32_t to_next = emit_jump(e, OP_JUMP, span);
  uint32_t body = compile_body_first(compiler, stmt->for_.body, loop, span);
  patch_jump(e, to_next);
  emit_3(e, OP_FOR_LOOP, stmt->for_.state_slot, stmt->for_.variable->slot, 0, span);
  emit_set_jump(e, emit_here(e), body);
}

static void compile_for_plain(Compiler *compiler, const Stmt *stmt, Scope *loop) {
  Emitter *e = &compiler->emitter;
  Span span = stmt->for_.iterable->span;
  loop->continue_to = emit_here(e);
  uint32_t to_end = emit_jump_with(e, OP_FOR_NEXT, stmt->for_.state_slot, span);
  compile_turn(compiler, span);
  emit_1(e, OP_STORE_LOCAL, stmt->for_.variable->slot, stmt->for_.variable->span);
  compiler->compile_block(compiler, stmt->for_.body);
  emit_jump_back(e, OP_JUMP, loop->continue_to, span);
  patch_jump(e, to_end);
}

/* Begins a walk. A range that is only walked need not be made. */
static void compile_walk(Compiler *compiler, Expr *iterable, uint32_t state_slot) {
  Emitter *e = &compiler->emitter;
  const VarRef *callee = compiler->options.fuse ? compile_builtin_callee(compiler, iterable) : NULL;
  if (callee && strcmp(callee->name->chars, "range") == 0) {
    compile_arguments(compiler, &iterable->call.args);
    emit_2(e, OP_FOR_RANGE, state_slot, iterable->call.args.count, iterable->span);
    return;
  }
  compile_expr(compiler, iterable);
  emit_1(e, OP_FOR_BEGIN, state_slot, iterable->span);
}

void compile_for(Compiler *compiler, const Stmt *stmt) {
  compile_walk(compiler, stmt->for_.iterable, stmt->for_.state_slot);
  Scope loop;
  scope_push(compiler, &loop, SCOPE_LOOP);
  if (compiler->options.invert)
    compile_for_inverted(compiler, stmt, &loop);
  else
    compile_for_plain(compiler, stmt, &loop);
  scope_pop(compiler);
  patch_list_land(compiler, &loop.breaks);
}
