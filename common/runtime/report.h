/* report.h -- the last words of a program: an uncaught error on stderr, in the form that all errors of Duet have. */
#ifndef DUET_RUNTIME_REPORT_H
#define DUET_RUNTIME_REPORT_H

#include "runtime/error.h"

/* Shows the pending error and clears it: kind and message, place, hint, trace with repeated frames folded. Flushes rt->out first. May run guest code (to_string of what was thrown). Gives the process's exit code: 70, or 74 for failed output. */
int report_uncaught(Runtime *rt, FILE *file, bool color);

#endif
