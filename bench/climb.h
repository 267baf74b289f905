/* climb.h -- measuring the ladder: rungs are pairs out of a contest with many configurations, so that both sides ran in turn.
 *
 *     large party   the VM: its levels, its builds, each technique taken away        at the benchmarks' full sizes
 *     small party   the VM: each technique alone; all that the tree-walker does      at their quick sizes, or it would take an hour
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
