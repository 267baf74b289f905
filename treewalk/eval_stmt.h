/* eval_stmt.h -- statements. */
#ifndef DUET_TREEWALK_EVAL_STMT_H
#define DUET_TREEWALK_EVAL_STMT_H

#include "evaluator.h"

/* Runs one statement. May collect. */
Status exec(Evaluator *ev, const Stmt *stmt) MUST_CHECK;

/* Runs a block's statements in the scope that is open, until one ends otherwise than normally. May collect. */
Status exec_statements(Evaluator *ev, const Block *block) MUST_CHECK;

/* The same for a script; when `want_result`, `*result` becomes the value of its last statement, if that is an expression. */
Status exec_script(Evaluator *ev, const Block *block, bool want_result, Value *result) MUST_CHECK;

#endif
