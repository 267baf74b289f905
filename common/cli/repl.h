/* repl.h -- read, evaluate, print, again. */
#ifndef DUET_CLI_REPL_H
#define DUET_CLI_REPL_H

#include "cli/session.h"

/* Runs the REPL on standard input until it ends or :quit. Gives the exit code. */
int repl_run(Session *session);

#endif
