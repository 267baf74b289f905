/* compile_loop.c -- while and for.
 *
 *     again:  condition                    state: iterable, FOR_BEGIN
 *             JUMP_IF_FALSE end            again: FOR_NEXT end, STORE_LOCAL variable
 *             body                                body
 *             JUMP again                          JUMP again
 *     end:                                 end:
 */
#include "compiler.h"

/* Runs with --fuel count each turn, before its body. */
static void compile_turn(Compiler *compiler, Span span) {
  if (compiler->metered) emit_0(&compiler->emitter, OP_TICK, span);
}

void compile_while(Compiler *compiler, const Stmt *stmt) {
  Emitter *e = &compiler->emitter;
  Scope loop;
  scope_push(compiler, &loop, SCOPE_LOOP);
  loop.continue_to = emit_here(e);
  Expr *condition = stmt->while_.condition;
  compile_expr(compiler, condition);
  uint32_t to_end = emit_jump(e, OP_JUMP_IF_FALSE, condition->span);
  compile_turn(compiler, condition->span);
  compiler->compile_block(compiler, stmt->while_.body);
  emit_jump_back(e, loop.continue_to, condition->span);
  patch_jump(e, to_end);
  scope_pop(compiler);
  patch_list_land(compiler, &loop.breaks);
}

void compile_for(Compiler *compiler, const Stmt *stmt) {
  Emitter *e = &compiler->emitter;
  Span span = stmt->for_.iterable->span;
  compile_expr(compiler, stmt->for_.iterable);
  emit_1(e, OP_FOR_BEGIN, stmt->for_.state_slot, span);
  Scope loop;
  scope_push(compiler, &loop, SCOPE_LOOP);
  loop.continue_to = emit_here(e);
  uint32_t to_end = emit_jump_with(e, OP_FOR_NEXT, stmt->for_.state_slot, span);
  compile_turn(compiler, span);
  emit_1(e, OP_STORE_LOCAL, stmt->for_.variable->slot, stmt->for_.variable->span);
  compiler->compile_block(compiler, stmt->for_.body);
  emit_jump_back(e, loop.continue_to, span);
  patch_jump(e, to_end);
  scope_pop(compiler);
  patch_list_land(compiler, &loop.breaks);
}
