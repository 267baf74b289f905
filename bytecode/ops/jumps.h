/* ops/jumps.h -- handlers that choose where to go on.
 *
 * A jump's operand counts from the end of its own instruction, which is where ip stands when the handler runs. Every loop jumps backward once a turn, so that is
 * where Ctrl-C is noticed; runs with --fuel have TICK instructions as well.
 */
#ifndef DUET_BYTECODE_OPS_JUMPS_H
#define DUET_BYTECODE_OPS_JUMPS_H

#include "../handler.h"
#include "../loop.h"

HANDLER1(JUMP, offset) {
  r.ip += (int32_t)offset;
  return loop_poll(vm, r, offset);
}

ALWAYS_INLINE Regs jump_if(Vm *vm, Regs r, bool condition, uint32_t offset) {
  if (!condition) return r;
  r.ip += (int32_t)offset;
  return loop_poll(vm, r, offset);
}

HANDLER1(JUMP_IF_FALSE, offset) {
  bool truthy = value_truthy(*--r.sp);
  return jump_if(vm, r, !truthy, offset);
}

HANDLER1(JUMP_IF_TRUE, offset) {
  bool truthy = value_truthy(*--r.sp);
  return jump_if(vm, r, truthy, offset);
}

HANDLER2(JUMP_IF_FALSE_LOCAL, slot, offset) { return jump_if(vm, r, !value_truthy(r.fp[slot]), offset); }
HANDLER2(JUMP_IF_TRUE_LOCAL, slot, offset) { return jump_if(vm, r, value_truthy(r.fp[slot]), offset); }

HANDLER1(JUMP_IF_FALSE_OR_POP, offset) {
  if (!value_truthy(r.sp[-1]))
    r.ip += (int32_t)offset;
  else
    r.sp--;
  return r;
}

HANDLER1(JUMP_IF_TRUE_OR_POP, offset) {
  if (value_truthy(r.sp[-1]))
    r.ip += (int32_t)offset;
  else
    r.sp--;
  return r;
}

HANDLER0(TICK) { return SLOW(vm, r, loop_tick(vm)); }

HANDLER1(FOR_BEGIN, slot) { return SLOW(vm, r, loop_begin(vm, r.fp + slot)); }

HANDLER2(FOR_NEXT, slot, offset) { return SLOW(vm, r, loop_next(vm, r.fp + slot, (int32_t)offset)); }

HANDLER3(FOR_LOOP, slot, variable, offset) { return SLOW(vm, r, loop_turn(vm, r.fp + slot, r.fp + variable, (int32_t)offset)); }

#endif
