/* counts.h -- what an interpreter counted during a run: instructions dispatched, allocations, cache hits.
 *
 * Times say *that* one thing is faster, counts say *why*. They come from `--stats=json` and `--profile=json` of runs of their own, because counting costs time. Which counts there are is
 * the interpreter's affair: the runner keeps names and numbers as it finds them.
 */
#ifndef DUET_BENCH_COUNTS_H
#define DUET_BENCH_COUNTS_H

#include "support/base.h"

typedef struct Count {
  char *name; /* owned */
  double value;
} Count;

typedef struct Counts {
  Count *items; /* owned */
  size_t count;
} Counts;

/* Reads the counts from the JSON object that ends `text` (a program may have written to stderr before it). No such object: no counts. */
Counts counts_read(const char *text);

void counts_free(Counts *counts);

/* The count of that name; -1 when it was not counted. */
double counts_get(const Counts *counts, const char *name);

/* Adds those of `more` that `counts` does not have. */
void counts_complete(Counts *counts, const Counts *more);

/* Adds every count of `more` to the one of that name in `sum`, which begins empty. */
void counts_add(Counts *sum, const Counts *more);

#endif
