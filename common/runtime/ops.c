/* ops.c -- what the operators on values mean: arithmetic, comparison, `is`.
 *
 * The plain numbers are computed in support/arith.h, where the constant folder computes too; here is what depends on the types of the operands: which
 * pairs go together, and what the error says about those that do not.
 *
 *     int    op int      an int, never wrapped          float op number    IEEE
 *     string +  string   joined                         list  +  list      a new list
 *
 * Fields are in ops_field.c, indices in ops_index.c.
 */
#include "runtime/ops.h"
#include "runtime/equal.h"
#include "runtime/error.h"
#include "runtime/list.h"
#include "support/arith.h"

/* ---- errors ---- */

/* The TypeError of a binary operator: both types are named, in the order in which they are said aloud. */
static COLD bool operand_error(Runtime *rt, BinaryOperator op, Value a, Value b) {
  const char *x = value_type_name(a);
  const char *y = value_type_name(b);
  switch (op) {
  case BINARY_ADD: return error_raise(rt, ERROR_TYPE, "cannot add %s and %s", x, y);
  case BINARY_SUBTRACT: return error_raise(rt, ERROR_TYPE, "cannot subtract %s from %s", y, x);
  case BINARY_MULTIPLY: return error_raise(rt, ERROR_TYPE, "cannot multiply %s and %s", x, y);
  case BINARY_DIVIDE: return error_raise(rt, ERROR_TYPE, "cannot divide %s by %s", x, y);
  case BINARY_MODULO: return error_raise(rt, ERROR_TYPE, "cannot take %s modulo %s", x, y);
  case BINARY_LESS:
  case BINARY_LESS_EQUAL:
  case BINARY_GREATER:
  case BINARY_GREATER_EQUAL: return error_raise(rt, ERROR_TYPE, "cannot compare %s and %s", x, y);
  default: return error_raise(rt, ERROR_TYPE, "cannot apply %s to %s and %s", binary_operator_text(op), x, y);
  }
}

/* The error that an ArithResult other than OK stands for; `right` is the right operand. */
static COLD bool arith_error(Runtime *rt, ArithResult what, int64_t right) {
  switch (what) {
  case ARITH_DIVISION_BY_ZERO: return error_raise(rt, ERROR_ZERO_DIVISION, "division by zero");
  case ARITH_MODULO_BY_ZERO: return error_raise(rt, ERROR_ZERO_DIVISION, "modulo by zero");
  case ARITH_SHIFT_COUNT: return error_raise(rt, ERROR_VALUE, "shift count %lld is not in 0..63", (long long)right);
  default: return error_raise(rt, ERROR_OVERFLOW, "integer overflow");
  }
}

/* ---- arithmetic ---- */

static bool is_float_operator(BinaryOperator op) { return op >= BINARY_ADD && op <= BINARY_MODULO; }

bool op_arithmetic(Runtime *rt, BinaryOperator op, Value a, Value b, Value *result) {
  if (value_is(a, VALUE_INT) && value_is(b, VALUE_INT)) {
    int64_t number;
    ArithResult what = arith_int(op, value_as_int(a), value_as_int(b), &number);
    if (UNLIKELY(what != ARITH_OK)) return arith_error(rt, what, value_as_int(b));
    *result = value_int(number);
    return true;
  }
  if (value_is_number(a) && value_is_number(b) && is_float_operator(op)) {
    *result = value_float(arith_float(op, value_to_float(a), value_to_float(b)));
    return true;
  }
  return operand_error(rt, op, a, b);
}

bool op_add(Runtime *rt, Value a, Value b, Value *result) {
  if (value_is(a, VALUE_STRING) && value_is(b, VALUE_STRING)) {
    String *joined = string_concat(rt, value_as_string(a), value_as_string(b));
    if (!joined) return false;
    *result = value_string(joined);
    return true;
  }
  if (value_is(a, VALUE_LIST) && value_is(b, VALUE_LIST)) {
    List *joined = list_concat(rt, value_as_list(a), value_as_list(b));
    if (!joined) return false;
    *result = value_list(joined);
    return true;
  }
  return op_arithmetic(rt, BINARY_ADD, a, b, result);
}

bool op_unary(Runtime *rt, UnaryOperator op, Value a, Value *result) {
  int64_t number;
  switch (op) {
  case UNARY_NOT: *result = value_bool(!value_truthy(a)); return true;
  case UNARY_BIT_NOT:
    if (!value_is(a, VALUE_INT)) return error_raise(rt, ERROR_TYPE, "cannot apply ~ to %s", value_type_name(a));
    *result = value_int(~value_as_int(a));
    return true;
  case UNARY_NEGATE:
    if (value_is(a, VALUE_FLOAT)) {
      *result = value_float(-value_as_float(a));
      return true;
    }
    if (!value_is(a, VALUE_INT)) return error_raise(rt, ERROR_TYPE, "cannot negate %s", value_type_name(a));
    if (arith_negate(value_as_int(a), &number) != ARITH_OK) return arith_error(rt, ARITH_OVERFLOW, 0);
    *result = value_int(number);
    return true;
  }
  return false;
}

/* ---- comparison ---- */

static ArithOrder order_of(int64_t difference) { return difference < 0 ? ARITH_LESS : difference > 0 ? ARITH_GREATER : ARITH_SAME; }

/* How two numbers stand by mathematical value: an int is never rounded to compare it with a float. */
static ArithOrder compare_numbers(Value a, Value b) {
  if (value_is(a, VALUE_INT) && value_is(b, VALUE_INT)) {
    int64_t x = value_as_int(a);
    int64_t y = value_as_int(b);
    return order_of((x > y) - (x < y));
  }
  if (value_is(a, VALUE_INT)) return arith_compare_int_float(value_as_int(a), value_as_float(b));
  if (value_is(b, VALUE_INT)) {
    ArithOrder order = arith_compare_int_float(value_as_int(b), value_as_float(a));
    return order == ARITH_UNORDERED ? order : order_of(-(int64_t)order);
  }
  double x = value_as_float(a);
  double y = value_as_float(b);
  return x < y ? ARITH_LESS : x > y ? ARITH_GREATER : x == y ? ARITH_SAME : ARITH_UNORDERED;
}

bool op_compare(Runtime *rt, BinaryOperator op, Value a, Value b, bool *result) {
  if (op == BINARY_EQUAL || op == BINARY_NOT_EQUAL) {
    *result = value_equal(a, b) == (op == BINARY_EQUAL);
    return true;
  }
  ArithOrder order;
  if (value_is_number(a) && value_is_number(b)) {
    order = compare_numbers(a, b);
  } else if (value_is(a, VALUE_STRING) && value_is(b, VALUE_STRING)) {
    order = order_of(string_compare(value_as_string(a), value_as_string(b)));
  } else {
    return operand_error(rt, op, a, b);
  }
  *result = arith_holds(op, order);
  return true;
}

bool op_binary(Runtime *rt, BinaryOperator op, Value a, Value b, Value *result) {
  bool holds = false;
  switch (op) {
  case BINARY_EQUAL:
  case BINARY_NOT_EQUAL:
  case BINARY_LESS:
  case BINARY_LESS_EQUAL:
  case BINARY_GREATER:
  case BINARY_GREATER_EQUAL:
    if (!op_compare(rt, op, a, b, &holds)) return false;
    *result = value_bool(holds);
    return true;
  case BINARY_ADD: return op_add(rt, a, b, result);
  default: return op_arithmetic(rt, op, a, b, result);
  }
}

bool op_is(Runtime *rt, Value value, Value class, bool *result) {
  if (!value_is(class, VALUE_CLASS)) {
    return error_raise(rt, ERROR_TYPE, "the right side of 'is' must be a class, not %s", value_type_name(class));
  }
  Class *own = value_is(value, VALUE_INSTANCE) ? instance_class(value_as_instance(value)) : NULL;
  *result = own && class_extends(own, value_as_class(class));
  return true;
}
