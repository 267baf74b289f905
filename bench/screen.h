/* screen.h -- the report on a terminal, part 1: the head, and a block for each benchmark as soon as it is measured.
 *
 *     fib 32   micro   recursive calls                                                      result 2178309
 *       configuration        CPU  95 % interval     spread      wall   memory  runs  : duet-vm  interval      verdict
 *       duet-vm           123 ms  121 .. 125 ms      1.2 %    124 ms  2.1 MB      5         1
 *       duet-vm -O0       251 ms  248 .. 253 ms      0.8 %    252 ms  2.1 MB      5      2.04  2.01 .. 2.07  slower
 *       instructions 12.3 M   allocations 459
 */
#ifndef DUET_BENCH_SCREEN_H
#define DUET_BENCH_SCREEN_H

#include "findings.h"
#include <stdio.h>

typedef struct Screen {
  const Findings *findings;
  FILE *file;
  bool colored;
} Screen;

/* Machine, compiler, flags, revision; who takes part and who is missing. */
void screen_head(const Screen *screen);

/* One benchmark. */
void screen_contest(const Screen *screen, const Contest *contest);

/* A line above a part of the report. */
void screen_title(const Screen *screen, const char *title, const char *explanation);

#endif
