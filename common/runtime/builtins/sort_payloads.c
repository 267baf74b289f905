/* sort_payloads.c -- a merge sort of bare payloads, made three times from one text: for ints, floats and strings.
 *
 * No guest code runs here and nothing can fail but memory, so a comparison is an instruction or two (a memcmp for strings). Short runs are put in order by insertion, which
 * is quicker there, and then merged in pairs as in sort.c. A NaN is neither before nor behind anything.
 */
#include "runtime/builtins/sort_payloads.h"
#include "runtime/string.h"

enum { RUN_LENGTH = 12 };

/* Must `a`, which stands before `b`, go behind it? */
typedef bool PayloadAfter(uint64_t a, uint64_t b);

static inline bool int_after(uint64_t a, uint64_t b) { return (int64_t)a > (int64_t)b; }
static inline bool float_after(uint64_t a, uint64_t b) {
  return value_as_float((Value){VALUE_FLOAT, a}) > value_as_float((Value){VALUE_FLOAT, b});
}
static inline bool string_after(uint64_t a, uint64_t b) {
  return string_compare((const String *)(uintptr_t)a, (const String *)(uintptr_t)b) > 0;
}

ALWAYS_INLINE void insertion_sort(uint64_t *items, size_t count, PayloadAfter *after) {
  for (size_t i = 1; i < count; i++) {
    uint64_t item = items[i];
    size_t at = i;
    for (; at > 0 && after(items[at - 1], item); at--)
      items[at] = items[at - 1];
    items[at] = item;
  }
}

/* Merges two runs, left..right and right..end, to `to`. Of two equal items the left one goes first. */
ALWAYS_INLINE void merge(const uint64_t *left, const uint64_t *right, const uint64_t *end, uint64_t *to, PayloadAfter *after) {
  const uint64_t *middle = right;
  bool in_order = right == end || !after(right[-1], *right);
  while (!in_order && left < middle && right < end) {
    bool take_right = after(*left, *right);
    *to++ = take_right ? *right : *left; /* no branch: which side it is can't be foreseen */
    right += take_right;
    left += !take_right;
  }
  size_t rest = (size_t)(middle - left);
  memcpy(to, left, rest * sizeof *to);
  memcpy(to + rest, right, (size_t)(end - right) * sizeof *to);
}

/* Sorts `count` items with the help of `room`, as long; *sorted is the one of both that has the result. */
ALWAYS_INLINE bool merge_sort(Runtime *rt, uint64_t *items, uint64_t *room, size_t count, PayloadAfter *after, uint64_t **sorted) {
  for (size_t start = 0; start < count; start += RUN_LENGTH)
    insertion_sort(items + start, count - start < RUN_LENGTH ? count - start : RUN_LENGTH, after);
  for (size_t width = RUN_LENGTH; width < count; width *= 2) {
    for (size_t start = 0; start < count; start += 2 * width) {
      size_t middle = count - start > width ? start + width : count;
      size_t end = count - start > 2 * width ? start + 2 * width : count;
      if (!runtime_poll(rt)) return false;
      merge(items + start, items + middle, items + end, room + start, after);
    }
    uint64_t *merged = room;
    room = items;
    items = merged;
  }
  *sorted = items;
  return true;
}

static bool sort_by_tag(Runtime *rt, ValueTag tag, uint64_t *items, uint64_t *room, size_t count, uint64_t **sorted) {
  switch (tag) {
  case VALUE_INT: return merge_sort(rt, items, room, count, int_after, sorted);
  case VALUE_FLOAT: return merge_sort(rt, items, room, count, float_after, sorted);
  default: return merge_sort(rt, items, room, count, string_after, sorted);
  }
}

bool sort_payloads_can(uint64_t tag) { return tag == VALUE_INT || tag == VALUE_FLOAT || tag == VALUE_STRING; }

bool sort_payloads(Runtime *rt, List *list, ValueTag tag) {
  size_t count = list->count;
  size_t size = 2 * count * sizeof(uint64_t);
  uint64_t *buffer = heap_resize(rt->heap, NULL, 0, size);
  if (!buffer) return runtime_out_of_memory(rt);
  for (size_t i = 0; i < count; i++)
    buffer[i] = list_get(list, i).payload;
  uint64_t *sorted;
  bool done = sort_by_tag(rt, tag, buffer, buffer + count, count, &sorted);
  for (size_t i = 0; done && i < count; i++)
    done = list_try_set(list, i, (Value){tag, sorted[i]});
  heap_release(rt->heap, buffer, size);
  return done;
}
