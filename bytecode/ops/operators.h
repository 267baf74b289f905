/* ops/operators.h -- handlers of the operators: two ints or two floats here, all else in arithmetic.c.
 *
 * The fast paths must answer exactly as runtime/ops.h does; they only answer sooner.
 */
#ifndef DUET_BYTECODE_OPS_OPERATORS_H
#define DUET_BYTECODE_OPS_OPERATORS_H

#include "../arithmetic.h"
#include "../handler.h"
#include "support/arith.h"

static inline bool both_are(const Value *sp, ValueTag tag) { return value_is(sp[-2], tag) && value_is(sp[-1], tag); }

/* a b -> result */
static inline Regs give_two(Regs r, Value result) {
  r.sp[-2] = result;
  r.sp--;
  return r;
}

/* Int by a checked function of support/arith.h, float by a C operator. */
#define ARITHMETIC_HANDLER(NAME, OPERATOR, int_function, c_operator)                                                                    \
  HANDLER0(NAME) {                                                                                                                      \
    int64_t result;                                                                                                                     \
    if (LIKELY(both_are(r.sp, VALUE_INT)) && LIKELY(int_function(value_as_int(r.sp[-2]), value_as_int(r.sp[-1]), &result) == ARITH_OK)) \
      return give_two(r, value_int(result));                                                                                            \
    if (both_are(r.sp, VALUE_FLOAT)) return give_two(r, value_float(value_as_float(r.sp[-2]) c_operator value_as_float(r.sp[-1])));     \
    return SLOW(vm, r, arithmetic_binary(vm, BINARY_##OPERATOR));                                                                       \
  }
ARITHMETIC_HANDLER(ADD, ADD, arith_add, +)
ARITHMETIC_HANDLER(SUB, SUBTRACT, arith_subtract, -)
ARITHMETIC_HANDLER(MUL, MULTIPLY, arith_multiply, *)
ARITHMETIC_HANDLER(DIV, DIVIDE, arith_divide, /)

HANDLER0(MOD) {
  int64_t result;
  if (LIKELY(both_are(r.sp, VALUE_INT)) && LIKELY(arith_modulo(value_as_int(r.sp[-2]), value_as_int(r.sp[-1]), &result) == ARITH_OK))
    return give_two(r, value_int(result));
  return SLOW(vm, r, arithmetic_binary(vm, BINARY_MODULO));
}

#define BIT_HANDLER(NAME, c_operator)                                                                                               \
  HANDLER0(NAME) {                                                                                                                  \
    if (LIKELY(both_are(r.sp, VALUE_INT))) return give_two(r, value_int(value_as_int(r.sp[-2]) c_operator value_as_int(r.sp[-1]))); \
    return SLOW(vm, r, arithmetic_binary(vm, BINARY_##NAME));                                                                       \
  }
BIT_HANDLER(BIT_AND, &)
BIT_HANDLER(BIT_OR, |)
BIT_HANDLER(BIT_XOR, ^)

HANDLER0(SHIFT_LEFT) {
  int64_t result;
  if (LIKELY(both_are(r.sp, VALUE_INT)) && LIKELY(arith_shift_left(value_as_int(r.sp[-2]), value_as_int(r.sp[-1]), &result) == ARITH_OK))
    return give_two(r, value_int(result));
  return SLOW(vm, r, arithmetic_binary(vm, BINARY_SHIFT_LEFT));
}

HANDLER0(SHIFT_RIGHT) {
  int64_t result;
  if (LIKELY(both_are(r.sp, VALUE_INT)) && LIKELY(arith_shift_right(value_as_int(r.sp[-2]), value_as_int(r.sp[-1]), &result) == ARITH_OK))
    return give_two(r, value_int(result));
  return SLOW(vm, r, arithmetic_binary(vm, BINARY_SHIFT_RIGHT));
}

#define COMPARE_HANDLER(NAME, c_operator)                                                                                            \
  HANDLER0(NAME) {                                                                                                                   \
    if (LIKELY(both_are(r.sp, VALUE_INT))) return give_two(r, value_bool(value_as_int(r.sp[-2]) c_operator value_as_int(r.sp[-1]))); \
    if (both_are(r.sp, VALUE_FLOAT)) return give_two(r, value_bool(value_as_float(r.sp[-2]) c_operator value_as_float(r.sp[-1])));   \
    return SLOW(vm, r, arithmetic_binary(vm, BINARY_##NAME));                                                                        \
  }
COMPARE_HANDLER(EQUAL, ==)
COMPARE_HANDLER(NOT_EQUAL, !=)
COMPARE_HANDLER(LESS, <)
COMPARE_HANDLER(LESS_EQUAL, <=)
COMPARE_HANDLER(GREATER, >)
COMPARE_HANDLER(GREATER_EQUAL, >=)

HANDLER0(NEGATE) {
  int64_t result;
  if (LIKELY(value_is(r.sp[-1], VALUE_INT)) && LIKELY(arith_negate(value_as_int(r.sp[-1]), &result) == ARITH_OK)) {
    r.sp[-1] = value_int(result);
    return r;
  }
  return SLOW(vm, r, arithmetic_unary(vm, UNARY_NEGATE));
}

HANDLER0(BIT_NOT) {
  if (UNLIKELY(!value_is(r.sp[-1], VALUE_INT))) return SLOW(vm, r, arithmetic_unary(vm, UNARY_BIT_NOT));
  r.sp[-1] = value_int(~value_as_int(r.sp[-1]));
  return r;
}

HANDLER0(NOT) {
  r.sp[-1] = value_bool(!value_truthy(r.sp[-1]));
  return r;
}

HANDLER0(IS) { return SLOW(vm, r, arithmetic_is(vm)); }

#endif
