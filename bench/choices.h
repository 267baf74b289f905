/* choices.h -- the command line of duet-bench. */
#ifndef DUET_BENCH_CHOICES_H
#define DUET_BENCH_CHOICES_H

#include "support/base.h"
#include <stdio.h>

typedef struct Choices { /* texts are the command line's own */
  bool help;
  bool quick;           /* small sizes, fewer runs and configurations */
  bool ladder;          /* measure the ladder in place of the benchmarks */
  bool no_growth;       /* leave out the runs with growing N */
  const char *only;     /* benchmarks and groups, separated by commas; NULL: all */
  const char *configs;  /* configurations likewise */
  const char *baseline; /* what ratios are taken against */
  const char *json;     /* files to write, or NULL */
  const char *html;
  const char *compare;     /* an earlier --json file, or NULL */
  const char *ladder_from; /* the --json file of an earlier ladder, or NULL */
  const char *build;       /* the folder of Duet's executables */
  const char *list;        /* the list of benchmarks */
  const char *programs;    /* the folder of their programs */
  const char *built_with;  /* compiler and flags, as the Makefile knows them; "" when not told */
  const char *color;       /* "auto", "always", "never" */
  size_t runs;             /* timed runs of each */
  double limit;            /* seconds for one run */
} Choices;

/* Reads the command line. False: stderr says what is wrong with it. */
bool choices_parse(Choices *choices, int argc, char **argv) MUST_CHECK;

/* What --help prints. */
void choices_help(FILE *file);

/* Whether to colour what goes to `file`. */
bool choices_colored(const Choices *choices, FILE *file);

#endif
