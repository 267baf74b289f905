/* editing.h -- lines typed on a terminal with arrow keys, history and Tab, by libedit.
 *
 * The library is used where its header was found when Duet was built (HAVE_LIBEDIT) and the library itself is found when the REPL starts. It is loaded only
 * then, so a program that runs from a file never pays for it.
 */
#ifndef DUET_CLI_EDITING_H
#define DUET_CLI_EDITING_H

#include "cli/candidates.h"

typedef struct Editing Editing;

/* Fills *found with what could stand at `cursor`, its prefix being what stands there already. */
typedef void CompleteFunction(void *context, const char *line, size_t cursor, Candidates *found);

/* An editor on standard input and output, which must be terminals. NULL: there is none to be had. */
Editing *editing_start(const char *program, CompleteFunction *complete, void *context);

/* Gives the terminal back as it was. */
void editing_stop(Editing *editing);

/* The next line with its newline, `*length` bytes, valid until the next call. NULL: at Ctrl-D errno is 0, at Ctrl-C EINTR. */
const char *editing_read(Editing *editing, const char *prompt, size_t *length);

/* Adds a line to those that the up arrow brings back. */
void editing_remember(Editing *editing, const char *line);

#endif
