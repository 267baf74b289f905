/* interpreter.h -- making a tree-walker and running scripts on it: the top of this wing's engine. */
#ifndef DUET_TREEWALK_INTERPRETER_H
#define DUET_TREEWALK_INTERPRETER_H

#include "variables.h"

/* An evaluator over the runtime, as its host, that keeps variables so. `stack_per_call`: how much C stack one nested call may take. NULL: no memory for the value stack. */
Evaluator *interpreter_new(Runtime *rt, const Variables *variables, size_t stack_per_call);
void interpreter_free(Evaluator *ev);

/* Runs a resolved script, whose tree must stay as long as `ev`. `*result`: with `want_result` the value of its last statement, if that is an expression; else UNSET.
 * False: rt->pending says why. `keep_slots`: how many of the script's variables live on afterwards. May collect. */
bool interpreter_run(Evaluator *ev, const Script *script, bool want_result, uint32_t keep_slots, Value *result) MUST_CHECK;

#endif
