/* eval_expr.h -- expressions. */
#ifndef DUET_TREEWALK_EVAL_EXPR_H
#define DUET_TREEWALK_EVAL_EXPR_H

#include "evaluator.h"

/* The value of an expression, in `*result` (not rooted). False after raising, with the error's place. May collect. */
bool eval(Evaluator *ev, const Expr *expr, Value *result) MUST_CHECK;

/* The same, and whether the value counts as true. */
bool eval_condition(Evaluator *ev, const Expr *expr, bool *truth) MUST_CHECK;

/* An expression whose value is what the running function returns: STATUS_RETURN with Evaluator.returned; STATUS_TAIL_CALL when it comes down to a tail call; or STATUS_RAISED. May collect. */
Status eval_tail(Evaluator *ev, const Expr *expr) MUST_CHECK;

/* A closure of `node` over the scope that is open. `span`: what failed if there is no memory for it. May collect. */
bool eval_function(Evaluator *ev, const FunctionNode *node, Span span, Value *result) MUST_CHECK;

#endif
