/* complete.h -- what Tab can put at the cursor.
 *
 *     pri|          keywords, builtins, the session's variables
 *     point.na|     fields and methods of the value that `point` has now; so on for a.b.c|
 *     :lo|          commands of the REPL
 *
 * Nothing is run for it: a call, an index or a literal before the dot has no value yet, so it has no names either.
 */
#ifndef DUET_CLI_COMPLETE_H
#define DUET_CLI_COMPLETE_H

#include "cli/candidates.h"
#include "cli/session.h"

/* Finds what could stand at `cursor` of the line. Initializes *found, whose prefix points into `line`; the caller frees it. */
void complete(Session *session, const char *line, size_t cursor, Candidates *found);

#endif
