/* findings.h -- all that a session of duet-bench found out: what the reports are made of.
 *
 *     main ──> findings ──> screen (terminal), export (JSON), webpage (HTML)
 *
 * The reports only read it. What follows from the measurements (ratios, means, goals) is worked out where it is shown, by contest.h and goals.h; the same numbers give the
 * same answers everywhere, since chance has a fixed seed (dice.h).
 */
#ifndef DUET_BENCH_FINDINGS_H
#define DUET_BENCH_FINDINGS_H

#include "choices.h"
#include "computer.h"
#include "contest.h"
#include "growth.h"
#include "ladder.h"

typedef struct Findings {
  const Choices *choices; /* the caller's */
  Computer computer;
  Manifest manifest;
  ConfigList configs;                /* all that could take part; many may be missing */
  const Config *present[CONFIG_MAX]; /* those that do */
  size_t present_count;
  const Config *baseline; /* one of them, or NULL */
  Contest startup;        /* the empty program; no entries when not measured */
  Contest *contests;      /* owned; one for each benchmark */
  size_t contest_count;
  Growth growth;  /* no sizes when not measured */
  Ladder ladder;  /* no rungs when there is none */
  double seconds; /* it took so long */
} Findings;

void findings_free(Findings *findings);

/* What the benchmark of a contest is about, or "". */
const char *findings_description(const Findings *findings, const Contest *contest);

/* Whether some benchmark was wrong, or some run too long. */
bool findings_are_bad(const Findings *findings);

#endif
