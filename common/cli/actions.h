/* actions.h -- what the command line can ask to be done with a program. */
#ifndef DUET_CLI_ACTIONS_H
#define DUET_CLI_ACTIONS_H

#include "cli/session.h"

/* The text that is worked on. */
typedef struct Program {
  const char *text;
  size_t length;
  const char *name; /* what reports call it: the file's path, `<command>`, `<stdin>` */
} Program;

/* Does what session->options ask for; gives the exit code. Trees, listings and formatted text go to `output` or, where that is NULL, to stdout; the lines of --check to `output` or stderr. */
int actions_run(Session *session, const Program *program, FILE *output);

/* Did an action that ended so leave anything that --output should keep? */
bool actions_made_output(Action action, int code);

#endif
