/* lex_number.h -- number literals: `42 0xff 0b1010 1_000_000 3.14 1e-9`. */
#ifndef DUET_SYNTAX_LEX_NUMBER_H
#define DUET_SYNTAX_LEX_NUMBER_H

#include "syntax/scan.h"
#include "syntax/token.h"

/* Reads the number that begins at the scanner's place into `token`: its kind and value. A malformed one is reported and taken for 0,
 * so that the parse goes on. */
void lex_number(Scanner *scanner, Token *token);

#endif
