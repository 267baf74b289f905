/* webtables.h -- the parts of the page that are tables. */
#ifndef DUET_BENCH_WEBTABLES_H
#define DUET_BENCH_WEBTABLES_H

#include "findings.h"
#include <stdio.h>

/* The goals and how they stand; nothing when none could be judged. */
void webtables_goals(const Findings *findings, FILE *file);

/* The geometric mean of every configuration against every other. */
void webtables_pairs(const Findings *findings, FILE *file);

/* All figures of each benchmark, folded away one by one. */
void webtables_details(const Findings *findings, FILE *file);

/* What one turn of the loop costs. */
void webtables_growth(const Growth *growth, FILE *file);

/* The rungs with their counts, and what did not pay. */
void webtables_ladder(const Ladder *ladder, FILE *file);

#endif
