/* math.c -- functions of numbers.
 *
 * abs, min, max, and pow of ints keep ints ints; floor, ceil and round make ints of floats, exactly or not at all; the rest compute in floats. A result that is no number (NaN) although
 * every argument is one means that the argument lies outside the function's domain: a ValueError. Poles are IEEE's: log(0) is -inf.
 */
#include "runtime/builtins/arguments.h"
#include "runtime/builtins/builtins.h"
#include "runtime/error.h"
#include "runtime/ops.h"
#include "support/arith.h"
#include <math.h>

/* ---- keeping ints ---- */

BUILTIN(abs, 1, 1, "abs(x) -> number: x without its sign") {
  double number;
  if (!argument_number(rt, "abs", args[0], &number)) return false;
  if (value_is(args[0], VALUE_INT) && value_as_int(args[0]) < 0) return op_unary(rt, UNARY_NEGATE, args[0], result);
  *result = value_is(args[0], VALUE_INT) ? args[0] : value_float(fabs(number));
  return true;
}

/* The first of the numbers that no later one is `better` than, in the sense of op_compare. */
static bool choose(Runtime *rt, const char *name, BinaryOperator better, uint32_t argc, const Value *args, Value *result) {
  Value best = args[0];
  for (uint32_t i = 0; i < argc; i++) {
    double number;
    bool is_better = false;
    if (!argument_number(rt, name, args[i], &number) || !op_compare(rt, better, args[i], best, &is_better)) return false;
    if (is_better) best = args[i];
  }
  *result = best;
  return true;
}

BUILTIN(min, 1, BUILTIN_ANY_COUNT, "min(x, ...) -> number: the least of the numbers, the first of equal ones") {
  return choose(rt, "min", BINARY_LESS, argc, args, result);
}

BUILTIN(max, 1, BUILTIN_ANY_COUNT, "max(x, ...) -> number: the greatest of the numbers, the first of equal ones") {
  return choose(rt, "max", BINARY_GREATER, argc, args, result);
}

/* ---- floats to ints ---- */

static bool round_with(Runtime *rt, const char *name, double (*function)(double), Value value, Value *result) {
  double number;
  if (!argument_number(rt, name, value, &number)) return false;
  int64_t whole = value_is(value, VALUE_INT) ? value_as_int(value) : 0;
  if (value_is(value, VALUE_FLOAT) && !argument_whole(rt, name, function(number), &whole)) return false;
  *result = value_int(whole);
  return true;
}

BUILTIN(floor, 1, 1, "floor(x) -> int: the greatest int that is not above x") { return round_with(rt, "floor", floor, args[0], result); }

BUILTIN(ceil, 1, 1, "ceil(x) -> int: the least int that is not below x") { return round_with(rt, "ceil", ceil, args[0], result); }

BUILTIN(round, 1, 1, "round(x) -> int: the nearest int; of two equally near the one further from 0") {
  return round_with(rt, "round", round, args[0], result);
}

/* ---- floats ---- */

static COLD bool domain_error(Runtime *rt, const char *name) {
  return error_raise(rt, ERROR_VALUE, "%s() of a value outside its domain", name);
}

static bool compute(Runtime *rt, const char *name, double (*function)(double), Value value, Value *result) {
  double number;
  if (!argument_number(rt, name, value, &number)) return false;
  double answer = function(number);
  if (answer != answer && number == number) return domain_error(rt, name);
  *result = value_float(answer);
  return true;
}

BUILTIN(sqrt, 1, 1, "sqrt(x) -> float: the square root") { return compute(rt, "sqrt", sqrt, args[0], result); }

BUILTIN(sin, 1, 1, "sin(x) -> float: the sine of x, an angle in radians") { return compute(rt, "sin", sin, args[0], result); }

BUILTIN(cos, 1, 1, "cos(x) -> float: the cosine of x, an angle in radians") { return compute(rt, "cos", cos, args[0], result); }

BUILTIN(exp, 1, 1, "exp(x) -> float: e to the power of x") { return compute(rt, "exp", exp, args[0], result); }

BUILTIN(log, 1, 1, "log(x) -> float: the natural logarithm") { return compute(rt, "log", log, args[0], result); }

static bool pow_of_ints(Runtime *rt, int64_t base, int64_t exponent, Value *result) {
  if (exponent < 0) return error_raise(rt, ERROR_VALUE, "pow() of ints needs an exponent of 0 or more");
  int64_t answer;
  if (arith_power(base, exponent, &answer) != ARITH_OK) return error_raise(rt, ERROR_OVERFLOW, "integer overflow");
  *result = value_int(answer);
  return true;
}

BUILTIN(pow, 2, 2, "pow(x, y) -> number: x to the power of y, an int when both are") {
  double base;
  double exponent;
  if (!argument_number(rt, "pow", args[0], &base) || !argument_number(rt, "pow", args[1], &exponent)) return false;
  if (value_is(args[0], VALUE_INT) && value_is(args[1], VALUE_INT)) {
    return pow_of_ints(rt, value_as_int(args[0]), value_as_int(args[1]), result);
  }
  double answer = pow(base, exponent);
  if (answer != answer && base == base && exponent == exponent) return domain_error(rt, "pow");
  *result = value_float(answer);
  return true;
}
