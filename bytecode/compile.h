/* compile.h -- from the resolved tree to bytecode.
 *
 * One pass, post-order: operands first, then the instruction that takes them from the stack. At -O0 it emits the plain stack code that
 * a learner would write down by hand.
 */
#ifndef DUET_BYTECODE_COMPILE_H
#define DUET_BYTECODE_COMPILE_H

#include "chunk.h"
#include "compile_options.h"
#include "syntax/ast.h"

/* Compiles a resolved script. The unit is the caller's; its protos refer to the script's signatures. Constants are allocated on the heap: `*unit_slot` is set before the first, for the caller's
 * root source to mark. NULL after raising (out of memory). May collect. */
Unit *compile_script(Runtime *rt, const Script *script, CompileOptions options, Unit **unit_slot);

#endif
