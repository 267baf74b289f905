/* print_expr.h -- expressions as text. */
#ifndef DUET_SYNTAX_PRINT_EXPR_H
#define DUET_SYNTAX_PRINT_EXPR_H

#include "syntax/print.h"

enum { PRINT_WHOLE = 0 /* looser than any operator: a whole expression, no operand */ };

/* Writes `expr`, in parentheses if it binds less tightly than `lowest`. */
void print_expr(Printer *printer, const Expr *expr, int lowest);

/* The first operand in the text of `expr`. */
const Expr *print_first_operand(const Expr *expr);

/* Writes `(a, b) { ... }`. `end` is where what stands before it ends; the block's lines are indented from `indent`. */
void print_function(Printer *printer, const FunctionNode *function, uint32_t end, uint32_t indent);

#endif
