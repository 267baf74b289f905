/* nearest.h -- which known name did they mean?
 *
 *     Nearest nearest;
 *     nearest_start(&nearest, "lenght", 6);
 *     for each name: nearest_try(&nearest, name, length);
 *     nearest.found is "length"
 *
 * Near is one edit away (a letter put in, left out or changed, two neighbours swapped), from five letters on two edits. Of names equally near, the first tried wins.
 */
#ifndef DUET_SUPPORT_NEAREST_H
#define DUET_SUPPORT_NEAREST_H

#include "support/base.h"

enum { NEAREST_MAX_LENGTH = 63 }; /* longer names are neither looked for nor found */

typedef struct Nearest {
  const char *wanted; /* the caller's */
  size_t wanted_length;
  uint32_t distance;                  /* a name is found when it is nearer than this */
  char found[NEAREST_MAX_LENGTH + 1]; /* the nearest name so far; "" for none */
} Nearest;

/* Begins a search for names like `wanted`, which stays the caller's and must last as long. */
void nearest_start(Nearest *nearest, const char *wanted, size_t length);

/* Looks at one known name. The very name that is wanted is no answer. */
void nearest_try(Nearest *nearest, const char *name, size_t length);

#endif
