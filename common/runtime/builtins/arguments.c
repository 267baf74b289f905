/* arguments.c -- looking at the arguments of builtins; see arguments.h. */
#include "runtime/builtins/arguments.h"
#include "runtime/error.h"

bool argument_error(Runtime *rt, const char *name, const char *kind, Value value) {
  error_raise(rt, ERROR_TYPE, "%s() expects %s, not %s", name, kind, value_type_name(value));
  return false;
}

bool argument_int(Runtime *rt, const char *name, Value value, int64_t *number) {
  if (!value_is(value, VALUE_INT)) return argument_error(rt, name, "an int", value);
  *number = value_as_int(value);
  return true;
}

bool argument_number(Runtime *rt, const char *name, Value value, double *number) {
  if (!value_is_number(value)) return argument_error(rt, name, "a number", value);
  *number = value_to_float(value);
  return true;
}

bool argument_string(Runtime *rt, const char *name, Value value, String **string) {
  if (!value_is(value, VALUE_STRING)) return argument_error(rt, name, "a string", value);
  *string = value_as_string(value);
  return true;
}

bool argument_list(Runtime *rt, const char *name, Value value, List **list) {
  if (!value_is(value, VALUE_LIST)) return argument_error(rt, name, "a list", value);
  *list = value_as_list(value);
  return true;
}

bool argument_callable(Runtime *rt, const char *name, Value value) {
  switch (value.tag) {
  case VALUE_CLOSURE:
  case VALUE_BOUND:
  case VALUE_BUILTIN:
  case VALUE_CLASS: return true;
  default: return argument_error(rt, name, "a function", value);
  }
}

bool argument_whole(Runtime *rt, const char *name, double number, int64_t *whole) {
  if (number != number) return error_raise(rt, ERROR_VALUE, "%s() of nan", name);
  const double limit = 9223372036854775808.0; /* 2^63, which is a float; the greatest int is none, so this bound is excluded */
  if (number < -limit || number >= limit) return error_raise(rt, ERROR_OVERFLOW, "integer overflow");
  *whole = (int64_t)number;
  return true;
}

/* One bound of a slice as a position 0..length. */
static size_t clamp(int64_t bound, size_t length) {
  if (bound < 0) bound += (int64_t)length;
  if (bound < 0) return 0;
  return (uint64_t)bound > length ? length : (size_t)bound;
}

bool argument_slice(Runtime *rt, uint32_t argc, const Value *args, size_t length, size_t *start, size_t *end) {
  int64_t from = 0;
  int64_t to = INT64_MAX;
  if (!argument_int(rt, "slice", args[0], &from)) return false;
  if (argc > 1 && !argument_int(rt, "slice", args[1], &to)) return false;
  *end = clamp(to, length);
  *start = clamp(from, length);
  if (*start > *end) *start = *end;
  return true;
}
