/* access.c -- fields, items and literals. Each function saves the registers, asks the runtime, and either goes on or raises. */
#include "access.h"

#include "cache.h"
#include "observe.h"
#include "runtime/list.h"
#include "unwind.h"

void access_get_field(Vm *vm, String *name) {
  Value result;
  if (!op_get_field(vm->rt, vm->sp[-1], name, &result)) return unwind_raise(vm);
  vm->sp[-1] = value_copy(&result);
}

void access_set_field(Vm *vm, String *name, uint32_t drop) {
  if (!op_set_field(vm->rt, vm->sp[-2], name, vm->sp[-1])) return unwind_raise(vm);
  vm->sp -= drop;
}

/* The fields of an object that a cache may answer for; NULL: it has none, or is in dictionary mode. */
static Fields *cacheable_fields(Value object) {
  if (!value_has_fields(object)) return NULL;
  Fields *fields = value_as_object(object);
  return fields->shape->is_dictionary ? NULL : fields;
}

void access_get_field_filling(Vm *vm, Value object, String *name, Value *dest, Value *sp) {
  Cache *cache = cache_before(vm->ip);
  Fields *fields = cacheable_fields(object);
  uintptr_t target = fields ? cache_find(cache, fields->shape) : 0;
  if (!target && fields) {
    int slot = shape_find(vm->rt, fields->shape, name);
    vm->caches.misses++;
    observe_cache_miss(vm);
    if (slot != SHAPE_NOT_FOUND) {
      target = cache_slot((uint32_t)slot);
      if (cache_add(vm_mutable_proto(vm), cache, fields->shape, target, &vm->caches)) observe_cache_fill(vm, fields->shape);
    }
  }
  if (target) {
    *dest = fields->slots[target >> CACHE_SHIFT];
    vm->sp = sp;
    return;
  }
  Value result;
  if (!op_get_field(vm->rt, object, name, &result)) return unwind_raise(vm);
  *dest = value_copy(&result);
  vm->sp = sp;
}

/* Remembers what a store into an object of shape `before` did. */
static void remember_store(Vm *vm, Cache *cache, const Fields *fields, Shape *before, String *name) {
  vm->caches.misses++;
  observe_cache_miss(vm);
  if (fields->shape->is_dictionary) return;
  uintptr_t target =
      fields->shape == before ? cache_slot((uint32_t)shape_find(vm->rt, before, name)) : (uintptr_t)fields->shape | CACHE_OBJECT;
  if (cache_add(vm_mutable_proto(vm), cache, before, target, &vm->caches)) observe_cache_fill(vm, before);
}

void access_set_field_filling(Vm *vm, Value object, String *name, uint32_t drop) {
  Cache *cache = cache_before(vm->ip);
  Fields *fields = cacheable_fields(object);
  Shape *before = fields ? fields->shape : NULL;
  uintptr_t target = fields ? cache_find(cache, before) : 0;
  bool ok;
  if (!target)
    ok = op_set_field(vm->rt, object, name, vm->sp[-1]);
  else if ((target & CACHE_MASK) == CACHE_OBJECT)
    ok = fields_extend(vm->rt, fields, (Shape *)target, vm->sp[-1]);
  else {
    fields->slots[target >> CACHE_SHIFT] = value_copy(&vm->sp[-1]);
    ok = true;
  }
  if (!ok) return unwind_raise(vm);
  if (!target && fields) remember_store(vm, cache, fields, before, name);
  vm->sp -= drop;
}

void access_get_super(Vm *vm, String *name) {
  Value result;
  if (!op_get_super(vm->rt, vm->sp[-1], vm->sp[-2], name, &result)) return unwind_raise(vm);
  vm->sp[-2] = value_copy(&result);
  vm->sp--;
}

void access_index_into(Vm *vm, Value a, Value i, Value *dest, Value *sp) {
  Value result;
  if (!op_get_index(vm->rt, a, i, &result)) return unwind_raise(vm);
  *dest = value_copy(&result);
  vm->sp = sp;
}

void access_set_index(Vm *vm) {
  if (!op_set_index(vm->rt, vm->sp[-3], vm->sp[-2], vm->sp[-1])) return unwind_raise(vm);
  vm->sp -= 3;
}

void access_make_list(Vm *vm, uint32_t count) {
  List *list = list_from(vm->rt, vm->sp - count, count);
  if (!list) return unwind_raise(vm);
  vm->sp -= count;
  *vm->sp++ = value_list(list);
}

void access_extend_list(Vm *vm, uint32_t count) {
  List *list = value_as_list(vm->sp[-(ptrdiff_t)count - 1]);
  for (uint32_t i = 0; i < count; i++) {
    if (!list_push(vm->rt, list, vm->sp[-(ptrdiff_t)count + i])) return unwind_raise(vm);
  }
  vm->sp -= count;
}

void access_make_object(Vm *vm, uint32_t count) {
  Instance *object = instance_new(vm->rt, NULL, count);
  if (!object) return unwind_raise(vm);
  *vm->sp++ = value_instance(object);
}
