/* arith.h -- what the operators do to plain numbers.
 *
 * One place knows that ints are 64 bits and never wrap, that `/` truncates, and how an int compares with a float. The runtime's
 * operators and the constant folder both compute here, so a folded expression can't differ from one that runs. Pure: no values, no
 * errors raised, only a code that says which.
 */
#ifndef DUET_SUPPORT_ARITH_H
#define DUET_SUPPORT_ARITH_H

#include "support/base.h"
#include "support/operators.h"

typedef enum ArithResult {
  ARITH_OK,
  ARITH_OVERFLOW, /* the int result does not fit in 64 bits */
  ARITH_DIVISION_BY_ZERO,
  ARITH_MODULO_BY_ZERO,
  ARITH_SHIFT_COUNT, /* a shift outside 0..63 */
} ArithResult;

static inline ArithResult arith_add(int64_t a, int64_t b, int64_t *out) {
  return __builtin_add_overflow(a, b, out) ? ARITH_OVERFLOW : ARITH_OK;
}
static inline ArithResult arith_subtract(int64_t a, int64_t b, int64_t *out) {
  return __builtin_sub_overflow(a, b, out) ? ARITH_OVERFLOW : ARITH_OK;
}
static inline ArithResult arith_multiply(int64_t a, int64_t b, int64_t *out) {
  return __builtin_mul_overflow(a, b, out) ? ARITH_OVERFLOW : ARITH_OK;
}
static inline ArithResult arith_negate(int64_t a, int64_t *out) {
  return __builtin_sub_overflow((int64_t)0, a, out) ? ARITH_OVERFLOW : ARITH_OK;
}

/* Truncates toward zero; the smallest int / -1 overflows. */
static inline ArithResult arith_divide(int64_t a, int64_t b, int64_t *out) {
  if (b == 0) return ARITH_DIVISION_BY_ZERO;
  if (b == -1) return arith_negate(a, out);
  *out = a / b;
  return ARITH_OK;
}

/* Takes the sign of `a`; anything % -1 is 0. */
static inline ArithResult arith_modulo(int64_t a, int64_t b, int64_t *out) {
  if (b == 0) return ARITH_MODULO_BY_ZERO;
  *out = b == -1 ? 0 : a % b;
  return ARITH_OK;
}

/* `a >> count`, keeping the sign. */
static inline ArithResult arith_shift_right(int64_t a, int64_t count, int64_t *out) {
  if (count < 0 || count > 63) return ARITH_SHIFT_COUNT;
  /* cppcheck-suppress shiftTooManyBitsSigned ; gcc and clang shift the sign in */
  *out = a >> count;
  return ARITH_OK;
}

/* `a << count`; losing a bit (or the sign) is an overflow: then shifting back does not give `a`. */
static inline ArithResult arith_shift_left(int64_t a, int64_t count, int64_t *out) {
  if (count < 0 || count > 63) return ARITH_SHIFT_COUNT;
  int64_t shifted = (int64_t)((uint64_t)a << count), back = 0;
  if (arith_shift_right(shifted, count, &back) != ARITH_OK || back != a) return ARITH_OVERFLOW;
  *out = shifted;
  return ARITH_OK;
}

/* base ** exponent by squaring; exponent >= 0. */
ArithResult arith_power(int64_t base, int64_t exponent, int64_t *out);

/* Any int operator that gives an int: ADD to MODULO, BIT_*, SHIFT_*. */
ArithResult arith_int(BinaryOperator op, int64_t a, int64_t b, int64_t *out);

/* ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO of IEEE doubles; MODULO is fmod. */
double arith_float(BinaryOperator op, double a, double b);

/* How an int stands to a float by mathematical value, exact past 2^53. ARITH_UNORDERED when the float is NaN. */
typedef enum ArithOrder { ARITH_LESS = -1, ARITH_SAME = 0, ARITH_GREATER = 1, ARITH_UNORDERED = 2 } ArithOrder;
ArithOrder arith_compare_int_float(int64_t a, double b);

/* Whether `op` (EQUAL to GREATER_EQUAL) holds between two things that stand in `order`. */
static inline bool arith_holds(BinaryOperator op, ArithOrder order) {
  if (order == ARITH_UNORDERED) return op == BINARY_NOT_EQUAL;
  switch (op) {
  case BINARY_EQUAL: return order == ARITH_SAME;
  case BINARY_NOT_EQUAL: return order != ARITH_SAME;
  case BINARY_LESS: return order == ARITH_LESS;
  case BINARY_LESS_EQUAL: return order != ARITH_GREATER;
  case BINARY_GREATER: return order == ARITH_GREATER;
  case BINARY_GREATER_EQUAL: return order != ARITH_LESS;
  default: assert(!"a comparison"); return false;
  }
}

#endif
