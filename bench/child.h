/* child.h -- one run of one command, and what it cost.
 *
 *     runner ──fork, exec────> command        stdin: nothing; stdout and stderr: files in memory that can't grow past CHILD_MAX_OUTPUT
 *        │                       │
 *        └── sigtimedwait ───────┘           wakes for: the child ended, Ctrl-C, the time limit
 *            wait4                           CPU time and peak memory, from the kernel's own books
 *
 * Signals that matter are blocked in the runner and fetched where it waits, so there is no signal handler and no global flag. A child leads a process group of its
 * own: Ctrl-C on the terminal reaches the runner alone, which then ends the child and whatever that started.
 *
 * What a process had in memory before it executed its command counts into its peak, so the runner's own memory is a floor under every figure. After fork
 * that is only what the runner itself has written to (after vfork or posix_spawn it would be all the runner ever had, its code and libraries too); as long as it measures, the runner stays
 * small. child_floor_kb says where figures begin to mean something.
 */
#ifndef DUET_BENCH_CHILD_H
#define DUET_BENCH_CHILD_H

#include "support/base.h"

enum { CHILD_MAX_OUTPUT = 1 << 20 };

typedef enum ChildEnd {
  CHILD_EXITED,      /* by itself, with `code` */
  CHILD_KILLED,      /* by the signal `code` */
  CHILD_TIMED_OUT,   /* ended by us */
  CHILD_INTERRUPTED, /* ended by us: someone wants the runner to stop */
  CHILD_NOT_STARTED  /* no such command; `code` is the errno */
} ChildEnd;

typedef struct Child {
  ChildEnd end;
  int code;
  double cpu;   /* seconds in the program and in the kernel for it */
  double wall;  /* seconds on the clock */
  double peak;  /* kilobytes of memory at most */
  char *output; /* owned; stdout, with a NUL behind it */
  char *errors; /* owned; stderr likewise */
} Child;

/* To be called once, before anything else of this room: blocks the signals that child_run fetches. */
void child_prepare(void);

/* Runs the command words[0] (looked for in PATH) with the words behind it, NULL at the end, for at most `limit` seconds. Fills in `child`, to be freed with child_free. */
void child_run(Child *child, const char *const *words, double limit);

void child_free(Child *child);

/* Whether it ended by itself with exit code 0. */
static inline bool child_is_fine(const Child *child) { return child->end == CHILD_EXITED && child->code == 0; }

/* How it ended, in words, into `text`: "exit code 70", "killed by SIGSEGV", "no end within 10 s". */
void child_describe(const Child *child, double limit, char *text, size_t size);

/* What no child's peak can be below, as the runner stands now. */
double child_floor_kb(void);

#endif
