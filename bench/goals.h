/* goals.h -- what the kit must show, and whether it does: ratios with an upper limit, over all benchmarks or some. */
#ifndef DUET_BENCH_GOALS_H
#define DUET_BENCH_GOALS_H

#include "findings.h"

typedef struct Goal {
  const char *text;       /* "duet-vm to lua5.4" */
  const char *a, *b;      /* ids of the configurations */
  const char *benchmarks; /* NULL: all */
  ContestMeasure measure;
  double at_most;      /* the geometric mean */
  double each_at_most; /* every single benchmark; 0: no limit */
} Goal;

typedef enum GoalState { GOAL_NOT_MEASURED, GOAL_MET, GOAL_MISSED } GoalState;

typedef struct GoalResult {
  GoalState state;
  Ratio mean;
  size_t used;       /* benchmarks that both ran */
  const char *worst; /* the benchmark with the highest ratio, or NULL */
  double worst_ratio;
} GoalResult;

/* All goals; `*count` of them. */
const Goal *goals_all(size_t *count);

/* How a goal stands. */
GoalResult goals_judge(const Goal *goal, const Findings *findings);

/* Why a goal could not be measured, into `text`: "lua5.4: not installed", "duet-tree -O0: took no part". */
void goals_obstacle(const Goal *goal, const Findings *findings, char *text, size_t size);

/* What is to be said of the worst benchmark: ", above the limit for one", or "". */
const char *goals_worst_remark(const Goal *goal, const GoalResult *result);

#endif
