/* line_editor.h -- where the REPL's lines come from.
 *
 *     a terminal, and libedit is there    keys, history, Tab        (editing.h)
 *     else                                plain lines as they come; prompts only where a person sees them
 */
#ifndef DUET_CLI_LINE_EDITOR_H
#define DUET_CLI_LINE_EDITOR_H

#include "cli/editing.h"

typedef struct LineEditor {
  Editing *editing; /* owned; NULL: plain lines */
  FILE *prompts;    /* where prompts are shown; NULL: nobody is there to see them */
  char *history;    /* owned; the file's path, or NULL */
  char *line;       /* owned, from getline: the plain line read last */
  size_t capacity;
} LineEditor;

typedef enum LineEnd {
  LINE_READ,
  LINE_INTERRUPTED, /* Ctrl-C: what was typed is dropped */
  LINE_AT_END,      /* Ctrl-D, or the end of the input */
  LINE_FAILED       /* errno says why */
} LineEnd;

/* Sets up reading from standard input. To be closed. */
void line_editor_open(LineEditor *editor, const char *program, CompleteFunction *complete, void *context);
void line_editor_close(LineEditor *editor);

/* Reads one line, with its newline if it has one; `*text` is valid until the next call. */
LineEnd line_editor_read(LineEditor *editor, const char *prompt, const char **text, size_t *length);

#endif
