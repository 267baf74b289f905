/* export.h -- everything that was found out, as JSON: every single run, so that others can compute what we did not. */
#ifndef DUET_BENCH_EXPORT_H
#define DUET_BENCH_EXPORT_H

#include "findings.h"
#include <stdio.h>

void export_json(const Findings *findings, FILE *file);

#endif
