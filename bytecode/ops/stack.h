/* ops/stack.h -- handlers that only move values: constants, copies, drops. */
#ifndef DUET_BYTECODE_OPS_STACK_H
#define DUET_BYTECODE_OPS_STACK_H

#include "../handler.h"

HANDLER0(NIL) {
  *r.sp++ = value_nil();
  return r;
}

HANDLER0(TRUE) {
  *r.sp++ = value_bool(true);
  return r;
}

HANDLER0(FALSE) {
  *r.sp++ = value_bool(false);
  return r;
}

HANDLER1(CONST, index) {
  *r.sp++ = value_copy(&r.frame->constants[index]);
  return r;
}

HANDLER1(INT, value) {
  *r.sp++ = value_int((int32_t)value);
  return r;
}

HANDLER0(POP) {
  r.sp--;
  return r;
}

HANDLER0(DUP) {
  r.sp[0] = value_copy(&r.sp[-1]);
  r.sp++;
  return r;
}

HANDLER0(DUP_TWO) {
  r.sp[0] = value_copy(&r.sp[-2]);
  r.sp[1] = value_copy(&r.sp[-1]);
  r.sp += 2;
  return r;
}

HANDLER0(RESULT) {
  vm->result = value_copy(--r.sp);
  return r;
}

#endif
