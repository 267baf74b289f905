/* frame.c -- leaving the loop is an instruction too, so the loop need not ask after every handler whether it is time. */
#include "frame.h"

#include "opcode.h"

static const uint16_t exit_code[] = {OP_EXIT};

void frame_leave(Vm *vm) {
  CallFrame *caller = vm->frame - 1;
  vm->frame = caller;
  if (caller != vm->frames) frame_activate(vm, caller);
  vm->ip = (const uint8_t *)exit_code;
}
