/* manifest.h -- which benchmarks there are: a line each, read from a text file.
 *
 *     # name       group    quick   full       what it does
 *     fib          micro    25      34         recursive calls
 *
 * Words are separated by blanks; what follows the fourth is the description. Lines that are empty or begin with # do not count.
 * A program gets its size as its first argument and prints one line, its result. What that must be stands in the head of the program in Duet:
 *
 *     // expect: 5702887              with the full size
 *     // expect-quick: 75025          with the quick size
 */
#ifndef DUET_BENCH_MANIFEST_H
#define DUET_BENCH_MANIFEST_H

#include "support/base.h"

typedef struct Benchmark {
  char *name;           /* owned, as all texts here */
  char *group;          /* "micro" */
  char *quick;          /* the size of a quick run, as it is given to the program */
  char *full;           /* that of a full one */
  char *description;    /* may be empty */
  char *expected_quick; /* the result, or NULL when the program does not say */
  char *expected_full;
} Benchmark;

typedef struct Manifest {
  Benchmark *items; /* owned */
  size_t count;
  size_t capacity;
} Manifest;

/* Reads the list from `file` and the expected results from the programs in the folder `programs`. False: it can't be read, and stderr says why. Free it either way. */
bool manifest_read(Manifest *manifest, const char *file, const char *programs) MUST_CHECK;

void manifest_free(Manifest *manifest);

/* The benchmark of that name, or NULL. */
const Benchmark *manifest_find(const Manifest *manifest, const char *name);

/* Whether the benchmark's name or its group stands in the list, separated by commas. NULL is the list of all. */
bool manifest_is_chosen(const Benchmark *benchmark, const char *list);

/* Whether `word` is one of the words of `list`, separated by commas. */
bool manifest_lists(const char *list, const char *word);

#endif
