/* lexer.h -- from text to tokens.
 *
 * The parser asks for one token at a time. Blanks and comments are left out, but not forgotten: each token knows whether a newline
 * stood before it, and the comments are kept aside for the formatter.
 */
#ifndef DUET_SYNTAX_LEXER_H
#define DUET_SYNTAX_LEXER_H

#include "syntax/ast.h"
#include "syntax/scan.h"
#include "syntax/token.h"

typedef struct Lexer {
  Scanner scanner;
  uint32_t line_start; /* of the line that is being read */
  uint32_t indent;     /* of that line's first token */
  bool begun;          /* the first token has been read */
  Comment *comments;   /* owned; in order */
  uint32_t comment_count;
  size_t comment_capacity;
} Lexer;

/* A lexer at the start of `source`. Names and strings are interned in `symbols`, errors go to `diags`. To be given back with lexer_free. */
void lexer_init(Lexer *lexer, const Source *source, SymbolTable *symbols, DiagList *diags);
void lexer_free(Lexer *lexer);

/* The next token; TOKEN_END for ever at the end. What is no token at all is reported and comes as TOKEN_ERROR. */
Token lexer_next(Lexer *lexer);

/* Leaves out the rest of the text: the next token is TOKEN_END. */
void lexer_stop(Lexer *lexer);

/* Whether the text is UTF-8; if not, the first byte that isn't is reported. */
bool lexer_check_encoding(const Source *source, DiagList *diags);

#endif
