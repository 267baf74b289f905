/* bars.h -- a chart of ratios: a bar for each, from the line at 1, on a logarithmic axis.
 *
 *                          0.5     1     2       5
 *     duet-vm                      |                  123 ms
 *     luajit -joff           ######|                  0.62
 *     lua5.4                       |####-             1.34       - the interval
 *     python3                      |###########-      4.9
 *
 * On a logarithmic axis twice as long and half as long are equally far from 1, as they should be. The picture is 360 units wide: on a screen several stand side by side, on a phone each
 * fills the width, and the letters stay readable.
 */
#ifndef DUET_BENCH_BARS_H
#define DUET_BENCH_BARS_H

#include "ratio.h"
#include <stdio.h>

typedef struct BarRow {
  const char *label;
  Ratio ratio;      /* VERDICT_NONE: no bar */
  const char *note; /* stands in place of the ratio; NULL: none */
  bool strong;      /* set apart from the others, as a mean is */
} BarRow;

typedef struct BarChart {
  const char *title;
  const char *subtitle; /* "" for none */
  const BarRow *rows;
  size_t count;
  double low, high; /* the axis must show at least these ratios, so that charts side by side can share one; 0: only what is there */
} BarChart;

/* Widens chart's `low` and `high` so that they hold the ratio with its interval. */
void bars_widen(BarChart *chart, const Ratio *ratio);

/* Writes the chart as a <figure> with an SVG in it; its colours are the page's classes. */
void bars_draw(FILE *file, const BarChart *chart);

#endif
