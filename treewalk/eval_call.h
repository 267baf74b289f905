/* eval_call.h -- calling: what happens between the arguments and the result. */
#ifndef DUET_TREEWALK_EVAL_CALL_H
#define DUET_TREEWALK_EVAL_CALL_H

#include "evaluator.h"

/* Calls it. The parts of `call` must be rooted, its arguments on top of the value stack, which the caller cuts back. False after raising. May collect. */
bool eval_call(Evaluator *ev, const Call *call, Value *result) MUST_CHECK;

/* Is it a guest function or method that is called? Only these have tail calls. */
bool eval_call_is_guest(const Call *call);

/* A tail call of such a function: leaves the call to the one that runs the calling function, in Evaluator.tail, to be reached by STATUS_TAIL_CALL. False after raising. May collect. */
bool eval_call_hand_over(Evaluator *ev, const Call *call) MUST_CHECK;

#endif
