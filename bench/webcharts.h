/* webcharts.h -- the parts of the page that are charts. */
#ifndef DUET_BENCH_WEBCHARTS_H
#define DUET_BENCH_WEBCHARTS_H

#include "findings.h"
#include <stdio.h>

/* The geometric means of all configurations against the baseline: CPU time and peak memory, over all benchmarks and over each group. */
void webcharts_means(const Findings *findings, FILE *file);

/* A chart for each benchmark, with a bar for each configuration. */
void webcharts_benchmarks(const Findings *findings, FILE *file);

/* A chart for each configuration, with a bar for each benchmark. */
void webcharts_configs(const Findings *findings, FILE *file);

/* The rungs of the ladder by kind, then each rung with a bar for each benchmark. */
void webcharts_ladder(const Ladder *ladder, FILE *file);

#endif
