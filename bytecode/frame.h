/* frame.h -- switching from one running function to another. */
#ifndef DUET_BYTECODE_FRAME_H
#define DUET_BYTECODE_FRAME_H

#include "vm.h"

/* Makes `frame` the innermost: its constants and upvalues become the loop's. */
static inline void frame_activate(Vm *vm, CallFrame *frame) {
  vm->frame = frame;
  vm->constants = frame->closure->proto->constants;
  vm->upvalues = frame->closure->upvalues;
}

/* The innermost frame is done (its result, if any, is stored), and C code had entered it: drops it and leaves registers whose next instruction leaves the loop. */
void frame_leave(Vm *vm);

#endif
