/* eval_class.h -- class statements. */
#ifndef DUET_TREEWALK_EVAL_CLASS_H
#define DUET_TREEWALK_EVAL_CLASS_H

#include "evaluator.h"

/* Makes the class and sets its name. False after raising, with the place. May collect. */
bool eval_class(Evaluator *ev, const Stmt *stmt) MUST_CHECK;

#endif
