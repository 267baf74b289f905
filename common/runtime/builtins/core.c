/* core.c -- len, the builtins that make collections, assert and clock. */
#include "runtime/builtins/arguments.h"
#include "runtime/builtins/builtins.h"
#include "runtime/error.h"
#include "runtime/format.h"
#include "runtime/list.h"
#include "runtime/map.h"
#include "runtime/range.h"
#include <time.h>

BUILTIN(len, 1, 1, "len(x) -> int: how many bytes (string), items, keys or numbers (range) x has") {
  uint64_t length;
  switch (args[0].tag) {
  case VALUE_STRING: length = value_as_string(args[0])->length; break;
  case VALUE_LIST: length = value_as_list(args[0])->count; break;
  case VALUE_MAP: length = value_as_map(args[0])->count; break;
  case VALUE_RANGE: length = value_as_range(args[0])->length; break;
  default: return argument_error(rt, "len", "a string, a list, a map or a range", args[0]);
  }
  if (length > INT64_MAX) return error_raise(rt, ERROR_OVERFLOW, "integer overflow"); /* a range over nearly all ints */
  *result = value_int((int64_t)length);
  return true;
}

BUILTIN(list, 2, 2, "list(n, value) -> list: n times the value") {
  int64_t count;
  if (!argument_int(rt, "list", args[0], &count)) return false;
  if (count < 0) return error_raise(rt, ERROR_VALUE, "list() needs a length of 0 or more");
  if ((uint64_t)count > SIZE_MAX / sizeof(Value)) return runtime_out_of_memory(rt);
  List *list = list_repeat(rt, args[1], (size_t)count);
  if (!list) return false;
  *result = value_list(list);
  return true;
}

BUILTIN(map, 0, 0, "map() -> map: an empty map") {
  Map *map = map_new(rt);
  if (!map) return false;
  *result = value_map(map);
  return true;
}

BUILTIN(range, 1, 3, "range(end), range(start, end), range(start, end, step) -> range: the ints from start (0) to end, without end") {
  int64_t bounds[3] = {0, 0, 1};
  for (uint32_t i = 0; i < argc; i++) {
    if (!argument_int(rt, "range", args[i], &bounds[argc == 1 ? 1 : i])) return false;
  }
  if (bounds[2] == 0) return error_raise(rt, ERROR_VALUE, "range() needs a step other than 0");
  Range *range = range_new(rt, bounds[0], bounds[1], bounds[2]);
  if (!range) return false;
  *result = value_object(VALUE_RANGE, range);
  return true;
}

BUILTIN(assert, 1, 2, "assert(condition), assert(condition, message): an AssertionError unless the condition is true") {
  if (LIKELY(value_truthy(args[0]))) {
    *result = value_nil();
    return true;
  }
  if (argc == 1) return error_raise(rt, ERROR_ASSERTION, "assertion failed");
  String *message = format_value(rt, args[1]);
  if (!message) return false;
  ROOT(rt->heap, root, value_string(message));
  return error_raise_string(rt, ERROR_ASSERTION, message);
}

BUILTIN(clock, 0, 0, "clock() -> float: seconds since some moment in the past, never going back") {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  *result = value_float((double)now.tv_sec + (double)now.tv_nsec / 1e9);
  return true;
}
