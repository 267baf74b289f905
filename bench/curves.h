/* curves.h -- time over N, a line for each configuration, both axes logarithmic.
 *
 * A line's name stands at its right end; names that would lie upon each other are moved apart and keep a thin line to their end.
 */
#ifndef DUET_BENCH_CURVES_H
#define DUET_BENCH_CURVES_H

#include "growth.h"
#include <stdio.h>

/* Writes the chart as an SVG; nothing when fewer than two sizes were measured. */
void curves_draw(FILE *file, const Growth *growth);

#endif
