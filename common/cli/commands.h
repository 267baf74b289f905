/* commands.h -- what a REPL understands besides Duet: lines that begin with a colon. */
#ifndef DUET_CLI_COMMANDS_H
#define DUET_CLI_COMMANDS_H

#include "cli/session.h"

typedef struct CommandResult {
  int code;  /* how it went, as evaluate.h says */
  bool quit; /* :quit */
} CommandResult;

/* Does the text begin with a colon, blanks aside? */
bool commands_begin(const char *text, size_t length);

/* The code that a command is given and that may go on on the next line; NULL: this command takes none. */
const char *commands_code(const char *text, size_t *length);

/* Does what the text says. */
CommandResult commands_run(Session *session, const char *text, size_t length);

/* The command that a text without a colon seems to mean: `help`, `exit()`. NULL: none. */
const char *commands_meant(const char *text, size_t length);

/* The name of the i-th command, without its colon; NULL past the last. */
const char *commands_name(size_t i);

#endif
