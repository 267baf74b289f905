/* parse_operand.h -- what operators work on: names, literals, functions, and the calls, indexes and fields behind them. */
#ifndef DUET_SYNTAX_PARSE_OPERAND_H
#define DUET_SYNTAX_PARSE_OPERAND_H

#include "syntax/parse.h"

/* An operand: `price`, `[1, 2]`, `shapes[0].area()`. */
Expr *parse_operand(Parser *parser);

/* Whether the current token is 9223372036854775808, which is an int only with a minus in front. */
bool parse_at_smallest_int(const Parser *parser);

/* That number as an operand; its minus has been taken and stands at `start`. */
Expr *parse_smallest_int(Parser *parser, uint32_t start);

#endif
