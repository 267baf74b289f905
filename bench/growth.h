/* growth.h -- runtime as N grows: the sum of 1..N by a loop, for N = 1,000, 3,000, 10,000 ...
 *
 * On paper with two logarithmic axes a loop is a straight line, flat at its left end where starting the interpreter is all there is. How high the line lies is the cost of one turn.
 * A configuration leaves when its next run would take longer than GROWTH_LONGEST.
 */
#ifndef DUET_BENCH_GROWTH_H
#define DUET_BENCH_GROWTH_H

#include "contest.h"

#define GROWTH_BENCHMARK "while_sum"
enum { GROWTH_MAX_SIZES = 16, GROWTH_ROUNDS = 3 };

typedef struct Growth {
  Contest contests[GROWTH_MAX_SIZES]; /* one for each size, the smallest first */
  double sizes[GROWTH_MAX_SIZES];
  char texts[GROWTH_MAX_SIZES][24]; /* the same as arguments */
  size_t count;
  const Config *configs[CONFIG_MAX]; /* those that take part */
  size_t config_count;
} Growth;

/* Sets up which sizes and configurations there will be: none when the benchmark is not in the list. Sizes go up to its quick or full one. */
void growth_plan(Growth *growth, const Manifest *manifest, const ConfigList *configs, const char *chosen, bool quick);

/* How many steps of progress growth_measure takes at most. */
size_t growth_steps(const Growth *growth);

/* Measures. False: interrupted. */
bool growth_measure(Growth *growth, const Manifest *manifest, const char *programs, double limit, Progress *progress) MUST_CHECK;

void growth_free(Growth *growth);

/* The seconds that one more turn costs: from the largest size against one a tenth of it or smaller, so that the start doesn't count; 0 when there are not two sizes. */
double growth_slope(const Growth *growth, const Config *config);

#endif
