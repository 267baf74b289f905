/* enter.h -- the few instructions that begin a call, for the handlers and for call.c. */
#ifndef DUET_BYTECODE_ENTER_H
#define DUET_BYTECODE_ENTER_H

#include "frame.h"

/* Lets `frame` run `closure` on the arguments that stand above `base` (a method's self is in base itself), the rest of its slots unset. */
ALWAYS_INLINE Regs enter_replace(Vm *vm, Regs r, const Closure *closure, CallFrame *frame, Value *base) {
  const Proto *proto = closure->proto;
  Value *fp = base + !proto->is_method;
  Value *end = fp + proto->slot_count;
  frame->closure = closure;
  frame->fp = fp;
  frame_activate(vm, frame);
  for (Value *slot = r.sp; slot < end; slot++)
    *slot = value_unset();
  return (Regs){proto->code, end, fp};
}

/* The same in a new frame. The checks were made. */
ALWAYS_INLINE Regs enter_frame(Vm *vm, Regs r, const Closure *closure, Value *base) {
  CallFrame *frame = vm->frame + 1;
  vm->frame->ip = r.ip;
  frame->result = base;
  frame->is_entry = false;
  return enter_replace(vm, r, closure, frame, base);
}

/* The same in the running frame's place: callee and arguments move down to where its own were. */
ALWAYS_INLINE Regs enter_tail(Vm *vm, Regs r, const Closure *closure, uint32_t argc, const Value *base) {
  CallFrame *frame = vm->frame;
  if (UNLIKELY(vm->upvalue_list.open && vm->upvalue_list.open->location >= r.fp)) upvalue_close(&vm->upvalue_list, r.fp);
  for (uint32_t i = 0; i <= argc; i++)
    frame->result[i] = base[i];
  r.sp = frame->result + argc + 1;
  return enter_replace(vm, r, closure, frame, frame->result);
}

/* May the closure be entered just like that: right arity, depth, fuel and room? If not, call.c finds out why. */
ALWAYS_INLINE bool enter_may(const Vm *vm, const Closure *closure, uint32_t argc, const Value *base) {
  const Proto *proto = closure->proto;
  return argc == proto->arity && vm->frame != vm->last_frame && vm->rt->countdown > 1 &&
         vm->stack_end - base > (ptrdiff_t)proto->frame_size;
}

#endif
