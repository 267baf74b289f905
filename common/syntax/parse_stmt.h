/* parse_stmt.h -- statements and blocks. */
#ifndef DUET_SYNTAX_PARSE_STMT_H
#define DUET_SYNTAX_PARSE_STMT_H

#include "syntax/parse.h"

/* The `{ ... }` behind a header that began with `brackets` open brackets; "expected '{' <where>" if there is none. After an error in
 * the header, goes on with the block if its `{` can be found. */
Block *parse_block(Parser *parser, uint32_t brackets, const char *where);

/* The statements of a whole text. */
Block *parse_script_block(Parser *parser);

#endif
