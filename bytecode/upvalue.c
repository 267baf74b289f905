/* upvalue.c -- how a closure reaches a variable of a call that may be over.
 *
 *     fn make_counter() { c = 0; return fn() { c = c + 1; return c } }
 *
 * While make_counter runs, `c` is a slot of its frame like any other, and its code reads and writes that slot at full speed. The inner function
 * reaches it through an Upvalue: an object that holds the variable's address.
 *
 *     open      frame of make_counter              Upvalue
 *               | c = 0 | ... |  <---------------- location
 *
 *     closed    (the frame is gone)                Upvalue
 *                                                  location --.
 *                                                  closed = 0 <
 *
 * When the slot dies (the block or the call ends), the upvalue is closed: it takes the value in, and its address now points to itself. Nobody who uses it notices: they
 * always go through `location`.
 *
 * Invariant: there is at most one open upvalue for each slot, and the list of the open ones is sorted, the highest slot first. The first gives
 * sharing: two closures that capture one variable get the same upvalue. The second makes closing cheap: what must be closed stands at the front.
 *
 * Read next: closure.h (who holds upvalues), LOAD_UPVALUE in ops/variables.h (who uses them).
 */
#include "upvalue.h"

static void upvalue_trace(Object *object, Heap *heap) {
  /* An open one's value is in the stack, which is marked as a whole. */
  heap_mark_value(heap, ((Upvalue *)object)->closed);
}

static size_t upvalue_size(const Object *object) {
  (void)object;
  return sizeof(Upvalue);
}

static const ObjectKind upvalue_kind = {"upvalue", upvalue_trace, NULL, upvalue_size};

Upvalue *upvalue_capture(Runtime *rt, UpvalueList *list, Value *slot) {
  Upvalue **link = &list->open;
  while (*link && (*link)->location > slot)
    link = &(*link)->next;
  Upvalue *below = *link;
  if (below && below->location == slot) return below;

  Upvalue *upvalue = heap_alloc(rt->heap, &upvalue_kind, sizeof *upvalue);
  if (!upvalue) {
    runtime_out_of_memory(rt);
    return NULL;
  }
  upvalue->location = slot;
  upvalue->next = below;
  *link = upvalue;
  list->stats.opened++;
  return upvalue;
}

void upvalue_close(UpvalueList *list, const Value *slot) {
  while (list->open && list->open->location >= slot) {
    Upvalue *upvalue = list->open;
    list->open = upvalue->next;
    upvalue->closed = *upvalue->location;
    upvalue->location = &upvalue->closed;
    upvalue->next = NULL;
    list->stats.closed++;
  }
}

void upvalue_mark_open(const UpvalueList *list, Heap *heap) {
  for (Upvalue *upvalue = list->open; upvalue; upvalue = upvalue->next)
    heap_mark_object(heap, &upvalue->object);
}
