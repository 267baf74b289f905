/* late.h -- locals that are read late: by the instruction that needs them, instead of being pushed first. */
#ifndef DUET_BYTECODE_LATE_H
#define DUET_BYTECODE_LATE_H

#include "opcode.h"
#include "syntax/ast.h"

/* Is `expr` a local that needs no check, and that evaluating `other` does not change? (Nothing but a function that captured it could.) */
bool late_is_steady(const Expr *expr, const Expr *other);

/* The opcode that does `op` (an operator, or GET_INDEX) with its left operand read from a local, where `left` may wait until `right` is on the stack. NIL: there is none, or it may not. */
Opcode late_form(Opcode op, const Expr *left, const Expr *right);

#endif
