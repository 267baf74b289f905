/* loop.c -- loops, as far as they are more than jumps. */
#include "loop.h"

#include "runtime/iterate.h"
#include "unwind.h"

void loop_begin(Vm *vm, Value *state) {
  if (!iterate_begin(vm->rt, vm->sp[-1], state)) return unwind_raise(vm);
  vm->sp--;
}

void loop_begin_range(Vm *vm, Value *state, uint32_t argc) {
  const Value *args = vm->sp - argc;
  bool counts = argc == 1 || argc == 2;
  for (uint32_t i = 0; i < argc; i++)
    counts = counts && value_is(args[i], VALUE_INT);
  if (counts) {
    state[0] = argc == 2 ? args[0] : value_int(0);
    state[1] = args[argc - 1];
    vm->sp -= argc;
    return;
  }
  Value range = value_nil();
  if (!op_call_builtin(vm->rt, value_as_builtin(vm->range), value_unset(), argc, args, &range)) return unwind_raise(vm);
  vm->sp -= argc;
  if (!iterate_begin(vm->rt, range, state)) unwind_raise(vm);
}

/* The next item of any walk. */
static bool next_item(Vm *vm, Value *state, Value *item, bool *done) {
  if (!value_is(state[0], VALUE_INT)) return iterate_next(vm->rt, state, item, done);
  *done = value_as_int(state[0]) >= value_as_int(state[1]);
  if (*done) return true;
  *item = value_copy(&state[0]);
  state[0].payload++;
  return true;
}

void loop_next(Vm *vm, Value *state, int32_t offset) {
  Value item;
  bool done = false;
  if (!next_item(vm, state, &item, &done)) return unwind_raise(vm);
  if (done)
    vm->ip += offset;
  else
    *vm->sp++ = value_copy(&item);
}

void loop_turn(Vm *vm, Value *state, Value *variable, int32_t offset) {
  bool done = false;
  if (UNLIKELY(*vm->interrupted)) return loop_interrupt(vm);
  if (!next_item(vm, state, variable, &done)) return unwind_raise(vm);
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
