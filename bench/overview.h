/* overview.h -- the report on a terminal, part 2: all benchmarks together. */
#ifndef DUET_BENCH_OVERVIEW_H
#define DUET_BENCH_OVERVIEW_H

#include "compare.h"
#include "screen.h"

/* Each benchmark against each configuration, as ratios of CPU time to the baseline; the geometric means of time and memory last. */
void overview_ratios(const Screen *screen);

/* How the time grows with N, and what one turn costs. */
void overview_growth(const Screen *screen);

/* Now against an earlier report. */
void overview_compare(const Screen *screen, const Compare *compare);

/* The goals and how they stand. */
void overview_goals(const Screen *screen);

/* How long it took, and what is to be doubted. */
void overview_end(const Screen *screen);

#endif
