/* specialize.h -- a second version of a function's code, made for speed.
 *
 *     generic                          specialized
 *       0  COUNT_CALL                    0  JUMP_UNLESS_LESS_LI_INT n 2
 *       2  JUMP_UNLESS_LESS_LI n 2      10  RETURN_LOCAL n
 *      12  RETURN_LOCAL n               14  INVOKE_CACHED area 0 | room for an inline cache |
 *      16  INVOKE area 0                ...
 *
 * Instruction for instruction the same, but: those that can learn something have the form that does (with room for an inline cache, or for the operand types it was rewritten to), and those
 * that only counted are gone. Both versions may run at once: a frame that is in the generic code goes on there until its next loop turn. When the specialized code meets what it was not made
 * for, the generic instruction is the way back, in place or through the slow side of a cache.
 *
 * When this happens is tier.c's to say.
 */
#ifndef DUET_BYTECODE_SPECIALIZE_H
#define DUET_BYTECODE_SPECIALIZE_H

#include "chunk.h"

/* Which kinds of instructions get their learning form. */
typedef struct SpecializeOptions {
  bool cache;   /* inline caches, cache.h */
  bool quicken; /* operand types, quicken.h */
} SpecializeOptions;

/* Gives `proto` its specialized code; what it had becomes proto->generic. Once for each proto, which is generic. Never collects. The code is not verified yet. */
void specialize(Proto *proto, SpecializeOptions options);

#endif
