/* summary.h -- what many runs of the same thing say together.
 *
 * Times of a program lean to one side: nothing makes a run faster than the machine allows, and a hundred things make one slower. A mean follows every
 * bad run; the **median** does not. How well it is known, the order of the values tells, without any guess about their distribution: each value is as likely to lie
 * below the true median as above it, like a coin. So the true median lies outside the range from the smallest to the largest of n values only when all n coins fell alike:
 *
 *     5 values:   x1 [x2 x3 x4] x5     x1 .. x5 holds the true median in 1 - 2/2^5  = 93.75 % of cases
 *     9 values:   x2 .. x8             1 - 2 (1 + 9)/2^9 = 96.1 %
 *
 * summary_of takes the narrowest such range that holds it in at least 95 % of cases, or the whole range when there are too few values; `coverage` says what the range is worth.
 */
#ifndef DUET_BENCH_SUMMARY_H
#define DUET_BENCH_SUMMARY_H

#include "support/base.h"

typedef struct Summary {
  size_t count;
  double median;
  double low, high;    /* the interval of the median */
  double coverage;     /* how often such an interval holds the true median: 0.9375 */
  double least, most;  /* the whole range */
  double quarter_low;  /* a quarter of the values lie below */
  double quarter_high; /* a quarter of the values lie above */
} Summary;

/* Sums up `count` values in any order; all zero when there are none. */
Summary summary_of(const double *values, size_t count);

/* How far apart the middle half of the values lies, as a part of the median: 0.01 is one per cent. */
double summary_spread(const Summary *summary);

/* Sorts the values, the smallest first. */
void summary_sort(double *values, size_t count);

/* The value that a `part` (0 to 1) of the sorted values lies below, between two of them if need be; the median is part 0.5. `count` is at least 1. */
double summary_quantile(const double *sorted, size_t count, double part);

/* How many values may be cut off at each end so that the rest still holds the true median in 95 % of cases; what it then is worth in `*coverage`. */
size_t summary_cut(size_t count, double *coverage);

#endif
