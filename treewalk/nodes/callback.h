/* callback.h -- a builtin calls back into the program. */
#ifndef DUET_TREEWALK_NODES_CALLBACK_H
#define DUET_TREEWALK_NODES_CALLBACK_H

#include "machine.h"

/* Makes this machine the host of its runtime. */
void callback_attach(Machine *machine);

#endif
