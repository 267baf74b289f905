/* computer.c -- asking the kernel and git. */
#include "computer.h"

#include "child.h"

#include <gnu/libc-version.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

static const double GIT_LIMIT = 10;
static const double BUSY = 0.5; /* more others than this, on average, for each core that the runs do not need */

static void find_processor(Computer *computer) {
  snprintf(computer->processor, sizeof computer->processor, "unknown processor");
  FILE *file = fopen("/proc/cpuinfo", "r");
  if (!file) return;
  char *line = NULL;
  size_t size = 0;
  while (getline(&line, &size, file) > 0) {
    const char *colon = strchr(line, ':');
    if (strncmp(line, "model name", 10) != 0 || !colon) continue;
    snprintf(computer->processor, sizeof computer->processor, "%.*s", (int)strcspn(colon + 2, "\n"), colon + 2);
    break;
  }
  free(line);
  fclose(file);
}

static void find_system(Computer *computer) {
  struct utsname name;
  if (uname(&name) == 0)
    snprintf(computer->system, sizeof computer->system, "%.24s %.*s (%.24s), glibc %.16s", name.sysname,
             (int)strspn(name.release, "0123456789."), name.release, name.machine, gnu_get_libc_version());
  computer->memory_gb = (double)sysconf(_SC_PHYS_PAGES) * (double)sysconf(_SC_PAGE_SIZE) / 1e9;
}

/* The last of the allowed cores: the first ones tend to serve interrupts. */
static void pin(Computer *computer) {
  cpu_set_t allowed, one;
  computer->pinned = -1;
  computer->cores = 1;
  if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) return;
  computer->cores = (unsigned)CPU_COUNT(&allowed);
  for (int core = CPU_SETSIZE - 1; core >= 0; core--) {
    if (!CPU_ISSET(core, &allowed)) continue;
    CPU_ZERO(&one);
    CPU_SET(core, &one);
    if (sched_setaffinity(0, sizeof one, &one) == 0) computer->pinned = core;
    return;
  }
}

/* False: interrupted. */
static bool find_revision(Computer *computer) {
  Child head, changes;
  child_run(&head, (const char *const[]){"git", "rev-parse", "--short", "HEAD", NULL}, GIT_LIMIT);
  child_run(&changes, (const char *const[]){"git", "status", "--porcelain", "--untracked-files=no", NULL}, GIT_LIMIT);
  if (child_is_fine(&head))
    snprintf(computer->revision, sizeof computer->revision, "%.*s%s", (int)strcspn(head.output, "\n"), head.output,
             changes.output[0] ? "+" : "");
  bool interrupted = head.end == CHILD_INTERRUPTED || changes.end == CHILD_INTERRUPTED;
  child_free(&head);
  child_free(&changes);
  return !interrupted;
}

bool computer_look(Computer *computer) {
  *computer = (Computer){.pinned = -1};
  find_processor(computer);
  find_system(computer);
  time_t now = time(NULL);
  struct tm parts;
  strftime(computer->date, sizeof computer->date, "%Y-%m-%d %H:%M UTC", gmtime_r(&now, &parts));
  if (getloadavg(&computer->load_before, 1) != 1) computer->load_before = -1;
  if (!find_revision(computer)) return false;
  pin(computer);
  return true;
}

void computer_look_again(Computer *computer) {
  if (getloadavg(&computer->load_after, 1) != 1) computer->load_after = -1;
}

/* At the end the last minute says more than the one before the beginning, in which perhaps this was built. The runs themselves are one of those that want to run then. */
bool computer_was_busy(const Computer *computer) {
  double spare = computer->cores > 1 ? computer->cores - 1 : 0.5;
  double others = computer->load_after > 0 ? computer->load_after - 1 : computer->load_before;
  return others > BUSY * spare;
}
