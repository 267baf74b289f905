/* profile_json.h -- a profile as JSON, for the benchmark runner and for whoever wants to hold counts against conditions. */
#ifndef DUET_BYTECODE_PROFILE_JSON_H
#define DUET_BYTECODE_PROFILE_JSON_H

#include "profiler.h"
#include <stdio.h>

/* Writes one object: the sums as numbers, then `opcodes`, `pairs`, `functions`, `caches` and `rewrites`. `heap`: the run's. */
void profile_json(const Profiler *profiler, HeapStats heap, FILE *file);

#endif
