/* contest.h -- one benchmark under several configurations.
 *
 *     check     A B C          each once: do all give the expected result? This run also warms up the caches, and is not timed
 *     rounds    A B C  B C A  C A B ...    timed; in turn, so that whatever slows the machine for a while slows all of them; each round in another order
 *     counts    A              with --stats=json and --profile=json, apart and with a smaller size, because counting costs time
 *
 * When results differ, or a program fails, the benchmark is **wrong**: nothing of it is timed, for a fast wrong answer is worth nothing. A configuration that doesn't end within the
 * limit is out, said so, and the others go on. One that has no twin of the program is absent.
 */
#ifndef DUET_BENCH_CONTEST_H
#define DUET_BENCH_CONTEST_H

#include "config.h"
#include "counts.h"
#include "manifest.h"
#include "progress.h"
#include "ratio.h"
#include "summary.h"

typedef enum EntryState {
  ENTRY_ABSENT,  /* no program for it, or not here */
  ENTRY_TIMED,   /* has `rounds` times */
  ENTRY_LATE,    /* over the time limit */
  ENTRY_DIFFERS, /* another result, or a failure: `said` tells */
  ENTRY_CHECKED  /* the result was right, but others' was not */
} EntryState;

typedef struct Entry {
  const Config *config; /* lives in a ConfigList that outlives the contest */
  EntryState state;
  char *said;   /* owned; its result, or how it failed; NULL when absent */
  double *cpu;  /* owned; seconds, round by round */
  double *wall; /* owned; seconds */
  double *peak; /* owned; kilobytes */
  size_t rounds;
  Counts counts; /* owned; may be empty */
} Entry;

typedef struct Contest {
  const char *name; /* of the benchmark; lives in the manifest, as the group */
  const char *group;
  const char *size;
  bool wrong;
  char *expected; /* owned; the result that all must give */
  Entry *entries; /* owned; one for each configuration, in their order */
  size_t count;
} Contest;

typedef struct ContestPlan {
  const char *programs; /* the folder they are in */
  const char *path;     /* one file for all configurations in place of a program each, or NULL */
  const Benchmark *benchmark;
  const char *size;             /* what the program gets as its argument */
  const char *expected;         /* the result, or NULL: that of the first configuration counts */
  const Config *const *configs; /* those that are missing get absent entries */
  size_t config_count;
  size_t rounds;
  double limit;           /* seconds for one run */
  const char *count_size; /* the runs that count get this size; NULL: there are none */
  bool profile;           /* count instructions, too, which takes ten times as long */
  Progress *progress;
} ContestPlan;

/* Holds the contest. False: interrupted. Free it either way. */
bool contest_hold(Contest *contest, const ContestPlan *plan) MUST_CHECK;

void contest_free(Contest *contest);

/* How many steps of progress a contest takes. */
size_t contest_steps(const ContestPlan *plan);

/* The entry of a configuration, or NULL when it took no part or has no times. */
const Entry *contest_timed(const Contest *contest, const Config *config);

/* CPU time of `a` against `b`; no ratio when either has no times. */
Ratio contest_ratio(const Contest *contest, const Config *a, const Config *b);

/* The geometric mean of `a` against `b` over the contests in which both have times, of CPU time or of peak memory. `*used` (unless NULL): how many those are. */
typedef enum ContestMeasure { CONTEST_CPU, CONTEST_PEAK } ContestMeasure;
Ratio contest_geometric(const Contest *contests, size_t count, const Config *a, const Config *b, ContestMeasure measure, size_t *used);

#endif
