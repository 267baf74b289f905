/* sort.c -- a stable merge sort that trusts nobody.
 *
 * The items are sorted in a copy, from the bottom up:
 *
 *     5 2 9 | 1 7 3 | 8 6       short runs, each put in order by insertion
 *     2 5 9   1 3 7   6 8       merged in pairs
 *     1 2 3 5 7 9     6 8       and again
 *     1 2 3 5 6 7 8 9           put back into the list
 *
 * What costs is calling the compare function, so it is asked as seldom as can be: in a run the place for an item is found by halving, which for few items needs hardly more questions
 * than any way must; and two questions show whether the halves of a merge are in order already or stand the wrong way round, as they do in lists that were sorted before.
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

enum { LONGEST_RUN = 40 };

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

/* ---- short runs ---- */

/* Both lists of a sort were copied from one, so items are kept the same way in both, and a copy can't fail. */
static void put(List *list, size_t at, Value item) {
  bool stored = list_try_set(list, at, item);
  assert(stored);
  (void)stored;
}

/* How many items from `start` on are in order; or, if the first two are not, how many go strictly down. */
static bool count_run(const Sorter *sorter, const List *list, size_t start, size_t end, size_t *count, bool *goes_down) {
  *count = 1;
  *goes_down = false;
  for (bool after = false; start + *count < end; ++*count) {
    if (!is_after(sorter, list, start + *count - 1, start + *count, &after)) return false;
    if (*count == 1) *goes_down = after;
    if (after != *goes_down) return true;
  }
  return true;
}

static void turn_round(List *list, size_t start, size_t end) {
  for (; start + 1 < end; start++) {
    Value item = list_get(list, start);
    put(list, start, list_get(list, --end));
    put(list, end, item);
  }
}

/* Where item `at` belongs among the items start..at, which are in order: behind those equal to it. */
static bool find_place(const Sorter *sorter, const List *list, size_t start, size_t at, size_t *place) {
  size_t low = start, high = at;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    bool after;
    if (!is_after(sorter, list, middle, at, &after)) return false;
    if (after)
      high = middle;
    else
      low = middle + 1;
  }
  *place = low;
  return true;
}

/* Puts items start..end in order. */
static bool sort_run(const Sorter *sorter, List *list, size_t start, size_t end) {
  size_t count, place;
  bool goes_down;
  if (!count_run(sorter, list, start, end, &count, &goes_down)) return false;
  if (goes_down) turn_round(list, start, start + count);
  for (size_t at = start + count; at < end; at++) {
    if (!find_place(sorter, list, start, at, &place)) return false;
    Value item = list_get(list, at);
    for (size_t i = at; i > place; i--)
      put(list, i, list_get(list, i - 1));
    put(list, place, item);
  }
  return true;
}

/* ---- merging ---- */

/* Copies items start..end; gives the place behind them. */
static size_t put_row(List *to, size_t at, const List *from, size_t start, size_t end) {
  for (; start < end; start++)
    put(to, at++, list_get(from, start));
  return at;
}

/* Merges the runs start..middle and middle..end of `from` into the same places of `to`. Of two equal items the left one goes first. */
static bool merge(const Sorter *sorter, const List *from, List *to, size_t start, size_t middle, size_t end) {
  size_t left = start, right = middle, at = start;
  bool after = false;
  if (middle < end && !is_after(sorter, from, middle - 1, middle, &after)) return false;
  if (!after) {
    put_row(to, at, from, start, end);
    return true;
  }
  if (!is_after(sorter, from, start, end - 1, &after)) return false;
  if (after) {
    at = put_row(to, at, from, middle, end);
    put_row(to, at, from, start, middle);
    return true;
  }
  while (left < middle && right < end) {
    if (!is_after(sorter, from, left, right, &after)) return false;
    put(to, at++, list_get(from, after ? right++ : left++));
  }
  at = put_row(to, at, from, left, middle);
  put_row(to, at, from, right, end);
  return true;
}

/* The length of the runs that merging starts from: such that they can be doubled to just the whole. */
static size_t run_length(size_t count) {
  while (count > LONGEST_RUN)
    count = count / 2 + count % 2;
  return count;
}

/* Sorts the items of *a with the help of *b, equally long; the result is in *a, for the pointers change places. */
static bool merge_sort(const Sorter *sorter, List **a, List **b) {
  size_t count = (*a)->count, run = run_length(count);
  for (size_t start = 0; start < count; start += run) {
    if (!sort_run(sorter, *a, start, count - start > run ? start + run : count)) return false;
  }
  for (size_t width = run; width < count; width *= 2) {
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
