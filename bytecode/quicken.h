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
 * Items and calls learn the same way, by what they are done to. The guess is a list, and a closure:
 *
 *     GET_INDEX_LL_LIST --> GET_INDEX_LL_STRING or GET_INDEX_LL_MAP --> GET_INDEX_LL
 *     CALL_CLOSURE      --> CALL_CLASS                              --> CALL
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

/* a[i] to *dest, after which the stack ends at `sp`, as access_index_into; `opcode` was made for another kind of a, or for an index that is there. */
void quicken_get_index(Vm *vm, Opcode opcode, Value a, Value i, Value *dest, Value *sp) COLD;

/* a[i] = v with the three on the stack, as access_set_index. */
void quicken_set_index(Vm *vm, Opcode opcode) COLD;

/* A call of something that `opcode` was not made for, or that needs a closer look; as call_value, and in tail position as call_tail. */
void quicken_call(Vm *vm, Opcode opcode, uint32_t argc) COLD;
void quicken_tail_call(Vm *vm, Opcode opcode, uint32_t argc) COLD;

#endif
