/* fold.h -- the optimizer on the tree: constant folding, dead branches, strength reduction.
 *
 * `60 * 60 * 24` becomes 86400 before it ever runs. Computes with the arithmetic that runs later (support/arith.h); what would be
 * an error is left in place, so that it is raised if and when it is reached.
 */
#ifndef DUET_SYNTAX_FOLD_H
#define DUET_SYNTAX_FOLD_H

#include "syntax/ast.h"

/* A resolved script with its constant parts worked out: a new tree in the same arena that shares what did not change. The old
 * tree stays valid and unchanged. */
Script *fold_script(const Script *script, SymbolTable *symbols);

#endif
