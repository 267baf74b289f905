/* closure.c -- see closure.h. */
#include "closure.h"

static void closure_trace(Object *object, Heap *heap) {
  const Closure *closure = (const Closure *)object;
  heap_mark_object(heap, (Object *)closure->environment);
  for (uint32_t i = 0; i < closure->upvalue_count; i++)
    heap_mark_object(heap, (Object *)closure->upvalues[i]);
}

static size_t bytes_for(uint32_t upvalue_count) { return sizeof(Closure) + upvalue_count * sizeof(Cell *); }
static size_t closure_size(const Object *object) { return bytes_for(((const Closure *)object)->upvalue_count); }

static const ObjectKind closure_kind = {"closure", closure_trace, NULL, closure_size};

Closure *closure_new(Runtime *rt, const FunctionNode *node, Environment *environment, uint32_t upvalue_count) {
  Closure *closure = heap_alloc(rt->heap, &closure_kind, bytes_for(upvalue_count));
  if (!closure) {
    (void)runtime_out_of_memory(rt);
    return NULL;
  }
  closure->function.signature = &node->signature;
  closure->node = node;
  closure->environment = environment;
  closure->upvalue_count = upvalue_count;
  return closure;
}
