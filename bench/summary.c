/* summary.c -- medians, quarters, and the interval from the order of the values. */
#include "summary.h"

#include "support/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double WANTED_COVERAGE = 0.95;

static int by_size(const void *first, const void *second) {
  double a = *(const double *)first, b = *(const double *)second;
  return (a > b) - (a < b);
}

void summary_sort(double *values, size_t count) {
  if (count > 1) qsort(values, count, sizeof *values, by_size);
}

double summary_quantile(const double *sorted, size_t count, double part) {
  double place = part * (double)(count - 1);
  size_t below = (size_t)place;
  if (below + 1 >= count) return sorted[count - 1];
  double rest = place - (double)below;
  return sorted[below] + rest * (sorted[below + 1] - sorted[below]);
}

/* With `cut` values off at each end, the true median is outside when at most `cut` of `count` coins fall heads, or at most `cut` fall tails. */
size_t summary_cut(size_t count, double *coverage) {
  double ways = 1;                            /* in which exactly `cut` coins fall heads */
  double outside = 2 * ldexp(1, -(int)count); /* what is lost by cutting none */
  size_t cut = 0;
  *coverage = count > 1 ? 1 - outside : 0;
  while (2 * (cut + 1) < count) {
    ways = ways * (double)(count - cut) / (double)(cut + 1);
    outside += 2 * ldexp(ways, -(int)count);
    if (1 - outside < WANTED_COVERAGE) break;
    cut++;
    *coverage = 1 - outside;
  }
  return cut;
}

Summary summary_of(const double *values, size_t count) {
  Summary summary = {.count = count};
  if (count == 0) return summary;
  double *sorted = memory_alloc(count * sizeof *sorted);
  memcpy(sorted, values, count * sizeof *sorted);
  summary_sort(sorted, count);
  size_t cut = summary_cut(count, &summary.coverage);
  summary.median = summary_quantile(sorted, count, 0.5);
  summary.low = sorted[cut];
  summary.high = sorted[count - 1 - cut];
  summary.least = sorted[0];
  summary.most = sorted[count - 1];
  summary.quarter_low = summary_quantile(sorted, count, 0.25);
  summary.quarter_high = summary_quantile(sorted, count, 0.75);
  memory_free(sorted);
  return summary;
}

double summary_spread(const Summary *summary) {
  return summary->median > 0 ? (summary->quarter_high - summary->quarter_low) / summary->median : 0;
}
