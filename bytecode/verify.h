/* verify.h -- no function runs before this has found it sound.
 *
 * One pass over the code follows every path and tracks the depth of the operand stack: each instruction finds as many values as it takes, every
 * way to a place brings the same depth, operands are in range, jumps and handlers hit the starts of instructions, the end is never run over. So the interpreter loop need check nothing.
 */
#ifndef DUET_BYTECODE_VERIFY_H
#define DUET_BYTECODE_VERIFY_H

#include "chunk.h"

typedef struct VerifyError {
  uint32_t offset; /* of the instruction that is wrong */
  char message[120];
} VerifyError;

/* Verifies one function (not those inside it) and sets proto->max_stack. False: `error` says what is wrong. The builtins, of which only the kinds matter, are those it will run with. */
bool verify_proto(Proto *proto, const Value *builtins, uint32_t builtin_count, VerifyError *error) MUST_CHECK;

/* Verifies every function of the unit; on failure `*culprit` is the function. */
bool verify_unit(Unit *unit, const Value *builtins, uint32_t builtin_count, VerifyError *error, const Proto **culprit) MUST_CHECK;

#endif
