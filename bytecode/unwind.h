/* unwind.h -- from an error to the handler that takes it. */
#ifndef DUET_BYTECODE_UNWIND_H
#define DUET_BYTECODE_UNWIND_H

#include "vm.h"

/* An instruction failed: rt->pending is set. Gives it its place and trace if it has none, cuts the frames down to the innermost handler that covers them (dropping frames, closing upvalues), pushes the
 * error's value and origin, and gives the registers to go on with. Without a handler up to the entry frame: the registers of an EXIT instruction, with the error still pending. */
Regs unwind_raise(Vm *vm, Regs r) COLD;

/* Host.frames: shows the running calls. */
void unwind_frames(void *vm, FrameVisitor *visit, void *context);

#endif
