/* fold_reduce.h -- strength reduction: a cheaper expression that gives exactly the same.
 *
 * In a language with types at run time most rules of arithmetic are traps. Of an unknown x:
 *
 *     x + 0     not x: -0.0 + 0 is 0.0, "a" + 0 is an error           x * 1   not x: "a" * 1 is an error
 *     x * 0     not 0: x may be a NaN, an infinity, a list            x - x   not 0, and x == x not true: NaN
 *     x * 2     not x + x: of strings and lists the one is an error, the other is not
 *     not (x < y)     not x >= y: with a NaN both are false
 *
 * Safe, and done here:
 *     not (x == y)    is x != y, and the other way round: both always give a bool, never an error
 *     not not x       is x where only its truth counts: a condition, or under another `not`
 *     e + 0, e - 0, e * 1, e / 1, e | 0, e ^ 0, e & -1, e << 0, e >> 0 and those that can be turned round: are e, where e can
 *     give nothing but an int (or raise its
 *                     own error, at its own place, as before)
 *
 * A multiplication by 2 is not made a shift: both look for overflow, and the shift is the slower one.
 */
#ifndef DUET_SYNTAX_FOLD_REDUCE_H
#define DUET_SYNTAX_FOLD_REDUCE_H

#include "syntax/ast.h"

/* The operand that a BINARY is equal to, or NULL. */
Expr *reduce_binary(const Expr *expr);

/* For `not operand`: a comparison that can be turned round? Then `*op` is what it becomes. */
bool reduce_not(const Expr *operand, BinaryOperator *op);

/* The expression whose truth is the same as `expr`'s, without pairs of `not`. */
Expr *reduce_condition(Expr *expr);

#endif
