/* ops/calls.h -- handlers that call and return. The plain call of a plain function, and the return, are short enough to stand here; all else is in call.c. */
#ifndef DUET_BYTECODE_OPS_CALLS_H
#define DUET_BYTECODE_OPS_CALLS_H

#include "../call.h"
#include "../enter.h"
#include "../handler.h"

HANDLER1(CALL, argc) {
  Value *base = r.sp - argc - 1;
  if (LIKELY(value_is(*base, VALUE_CLOSURE)) && LIKELY(enter_may(vm, value_as_closure(*base), argc, base))) {
    vm->rt->countdown--;
    return enter_frame(vm, r, value_as_closure(*base), base);
  }
  return SLOW(vm, r, call_value(vm, argc));
}

HANDLER1(TAIL_CALL, argc) { return SLOW(vm, r, call_tail(vm, argc)); }
HANDLER2(INVOKE, name, argc) { return SLOW(vm, r, call_invoke(vm, handler_name(vm, name), argc, false)); }
HANDLER2(TAIL_INVOKE, name, argc) { return SLOW(vm, r, call_invoke(vm, handler_name(vm, name), argc, true)); }
HANDLER2(SUPER_INVOKE, name, argc) { return SLOW(vm, r, call_super(vm, handler_name(vm, name), argc, false)); }
HANDLER2(TAIL_SUPER_INVOKE, name, argc) { return SLOW(vm, r, call_super(vm, handler_name(vm, name), argc, true)); }

/* The result takes the place of callee and arguments, and the stack is cut to just above it. */
ALWAYS_INLINE Regs leave(Vm *vm, Regs r, Value result) {
  CallFrame *frame = vm->frame;
  if (UNLIKELY(vm->upvalue_list.open && vm->upvalue_list.open->location >= r.fp)) upvalue_close(&vm->upvalue_list, r.fp);
  *frame->result = result;
  if (UNLIKELY(frame->is_entry)) return SLOW(vm, r, frame_leave(vm));
  r.sp = frame->result + 1;
  frame_activate(vm, frame - 1);
  r.ip = vm->frame->ip;
  r.fp = vm->frame->fp;
  return r;
}

HANDLER0(RETURN) { return leave(vm, r, r.sp[-1]); }
HANDLER1(RETURN_LOCAL, slot) { return leave(vm, r, r.fp[slot]); }
HANDLER0(RETURN_NIL) { return leave(vm, r, value_nil()); }

HANDLER1(PRINT_MANY, argc) { return SLOW(vm, r, call_print(vm, argc)); }
HANDLER0(PRINT) { return SLOW(vm, r, call_print(vm, 1)); }

HANDLER0(HALT) { return SLOW(vm, r, frame_leave(vm)); }
HANDLER0(EXIT) { return r; }

#endif
