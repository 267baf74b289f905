/* enter.h -- the few instructions that begin a call, for the handlers and for call.c. */
#ifndef DUET_BYTECODE_ENTER_H
#define DUET_BYTECODE_ENTER_H

#include "frame.h"

/* Lets `frame` run `closure` on the arguments that stand above `base` (a method's self is in base itself), the rest of its slots unset. */
ALWAYS_INLINE Regs enter_replace(Regs r, const Closure *closure, CallFrame *frame, Value *base) {
  const Proto *proto = closure->proto;
  Value *fp = base + !proto->is_method;
  Value *end = fp + proto->slot_count;
  frame->closure = closure;
  frame->constants = proto->constants;
  frame->fp = fp;
  for (Value *slot = r.sp; slot < end; slot++)
    *slot = value_unset();
  return (Regs){proto->code, end, fp, frame};
}

/* The same in a new frame. The checks were made. */
ALWAYS_INLINE Regs enter_frame(Regs r, const Closure *closure, Value *base) {
  CallFrame *frame = r.frame + 1;
  frame->return_ip = r.ip;
  frame->result = base;
  return enter_replace(r, closure, frame, base);
}

/* The same in the running frame's place: callee and arguments move down to where its own were. */
ALWAYS_INLINE Regs enter_tail(Vm *vm, Regs r, const Closure *closure, uint32_t argc, const Value *base) {
  CallFrame *frame = r.frame;
  upvalue_leave(&vm->upvalue_list, r.fp);
  for (uint32_t i = 0; i <= argc; i++)
    value_move(&frame->result[i], &base[i]);
  r.sp = frame->result + argc + 1;
  return enter_replace(r, closure, frame, frame->result);
}

/* May the closure be entered just like that: right arity, depth, fuel, room, and no Ctrl-C? If not, call.c finds out why. */
ALWAYS_INLINE bool enter_may(const Vm *vm, Regs r, const Closure *closure, uint32_t argc) {
  return LIKELY(argc == closure->proto->easy_arity) && LIKELY(r.frame < vm->call_limit) && LIKELY(!*vm->interrupted);
}

#endif
