/* wide.c -- the same handlers once more, fed with 32-bit operands. Rare, so it is small rather than fast: one switch, entered for one instruction. */
#include "wide.h"

#include "handlers.h"
#include "opcode.h"

/* The verifier saw to it that WIDE never stands before WIDE. */
HANDLER0(WIDE) { __builtin_unreachable(); }

#define FIRST(format) operand_read(r.ip, (OperandKind)FORMAT_FIRST_##format, true)
#define SECOND(format) \
  operand_read(r.ip + operand_size((OperandKind)FORMAT_FIRST_##format, true), (OperandKind)FORMAT_SECOND_##format, true)
#define SIZE(format) (operand_size((OperandKind)FORMAT_FIRST_##format, true) + operand_size((OperandKind)FORMAT_SECOND_##format, true))

static Regs execute(Vm *vm, Regs r) {
  switch ((Opcode)*r.ip++) {
  case OPCODE_COUNT: __builtin_unreachable();
#define OPCODE(name, format, pops, pushes, flags, doc)       \
  case OP_##name: {                                          \
    uint32_t first = FIRST(format), second = SECOND(format); \
    r.ip += SIZE(format);                                    \
    return do_##name(vm, r, first, second);                  \
  }
#include "opcode.def"
#undef OPCODE
  }
  __builtin_unreachable();
}

void wide_execute(Vm *vm) { vm_save(vm, execute(vm, vm_load(vm))); }
