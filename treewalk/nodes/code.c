/* code.c -- see code.h. */
#include "code.h"

static void lambda_trace(Object *object, Heap *heap) {
  const Lambda *lambda = (const Lambda *)object;
  for (uint32_t i = 0; i < lambda->upvalue_count; i++)
    heap_mark_object(heap, (Object *)lambda->upvalues[i]);
}

static size_t bytes_for(uint32_t upvalue_count) { return sizeof(Lambda) + upvalue_count * sizeof(Cell *); }
static size_t lambda_size(const Object *object) { return bytes_for(((const Lambda *)object)->upvalue_count); }

static const ObjectKind lambda_kind = {"closure", lambda_trace, NULL, lambda_size};

Lambda *lambda_new(Runtime *rt, const Code *code) {
  uint32_t upvalue_count = code->function->upvalue_count;
  Lambda *lambda = heap_alloc(rt->heap, &lambda_kind, bytes_for(upvalue_count));
  if (!lambda) {
    (void)runtime_out_of_memory(rt);
    return NULL;
  }
  lambda->function.signature = &code->function->signature;
  lambda->code = code;
  lambda->upvalue_count = upvalue_count;
  return lambda;
}
