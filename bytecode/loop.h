/* loop.h -- what loops need: walking things, counting fuel, noticing Ctrl-C. */
#ifndef DUET_BYTECODE_LOOP_H
#define DUET_BYTECODE_LOOP_H

#include "vm.h"

/* Pops the iterable; the walk's state goes to state[0] and state[1]. */
void loop_begin(Vm *vm, Value *state);

/* Pushes the next item, or jumps by `offset` behind the last. */
void loop_next(Vm *vm, Value *state, int32_t offset);

/* One loop turn of a metered run. */
void loop_tick(Vm *vm);

/* Ctrl-C was pressed. */
void loop_interrupt(Vm *vm) COLD;

#endif
