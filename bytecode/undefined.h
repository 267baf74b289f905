/* undefined.h -- NameErrors: a variable is used before anything was stored in it, or is declared nowhere. */
#ifndef DUET_BYTECODE_UNDEFINED_H
#define DUET_BYTECODE_UNDEFINED_H

#include "vm.h"

/* Raises NameError for the running instruction, which found its variable unset, and gives the registers of whoever handles it. */
void undefined_variable(Vm *vm) COLD;

#endif
