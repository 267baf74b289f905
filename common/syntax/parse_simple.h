/* parse_simple.h -- statements without blocks of their own: assignments, expressions, let, return, throw, break, continue. */
#ifndef DUET_SYNTAX_PARSE_SIMPLE_H
#define DUET_SYNTAX_PARSE_SIMPLE_H

#include "syntax/parse.h"

/* A simple statement with its end: the newline (which is no token) or the `;`. */
Stmt *parse_simple(Parser *parser);

#endif
