/* explain.h -- which count explains a difference in time.
 *
 * Superinstructions and folding work by dispatching less, inline caches by looking up less, slots by hashing less. For techniques known by name a table says which count to
 * look at, by a part of the count's name; for all others it is the count that changed most between on and off.
 */
#ifndef DUET_BENCH_EXPLAIN_H
#define DUET_BENCH_EXPLAIN_H

#include "counts.h"

/* The name of the count in `on` or `off` that explains `technique`; it belongs to them. NULL when they counted nothing in which they differ. */
const char *explain_difference(const char *technique, const Counts *on, const Counts *off);

/* Whether a count is worth a place on the terminal. */
bool explain_is_worth_showing(const char *count);

#endif
