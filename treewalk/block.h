/* block.h -- a block: its scope is opened, its statements run, its scope is closed. */
#ifndef DUET_TREEWALK_BLOCK_H
#define DUET_TREEWALK_BLOCK_H

#include "evaluator.h"

/* Runs a block in a scope of its own. May collect. */
Status block_run(Evaluator *ev, const Block *block) MUST_CHECK;

/* The same, with the first of its variables (a `for` or `catch` name) set to `value` (rooted). May collect. */
Status block_run_with(Evaluator *ev, const Block *block, const VarDecl *first, Value value) MUST_CHECK;

#endif
