/* access.c -- fields, items and literals. Each function saves the registers, asks the runtime, and either goes on or raises. */
#include "access.h"

#include "runtime/list.h"
#include "unwind.h"

Regs access_get_field(Vm *vm, Regs r, String *name) {
  Value result;
  vm_save(vm, r);
  if (!op_get_field(vm->rt, r.sp[-1], name, &result)) return unwind_raise(vm, r);
  r.sp[-1] = result;
  return r;
}

Regs access_set_field(Vm *vm, Regs r, String *name, uint32_t drop) {
  vm_save(vm, r);
  if (!op_set_field(vm->rt, r.sp[-2], name, r.sp[-1])) return unwind_raise(vm, r);
  r.sp -= drop;
  return r;
}

Regs access_get_super(Vm *vm, Regs r, String *name) {
  Value result;
  vm_save(vm, r);
  if (!op_get_super(vm->rt, r.sp[-1], r.sp[-2], name, &result)) return unwind_raise(vm, r);
  r.sp[-2] = result;
  r.sp--;
  return r;
}

Regs access_get_index(Vm *vm, Regs r) {
  Value result;
  vm_save(vm, r);
  if (!op_get_index(vm->rt, r.sp[-2], r.sp[-1], &result)) return unwind_raise(vm, r);
  r.sp[-2] = result;
  r.sp--;
  return r;
}

Regs access_set_index(Vm *vm, Regs r) {
  vm_save(vm, r);
  if (!op_set_index(vm->rt, r.sp[-3], r.sp[-2], r.sp[-1])) return unwind_raise(vm, r);
  r.sp -= 3;
  return r;
}

Regs access_make_list(Vm *vm, Regs r, uint32_t count) {
  vm_save(vm, r);
  List *list = list_from(vm->rt, r.sp - count, count);
  if (!list) return unwind_raise(vm, r);
  r.sp -= count;
  *r.sp++ = value_list(list);
  return r;
}

Regs access_extend_list(Vm *vm, Regs r, uint32_t count) {
  List *list = value_as_list(r.sp[-(ptrdiff_t)count - 1]);
  vm_save(vm, r);
  for (uint32_t i = 0; i < count; i++) {
    if (!list_push(vm->rt, list, r.sp[-(ptrdiff_t)count + i])) return unwind_raise(vm, r);
  }
  r.sp -= count;
  return r;
}

Regs access_make_object(Vm *vm, Regs r, uint32_t count) {
  vm_save(vm, r);
  Instance *object = instance_new(vm->rt, NULL, count);
  if (!object) return unwind_raise(vm, r);
  *r.sp++ = value_instance(object);
  return r;
}
