/* unwind.c -- exceptions cost nothing until one is thrown.
 *
 * No instruction sets up a `try`. Each function has a table instead:
 *
 *     from 20 to 44: go on at 47, operand stack cut to depth 0
 *
 * and only when something was thrown is the table searched, frame by frame from the innermost out, for the first entry that covers the instruction that was running. Frames
 * that have none are dropped: their open upvalues are closed, their part of the stack is forgotten.
 *
 *     main ---- try in main covers its call of f  ---> ip = handler, sp = depth + (value, origin)
 *       f  ---- no entry: dropped
 *         g --- no entry: dropped        <- throw
 *
 * A frame that C code entered (a callback of a builtin) is a border: the search stops there, the loop is left, and the builtin sees a false result, cleans up, and fails in turn; then
 * the search goes on in the frame that called the builtin.
 *
 * What no program may catch (out of fuel, out of memory, Ctrl-C) passes by every handler.
 */
#include "unwind.h"

#include "frame.h"

/* The offset of some byte of the instruction that ends at `ip`. */
static uint32_t running_offset(const Proto *proto, const uint8_t *ip) { return (uint32_t)(ip - 1 - proto->code); }

static const Handler *find_handler(const Proto *proto, const uint8_t *ip) {
  uint32_t offset = running_offset(proto, ip);
  for (uint32_t i = 0; i < proto->handler_count; i++) {
    const Handler *handler = &proto->handlers[i];
    if (handler->start <= offset && offset < handler->end) return handler;
  }
  return NULL;
}

/* The handler takes the error: the frame is the innermost again. */
static void resume(Vm *vm, const Proto *proto, const Handler *handler) {
  CallFrame *frame = vm->frame;
  Value *sp = frame->fp + proto->slot_count + handler->depth;
  Value origin;
  upvalue_leave(&vm->upvalue_list, frame->fp + handler->slot);
  sp[0] = error_take(vm->rt, &origin);
  sp[1] = origin;
  vm_save(vm, (Regs){proto->code + handler->target, sp + 2, frame->fp, frame});
}

/* The variables of a frame that is dropped die; those of a script that live on do not. */
static void drop_variables(Vm *vm, const CallFrame *frame) {
  bool is_script = frame == vm->frames + 1;
  upvalue_leave(&vm->upvalue_list, is_script ? frame->fp + vm->kept_slots : frame->fp);
}

void unwind_raise(Vm *vm) {
  Runtime *rt = vm->rt;
  const Proto *proto = vm_proto(vm);
  const uint8_t *ip = vm->ip;
  error_locate(rt, proto->signature->source, proto_span(proto, running_offset(proto, ip)));
  for (;; vm->frame--) {
    CallFrame *frame = vm->frame;
    proto = proto_at(frame->closure->proto, ip);
    const Handler *handler = error_is_catchable(rt) ? find_handler(proto, ip) : NULL;
    if (handler) return resume(vm, proto, handler);
    drop_variables(vm, frame);
    if (frame_is_entry(frame)) return frame_leave(vm);
    ip = frame->return_ip;
  }
}

void unwind_throw(Vm *vm, Value value) {
  error_throw(vm->rt, value);
  unwind_raise(vm);
}

void unwind_rethrow(Vm *vm, Value value, Value origin) {
  error_rethrow(vm->rt, value, origin);
  unwind_raise(vm);
}

void unwind_frames(void *context, FrameVisitor *visit, void *visit_context) {
  Vm *vm = context;
  const uint8_t *ip = vm->ip;
  for (const CallFrame *frame = vm->frame; frame > vm->frames; ip = frame_caller_ip(frame), frame--) {
    const Proto *proto = proto_at(frame->closure->proto, ip);
    FrameInfo info = {proto->signature, proto_span(proto, running_offset(proto, ip))};
    visit(visit_context, &info);
  }
}
