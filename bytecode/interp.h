/* interp.h -- the interpreter loop. */
#ifndef DUET_BYTECODE_INTERP_H
#define DUET_BYTECODE_INTERP_H

#include "vm.h"

/* Runs instructions from the Vm's registers on until an entry frame returns, HALT, or an error that no handler above that frame takes: EXIT. Gives false when an error is pending. */
bool interp_run(Vm *vm) MUST_CHECK;

/* How this build dispatches: "switch", "goto", "tos", or "clang 19 tail", where the loop has a compiler of its own. */
const char *interp_dispatch(void);

#endif
