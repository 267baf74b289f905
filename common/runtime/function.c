/* function.c -- builtins and bound methods; closures belong to the wings. */
#include "runtime/function.h"

static void bound_method_trace(Object *object, Heap *heap) {
  BoundMethod *bound = (BoundMethod *)object;
  heap_mark_value(heap, bound->self);
  heap_mark_value(heap, bound->method);
}
static size_t bound_method_size(const Object *object) {
  (void)object;
  return sizeof(BoundMethod);
}
static const ObjectKind bound_method_kind = {"bound method", bound_method_trace, NULL, bound_method_size};

static size_t builtin_size(const Object *object) {
  (void)object;
  return sizeof(Builtin);
}
static const ObjectKind builtin_kind = {"builtin", NULL, NULL, builtin_size};

BoundMethod *bound_method_new(Runtime *rt, Value self, Value method) {
  BoundMethod *bound = heap_alloc(rt->heap, &bound_method_kind, sizeof *bound);
  if (!bound) {
    (void)runtime_out_of_memory(rt);
    return NULL;
  }
  bound->self = self;
  bound->method = method;
  return bound;
}

Builtin *builtin_new(Runtime *rt, const BuiltinInfo *info) {
  Builtin *builtin = heap_alloc(rt->heap, &builtin_kind, sizeof *builtin);
  if (!builtin) {
    (void)runtime_out_of_memory(rt);
    return NULL;
  }
  builtin->info = info;
  return builtin;
}

const char *function_name(Value value, size_t *length) {
  if (value_is(value, VALUE_BOUND)) value = value_as_bound(value)->method;
  if (value_is(value, VALUE_BUILTIN)) {
    const char *name = value_as_builtin(value)->info->name;
    *length = strlen(name);
    return name;
  }
  const Symbol *name = value_as_function(value)->signature->name;
  *length = name ? name->length : 0;
  return name ? name->chars : NULL;
}
