/* eval_assign.h -- assignments: `x = e`, `a[i] = e`, `o.f = e`, and with an operator, `x += e`. */
#ifndef DUET_TREEWALK_EVAL_ASSIGN_H
#define DUET_TREEWALK_EVAL_ASSIGN_H

#include "evaluator.h"

/* Runs an assignment. False after raising, with the place. May collect. */
bool eval_assign(Evaluator *ev, const Stmt *stmt) MUST_CHECK;

#endif
