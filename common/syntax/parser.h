/* parser.h -- from text to tree.
 *
 * Recursive descent for statements, precedence climbing for expressions. After an error it skips to the next statement and goes on, so that
 * one run reports up to DIAG_MAX errors.
 */
#ifndef DUET_SYNTAX_PARSER_H
#define DUET_SYNTAX_PARSER_H

#include "support/diag.h"
#include "syntax/ast.h"

/* How deep brackets, blocks, functions, unary operators, right operands and branches of `?:` may nest; one level more is a syntax error. */
enum { PARSER_MAX_NESTING = 256 };

/* Parses the whole source. The tree goes to `arena`, names to `symbols`; both must outlive it. Errors go to `diags` (then the tree is
 * not to be used). `diags->input_ended` tells that the text was fine as far as it went. */
Script *parse_script(const Source *source, SymbolTable *symbols, Arena *arena, DiagList *diags);

#endif
