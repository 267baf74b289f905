/* sort.c -- a stable merge sort that trusts nobody.
 *
 * The items are sorted in a copy, from the bottom up:
 *
 *     5 2 | 9 1 | 7           runs of one: merged in pairs
 *     2 5   1 9   7           runs of two
 *     1 2 5 9     7           runs of four
 *     1 2 5 7 9               put back into the list
 *
 * The compare function is guest code. It may throw: then the list is as it was. It may change the list: the sorted items win, the list ends as they are. It may contradict
 * itself, or answer NaN (taken as 0): then the order is some order. Both halves of a merge are read by index within bounds that no comparison can move, so nothing worse can happen.
 */
#include "runtime/builtins/sort.h"
#include "runtime/error.h"
#include "runtime/ops.h"

typedef struct Sorter Sorter;

/* Must `a`, which stands before `b`, go behind it? `items` are rooted while it runs. */
typedef bool AfterFunction(Sorter *sorter, Value a, Value b, bool *after);

struct Sorter {
  Runtime *rt;
  Value compare;
  AfterFunction *after;
};

/* ---- comparing ---- */

static bool int_after(Sorter *sorter, Value a, Value b, bool *after) {
  (void)sorter;
  *after = value_as_int(a) > value_as_int(b);
  return true;
}

static bool string_after(Sorter *sorter, Value a, Value b, bool *after) {
  (void)sorter;
  *after = string_compare(value_as_string(a), value_as_string(b)) > 0;
  return true;
}

static bool any_after(Sorter *sorter, Value a, Value b, bool *after) { return op_compare(sorter->rt, BINARY_GREATER, a, b, after); }

static bool guest_after(Sorter *sorter, Value a, Value b, bool *after) {
  Value args[2] = {a, b}; /* both are items of the copy, which is rooted */
  Value order;
  if (!runtime_call(sorter->rt, sorter->compare, 2, args, &order)) return false;
  if (!value_is_number(order)) {
    return error_raise(sorter->rt, ERROR_TYPE, "the compare function of sort() must return a number, not %s", value_type_name(order));
  }
  *after = value_is(order, VALUE_INT) ? value_as_int(order) > 0 : value_as_float(order) > 0;
  return true;
}

static AfterFunction *choose_after(const List *list, Value compare) {
  if (!value_is(compare, VALUE_UNSET)) return guest_after;
  size_t ints = 0;
  size_t strings = 0;
  for (size_t i = 0; i < list->count; i++) {
    ints += value_is(list_get(list, i), VALUE_INT);
    strings += value_is(list_get(list, i), VALUE_STRING);
  }
  return ints == list->count ? int_after : strings == list->count ? string_after : any_after;
}

/* ---- merging ---- */

/* Merges the runs start..middle and middle..end of `from` into the same places of `to`. Of two equal items the left one goes first. */
static bool merge(Sorter *sorter, const List *from, List *to, size_t start, size_t middle, size_t end) {
  size_t left = start;
  size_t right = middle;
  bool after = false;
  /* Often the runs are in order already, as in a list that was sorted before. */
  if (middle < end && !sorter->after(sorter, list_get(from, middle - 1), list_get(from, middle), &after)) return false;
  bool in_order = middle >= end || !after;
  for (size_t at = start; at < end; at++) {
    bool take_left = right >= end || in_order;
    if (!take_left && left < middle) {
      if (!sorter->after(sorter, list_get(from, left), list_get(from, right), &after)) return false;
      take_left = !after;
    }
    if (left >= middle) take_left = false;
    list_set(to, at, list_get(from, take_left ? left++ : right++));
  }
  return true;
}

/* Sorts the items of *a with the help of *b, equally long; the result is in *a, for the pointers change places. */
static bool merge_sort(Sorter *sorter, List **a, List **b) {
  size_t count = (*a)->count;
  for (size_t width = 1; width < count; width *= 2) {
    for (size_t start = 0; start < count; start += 2 * width) {
      size_t middle = count - start > width ? start + width : count;
      size_t end = count - start > 2 * width ? start + 2 * width : count;
      if (!runtime_poll(sorter->rt) || !merge(sorter, *a, *b, start, middle, end)) return false;
    }
    List *merged = *b;
    *b = *a;
    *a = merged;
  }
  return true;
}

/* Makes `list` hold what `sorted` holds, however long it is by now. */
static bool put_back(Runtime *rt, List *list, const List *sorted) {
  while (list->count < sorted->count) {
    if (!list_push(rt, list, value_nil())) return false;
  }
  while (list->count > sorted->count)
    list_remove(rt, list, list->count - 1);
  for (size_t i = 0; i < sorted->count; i++)
    list_set(list, i, list_get(sorted, i));
  return true;
}

bool sort_list(Runtime *rt, List *list, Value compare) {
  Sorter sorter = {rt, compare, choose_after(list, compare)};
  List *items = list_slice(rt, list, 0, list->count);
  if (!items) return false;
  ROOT(rt->heap, items_root, value_list(items));
  List *room = list_slice(rt, list, 0, list->count);
  if (!room) return false;
  ROOT(rt->heap, room_root, value_list(room));
  return merge_sort(&sorter, &items, &room) && put_back(rt, list, items);
}
