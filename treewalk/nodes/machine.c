/* machine.c -- errors and their places, and what the collector sees. */
#include "machine.h"

/* ---- errors ---- */

Value machine_fail(const Node *node, Value *window) {
  Runtime *rt = machine_enter(node, window);
  error_locate(rt, node->code->function->signature.source, node->span);
  return node_signal(SIGNAL_RAISED);
}

Value machine_undefined(const Node *node, Value *window, const VarRef *ref) {
  (void)error_undefined(machine_enter(node, window), ref->name->chars, ref->hint);
  return machine_fail(node, window);
}

/* The innermost function is at the node that entered the runtime; each other one at the call that the next window's head names. */
void machine_frames(void *context, FrameVisitor *visit, void *visit_context) {
  const Machine *machine = context;
  const Node *node = machine->node;
  for (const Value *window = machine->window; window; window = window_caller(window)) {
    FrameInfo info = {window_closure(window)->function.signature, node->span};
    visit(visit_context, &info);
    node = window_waiting(window);
  }
}

/* ---- cells ---- */

bool machine_put_in_cell(const Node *node, Value *window, uint32_t slot, Value value) {
  Cell *cell = cell_new(machine_enter(node, window), value);
  if (!cell) return false;
  window[slot] = value_cell(cell);
  node->code->machine->stats.cells++;
  return true;
}

/* ---- the collector ---- */

/* A window's head holds addresses where values have their tags. */
static bool is_object(Value value) { return value.tag >= VALUE_STRING && value.tag < VALUE_TAG_COUNT; }

/* The end of the window that reaches farthest. It need not be the innermost: a caller's temporaries may go on behind the end of the window that stands over them. */
static Value *windows_end(const Machine *machine) {
  Value *end = machine->window;
  for (Value *window = machine->window; window; window = window_caller(window)) {
    Value *own = window + window_closure(window)->code->size;
    if (own > end) end = own;
  }
  return end;
}

/* What is above the slots in use has no meaning any more. It is emptied, so that it keeps nothing alive and is still valid when the slots are used again. */
void machine_mark(void *context, Heap *heap) {
  const Machine *machine = context;
  Value *top = machine->values.start + machine->kept_slots + WINDOW_HEAD;
  if (machine->window) {
    top = machine->window + machine->node->depth;
    window_clear(machine->window, machine->node->depth, (uint32_t)(windows_end(machine) - machine->window));
  }
  for (const Value *slot = machine->values.start; slot < top; slot++) {
    if (is_object(*slot)) heap_mark_object(heap, value_as_object(*slot));
  }
  literals_mark(&machine->literals, heap);
}

void machine_sweep(void *context, Heap *heap) {
  (void)heap;
  cache_sweep(&((Machine *)context)->caches);
}
