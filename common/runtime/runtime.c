/* runtime.c -- what the Runtime keeps alive, and the safepoint's slow side.
 *
 * The safepoint: every loop turn and every guest call counts `countdown` down by one, and only at zero looks at anything. So fuel and Ctrl-C cost one
 * decrement on a run that uses neither.
 *
 *     fuel 120,000:   countdown 50,000 ... 0   50,000 ... 0   20,000 ... 0   out of fuel
 *     fuel (beyond)           70,000               20,000           0
 */
#include "runtime/runtime.h"

/* Ctrl-C is looked at this often. */
enum { TICKS_BETWEEN_LOOKS = 50000 };

static void mark_runtime(void *context, Heap *heap) {
  Runtime *rt = context;
  heap_mark_value(heap, rt->pending.value);
  heap_mark_object(heap, (Object *)rt->pending.origin);
  heap_mark_object(heap, (Object *)rt->pending.hint);
  for (size_t i = 0; i < ARRAY_COUNT(rt->bytes); i++)
    heap_mark_object(heap, (Object *)rt->bytes[i]);
  heap_mark_object(heap, (Object *)rt->empty);
  for (size_t i = 0; i < RUNTIME_FRAME_TEXTS; i++)
    heap_mark_object(heap, (Object *)rt->frame_texts[i].text);
  heap_mark_object(heap, (Object *)rt->object_shape);
  heap_mark_object(heap, (Object *)rt->class_shape);
  for (size_t i = 0; i < ERROR_KIND_COUNT; i++)
    heap_mark_object(heap, (Object *)rt->errors[i]);
  String *names[] = {rt->name_init, rt->name_to_string, rt->name_message, rt->name_line, rt->name_trace, rt->name_origin};
  for (size_t i = 0; i < ARRAY_COUNT(names); i++)
    heap_mark_object(heap, (Object *)names[i]);
  if (rt->builtins) heap_mark_values(heap, rt->builtins, rt->builtin_count);
}

void runtime_start(Runtime *rt) { heap_add_roots(rt->heap, mark_runtime, rt); }

static bool end_run(Runtime *rt, PendingKind kind) {
  rt->pending = (Pending){.kind = kind};
  return false;
}

bool runtime_out_of_memory(Runtime *rt) { return end_run(rt, PENDING_OUT_OF_MEMORY); }

void runtime_set_fuel(Runtime *rt, uint64_t fuel) {
  rt->fuel = fuel;
  rt->countdown = 1; /* the first tick goes to the slow side, which hands out the rest */
}

bool runtime_tick_slow(Runtime *rt) {
  rt->countdown = 1; /* for the ends below: the next tick comes here again */
  if (rt->interrupted && *rt->interrupted) return end_run(rt, PENDING_INTERRUPTED);
  if (rt->fuel == UINT64_MAX) {
    rt->countdown = TICKS_BETWEEN_LOOKS;
    return true;
  }
  if (rt->fuel == 0) return end_run(rt, PENDING_OUT_OF_FUEL);
  /* This tick is the first of those handed out. */
  rt->countdown = rt->fuel < TICKS_BETWEEN_LOOKS ? (int64_t)rt->fuel : TICKS_BETWEEN_LOOKS;
  rt->fuel -= (uint64_t)rt->countdown;
  return true;
}
