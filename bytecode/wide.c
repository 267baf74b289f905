/* wide.c -- the same handlers once more, fed with 32-bit operands. Rare, so it is small rather than fast: one switch, entered for one instruction. */
#include "wide.h"

#include "decode.h"
#include "handlers.h"

/* The verifier saw to it that WIDE never stands before WIDE. */
HANDLER0(WIDE) { __builtin_unreachable(); }

static Regs execute(Vm *vm, Regs r) {
  switch ((Opcode)DECODE_OPCODE(r)) {
  case OPCODE_COUNT: __builtin_unreachable();
#define OPCODE(name, format, pops, pushes, flags, doc) \
  case OP_##name:                                      \
    DECODE_AND_DO(name, format, vm, r, true)           \
    return r;
#include "opcode.def"
#undef OPCODE
  }
  __builtin_unreachable();
}

void wide_execute(Vm *vm) { vm_save(vm, execute(vm, vm_load(vm))); }
