/* climb.h -- measuring the ladder: all rungs of one benchmark are configurations of one contest, so they run in turn.
 *
 * Which techniques there are is asked of the executables (`--help`), so a new one needs nothing here. The rungs share configurations: "everything" is one side of every rung that
 * takes something away.
 */
#ifndef DUET_BENCH_CLIMB_H
#define DUET_BENCH_CLIMB_H

#include "ladder.h"

/* Everything that measuring needs to be told. */
typedef struct ClimbPlan {
  const char *build, *programs;
  const Benchmark *const *benchmarks;
  size_t benchmark_count;
  bool quick;
  size_t rounds;
  double limit;
  const char *revision, *date;
} ClimbPlan;

/* Climbs it. False: interrupted; what is there then is whole but says nothing. Free it either way. Prints a line for each benchmark that is wrong. */
bool climb_ladder(Ladder *ladder, const ClimbPlan *plan, Progress *progress) MUST_CHECK;

#endif
