/* host.h -- what the VM does for the runtime: calling guest functions from builtins. */
#ifndef DUET_BYTECODE_HOST_H
#define DUET_BYTECODE_HOST_H

#include "vm.h"

/* Makes this VM the runtime's host. */
void host_attach(Vm *vm);

#endif
