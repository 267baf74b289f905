/* ladder.h -- what each technique alone is worth.
 *
 * A rung is a technique on and off, everything else alike, for every benchmark:
 *
 *     levels      duet-tree -O1 : duet-tree -O0      slots instead of names, and so on up
 *     builds      duet-vm : duet-vm (switch)         goto instead of switch
 *     control     duet-vm : duet-vm again            what chance can do
 *     taken away  duet-vm : duet-vm --without=fuse   what is lost when this one goes and all others stay
 *     alone       --without=all the others : --without=all of them      what it gives with nothing else around
 *
 * The two last need not agree: a technique may live off another (folding makes constants that superinstructions then swallow), or be left with nothing to do by one. A ratio below
 * 1 says that the technique pays. Beside it stands the count that explains it, as far as the interpreter keeps one: time follows what is dispatched, looked up and allocated.
 *
 * Which techniques there are is asked of the executables (`--help`), so a new one needs nothing here.
 */
#ifndef DUET_BENCH_LADDER_H
#define DUET_BENCH_LADDER_H

#include "contest.h"

typedef enum RungKind { RUNG_LEVEL, RUNG_BUILD, RUNG_CONTROL, RUNG_TAKEN_AWAY, RUNG_ALONE } RungKind;

typedef struct RungCell {
  Ratio ratio;     /* on : off; VERDICT_NONE when it could not be measured */
  double count_on; /* of the rung's count, in this benchmark; -1 when not counted */
  double count_off;
} RungCell;

typedef struct Rung {
  char *name; /* owned, as all texts here; "fuse" */
  RungKind kind;
  bool small;        /* measured with the quick sizes */
  char *on, *off;    /* the names of the two configurations */
  char *missing;     /* why it could not be measured, or NULL */
  RungCell *cells;   /* owned; one for each benchmark; NULL when missing */
  Ratio mean;        /* the geometric mean */
  char *count;       /* the name of the count that explains it, or NULL */
  double count_mean; /* the geometric mean of count_on : count_off, 0 when there is none */
  double total_on;   /* the count over all benchmarks */
  double total_off;
} Rung;

typedef struct Ladder {
  char *revision; /* of the source it was measured at */
  char *date;
  char **benchmarks; /* owned, as the names in it */
  size_t benchmark_count;
  Rung *rungs; /* owned */
  size_t rung_count;
  size_t wrong; /* benchmarks whose results differed */
} Ladder;

/* The ladder in the --json file `path`. False: none there. Free it either way. */
bool ladder_read(Ladder *ladder, const char *path) MUST_CHECK;

void ladder_free(Ladder *ladder);

/* "level", "build", "control", "taken away", "alone". */
const char *ladder_kind_text(RungKind kind);

/* What the rung shows, in words: "pays", "costs", "no clear difference", "not measured". */
const char *ladder_verdict(const Rung *rung);

/* Whether it was measured and did not pay. A control can't. */
bool ladder_did_not_pay(const Rung *rung);

/* The next benchmark from number `from` on that is slower with the technique although it pays in the mean; the number of benchmarks when there is none. */
size_t ladder_next_loser(const Ladder *ladder, const Rung *rung, size_t from);

#endif
