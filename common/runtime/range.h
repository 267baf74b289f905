/* range.h -- lazy runs of ints: range(a, b, step) holds three numbers, however long it is. */
#ifndef DUET_RUNTIME_RANGE_H
#define DUET_RUNTIME_RANGE_H

#include "runtime/runtime.h"

typedef struct Range {
  Object object;
  int64_t start;
  int64_t end;  /* excluded */
  int64_t step; /* not 0 */
  uint64_t length;
} Range;

static inline Range *value_as_range(Value value) { return value_as_object(value); }

/* NULL after out of memory. May collect. step is not 0. */
Range *range_new(Runtime *rt, int64_t start, int64_t end, int64_t step) MUST_CHECK;

/* Item `index` < length. */
static inline int64_t range_get(const Range *range, uint64_t index) {
  return (int64_t)((uint64_t)range->start + index * (uint64_t)range->step);
}

#endif
