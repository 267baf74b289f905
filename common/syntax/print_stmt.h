/* print_stmt.h -- statements and blocks as text. */
#ifndef DUET_SYNTAX_PRINT_STMT_H
#define DUET_SYNTAX_PRINT_STMT_H

#include "syntax/print.h"

/* Writes ` { ... }`: on one line if the author had it so, else its statements one step deeper than `indent` and the brace at `indent`. */
void print_block(Printer *printer, const Block *block, uint32_t indent);

/* Writes all statements of a script. */
void print_script(Printer *printer);

#endif
