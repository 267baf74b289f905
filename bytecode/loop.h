/* loop.h -- what loops need: walking things, counting fuel, noticing Ctrl-C. */
#ifndef DUET_BYTECODE_LOOP_H
#define DUET_BYTECODE_LOOP_H

#include "vm.h"

/* Pops the iterable; the walk's state goes to state[0] and state[1]. */
Regs loop_begin(Vm *vm, Regs r, Value *state);

/* Pushes the next item, or jumps by `offset` behind the last. */
Regs loop_next(Vm *vm, Regs r, Value *state, int32_t offset);

/* One loop turn of a metered run. */
Regs loop_tick(Vm *vm, Regs r);

/* Ctrl-C was pressed. */
Regs loop_interrupt(Vm *vm, Regs r) COLD;

#endif
