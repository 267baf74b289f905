/* evaluate.h -- what a REPL does with an input that is complete: run it, show its value, say what is wrong.
 *
 * Whatever happens, the session goes on with all that was defined before. The exit codes say how it went; only EXIT_OUTPUT is a reason to leave.
 */
#ifndef DUET_CLI_EVALUATE_H
#define DUET_CLI_EVALUATE_H

#include "cli/session.h"

/* Declares `_`, the last value, unless the session has one. */
int evaluate_start(Session *session);

/* Runs the text as a script of its own. The value of its last statement, where that is an expression and not nil, is shown as it stands in a list, and `_` is that value from now on. */
int evaluate_text(Session *session, const char *text, size_t length);

/* Runs a file as if it had been typed, without showing values. A file that can't be read is said on stderr. */
int evaluate_file(Session *session, const char *path);

/* Shows what is wrong with a text; frees the list. */
int evaluate_complain(const Session *session, DiagList *diags);

#endif
