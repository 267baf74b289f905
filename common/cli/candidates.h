/* candidates.h -- the names that could stand where Tab was pressed.
 *
 *     Candidates found;
 *     candidates_start(&found, "pri", 3);
 *     candidates_add(&found, "print", 5) ...        those that begin otherwise are passed over
 *     candidates_finish(&found);                    now sorted, each once
 *     candidates_common(&found)                     so many bytes they all begin with
 *     candidates_free(&found);
 */
#ifndef DUET_CLI_CANDIDATES_H
#define DUET_CLI_CANDIDATES_H

#include "support/base.h"
#include <stdio.h>

typedef struct Candidates {
  const char *prefix; /* what is typed so far; the caller's, must last as long */
  size_t prefix_length;
  char **names; /* owned */
  size_t count;
  size_t capacity;
} Candidates;

/* Begins a search for names that begin with `prefix`. To be freed with candidates_free. */
void candidates_start(Candidates *found, const char *prefix, size_t length);
void candidates_free(Candidates *found);

/* Adds a copy of one name, if it begins so. */
void candidates_add(Candidates *found, const char *name, size_t length);

/* Sorts them and drops what is there twice. */
void candidates_finish(Candidates *found);

/* How many bytes all of them begin with alike; of none: the prefix's. */
size_t candidates_common(const Candidates *found);

/* Lists them in columns for a screen of this width. */
void candidates_show(const Candidates *found, size_t width, FILE *file);

#endif
