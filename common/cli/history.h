/* history.h -- the lines typed into the REPL, kept in a file from run to run: one line of the file for each.
 *
 * The file is $XDG_STATE_HOME/duet_history where that is set, else ~/.duet_history. Each line is added as soon as it is typed, so nothing is lost whatever
 * happens later, and two REPLs at once do no harm. Without a place to write to, there is no history, and nobody is told.
 */
#ifndef DUET_CLI_HISTORY_H
#define DUET_CLI_HISTORY_H

#include "support/base.h"

/* The file's path, for memory_free; NULL: there is no home for one. */
char *history_path(void);

/* Shows each line of the file (with a NUL for its newline) to `visit`, the oldest first. A file that has become too long is cut. */
void history_load(const char *path, void (*visit)(void *context, const char *line), void *context);

/* Adds one line, without its newline. */
void history_append(const char *path, const char *line, size_t length);

#endif
