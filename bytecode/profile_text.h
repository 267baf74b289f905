/* profile_text.h -- a profile as tables for people. */
#ifndef DUET_BYTECODE_PROFILE_TEXT_H
#define DUET_BYTECODE_PROFILE_TEXT_H

#include "disassemble.h"
#include "profiler.h"

/* Writes all of it; of the pairs, only the most frequent. `heap`: the run's. */
void profile_text(const Profiler *profiler, HeapStats heap, const DisassembleOptions *options, FILE *file);

#endif
