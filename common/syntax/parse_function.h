/* parse_function.h -- parameters and bodies, for function statements, function expressions and methods alike. */
#ifndef DUET_SYNTAX_PARSE_FUNCTION_H
#define DUET_SYNTAX_PARSE_FUNCTION_H

#include "syntax/parse.h"

/* Parses `(a, b) { ... }`: a function whose text begins at `start` and whose name (NULL: none) has been taken. `owner` is the class
 * that it is a method of, else NULL. */
FunctionNode *parse_function(Parser *parser, uint32_t start, const Symbol *name, const Symbol *owner);

#endif
