/* access.c -- fields, items and literals. Each function saves the registers, asks the runtime, and either goes on or raises. */
#include "access.h"

#include "runtime/list.h"
#include "unwind.h"

void access_get_field(Vm *vm, String *name) {
  Value result;
  if (!op_get_field(vm->rt, vm->sp[-1], name, &result)) return unwind_raise(vm);
  vm->sp[-1] = result;
}

void access_set_field(Vm *vm, String *name, uint32_t drop) {
  if (!op_set_field(vm->rt, vm->sp[-2], name, vm->sp[-1])) return unwind_raise(vm);
  vm->sp -= drop;
}

void access_get_super(Vm *vm, String *name) {
  Value result;
  if (!op_get_super(vm->rt, vm->sp[-1], vm->sp[-2], name, &result)) return unwind_raise(vm);
  vm->sp[-2] = result;
  vm->sp--;
}

void access_index_into(Vm *vm, Value a, Value i, Value *dest, Value *sp) {
  Value result;
  if (!op_get_index(vm->rt, a, i, &result)) return unwind_raise(vm);
  *dest = result;
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
