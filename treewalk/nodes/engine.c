/* engine.c -- see engine.h.
 *
 * A script's window is the lowest. Its variables that live on stay in it, for the next line of a REPL; these are all in cells, since a later line's functions may use them.
 */
#include "engine.h"

#include "callback.h"
#include "support/memory.h"
#include "syntax/fold.h"
#include "translate.h"

Machine *engine_new(Runtime *rt, SymbolTable *symbols, Techniques techniques, size_t stack_per_call) {
  Machine *machine = memory_alloc(sizeof *machine);
  machine->rt = rt;
  machine->symbols = symbols;
  machine->techniques = techniques;
  machine->c_stack_size = (ptrdiff_t)(stack_per_call * rt->max_depth);
  arena_init(&machine->arena);
  if (!value_stack_map(&machine->values, rt->max_depth)) {
    memory_free(machine);
    return NULL;
  }
  callback_attach(machine);
  heap_add_roots(rt->heap, machine_mark, machine);
  heap_add_weak(rt->heap, machine_sweep, machine);
  return machine;
}

void engine_free(Machine *machine) {
  heap_remove_roots(machine->rt->heap, machine_mark, machine);
  value_stack_unmap(&machine->values);
  literals_free(&machine->literals);
  arena_free(&machine->arena);
  memory_free(machine);
}

const Code *engine_prepare(Machine *machine, const Script *script, bool want_result) {
  if (machine->techniques.fold) script = fold_script(script, machine->symbols);
  return translate_script(machine, script, want_result);
}

/* ---- a script's variables ---- */

static bool is_cell(Value value) { return value_is(value, VALUE_INTERNAL); }

/* What an earlier script left stays as it was. */
static bool make_cells(const Node *place, Value *window, VarDecl *const *decls, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    uint32_t slot = decls[i]->slot;
    if (decls[i]->captured && !is_cell(window[slot]) && !machine_put_in_cell(place, window, slot, value_unset())) return false;
  }
  return true;
}

/* A kept variable has no cell only if memory ran out when its line began. */
static bool mend_kept(const Node *place, Value *window, uint32_t kept) {
  for (uint32_t slot = 0; slot < kept; slot++) {
    if (!is_cell(window[slot]) && !machine_put_in_cell(place, window, slot, value_unset())) return false;
  }
  return true;
}

static bool make_variables(const Node *place, Value *window, uint32_t kept) {
  const FunctionNode *script = place->code->function;
  const Block *body = script->body;
  return mend_kept(place, window, kept) && make_cells(place, window, script->bare, script->bare_count) &&
         make_cells(place, window, body->decls, body->decl_count);
}

/* ---- running ---- */

/* Makes the script's window, with its variables. False after raising. */
static bool open_window(Machine *machine, const Code *code, Value *window) {
  const Node place = {.code = code, .span = code->function->body->span, .depth = code->size};
  bool has_room = machine->values.end - window > (ptrdiff_t)code->size || runtime_out_of_memory(machine->rt);
  if (has_room) window_clear(window, machine->kept_slots, code->size);
  const Lambda *closure = has_room ? lambda_new(machine->rt, code) : NULL;
  if (!closure) {
    error_locate(machine->rt, code->function->signature.source, place.span);
    return false;
  }
  window_set_head(window, closure, NULL, NULL);
  if (make_variables(&place, window, machine->kept_slots)) return true;
  (void)machine_fail(&place, window);
  return false;
}

bool engine_run(Machine *machine, const Code *code, uint32_t keep_slots, Value *result) {
  Value *window = machine->values.start + WINDOW_HEAD;
  *result = value_unset();
  machine->c_stack_start = __builtin_frame_address(0);
  if (!machine->lowest) machine->lowest = machine->c_stack_start;
  bool ok = open_window(machine, code, window);
  if (ok) {
    Value given = node_run(code->body, window);
    ok = !node_raised(given);
    if (ok) *result = given;
  }
  machine->window = NULL;
  machine->node = NULL;
  machine->kept_slots = keep_slots;
  return ok;
}

Value *engine_script_variable(const Machine *machine, uint32_t slot) {
  if (slot >= machine->kept_slots) return NULL;
  Value *place = &machine->values.start[WINDOW_HEAD + slot];
  return is_cell(*place) ? &value_as_cell(*place)->value : place;
}
