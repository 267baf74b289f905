/* compile_exit.c -- break, continue and return: leaving scopes in order.
 *
 * On the way out of each block whose variables closures captured, their upvalues are closed. At each `finally` the way is interrupted:
 *
 *     return e         store e in the finally's value slot, the exit's number in its first slot, jump to the finally block
 *     ...
 *     finally block
 *     END_FINALLY      (a throw goes on here)
 *     exit 2?          then load the value, and on outward from here: the next finally, or RETURN
 *
 * So every finally block stands in the code once, however many ways lead through it.
 */
#include "compiler.h"
#include "finally.h"
#include "support/memory.h"

void patch_list_add(PatchList *list, uint32_t at) {
  if (list->count == list->capacity) {
    list->capacity = memory_grow(list->capacity, list->count + 1);
    list->items = memory_resize(list->items, list->capacity * sizeof *list->items);
  }
  list->items[list->count++] = at;
}

void patch_list_land(Compiler *compiler, PatchList *list) {
  for (uint32_t i = 0; i < list->count; i++)
    patch_jump(&compiler->emitter, list->items[i]);
  memory_free(list->items);
  *list = (PatchList){NULL, 0, 0};
}

void scope_push(Compiler *compiler, Scope *scope, ScopeKind kind) {
  *scope = (Scope){.kind = kind, .outer = compiler->scope};
  compiler->scope = scope;
}

void scope_pop(Compiler *compiler) { compiler->scope = compiler->scope->outer; }

/* The exit's number at this finally; equal exits share one. */
static uint32_t exit_number(Scope *finally, Exit exit) {
  for (uint32_t i = 0; i < finally->exit_count; i++) {
    if (finally->exits[i].kind == exit.kind && finally->exits[i].loop == exit.loop) return FINALLY_FIRST_EXIT + i;
  }
  if (finally->exit_count == finally->exit_capacity) {
    finally->exit_capacity = memory_grow(finally->exit_capacity, finally->exit_count + 1);
    finally->exits = memory_resize(finally->exits, finally->exit_capacity * sizeof *finally->exits);
  }
  finally->exits[finally->exit_count] = exit;
  return FINALLY_FIRST_EXIT + finally->exit_count++;
}

static void exit_through_finally(Compiler *compiler, Scope *finally, Exit exit) {
  Emitter *e = &compiler->emitter;
  if (exit.kind == EXIT_RETURN) emit_1(e, OP_STORE_LOCAL, finally->finally_slot + 1, exit.span);
  emit_1(e, OP_CONST, emit_constant(e, value_int(exit_number(finally, exit))), exit.span);
  emit_1(e, OP_STORE_LOCAL, finally->finally_slot, exit.span);
  patch_list_add(&finally->to_finally, emit_jump(e, OP_JUMP, exit.span));
}

void compile_exit(Compiler *compiler, Exit exit) {
  Emitter *e = &compiler->emitter;
  const Block *captured = NULL; /* the outermost block passed so far that must be closed */
  for (Scope *scope = compiler->scope; scope != exit.loop; scope = scope->outer) {
    if (scope->kind == SCOPE_BLOCK && scope->block->has_captured) captured = scope->block;
    if (scope->kind != SCOPE_FINALLY) continue;
    if (captured) emit_1(e, OP_CLOSE_UPVALUES, captured->first_slot, exit.span);
    exit_through_finally(compiler, scope, exit);
    return;
  }
  if (exit.kind == EXIT_RETURN) {
    if (captured || compiler->node->has_captured) emit_1(e, OP_CLOSE_UPVALUES, 0, exit.span);
    emit_0(e, OP_RETURN, exit.span);
    return;
  }
  if (captured) emit_1(e, OP_CLOSE_UPVALUES, captured->first_slot, exit.span);
  if (exit.kind == EXIT_BREAK)
    patch_list_add(&exit.loop->breaks, emit_jump(e, OP_JUMP, exit.span));
  else if (compiler->options.invert)
    patch_list_add(&exit.loop->continues, emit_jump(e, OP_JUMP, exit.span));
  else
    emit_jump_back(e, OP_JUMP, exit.loop->continue_to, exit.span);
}

PatchList *exit_landing(Compiler *compiler, bool is_break) {
  Scope *scope = compiler->scope;
  for (; scope->kind != SCOPE_LOOP; scope = scope->outer) {
    if (scope->kind == SCOPE_FINALLY || scope->block->has_captured) return NULL;
  }
  if (is_break) return &scope->breaks;
  return compiler->options.invert ? &scope->continues : NULL;
}
