/* webpage.h -- the report as one self-contained HTML page with charts in SVG. */
#ifndef DUET_BENCH_WEBPAGE_H
#define DUET_BENCH_WEBPAGE_H

#include "findings.h"
#include <stdio.h>

void webpage_write(const Findings *findings, FILE *file);

#endif
