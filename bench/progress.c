/* progress.c -- one line on stderr, written over and over. */
#include "progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

static const double WORTH_GUESSING = 2; /* seconds; before that a guess at the rest is worth nothing */

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

void progress_start(Progress *progress, size_t total) {
  *progress = (Progress){.shown = isatty(STDERR_FILENO) == 1, .total = total, .begun = now()};
}

double progress_elapsed(const Progress *progress) { return now() - progress->begun; }

void progress_step(Progress *progress, const char *benchmark, const char *config, const char *stage) {
  size_t done = progress->done++;
  if (!progress->shown) return;
  char left[32] = "";
  double elapsed = progress_elapsed(progress);
  if (elapsed > WORTH_GUESSING && done > 0 && progress->total > done) {
    double rest = elapsed / (double)done * (double)(progress->total - done);
    if (rest < 90)
      snprintf(left, sizeof left, "about %.0f s left", rest);
    else
      snprintf(left, sizeof left, "about %.0f min left", rest / 60);
  }
  fprintf(stderr, "\r\033[K[%3zu/%zu] %s, %s, %s   %s", done + 1, progress->total, benchmark, config, stage, left);
  fflush(stderr);
}

void progress_skip(Progress *progress, size_t steps) { progress->done += steps; }

void progress_clear(const Progress *progress) {
  if (!progress->shown) return;
  fputs("\r\033[K", stderr);
  fflush(stderr);
}
