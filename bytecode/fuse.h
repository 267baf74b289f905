/* fuse.h -- superinstructions: two instructions in a row that become one.
 *
 *     LOAD_LOCAL a, INT 1, ADD, STORE_LOCAL a   ->   ADD_LI_L a 1 a
 *
 * An interpreter's time goes by the number of instructions it dispatches, and most instructions only move operands: to the stack, and off it again. So the hottest pairs of the plain code are
 * given instructions of their own. Pairs are fused as they are emitted, so longer runs grow by themselves: (INT, ADD) is ADD_SI, (LOAD_LOCAL, ADD_SI) is ADD_LI, (ADD_LI, STORE_LOCAL) is ADD_LI_L. The
 * rules stand in fuse.def. A rule never reaches across a place that something may jump to; see emit_here.
 */
#ifndef DUET_BYTECODE_FUSE_H
#define DUET_BYTECODE_FUSE_H

#include "opcode.h"

typedef struct FuseRule {
  uint16_t first;
  uint16_t second;
  uint16_t fused;
  bool place_of_first; /* errors of the fused instruction are the first one's; else the second's */
} FuseRule;

/* The rule for this pair, or NULL. */
const FuseRule *fuse_find(Opcode first, Opcode second);

#endif
