/* launch.h -- main() of both executables. */
#ifndef DUET_CLI_LAUNCH_H
#define DUET_CLI_LAUNCH_H

#include "cli/backend.h"

/* Does what the command line says, with this backend. Gives the exit code. */
int launch(const Backend *backend, int argc, char **argv);

#endif
