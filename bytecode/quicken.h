/* quicken.h -- instructions that rewrite themselves for the operand types they meet.
 *
 * In a program that may add anything, one place nearly always adds the same kind of thing. Specialized code begins with the form for ints, which tests for two ints and knows nothing else:
 *
 *     ADD_LL_INT --two floats, the first time--> ADD_LL_FLOAT --something else, again and again--> ADD_LL
 *          '------------something else, again and again------------------------------------------^
 *
 * A guard that fails is no error: the instruction is done the general way, and counted. At QUICKEN_LIMIT failures the place gets its generic form back, which serves ints, floats and all else without rewriting
 * anything. So a place changes at most twice, however its operands change: it can not flap.
 *
 * Only the two bytes of the opcode change; operands stay, and so does everything that goes by offset.
 */
#ifndef DUET_BYTECODE_QUICKEN_H
#define DUET_BYTECODE_QUICKEN_H

#include "opcode.h"
#include "vm.h"

enum { QUICKEN_LIMIT = 4 };

/* The guard of `opcode`, the running instruction, failed for a and b: a op b to *dest, after which the stack ends at `sp`; as arithmetic_into. */
void quicken_arithmetic(Vm *vm, Opcode opcode, BinaryOperator op, Value a, Value b, Value *dest, Value *sp) COLD;

/* The same for a comparison that jumps by `offset`; as arithmetic_jump. */
void quicken_jump(Vm *vm, Opcode opcode, BinaryOperator op, Value a, Value b, bool when, int32_t offset, Value *sp) COLD;

#endif
