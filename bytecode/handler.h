/* handler.h -- how a handler is written.
 *
 * One small inline function for each opcode, grouped by concern in ops/. It takes the machine, the registers with ip already behind the instruction, and the operands, decoded:
 *
 *     HANDLER1(LOAD_LOCAL, slot) {
 *       *r.sp++ = r.fp[slot];
 *       return r;
 *     }
 *
 * and gives the registers to go on with. A handler depends on nothing but its arguments. How instructions are fetched and decoded is the business of interp.c (and of wide.c, for 32-bit operands),
 * which build three kinds of interpreter from these same functions.
 *
 * The slow side of a handler is a function in the concept's own room (arithmetic.c, call.c), reached by SLOW. It finds the registers in the Vm and leaves them there; when something fails it ends in
 * unwind_raise, which leaves the registers of the handler that takes the error.
 */
#ifndef DUET_BYTECODE_HANDLER_H
#define DUET_BYTECODE_HANDLER_H

#include "unwind.h"
#include "vm.h"

#define UNUSED __attribute__((unused))
#define HANDLER3(NAME, first, second, third) \
  ALWAYS_INLINE Regs do_##NAME(UNUSED Vm *vm, UNUSED Regs r, UNUSED uint32_t first, UNUSED uint32_t second, UNUSED uint32_t third)
#define HANDLER2(NAME, first, second) HANDLER3(NAME, first, second, no_third)
#define HANDLER1(NAME, first) HANDLER2(NAME, first, no_second)
#define HANDLER0(NAME) HANDLER1(NAME, no_first)

/* Runs slow code from a handler: the registers go to the Vm and come back from it. */
#define SLOW(vm, r, call) (vm_save((vm), (r)), (call), vm_load(vm))

/* The constant `index` of the running function, a name; for slow code. */
static inline String *handler_name(const Vm *vm, uint32_t index) { return value_as_string(vm->frame->constants[index]); }

#endif
