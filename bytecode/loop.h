/* loop.h -- what loops need: walking things, counting fuel, noticing Ctrl-C.
 *
 * A walk's state is two slots. What can be walked, and in which order, is runtime/iterate.h's to say, and mostly the state is too. But `for i in range(a, b)`, the most common loop, needs no range object:
 * the slots then hold two ints, the next item and the end. A value that can be walked is never an int, so the first slot's tag tells which it is.
 */
#ifndef DUET_BYTECODE_LOOP_H
#define DUET_BYTECODE_LOOP_H

#include "handler.h"

/* Pops the iterable; the walk's state goes to state[0] and state[1]. */
void loop_begin(Vm *vm, Value *state);

/* Pops the arguments of range(...), and starts a walk over that range. */
void loop_begin_range(Vm *vm, Value *state, uint32_t argc);

/* Pushes the next item, or jumps by `offset` behind the last. */
void loop_next(Vm *vm, Value *state, int32_t offset);

/* One loop turn of a metered run. */
void loop_tick(Vm *vm);

/* The next item into *variable and a jump by `offset`, or on behind the loop. */
void loop_turn(Vm *vm, Value *state, Value *variable, int32_t offset);

/* Ctrl-C was pressed. */
void loop_interrupt(Vm *vm) COLD;

/* A jump by `offset` was taken: every loop jumps backward once a turn, and there Ctrl-C is noticed. */
ALWAYS_INLINE Regs loop_poll(Vm *vm, Regs r, uint32_t offset) {
  if ((int32_t)offset < 0 && UNLIKELY(*vm->interrupted)) return SLOW(vm, r, loop_interrupt(vm));
  return r;
}

#endif
