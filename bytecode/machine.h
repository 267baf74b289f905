/* machine.h -- making a VM and running scripts on it: the top of this wing's engine. */
#ifndef DUET_BYTECODE_MACHINE_H
#define DUET_BYTECODE_MACHINE_H

#include "vm.h"

/* A VM over the runtime, as its host. NULL when the stack can't be mapped. */
Vm *machine_new(Runtime *rt);
void machine_free(Vm *vm);

/* Runs a verified unit of this VM. `*result` is what RESULT kept, or UNSET. False: rt->pending says why. `keep_slots`: how many of the script's slots live on afterwards. May collect. */
bool machine_run(Vm *vm, Unit *unit, uint32_t keep_slots, Value *result) MUST_CHECK;

#endif
