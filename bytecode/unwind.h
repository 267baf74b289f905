/* unwind.h -- from an error to the handler that takes it. */
#ifndef DUET_BYTECODE_UNWIND_H
#define DUET_BYTECODE_UNWIND_H

#include "vm.h"

/* An instruction failed: rt->pending is set. Gives it its place and trace if it has none, cuts the frames down to the innermost handler that covers them (dropping frames, closing upvalues), pushes the
 * error's value and origin, and leaves the registers to go on with. Without a handler up to the entry frame: the registers are those of an EXIT instruction, with the error still pending. */
void unwind_raise(Vm *vm) COLD;

/* The running instruction throws a value; or throws on one that was caught, with the origin it has. */
void unwind_throw(Vm *vm, Value value) COLD;
void unwind_rethrow(Vm *vm, Value value, Value origin) COLD;

/* Host.frames: shows the running calls. */
void unwind_frames(void *context, FrameVisitor *visit, void *visit_context);

#endif
