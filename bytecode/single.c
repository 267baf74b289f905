/* single.c -- each handler as a function of its own. In one switch their variables would add up to a frame of many kilobytes, and builtins that call back nest these frames. */
#include "single.h"

#include "decode.h"
#include "handlers.h"
#include "wide.h"

HANDLER0(WIDE) { return SLOW(vm, r, wide_execute(vm)); }

typedef void RunFunction(Vm *vm, Regs *regs);

#define OPCODE(name, format, pops, pushes, flags, doc) \
  static void run_##name(Vm *vm, Regs *regs) {         \
    Regs r = *regs;                                    \
    r.ip += OPCODE_SIZE;                               \
    DECODE_AND_DO(name, format, vm, r, false)          \
    *regs = r;                                         \
  }
#include "opcode.def"
#undef OPCODE

static RunFunction *const run[OPCODE_COUNT] = {
#define OPCODE(name, format, pops, pushes, flags, doc) run_##name,
#include "opcode.def"
#undef OPCODE
};

void single_run(Vm *vm, Regs *regs) { run[opcode_read(regs->ip)](vm, regs); }
