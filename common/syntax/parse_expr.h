/* parse_expr.h -- expressions. */
#ifndef DUET_SYNTAX_PARSE_EXPR_H
#define DUET_SYNTAX_PARSE_EXPR_H

#include "syntax/parse.h"

/* Any expression. */
Expr *parse_expr(Parser *parser);

/* What may stand to the right of `is`. */
Expr *parse_is_operand(Parser *parser);

#endif
