/* arithmetic.c -- operators that left the fast path: mixed types, overflow, strings, errors. What they mean is the runtime's to say. */
#include "arithmetic.h"

#include "loop.h"
#include "runtime/equal.h"
#include "unwind.h"

void arithmetic_binary(Vm *vm, BinaryOperator op) {
  Value result;
  if (!op_binary(vm->rt, op, vm->sp[-2], vm->sp[-1], &result)) return unwind_raise(vm);
  vm->sp[-2] = value_copy(&result);
  vm->sp--;
}

void arithmetic_into(Vm *vm, BinaryOperator op, Value a, Value b, Value *dest, Value *sp) {
  Value result;
  if (!op_binary(vm->rt, op, a, b, &result)) return unwind_raise(vm);
  *dest = value_copy(&result);
  vm->sp = sp;
}

bool arithmetic_equal(Value a, Value b) { return value_equal(a, b); }

void arithmetic_jump(Vm *vm, BinaryOperator op, Value a, Value b, bool when, int32_t offset, Value *sp) {
  bool holds;
  if (!op_compare(vm->rt, op, a, b, &holds)) return unwind_raise(vm);
  vm->sp = sp;
  if (holds != when) return;
  vm->ip += offset;
  if (offset < 0 && UNLIKELY(*vm->interrupted)) loop_interrupt(vm);
}

void arithmetic_unary(Vm *vm, UnaryOperator op) {
  Value result;
  if (!op_unary(vm->rt, op, vm->sp[-1], &result)) return unwind_raise(vm);
  vm->sp[-1] = value_copy(&result);
}

void arithmetic_is(Vm *vm) {
  bool result;
  if (!op_is(vm->rt, vm->sp[-2], vm->sp[-1], &result)) return unwind_raise(vm);
  vm->sp[-2] = value_bool(result);
  vm->sp--;
}

void arithmetic_catch_is(Vm *vm) {
  bool result;
  if (!op_is(vm->rt, vm->sp[-3], vm->sp[-1], &result)) return unwind_raise(vm);
  vm->sp[-1] = value_bool(result);
}
