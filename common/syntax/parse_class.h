/* parse_class.h -- class statements. */
#ifndef DUET_SYNTAX_PARSE_CLASS_H
#define DUET_SYNTAX_PARSE_CLASS_H

#include "syntax/parse.h"

/* `class A extends B { ... }`; the current token is `class`. */
Stmt *parse_class(Parser *parser);

#endif
