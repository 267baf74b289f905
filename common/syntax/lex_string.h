/* lex_string.h -- string literals: "text \n \t \r \0 \" \\ \xHH \u{1F600}". */
#ifndef DUET_SYNTAX_LEX_STRING_H
#define DUET_SYNTAX_LEX_STRING_H

#include "syntax/scan.h"
#include "syntax/token.h"

/* Reads the string that begins at the scanner's place (its opening quote) into `token`. Bad escapes are reported and left out; a
 * string that does not end on its line is reported and becomes a TOKEN_ERROR. */
void lex_string(Scanner *scanner, Token *token);

#endif
