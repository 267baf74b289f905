/* closure.c -- making closures, and what the collector must know of them. */
#include "closure.h"

static void closure_trace(Object *object, Heap *heap) {
  Closure *closure = (Closure *)object;
  for (uint32_t i = 0; i < closure->proto->upvalue_count; i++)
    heap_mark_object(heap, (Object *)closure->upvalues[i]);
}

static size_t closure_size(const Object *object) {
  const Closure *closure = (const Closure *)object;
  return sizeof(Closure) + closure->proto->upvalue_count * sizeof(Upvalue *);
}

static const ObjectKind closure_kind = {"closure", closure_trace, NULL, closure_size};

Closure *closure_new(Runtime *rt, const Proto *proto) {
  Closure *closure = heap_alloc(rt->heap, &closure_kind, sizeof(Closure) + proto->upvalue_count * sizeof(Upvalue *));
  if (!closure) {
    runtime_out_of_memory(rt);
    return NULL;
  }
  closure->function.signature = proto->signature;
  closure->proto = proto;
  return closure;
}
