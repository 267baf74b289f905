/* frame.h -- what the frames of the running calls know of one another. */
#ifndef DUET_BYTECODE_FRAME_H
#define DUET_BYTECODE_FRAME_H

#include "vm.h"

/* Where a frame returns to that C code had called: an instruction that leaves the loop. */
const uint8_t *frame_exit(void);

/* Had C code called it? */
static inline bool frame_is_entry(const CallFrame *frame) { return frame->return_ip == frame_exit(); }

/* Where its caller stands: behind the call. */
static inline const uint8_t *frame_caller_ip(const CallFrame *frame) { return frame_is_entry(frame) ? frame[-1].c_ip : frame->return_ip; }

/* The innermost frame is done (its result, if any, is stored), and C code had entered it: drops it and leaves registers whose next instruction leaves the loop. */
void frame_leave(Vm *vm);

#endif
