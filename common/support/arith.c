/* arith.c -- the arithmetic of Duet on plain C numbers.
 *
 * C leaves much of int arithmetic undefined: overflow, shifts by 64, the smallest int divided by -1. Each function here rules those
 * cases out first, and only then lets C compute. Floats are IEEE-754 doubles and need no ruling out: they give infinities and NaNs by
 * themselves.
 */
#include "support/arith.h"
#include <math.h>

ArithResult arith_power(int64_t base, int64_t exponent, int64_t *out) {
  int64_t power = 1;
  while (exponent > 0) {
    if ((exponent & 1) != 0 && arith_multiply(power, base, &power) != ARITH_OK) return ARITH_OVERFLOW;
    exponent >>= 1;
    if (exponent > 0 && arith_multiply(base, base, &base) != ARITH_OK) return ARITH_OVERFLOW;
  }
  *out = power;
  return ARITH_OK;
}

ArithResult arith_int(BinaryOperator op, int64_t a, int64_t b, int64_t *out) {
  switch (op) {
  case BINARY_ADD: return arith_add(a, b, out);
  case BINARY_SUBTRACT: return arith_subtract(a, b, out);
  case BINARY_MULTIPLY: return arith_multiply(a, b, out);
  case BINARY_DIVIDE: return arith_divide(a, b, out);
  case BINARY_MODULO: return arith_modulo(a, b, out);
  case BINARY_BIT_AND: *out = a & b; return ARITH_OK;
  case BINARY_BIT_OR: *out = a | b; return ARITH_OK;
  case BINARY_BIT_XOR: *out = a ^ b; return ARITH_OK;
  case BINARY_SHIFT_LEFT: return arith_shift_left(a, b, out);
  case BINARY_SHIFT_RIGHT: return arith_shift_right(a, b, out);
  default: assert(!"an int operator that gives an int"); return ARITH_OVERFLOW;
  }
}

double arith_float(BinaryOperator op, double a, double b) {
  switch (op) {
  case BINARY_ADD: return a + b;
  case BINARY_SUBTRACT: return a - b;
  case BINARY_MULTIPLY: return a * b;
  case BINARY_DIVIDE: return a / b;
  case BINARY_MODULO: return fmod(a, b);
  default: assert(!"a float operator that gives a float"); return 0;
  }
}

/* Turning `a` into a double would round it past 2^53; turning `b` into an int is exact once it is known to be in range. */
ArithOrder arith_compare_int_float(int64_t a, double b) {
  if (isnan(b)) return ARITH_UNORDERED;
  if (b >= 0x1p63) return ARITH_LESS;
  if (b < -0x1p63) return ARITH_GREATER;
  int64_t whole = (int64_t)b; /* truncated toward zero */
  if (a != whole) return a < whole ? ARITH_LESS : ARITH_GREATER;
  double fraction = b - (double)whole; /* exact: where there is a fraction, b is below 2^53 */
  if (fraction == 0) return ARITH_SAME;
  return fraction > 0 ? ARITH_LESS : ARITH_GREATER;
}
