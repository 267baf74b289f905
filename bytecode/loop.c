/* loop.c -- loops, as far as they are more than jumps. What can be walked, and in which order, is runtime/iterate.h's to say. */
#include "loop.h"

#include "runtime/iterate.h"
#include "unwind.h"

void loop_begin(Vm *vm, Value *state) {
  if (!iterate_begin(vm->rt, vm->sp[-1], state)) return unwind_raise(vm);
  vm->sp--;
}

void loop_next(Vm *vm, Value *state, int32_t offset) {
  Value item;
  bool done = false;
  if (!iterate_next(vm->rt, state, &item, &done)) return unwind_raise(vm);
  if (done)
    vm->ip += offset;
  else
    *vm->sp++ = item;
}

void loop_turn(Vm *vm, Value *state, Value *variable, int32_t offset) {
  bool done = false;
  if (UNLIKELY(*vm->interrupted)) return loop_interrupt(vm);
  if (!iterate_next(vm->rt, state, variable, &done)) return unwind_raise(vm);
  if (!done) vm->ip += offset;
}

void loop_tick(Vm *vm) {
  if (LIKELY(--vm->rt->countdown > 0)) return;
  if (!runtime_tick_slow(vm->rt)) return unwind_raise(vm);
}

void loop_interrupt(Vm *vm) {
  vm->rt->pending.kind = PENDING_INTERRUPTED;
  unwind_raise(vm);
}
