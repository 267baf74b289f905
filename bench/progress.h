/* progress.h -- the line that says what is going on, on a terminal only.
 *
 *     [ 37/312] fib, duet-vm -O0, round 2                 about 4 min left
 *
 * It stands on stderr, is written over by the next, and is gone at the end; into a file or a pipe nothing is written.
 */
#ifndef DUET_BENCH_PROGRESS_H
#define DUET_BENCH_PROGRESS_H

#include "support/base.h"

typedef struct Progress {
  bool shown;   /* stderr is a terminal */
  size_t total; /* steps there are */
  size_t done;  /* steps done */
  double begun; /* seconds, on the monotonic clock */
} Progress;

void progress_start(Progress *progress, size_t total);

/* Says that a step begins. */
void progress_step(Progress *progress, const char *benchmark, const char *config, const char *stage);

/* Counts steps that will not be made after all. */
void progress_skip(Progress *progress, size_t steps);

/* Wipes the line away, so that something else may be printed. */
void progress_clear(const Progress *progress);

/* Seconds since progress_start. */
double progress_elapsed(const Progress *progress);

#endif
