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
 *
 * Ints, floats and strings among themselves, without a compare function, are sorted by sort_payloads.c.
 */
#include "runtime/builtins/sort.h"
#include "runtime/builtins/sort_payloads.h"
#include "runtime/error.h"
#include "runtime/ops.h"

typedef struct Sorter {
  Runtime *rt;
  Value compare; /* UNSET: by `>` */
} Sorter;

/* ---- comparing ---- */

static bool guest_after(const Sorter *sorter, Value a, Value b, bool *after) {
  Value args[2] = {a, b}; /* both are items of the copy, which is rooted */
  Value order;
  if (!runtime_call(sorter->rt, sorter->compare, 2, args, &order)) return false;
  if (!value_is_number(order)) {
    return error_raise(sorter->rt, ERROR_TYPE, "the compare function of sort() must return a number, not %s", value_type_name(order));
  }
  *after = value_is(order, VALUE_INT) ? value_as_int(order) > 0 : value_as_float(order) > 0;
  return true;
}

/* Must item `a` of the list, which stands before item `b`, go behind it? */
static bool is_after(const Sorter *sorter, const List *list, size_t a, size_t b, bool *after) {
  Value x = list_get(list, a), y = list_get(list, b);
  if (value_is(sorter->compare, VALUE_UNSET)) return op_compare(sorter->rt, BINARY_GREATER, x, y, after);
  return guest_after(sorter, x, y, after);
}

/* ---- merging ---- */

/* Copies an item; both lists were copied from one, so they keep their items the same way. */
static void take(List *to, size_t at, const List *from, size_t index) {
  if (to->item_tag == LIST_MIXED)
    to->values[at] = from->values[index];
  else
    to->words[at] = from->words[index];
}

/* Merges the runs start..middle and middle..end of `from` into the same places of `to`. Of two equal items the left one goes first. */
static bool merge(const Sorter *sorter, const List *from, List *to, size_t start, size_t middle, size_t end) {
  size_t left = start;
  size_t right = middle;
  bool after = false;
  /* Often the runs are in order already, as in a list that was sorted before. */
  if (middle < end && !is_after(sorter, from, middle - 1, middle, &after)) return false;
  bool in_order = middle >= end || !after;
  for (size_t at = start; at < end; at++) {
    bool take_left = right >= end || in_order;
    if (!take_left && left < middle) {
      if (!is_after(sorter, from, left, right, &after)) return false;
      take_left = !after;
    }
    if (left >= middle) take_left = false;
    take(to, at, from, take_left ? left++ : right++);
  }
  return true;
}

/* Sorts the items of *a with the help of *b, equally long; the result is in *a, for the pointers change places. */
static bool merge_sort(const Sorter *sorter, List **a, List **b) {
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

static bool sort_compared(Runtime *rt, List *list, Value compare) {
  Sorter sorter = {rt, compare};
  List *items = list_slice(rt, list, 0, list->count);
  if (!items) return false;
  ROOT(rt->heap, items_root, value_list(items));
  List *room = list_slice(rt, list, 0, list->count);
  if (!room) return false;
  ROOT(rt->heap, room_root, value_list(room));
  if (!merge_sort(&sorter, &items, &room)) return false;
  return list_move(rt, list, items);
}

/* The tag that all items have, or LIST_MIXED. */
static uint64_t common_tag(const List *list) {
  if (list->item_tag != LIST_MIXED) return list->item_tag;
  uint64_t tag = list_get(list, 0).tag;
  for (size_t i = 1; i < list->count; i++) {
    if (list_get(list, i).tag != tag) return LIST_MIXED;
  }
  return tag;
}

bool sort_list(Runtime *rt, List *list, Value compare) {
  if (list->count < 2) return true;
  uint64_t tag = common_tag(list);
  if (!value_is(compare, VALUE_UNSET) || !sort_payloads_can(tag)) return sort_compared(rt, list, compare);
  return sort_payloads(rt, list, (ValueTag)tag);
}
