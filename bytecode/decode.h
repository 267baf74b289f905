/* decode.h -- from bytes to a handler's arguments, for whoever builds an interpreter: interp.c, and wide.c with 32-bit operands.
 *
 * All kinds and sizes are constants, so for LOAD_LOCAL the compiler sees one 16-bit load and nothing else.
 */
#ifndef DUET_BYTECODE_DECODE_H
#define DUET_BYTECODE_DECODE_H

#include "opcode.h"

#define DECODE_SIZE(format, place, wide) operand_size((OperandKind)FORMAT_##place##_##format, wide)
#define DECODE_SIZE_2(format, wide) (DECODE_SIZE(format, FIRST, wide) + DECODE_SIZE(format, SECOND, wide))
#define DECODE_SIZE_3(format, wide) (DECODE_SIZE_2(format, wide) + DECODE_SIZE(format, THIRD, wide))
#define DECODE_AT(ip, offset, format, place, wide) operand_read((ip) + (offset), (OperandKind)FORMAT_##place##_##format, wide)

/* The opcode at regs.ip; ip moves past it. */
#define DECODE_OPCODE(regs) ((regs).ip += OPCODE_SIZE, opcode_read((regs).ip - OPCODE_SIZE))

/* Decodes the operands at regs.ip into three new variables, and moves ip past them. */
#define DECODE_OPERANDS(format, regs, wide, first, second, third)                                 \
  uint32_t first = DECODE_AT((regs).ip, 0, format, FIRST, wide);                                  \
  uint32_t second = DECODE_AT((regs).ip, DECODE_SIZE(format, FIRST, wide), format, SECOND, wide); \
  uint32_t third = DECODE_AT((regs).ip, DECODE_SIZE_2(format, wide), format, THIRD, wide);        \
  (regs).ip += DECODE_SIZE_3(format, wide);

/* Decodes the operands at regs.ip, moves ip past them, and runs the handler. */
#define DECODE_AND_DO(name, format, vm, regs, wide)           \
  {                                                           \
    DECODE_OPERANDS(format, regs, wide, first, second, third) \
    (regs) = do_##name((vm), (regs), first, second, third);   \
  }

#endif
