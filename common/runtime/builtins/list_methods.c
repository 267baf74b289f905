/* list_methods.c -- the methods of lists.
 *
 * map, filter, reduce, sort and join run guest code, which may change the very list: each walks by index against the list's length of the moment,
 * and roots the item that it works on.
 */
#include "runtime/builtins/arguments.h"
#include "runtime/builtins/builtins.h"
#include "runtime/builtins/join.h"
#include "runtime/builtins/sort.h"
#include "runtime/equal.h"
#include "runtime/error.h"
#include "runtime/ops.h"

static bool give_nil(Value *result) {
  *result = value_nil();
  return true;
}

/* ---- items ---- */

METHOD(len, 0, 0, "len() -> int: how many items") {
  *result = value_int((int64_t)value_as_list(self)->count);
  return true;
}

METHOD(push, 1, 1, "push(x): adds x at the end") { return list_push(rt, value_as_list(self), args[0]) && give_nil(result); }

METHOD(pop, 0, 0, "pop() -> any: takes the last item out") {
  List *list = value_as_list(self);
  if (list->count == 0) return error_raise(rt, ERROR_INDEX, "pop() from an empty list");
  *result = list_remove(rt, list, list->count - 1);
  return true;
}

METHOD(insert, 2, 2, "insert(i, x): puts x in front of item i; i = len() is the end") {
  List *list = value_as_list(self);
  int64_t index;
  size_t position = list->count;
  if (!argument_int(rt, "insert", args[0], &index)) return false;
  bool at_end = index >= 0 && (uint64_t)index == list->count;
  if (!at_end && !op_list_position(rt, index, list->count, &position)) return false;
  return list_insert(rt, list, position, args[1]) && give_nil(result);
}

METHOD(remove_at, 1, 1, "remove_at(i) -> any: takes item i out") {
  List *list = value_as_list(self);
  int64_t index;
  size_t position;
  if (!argument_int(rt, "remove_at", args[0], &index)) return false;
  if (!op_list_position(rt, index, list->count, &position)) return false;
  *result = list_remove(rt, list, position);
  return true;
}

METHOD(slice, 1, 2, "slice(start), slice(start, end) -> list: the items from start to end, without end") {
  List *list = value_as_list(self);
  size_t start;
  size_t end;
  if (!argument_slice(rt, argc, args, list->count, &start, &end)) return false;
  List *slice = list_slice(rt, list, start, end);
  if (!slice) return false;
  *result = value_list(slice);
  return true;
}

/* The index of the first item equal to `value`, or -1. */
static int64_t index_of(const List *list, Value value) {
  for (size_t i = 0; i < list->count; i++) {
    if (value_equal(list_get(list, i), value)) return (int64_t)i;
  }
  return -1;
}

METHOD(index_of, 1, 1, "index_of(x) -> int: the index of the first item equal to x, or -1") {
  *result = value_int(index_of(value_as_list(self), args[0]));
  return true;
}

METHOD(contains, 1, 1, "contains(x) -> bool: is an item equal to x?") {
  *result = value_bool(index_of(value_as_list(self), args[0]) >= 0);
  return true;
}

/* ---- order ---- */

METHOD(reverse, 0, 0, "reverse(): turns the list round, in place") {
  list_reverse(value_as_list(self));
  return give_nil(result);
}

METHOD(sort, 0, 1, "sort(), sort(compare): sorts in place, stably; compare(a, b) gives a negative, zero or positive number") {
  Value compare = argc > 0 ? args[0] : value_unset();
  if (argc > 0 && !argument_callable(rt, "sort", compare)) return false;
  return sort_list(rt, value_as_list(self), compare) && give_nil(result);
}

/* ---- with a function ---- */

METHOD(map, 1, 1, "map(f) -> list: f(item) of every item") {
  const List *list = value_as_list(self);
  if (!argument_callable(rt, "map", args[0])) return false;
  List *mapped = list_new(rt, list->count);
  if (!mapped) return false;
  ROOT(rt->heap, root, value_list(mapped));
  for (size_t i = 0; i < list->count; i++) {
    ROOT(rt->heap, item, list_get(list, i));
    ROOT(rt->heap, image, value_nil());
    if (!runtime_call(rt, args[0], 1, &item.value, &image.value)) return false;
    if (!list_push(rt, mapped, image.value)) return false;
  }
  *result = value_list(mapped);
  return true;
}

METHOD(filter, 1, 1, "filter(f) -> list: the items for which f(item) is true") {
  const List *list = value_as_list(self);
  if (!argument_callable(rt, "filter", args[0])) return false;
  List *kept = list_new(rt, 0);
  if (!kept) return false;
  ROOT(rt->heap, root, value_list(kept));
  for (size_t i = 0; i < list->count; i++) {
    ROOT(rt->heap, item, list_get(list, i));
    Value keep;
    if (!runtime_call(rt, args[0], 1, &item.value, &keep)) return false;
    if (value_truthy(keep) && !list_push(rt, kept, item.value)) return false;
  }
  *result = value_list(kept);
  return true;
}

METHOD(reduce, 1, 2, "reduce(f), reduce(f, first) -> any: f(f(f(first, a), b), c) ...; without first it begins with the first item") {
  const List *list = value_as_list(self);
  size_t next = 0;
  if (!argument_callable(rt, "reduce", args[0])) return false;
  if (argc == 1 && list->count == 0) return error_raise(rt, ERROR_VALUE, "reduce() of an empty list without a first value");
  ROOT(rt->heap, sum, argc > 1 ? args[1] : list_get(list, next++));
  for (; next < list->count; next++) {
    ROOT(rt->heap, item, list_get(list, next));
    Value pair[2] = {value_copy(&sum.value), value_copy(&item.value)}; /* rooted by sum and item */
    Value reduced;
    if (!runtime_call(rt, args[0], 2, pair, &reduced)) return false;
    sum.value = value_copy(&reduced);
  }
  *result = sum.value;
  return true;
}

METHOD(join, 1, 1, "join(separator) -> string: the items' texts with the separator between them") {
  String *separator;
  if (!argument_string(rt, "join", args[0], &separator)) return false;
  String *joined = join_list(rt, value_as_list(self), separator);
  if (!joined) return false;
  *result = value_string(joined);
  return true;
}

static const BuiltinInfo *const rows[] = {
    METHOD_ROW(len),   METHOD_ROW(push),     METHOD_ROW(pop),      METHOD_ROW(insert),  METHOD_ROW(remove_at),
    METHOD_ROW(slice), METHOD_ROW(index_of), METHOD_ROW(contains), METHOD_ROW(reverse), METHOD_ROW(sort),
    METHOD_ROW(map),   METHOD_ROW(filter),   METHOD_ROW(reduce),   METHOD_ROW(join),
};

const BuiltinTable list_methods = {rows, ARRAY_COUNT(rows)};
