/* fold_constant.h -- operators on literals, worked out before the program runs.
 *
 * Everything is computed with support/arith.h, as the runtime does, so the result is the one that running would give: 1 and 1.0
 * stay apart, so do 0.0 and
 * -0.0, and a NaN is the NaN that the machine makes. What would raise an error gives no result: the expression stays, and raises
 * when it is reached.
 */
#ifndef DUET_SYNTAX_FOLD_CONSTANT_H
#define DUET_SYNTAX_FOLD_CONSTANT_H

#include "syntax/ast.h"

/* Longer strings are not joined: a text of many short literals must not become a table of many long ones. */
enum { FOLD_MAX_STRING = 128 };

/* Is it nil, a bool, a number or a string, written out? */
bool constant_is(const Expr *expr);

/* Is a constant true, as a condition? */
bool constant_is_true(const Expr *expr);

/* The literal that the operator gives for constant operands. True: `result` has its kind and value. False: it would be an error,
 * or is not worked out; `result` is unchanged. */
bool constant_unary(UnaryOperator op, const Expr *operand, Expr *result);
bool constant_binary(SymbolTable *symbols, BinaryOperator op, const Expr *left, const Expr *right, Expr *result);

#endif
