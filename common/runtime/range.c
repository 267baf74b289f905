/* range.c -- see range.h. The length is worked out once, in unsigned arithmetic: the ends may be as far apart as ints go. */
#include "runtime/range.h"

static size_t range_size(const Object *object) {
  (void)object;
  return sizeof(Range);
}
static const ObjectKind range_kind = {"range", NULL, NULL, range_size};

/* How many steps fit before `end`; the distance of two ints always fits in 64 bits unsigned, and so does the size of a step. */
static uint64_t count_steps(int64_t start, int64_t end, int64_t step) {
  if (step > 0) return start < end ? ((uint64_t)end - (uint64_t)start - 1) / (uint64_t)step + 1 : 0;
  return start > end ? ((uint64_t)start - (uint64_t)end - 1) / -(uint64_t)step + 1 : 0;
}

Range *range_new(Runtime *rt, int64_t start, int64_t end, int64_t step) {
  Range *range = heap_alloc(rt->heap, &range_kind, sizeof *range);
  if (!range) {
    (void)runtime_out_of_memory(rt);
    return NULL;
  }
  range->start = start;
  range->end = end;
  range->step = step;
  range->length = count_steps(start, end, step);
  return range;
}
