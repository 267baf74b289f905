/* eval_try.h -- try, catch, finally. */
#ifndef DUET_TREEWALK_EVAL_TRY_H
#define DUET_TREEWALK_EVAL_TRY_H

#include "evaluator.h"

/* Runs a try statement. May collect. */
Status eval_try(Evaluator *ev, const Stmt *stmt) MUST_CHECK;

#endif
