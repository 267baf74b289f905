/* computer.h -- where it was measured: processor, system, revision, load.
 *
 * A time without its machine says nothing. What goes into a report is what someone elsewhere can use: the processor's name, the kernel, the C library, the revision of the source;
 * never a path or the machine's own name.
 */
#ifndef DUET_BENCH_COMPUTER_H
#define DUET_BENCH_COMPUTER_H

#include "support/base.h"

typedef struct Computer {
  char processor[128];
  unsigned cores; /* that may be used */
  double memory_gb;
  char system[128];   /* "Linux 6.1 (x86_64), glibc 2.36" */
  char revision[64];  /* "1a2b3c4", with "+" when files differ from it; "" outside of git */
  char date[32];      /* "2026-11-20 12:00 UTC" */
  int pinned;         /* the core that all runs stay on; -1 when they may wander */
  double load_before; /* how many others wanted to run, over the last minute */
  double load_after;  /* the same at the end; 0: it is not over */
} Computer;

/* Looks around, and pins this process and so its children to one core. False: interrupted. */
bool computer_look(Computer *computer) MUST_CHECK;

/* Notes the load at the end. */
void computer_look_again(Computer *computer);

/* Whether something else kept the machine busy, so that times are to be doubted. */
bool computer_was_busy(const Computer *computer);

#endif
