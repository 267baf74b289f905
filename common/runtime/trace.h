/* trace.h -- the calls that were running when an error happened, as the report shows them.
 *
 *       in total(price, tax)      prices.duet:3
 *       ... repeated 9998 more times
 *       in <script>               prices.duet:9
 */
#ifndef DUET_RUNTIME_TRACE_H
#define DUET_RUNTIME_TRACE_H

#include "runtime/origin.h"

/* Prints the frames of `origin`, the innermost first; nothing when only the script was running. Never allocates. */
void trace_show(const Origin *origin, FILE *file);

#endif
