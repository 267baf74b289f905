/* ops_test.c -- every operator on every pair of types: an answer or a TypeError, never both and never neither. */
#include "check.h"
#include "runtime/error.h"
#include "runtime/function.h"
#include "runtime/list.h"
#include "runtime/map.h"
#include "runtime/ops.h"
#include "runtime/range.h"
#include "runtime/startup.h"

enum { SAMPLE_COUNT = 14 };

/* A value of each kind, in a list that keeps them alive. */
static bool make_samples(Runtime *rt, List *samples) {
  String *text = string_new(rt, "text", 4);
  if (!text) return false;
  ROOT(rt->heap, root, value_string(text));
  if (!list_push(rt, samples, root.value) || !list_push(rt, samples, value_string(rt->empty))) return false;
  Value simple[] = {value_nil(), value_bool(true), value_int(0), value_int(INT64_MIN), value_float(-0.0), value_float(0.5)};
  for (size_t i = 0; i < sizeof simple / sizeof simple[0]; i++) {
    if (!list_push(rt, samples, simple[i])) return false;
  }
  ROOT(rt->heap, list, value_list(list_new(rt, 0)));
  ROOT(rt->heap, map, value_map(map_new(rt)));
  ROOT(rt->heap, range, value_object(VALUE_RANGE, range_new(rt, 0, 3, 1)));
  ROOT(rt->heap, instance, value_instance(instance_new(rt, rt->errors[ERROR_ERROR], 0)));
  Value objects[] = {list.value, map.value, range.value, instance.value, rt->builtins[0], value_class(rt->errors[ERROR_ERROR])};
  for (size_t i = 0; i < sizeof objects / sizeof objects[0]; i++) {
    if (!list_push(rt, samples, objects[i])) return false;
  }
  return samples->count == SAMPLE_COUNT;
}

/* What is pending when something gave `ok`: nothing, or an error of one of two kinds. */
static bool is_consistent(Runtime *rt, bool ok, ErrorKind kind, ErrorKind other) {
  if (ok) return rt->pending.kind == PENDING_NONE;
  if (rt->pending.kind != PENDING_ERROR) return false;
  const Class *class = instance_class(value_as_instance(rt->pending.value));
  error_clear(rt);
  return class == rt->errors[kind] || class == rt->errors[other];
}

static bool are_numbers(Value a, Value b) { return value_is_number(a) && value_is_number(b); }

static bool are_both(ValueTag tag, Value a, Value b) { return value_is(a, tag) && value_is(b, tag); }

/* Do these operands belong together, whatever their values? */
static bool belongs(BinaryOperator op, Value a, Value b) {
  switch (op) {
  case BINARY_EQUAL:
  case BINARY_NOT_EQUAL: return true;
  case BINARY_LESS:
  case BINARY_LESS_EQUAL:
  case BINARY_GREATER:
  case BINARY_GREATER_EQUAL: return are_numbers(a, b) || are_both(VALUE_STRING, a, b);
  case BINARY_ADD: return are_numbers(a, b) || are_both(VALUE_STRING, a, b) || are_both(VALUE_LIST, a, b);
  case BINARY_SUBTRACT:
  case BINARY_MULTIPLY:
  case BINARY_DIVIDE:
  case BINARY_MODULO: return are_numbers(a, b);
  default: return are_both(VALUE_INT, a, b);
  }
}

static void test_pair(Check *check, Runtime *rt, Value a, Value b) {
  for (BinaryOperator op = 0; op < BINARY_OPERATOR_COUNT; op++) {
    Value result = value_unset();
    bool ok = op_binary(rt, op, a, b, &result);
    bool type_error =
        !ok && rt->pending.kind == PENDING_ERROR && instance_class(value_as_instance(rt->pending.value)) == rt->errors[ERROR_TYPE];
    CHECK(check, type_error == !belongs(op, a, b));
    CHECK(check, ok == !value_is(result, VALUE_UNSET));
    error_clear(rt);
  }
  Value item;
  bool is;
  bool ok = op_get_index(rt, a, b, &item);
  CHECK(check, is_consistent(rt, ok, ERROR_TYPE, value_is(a, VALUE_MAP) ? ERROR_KEY : ERROR_INDEX));
  ok = op_is(rt, a, b, &is);
  CHECK(check, ok == value_is(b, VALUE_CLASS) && is_consistent(rt, ok, ERROR_TYPE, ERROR_TYPE));
}

static void test_alone(Check *check, Runtime *rt, Value a) {
  Value result;
  bool is_method;
  bool ok = op_unary(rt, UNARY_NEGATE, a, &result);
  CHECK(check, is_consistent(rt, ok, value_is_number(a) ? ERROR_OVERFLOW : ERROR_TYPE, ERROR_OVERFLOW));
  ok = op_unary(rt, UNARY_BIT_NOT, a, &result);
  CHECK(check, ok == value_is(a, VALUE_INT) && is_consistent(rt, ok, ERROR_TYPE, ERROR_TYPE));
  ok = op_find_method(rt, a, rt->name_trace, &result, &is_method);
  CHECK(check, ok == value_is(a, VALUE_INSTANCE) && is_consistent(rt, ok, ERROR_ATTRIBUTE, ERROR_ATTRIBUTE));
  ok = op_get_field(rt, a, rt->name_to_string, &result);
  CHECK(check, ok == value_is(a, VALUE_INSTANCE) && is_consistent(rt, ok, ERROR_ATTRIBUTE, ERROR_ATTRIBUTE));
  ok = op_extend(rt, a, rt->name_init, &result);
  CHECK(check, ok == value_is(a, VALUE_CLASS) && is_consistent(rt, ok, ERROR_TYPE, ERROR_TYPE));
}

static void test_positions(Check *check, Runtime *rt) {
  size_t position;
  CHECK(check, op_list_position(rt, -3, 3, &position) && position == 0);
  CHECK(check, op_list_position(rt, 2, 3, &position) && position == 2);
  static const int64_t outside[] = {3, -4, INT64_MAX, INT64_MIN};
  for (size_t i = 0; i < sizeof outside / sizeof outside[0]; i++) {
    CHECK(check, !op_list_position(rt, outside[i], 3, &position) && is_consistent(rt, false, ERROR_INDEX, ERROR_INDEX));
  }
  CHECK(check, !op_list_position(rt, 0, 0, &position) && is_consistent(rt, false, ERROR_INDEX, ERROR_INDEX));
}

int main(void) {
  Check check = {0};
  for (int stress = 0; stress < 2; stress++) {
    Limits limits = {RUNTIME_DEFAULT_MAX_DEPTH, UINT64_MAX, 0, stress};
    Runtime *rt = runtime_new(&limits);
    if (!CHECK(&check, rt != NULL)) break;
    {
      ROOT(rt->heap, samples, value_list(list_new(rt, 0)));
      if (!CHECK(&check, make_samples(rt, value_as_list(samples.value)))) break;
      for (size_t i = 0; i < SAMPLE_COUNT; i++) {
        Value a = list_get(value_as_list(samples.value), i);
        test_alone(&check, rt, a);
        for (size_t j = 0; j < SAMPLE_COUNT; j++)
          test_pair(&check, rt, a, list_get(value_as_list(samples.value), j));
      }
    }
    test_positions(&check, rt);
    runtime_free(rt);
  }
  return check_report(&check);
}
