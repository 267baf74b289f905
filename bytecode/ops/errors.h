/* ops/errors.h -- handlers that throw, catch, and go on behind a finally.
 *
 * A handler finds two values on the stack: what was thrown, and its origin (place and trace), which a rethrow needs. `finally` keeps three slots: what is to happen behind it
 * (0: go on; 1: throw on; others: the compiler's, see compile_try.c), a value, an origin.
 */
#ifndef DUET_BYTECODE_OPS_ERRORS_H
#define DUET_BYTECODE_OPS_ERRORS_H

#include "../arithmetic.h"
#include "../finally.h"
#include "../handler.h"

HANDLER0(THROW) { return SLOW(vm, r, unwind_throw(vm, r.sp[-1])); }

HANDLER0(RETHROW) { return SLOW(vm, r, unwind_rethrow(vm, r.sp[-2], r.sp[-1])); }

HANDLER0(CATCH_IS) { return SLOW(vm, r, arithmetic_catch_is(vm)); }

HANDLER1(END_FINALLY, slot) {
  if (LIKELY(value_as_int(r.fp[slot]) != FINALLY_THROW)) return r;
  return SLOW(vm, r, unwind_rethrow(vm, r.fp[slot + 1], r.fp[slot + 2]));
}

#endif
