/* ops/calls.h -- handlers that call and return. The work is in call.c; a return is short enough to stand here. */
#ifndef DUET_BYTECODE_OPS_CALLS_H
#define DUET_BYTECODE_OPS_CALLS_H

#include "../call.h"
#include "../frame.h"
#include "../handler.h"

HANDLER1(CALL, argc) { return call_value(vm, r, argc); }
HANDLER1(TAIL_CALL, argc) { return call_tail(vm, r, argc); }
HANDLER2(INVOKE, name, argc) { return call_invoke(vm, r, handler_name(vm, name), argc, false); }
HANDLER2(TAIL_INVOKE, name, argc) { return call_invoke(vm, r, handler_name(vm, name), argc, true); }
HANDLER2(SUPER_INVOKE, name, argc) { return call_super(vm, r, handler_name(vm, name), argc, false); }
HANDLER2(TAIL_SUPER_INVOKE, name, argc) { return call_super(vm, r, handler_name(vm, name), argc, true); }

/* The result takes the place of callee and arguments, and the stack is cut to just above it. */
HANDLER0(RETURN) {
  CallFrame *frame = vm->frame;
  Value result = r.sp[-1];
  if (UNLIKELY(vm->upvalue_list.open && vm->upvalue_list.open->location >= r.fp)) upvalue_close(&vm->upvalue_list, r.fp);
  *frame->result = result;
  if (UNLIKELY(frame->is_entry)) return frame_leave(vm);
  r.sp = frame->result + 1;
  frame_activate(vm, frame - 1);
  r.ip = vm->frame->ip;
  r.fp = vm->frame->fp;
  return r;
}

HANDLER1(PRINT_MANY, argc) { return call_print(vm, r, argc); }
HANDLER0(PRINT) { return call_print(vm, r, 1); }

HANDLER0(HALT) { return frame_leave(vm); }
HANDLER0(EXIT) { return r; }

#endif
