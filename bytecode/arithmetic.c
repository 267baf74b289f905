/* arithmetic.c -- operators that left the fast path: mixed types, overflow, strings, errors. What they mean is the runtime's to say. */
#include "arithmetic.h"

#include "unwind.h"

Regs arithmetic_binary(Vm *vm, Regs r, BinaryOperator op) {
  Value result;
  vm_save(vm, r);
  if (!op_binary(vm->rt, op, r.sp[-2], r.sp[-1], &result)) return unwind_raise(vm, r);
  r.sp[-2] = result;
  r.sp--;
  return r;
}

Regs arithmetic_unary(Vm *vm, Regs r, UnaryOperator op) {
  Value result;
  vm_save(vm, r);
  if (!op_unary(vm->rt, op, r.sp[-1], &result)) return unwind_raise(vm, r);
  r.sp[-1] = result;
  return r;
}

Regs arithmetic_is(Vm *vm, Regs r) {
  bool result;
  vm_save(vm, r);
  if (!op_is(vm->rt, r.sp[-2], r.sp[-1], &result)) return unwind_raise(vm, r);
  r.sp[-2] = value_bool(result);
  r.sp--;
  return r;
}

Regs arithmetic_catch_is(Vm *vm, Regs r) {
  bool result;
  vm_save(vm, r);
  if (!op_is(vm->rt, r.sp[-3], r.sp[-1], &result)) return unwind_raise(vm, r);
  r.sp[-1] = value_bool(result);
  return r;
}
