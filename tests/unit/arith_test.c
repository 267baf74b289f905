/* arith_test.c -- int arithmetic at its edges, checked against 128-bit arithmetic over all pairs of awkward numbers. */
#include "check.h"
#include "support/arith.h"
#include <math.h>

typedef __int128 Wide;

static const int64_t edges[] = {0,
                                1,
                                -1,
                                2,
                                -2,
                                3,
                                -3,
                                7,
                                10,
                                63,
                                64,
                                65,
                                INT64_MAX,
                                INT64_MIN,
                                INT64_MIN + 1,
                                INT64_MAX - 1,
                                (int64_t)1 << 31,
                                -((int64_t)1 << 31),
                                (int64_t)1 << 53,
                                ((int64_t)1 << 53) - 1,
                                ((int64_t)1 << 53) + 1,
                                ((int64_t)1 << 62),
                                3037000500,
                                -3037000500};

static bool fits(Wide value) { return value >= INT64_MIN && value <= INT64_MAX; }

/* `result` and `out` are what an operator gave for something whose true value is `wanted`. */
static bool is_right(ArithResult result, int64_t out, Wide wanted) {
  return fits(wanted) ? result == ARITH_OK && out == wanted : result == ARITH_OVERFLOW;
}

static void test_pair(Check *check, int64_t a, int64_t b) {
  int64_t out = 0;
  ArithResult result = arith_int(BINARY_ADD, a, b, &out);
  CHECK(check, is_right(result, out, (Wide)a + b));
  result = arith_int(BINARY_SUBTRACT, a, b, &out);
  CHECK(check, is_right(result, out, (Wide)a - b));
  result = arith_int(BINARY_MULTIPLY, a, b, &out);
  CHECK(check, is_right(result, out, (Wide)a * b));
  result = arith_int(BINARY_DIVIDE, a, b, &out);
  CHECK(check, b == 0 ? result == ARITH_DIVISION_BY_ZERO : is_right(result, out, (Wide)a / b));
  result = arith_int(BINARY_MODULO, a, b, &out);
  CHECK(check, b == 0 ? result == ARITH_MODULO_BY_ZERO : is_right(result, out, (Wide)a % b));
  result = arith_int(BINARY_BIT_AND, a, b, &out);
  CHECK(check, result == ARITH_OK && out == (a & b));
  result = arith_int(BINARY_BIT_OR, a, b, &out);
  CHECK(check, result == ARITH_OK && out == (a | b));
  result = arith_int(BINARY_BIT_XOR, a, b, &out);
  CHECK(check, result == ARITH_OK && out == (a ^ b));
}

static void test_shifts(Check *check, int64_t a) {
  int64_t out = 0;
  for (int64_t count = 0; count < 64; count++) {
    ArithResult result = arith_shift_left(a, count, &out);
    CHECK(check, is_right(result, out, a * ((Wide)1 << count)));
    result = arith_int(BINARY_SHIFT_RIGHT, a, count, &out);
    Wide power = (Wide)1 << count;
    Wide floored = a >= 0 ? a / power : -((-(Wide)a + power - 1) / power);
    CHECK(check, result == ARITH_OK && out == floored);
  }
  static const int64_t wrong[] = {-1, 64, 65, INT64_MAX, INT64_MIN};
  for (size_t i = 0; i < ARRAY_COUNT(wrong); i++) {
    CHECK(check, arith_int(BINARY_SHIFT_LEFT, a, wrong[i], &out) == ARITH_SHIFT_COUNT);
    CHECK(check, arith_shift_right(a, wrong[i], &out) == ARITH_SHIFT_COUNT);
  }
}

static void test_power(Check *check) {
  int64_t out = 0;
  CHECK(check, arith_power(0, 0, &out) == ARITH_OK && out == 1);
  CHECK(check, arith_power(0, INT64_MAX, &out) == ARITH_OK && out == 0);
  CHECK(check, arith_power(-1, INT64_MAX, &out) == ARITH_OK && out == -1);
  CHECK(check, arith_power(1, INT64_MAX, &out) == ARITH_OK && out == 1);
  CHECK(check, arith_power(2, 62, &out) == ARITH_OK && out == (int64_t)1 << 62);
  CHECK(check, arith_power(2, 63, &out) == ARITH_OVERFLOW);
  CHECK(check, arith_power(-2, 63, &out) == ARITH_OK && out == INT64_MIN);
  CHECK(check, arith_power(-2, 64, &out) == ARITH_OVERFLOW);
  CHECK(check, arith_power(10, 18, &out) == ARITH_OK && out == 1000000000000000000);
  CHECK(check, arith_power(10, 19, &out) == ARITH_OVERFLOW);
  CHECK(check, arith_power(3037000500, 2, &out) == ARITH_OVERFLOW);
  CHECK(check, arith_power(INT64_MIN, 1, &out) == ARITH_OK && out == INT64_MIN);
  for (int64_t base = -12; base <= 12; base++) {
    Wide power = 1;
    for (int64_t exponent = 0; exponent < 17; exponent++, power *= base) {
      CHECK(check, arith_power(base, exponent, &out) == ARITH_OK && out == power);
    }
  }
}

static void test_negate(Check *check) {
  int64_t out = 0;
  CHECK(check, arith_negate(INT64_MIN, &out) == ARITH_OVERFLOW);
  CHECK(check, arith_negate(INT64_MAX, &out) == ARITH_OK && out == -INT64_MAX);
  CHECK(check, arith_negate(0, &out) == ARITH_OK && out == 0);
}

static void test_compare(Check *check) {
  int64_t two53 = (int64_t)1 << 53;
  CHECK(check, arith_compare_int_float(1, 1.0) == ARITH_SAME);
  CHECK(check, arith_compare_int_float(0, -0.0) == ARITH_SAME);
  CHECK(check, arith_compare_int_float(1, 1.5) == ARITH_LESS);
  CHECK(check, arith_compare_int_float(-1, -1.5) == ARITH_GREATER);
  CHECK(check, arith_compare_int_float(-2, -1.5) == ARITH_LESS);
  CHECK(check, arith_compare_int_float(0, 5e-324) == ARITH_LESS);
  CHECK(check, arith_compare_int_float(0, -5e-324) == ARITH_GREATER);
  CHECK(check, arith_compare_int_float(two53, 0x1p53) == ARITH_SAME);
  CHECK(check, arith_compare_int_float(two53 + 1, 0x1p53) == ARITH_GREATER);
  CHECK(check, arith_compare_int_float(two53 - 1, 0x1p53) == ARITH_LESS);
  CHECK(check, arith_compare_int_float(INT64_MAX, 0x1p63) == ARITH_LESS);
  CHECK(check, arith_compare_int_float(INT64_MAX, 0x1.fffffffffffffp62) == ARITH_GREATER);
  CHECK(check, arith_compare_int_float(INT64_MIN, -0x1p63) == ARITH_SAME);
  CHECK(check, arith_compare_int_float(INT64_MIN + 1, -0x1p63) == ARITH_GREATER);
  CHECK(check, arith_compare_int_float(INT64_MIN, -0x1.0000000000001p63) == ARITH_GREATER);
  CHECK(check, arith_compare_int_float(INT64_MAX, INFINITY) == ARITH_LESS);
  CHECK(check, arith_compare_int_float(INT64_MIN, -INFINITY) == ARITH_GREATER);
  CHECK(check, arith_compare_int_float(0, NAN) == ARITH_UNORDERED);
}

/* Bit i of a row: does the comparison hold for LESS, SAME, GREATER, UNORDERED? */
static void test_holds(Check *check) {
  static const struct {
    BinaryOperator op;
    bool less, same, greater, unordered;
  } rows[] = {{BINARY_EQUAL, false, true, false, false},   {BINARY_NOT_EQUAL, true, false, true, true},
              {BINARY_LESS, true, false, false, false},    {BINARY_LESS_EQUAL, true, true, false, false},
              {BINARY_GREATER, false, false, true, false}, {BINARY_GREATER_EQUAL, false, true, true, false}};
  for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
    CHECK(check, arith_holds(rows[i].op, ARITH_LESS) == rows[i].less);
    CHECK(check, arith_holds(rows[i].op, ARITH_SAME) == rows[i].same);
    CHECK(check, arith_holds(rows[i].op, ARITH_GREATER) == rows[i].greater);
    CHECK(check, arith_holds(rows[i].op, ARITH_UNORDERED) == rows[i].unordered);
  }
}

static void test_floats(Check *check) {
  CHECK(check, arith_float(BINARY_ADD, 0.1, 0.2) == 0.1 + 0.2);
  CHECK(check, isinf(arith_float(BINARY_DIVIDE, 1, 0)));
  CHECK(check, isnan(arith_float(BINARY_DIVIDE, 0, 0)));
  CHECK(check, arith_float(BINARY_MODULO, -7.5, 2) == -1.5);
  CHECK(check, arith_float(BINARY_MODULO, 7.5, -2) == 1.5);
  CHECK(check, isnan(arith_float(BINARY_MODULO, 1, 0)));
  CHECK(check, signbit(arith_float(BINARY_MULTIPLY, -1, 0)) != 0);
  CHECK(check, arith_float(BINARY_SUBTRACT, 1, 3) == -2);
}

static void test_operator_table(Check *check) {
  CHECK_TEXT(check, binary_operator_text(BINARY_EQUAL), "==");
  CHECK_TEXT(check, binary_operator_text(BINARY_MODULO), "%");
  CHECK(check, binary_operator_precedence(BINARY_EQUAL) == PRECEDENCE_COMPARISON);
  CHECK(check, binary_operator_precedence(BINARY_MODULO) < PRECEDENCE_UNARY);
  CHECK_TEXT(check, unary_operator_text(UNARY_NEGATE), "-");
  CHECK_TEXT(check, unary_operator_text(UNARY_BIT_NOT), "~");
  CHECK_TEXT(check, unary_operator_text(UNARY_NOT), "not");
}

int main(void) {
  Check check = {0};
  for (size_t i = 0; i < ARRAY_COUNT(edges); i++) {
    for (size_t k = 0; k < ARRAY_COUNT(edges); k++)
      test_pair(&check, edges[i], edges[k]);
    test_shifts(&check, edges[i]);
  }
  test_negate(&check);
  test_power(&check);
  test_compare(&check);
  test_holds(&check);
  test_floats(&check);
  test_operator_table(&check);
  return check_report(&check);
}
