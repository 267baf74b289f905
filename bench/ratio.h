/* ratio.h -- how much longer one thing takes than another, and whether that is sure.
 *
 * Configurations run in turn, A B C A B C, so run i of A and run i of B met the same machine: when something else slowed both, their ratio hardly moved. So
 *
 *     round       1      2      3      4      5
 *     A        1.02   1.00   1.31   1.01   1.00     seconds
 *     B        2.04   2.01   2.60   2.00   2.02
 *     A / B    0.50   0.50   0.50   0.51   0.50     the ratio is their median, its interval that of summary.h
 *
 * The verdict follows from the interval. When 1 lies in it there is no clear difference; nor is there when the ratio is nearer to 1 than RATIO_NOISE, for
 * so much comes and goes with where the linker happens to put a loop.
 *
 * A geometric mean over many benchmarks is the ratio that, taken for each of them, gives the same product. Its interval comes from drawing the rounds of every
 * benchmark anew, with repetition, a thousand times (a bootstrap), and leaving out the 2.5 % at each end. It says how well the mean over *these*
 * programs is known; what other programs would give, no interval can say.
 */
#ifndef DUET_BENCH_RATIO_H
#define DUET_BENCH_RATIO_H

#include "support/base.h"

typedef enum Verdict {
  VERDICT_NONE,    /* nothing to compare */
  VERDICT_FASTER,  /* A takes less than B */
  VERDICT_SLOWER,  /* A takes more */
  VERDICT_UNCLEAR, /* no clear difference */
} Verdict;

#define RATIO_NOISE 0.01
enum { RATIO_LEAST_ROUNDS = 5 };

typedef struct Ratio {
  double ratio; /* A / B; 0 when there is nothing to compare */
  double low, high;
  double coverage;
  Verdict verdict;
} Ratio;

/* No ratio at all. */
static inline Ratio ratio_none(void) { return (Ratio){.verdict = VERDICT_NONE}; }

/* What two things cost, round by round. The values are the caller's. */
typedef struct RatioPair {
  const double *a;
  const double *b;
  size_t rounds;
} RatioPair;

/* A against B. Rounds in which either cost nothing measurable do not count. */
Ratio ratio_of(const RatioPair *pair);

/* A against B where the runs were not made in turn (a report of another day): medians, with an interval from drawing both anew. */
Ratio ratio_unpaired(const double *a, size_t a_count, const double *b, size_t b_count);

/* The geometric mean of A against B over `count` benchmarks. */
Ratio ratio_geometric(const RatioPair *pairs, size_t count);

/* "faster", "slower", "no clear difference", or "" for VERDICT_NONE. */
const char *ratio_verdict_text(Verdict verdict);

#endif
