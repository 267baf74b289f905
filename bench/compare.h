/* compare.h -- now against then: an earlier --json file beside what was just measured.
 *
 * The runs were not made in turn, so a machine that was slower that day looks like a program that was slower; the report says when the two are from different machines.
 */
#ifndef DUET_BENCH_COMPARE_H
#define DUET_BENCH_COMPARE_H

#include "contest.h"
#include "json_read.h"

typedef struct Compare {
  Arena arena;
  const JsonValue *report; /* lives in the arena */
} Compare;

/* Reads the file. False: it is no report, and stderr says so. Close it either way. */
bool compare_open(Compare *compare, const char *path) MUST_CHECK;

void compare_close(Compare *compare);

/* CPU time of the entry now against then; no ratio when that report has no such run, or one of another size. */
Ratio compare_entry(const Compare *compare, const Contest *contest, const Entry *entry);

/* "revision 1a2b3c4 of 2026-11-20 12:00 UTC on <processor>", into `text`. */
void compare_describe(const Compare *compare, char *text, size_t size);

#endif
