/* loop.c -- loops, as far as they are more than jumps. What can be walked, and in which order, is runtime/iterate.h's to say. */
#include "loop.h"

#include "runtime/iterate.h"
#include "unwind.h"

Regs loop_begin(Vm *vm, Regs r, Value *state) {
  vm_save(vm, r);
  if (!iterate_begin(vm->rt, r.sp[-1], state)) return unwind_raise(vm, r);
  r.sp--;
  return r;
}

Regs loop_next(Vm *vm, Regs r, Value *state, int32_t offset) {
  Value item;
  bool done = false;
  vm_save(vm, r);
  if (!iterate_next(vm->rt, state, &item, &done)) return unwind_raise(vm, r);
  if (done)
    r.ip += offset;
  else
    *r.sp++ = item;
  return r;
}

Regs loop_tick(Vm *vm, Regs r) {
  if (LIKELY(--vm->rt->countdown > 0)) return r;
  vm_save(vm, r);
  if (!runtime_tick_slow(vm->rt)) return unwind_raise(vm, r);
  return r;
}

Regs loop_interrupt(Vm *vm, Regs r) {
  vm_save(vm, r);
  vm->rt->pending.kind = PENDING_INTERRUPTED;
  return unwind_raise(vm, r);
}
