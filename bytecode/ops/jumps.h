/* ops/jumps.h -- handlers that choose where to go on.
 *
 * A jump's operand counts from the end of its own instruction, which is where ip stands when the handler runs. Every loop jumps backward once a turn, so that is
 * where Ctrl-C is noticed; runs with --fuel have TICK instructions as well.
 */
#ifndef DUET_BYTECODE_OPS_JUMPS_H
#define DUET_BYTECODE_OPS_JUMPS_H

#include "../handler.h"
#include "../loop.h"
#include "../tier.h"
#include "runtime/list.h"
#include "runtime/range.h"

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

HANDLER1(JUMP_IF_NIL, offset) {
  bool is_nil = value_is(*--r.sp, VALUE_NIL);
  return jump_if(vm, r, is_nil, offset);
}

HANDLER1(JUMP_UNLESS_NIL, offset) {
  bool is_nil = value_is(*--r.sp, VALUE_NIL);
  return jump_if(vm, r, !is_nil, offset);
}

HANDLER2(JUMP_IF_NIL_LOCAL, slot, offset) { return jump_if(vm, r, value_is(r.fp[slot], VALUE_NIL), offset); }
HANDLER2(JUMP_UNLESS_NIL_LOCAL, slot, offset) { return jump_if(vm, r, !value_is(r.fp[slot], VALUE_NIL), offset); }

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

HANDLER0(COUNT_CALL) { return LIKELY(!tier_count(r)) ? r : SLOW(vm, r, tier_enter(vm)); }
HANDLER1(COUNT_TURN, loop) { return LIKELY(!tier_count(r)) ? r : SLOW(vm, r, tier_enter_loop(vm, loop)); }
HANDLER0(TICK) { return SLOW(vm, r, loop_tick(vm)); }

HANDLER1(FOR_BEGIN, slot) { return SLOW(vm, r, loop_begin(vm, r.fp + slot)); }

HANDLER2(FOR_NEXT, slot, offset) { return SLOW(vm, r, loop_next(vm, r.fp + slot, (int32_t)offset)); }

HANDLER2(FOR_RANGE, slot, argc) { return SLOW(vm, r, loop_begin_range(vm, r.fp + slot, argc)); }

/* A turn of a walk that counts, or over a list or a range, stands here, the rest in loop.c. */
HANDLER3(FOR_LOOP, slot, variable, offset) {
  Value *state = r.fp + slot;
  uint64_t at = state[1].payload;
  if (UNLIKELY(*vm->interrupted)) return SLOW(vm, r, loop_turn(vm, state, r.fp + variable, (int32_t)offset));
  if (LIKELY(value_is(state[0], VALUE_INT))) {
    int64_t next = value_as_int(state[0]);
    if (UNLIKELY(next >= (int64_t)at)) return r;
    r.fp[variable] = value_int(next);
    state[0].payload = (uint64_t)next + 1;
    r.ip += (int32_t)offset;
    return r;
  }
  if (LIKELY(value_is(state[0], VALUE_LIST))) {
    const List *list = value_as_list(state[0]);
    if (UNLIKELY(at >= list->count)) return r;
    r.fp[variable] = list_get(list, at);
    state[1].payload = at + 1;
    r.ip += (int32_t)offset;
    return r;
  }
  if (LIKELY(value_is(state[0], VALUE_RANGE))) {
    const Range *range = value_as_range(state[0]);
    if (UNLIKELY(at >= range->length)) return r;
    r.fp[variable] = value_int(range_get(range, at));
    state[1].payload = at + 1;
    r.ip += (int32_t)offset;
    return r;
  }
  return SLOW(vm, r, loop_turn(vm, state, r.fp + variable, (int32_t)offset));
}

#endif
