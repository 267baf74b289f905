/* compile_try.c -- try, catch, finally.
 *
 *     body                                        covered by the catch handler, and by the finally handler
 *     JUMP done
 *     catch:  value and origin are on the stack   covered by the finally handler
 *       class, CATCH_IS, JUMP_IF_FALSE next
 *       POP (the origin), STORE_LOCAL name, the clause's block, JUMP done
 *     next:   ... RETHROW
 *     done:   slot = GO_ON, JUMP finally
 *     thrown: slot = THROW, with value and origin
 *     finally: the block, END_FINALLY, then one test for each exit that passes through (see compile_exit.c)
 *
 * The handler table's inner entries stand before the outer ones, since inner statements end first.
 */
#include "compiler.h"
#include "finally.h"
#include "support/memory.h"

static void compile_clause(Compiler *compiler, const CatchClause *clause, PatchList *to_done) {
  Emitter *e = &compiler->emitter;
  uint32_t to_next = 0;
  if (clause->class_expr) {
    compile_expr(compiler, clause->class_expr);
    emit_0(e, OP_CATCH_IS, clause->class_expr->span);
    to_next = emit_jump(e, OP_JUMP_IF_FALSE, clause->span);
  }
  emit_0(e, OP_POP, clause->span);
  emit_1(e, OP_STORE_LOCAL, clause->name->slot, clause->name->span);
  compiler->compile_block(compiler, clause->body);
  patch_list_add(to_done, emit_jump(e, OP_JUMP, clause->span));
  if (clause->class_expr) patch_jump(e, to_next);
}

static void compile_catches(Compiler *compiler, const Stmt *stmt, uint32_t start, PatchList *to_done) {
  Emitter *e = &compiler->emitter;
  Handler handler = {.start = start, .end = emit_here(e), .slot = stmt->try_.body->first_slot};
  patch_list_add(to_done, emit_jump(e, OP_JUMP, stmt->span));
  handler.target = emit_here(e);
  emit_handler(e, handler);
  bool catches_all = false;
  for (uint32_t i = 0; i < stmt->try_.catch_count && !catches_all; i++) {
    compile_clause(compiler, &stmt->try_.catches[i], to_done);
    catches_all = !stmt->try_.catches[i].class_expr;
  }
  if (!catches_all) emit_0(e, OP_RETHROW, stmt->span);
}

static void compile_exits(Compiler *compiler, Scope *finally) {
  Emitter *e = &compiler->emitter;
  for (uint32_t i = 0; i < finally->exit_count; i++) {
    Exit exit = finally->exits[i];
    emit_1(e, OP_LOAD_LOCAL, finally->finally_slot, exit.span);
    emit_1(e, OP_CONST, emit_constant(e, value_int(FINALLY_FIRST_EXIT + i)), exit.span);
    emit_0(e, OP_EQUAL, exit.span);
    uint32_t to_next = emit_jump(e, OP_JUMP_IF_FALSE, exit.span);
    if (exit.kind == EXIT_RETURN) emit_1(e, OP_LOAD_LOCAL, finally->finally_slot + 1, exit.span);
    compile_exit(compiler, exit);
    patch_jump(e, to_next);
  }
  memory_free(finally->exits);
}

static void set_slot(Compiler *compiler, uint32_t slot, int64_t what, Span span) {
  Emitter *e = &compiler->emitter;
  emit_1(e, OP_CONST, emit_constant(e, value_int(what)), span);
  emit_1(e, OP_STORE_LOCAL, slot, span);
}

static void compile_finally(Compiler *compiler, const Stmt *stmt, Scope *finally, uint32_t start) {
  Emitter *e = &compiler->emitter;
  const Block *block = stmt->try_.finally;
  uint32_t slot = finally->finally_slot;
  uint32_t end = emit_here(e);
  set_slot(compiler, slot, FINALLY_GO_ON, block->span);
  patch_list_add(&finally->to_finally, emit_jump(e, OP_JUMP, block->span));
  emit_handler(e, (Handler){.start = start, .end = end, .target = emit_here(e), .slot = stmt->try_.body->first_slot});
  emit_1(e, OP_STORE_LOCAL, slot + 2, block->span);
  emit_1(e, OP_STORE_LOCAL, slot + 1, block->span);
  set_slot(compiler, slot, FINALLY_THROW, block->span);
  patch_list_land(compiler, &finally->to_finally);
  compiler->compile_block(compiler, block);
  emit_1(e, OP_END_FINALLY, slot, block->span);
  compile_exits(compiler, finally);
}

void compile_try(Compiler *compiler, const Stmt *stmt) {
  Emitter *e = &compiler->emitter;
  Scope finally = {.kind = SCOPE_FINALLY};
  uint32_t start = emit_here(e);
  if (stmt->try_.finally) {
    scope_push(compiler, &finally, SCOPE_FINALLY);
    finally.finally_slot = stmt->try_.finally_slot;
  }
  compiler->compile_block(compiler, stmt->try_.body);
  PatchList to_done = {NULL, 0, 0};
  if (stmt->try_.catch_count) compile_catches(compiler, stmt, start, &to_done);
  patch_list_land(compiler, &to_done);
  if (!stmt->try_.finally) return;
  scope_pop(compiler);
  compile_finally(compiler, stmt, &finally, start);
}
