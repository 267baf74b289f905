/* ops/variables.h -- handlers that read and write variables.
 *
 * The resolver has proved most uses safe; only those that may find a variable unset have the CHECKED forms. See upvalue.c for what an upvalue is.
 */
#ifndef DUET_BYTECODE_OPS_VARIABLES_H
#define DUET_BYTECODE_OPS_VARIABLES_H

#include "../handler.h"
#include "../undefined.h"

HANDLER1(LOAD_LOCAL, slot) {
  *r.sp++ = value_copy(&r.fp[slot]);
  return r;
}

HANDLER2(LOAD_TWO, first, second) {
  r.sp[0] = value_copy(&r.fp[first]);
  r.sp[1] = value_copy(&r.fp[second]);
  r.sp += 2;
  return r;
}

HANDLER1(STORE_LOCAL, slot) {
  r.fp[slot] = value_copy(--r.sp);
  return r;
}

HANDLER2(MOVE, from, to) {
  r.fp[to] = value_copy(&r.fp[from]);
  return r;
}

HANDLER2(SET_INT, value, to) {
  r.fp[to] = value_int((int32_t)value);
  return r;
}

HANDLER2(SET_CONST, index, to) {
  r.fp[to] = value_copy(&r.frame->constants[index]);
  return r;
}

HANDLER1(LOAD_LOCAL_CHECKED, slot) {
  if (UNLIKELY(value_is(r.fp[slot], VALUE_UNSET))) return SLOW(vm, r, undefined_variable(vm));
  *r.sp++ = value_copy(&r.fp[slot]);
  return r;
}

HANDLER1(STORE_LOCAL_CHECKED, slot) {
  if (UNLIKELY(value_is(r.fp[slot], VALUE_UNSET))) return SLOW(vm, r, undefined_variable(vm));
  r.fp[slot] = value_copy(--r.sp);
  return r;
}

HANDLER1(UNSET_LOCAL, slot) {
  r.fp[slot] = value_unset();
  return r;
}

HANDLER1(LOAD_UPVALUE, index) {
  *r.sp++ = value_copy(r.frame->closure->upvalues[index]->location);
  return r;
}

HANDLER1(STORE_UPVALUE, index) {
  *r.frame->closure->upvalues[index]->location = value_copy(--r.sp);
  return r;
}

HANDLER1(LOAD_UPVALUE_CHECKED, index) {
  Value value = value_copy(r.frame->closure->upvalues[index]->location);
  if (UNLIKELY(value_is(value, VALUE_UNSET))) return SLOW(vm, r, undefined_variable(vm));
  *r.sp++ = value;
  return r;
}

HANDLER1(STORE_UPVALUE_CHECKED, index) {
  Value *location = r.frame->closure->upvalues[index]->location;
  if (UNLIKELY(value_is(*location, VALUE_UNSET))) return SLOW(vm, r, undefined_variable(vm));
  *location = value_copy(--r.sp);
  return r;
}

HANDLER1(CLOSE_UPVALUES, slot) {
  upvalue_close(&vm->upvalue_list, r.fp + slot);
  return r;
}

HANDLER1(LOAD_BUILTIN, index) {
  *r.sp++ = vm->rt->builtins[index];
  return r;
}

HANDLER1(UNDEFINED, name) { return SLOW(vm, r, undefined_variable(vm)); }

#endif
