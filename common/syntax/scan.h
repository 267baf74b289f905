/* scan.h -- what all parts of the lexer share: where they are in the text, how they complain, and a buffer.
 *
 * Used by the lexer alone: lexer.c knows the tokens, lex_number.c and lex_string.c the two kinds of literal that take more than a line.
 */
#ifndef DUET_SYNTAX_SCAN_H
#define DUET_SYNTAX_SCAN_H

#include "support/diag.h"
#include "support/symbol.h"

typedef struct Scanner {
  const Source *source;
  SymbolTable *symbols;
  DiagList *diags;
  uint32_t at;  /* the next byte to be read */
  bool quiet;   /* no reports: the parser is skipping what it can't understand */
  char *buffer; /* owned; the literal being read, without its `_` or with its escapes done */
  size_t buffer_length;
  size_t buffer_capacity;
} Scanner;

/* The byte `ahead` of the next one; NUL past the end (a NUL in the text looks the same: ask scan_at_end where it matters). */
static inline char scan_peek(const Scanner *scanner, uint32_t ahead) {
  uint32_t at = scanner->at + ahead;
  return at < scanner->source->length ? scanner->source->text[at] : '\0';
}

static inline bool scan_at_end(const Scanner *scanner) { return scanner->at >= scanner->source->length; }

/* Takes the next byte if it is `c`. */
static inline bool scan_match(Scanner *scanner, char c) {
  if (scan_at_end(scanner) || scanner->source->text[scanner->at] != c) return false;
  scanner->at++;
  return true;
}

static inline bool scan_is_digit(char c) { return c >= '0' && c <= '9'; }
static inline bool scan_is_hex_digit(char c) { return scan_is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
static inline bool scan_starts_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
static inline bool scan_continues_word(char c) { return scan_starts_word(c) || scan_is_digit(c); }

/* Reports an error in bytes start..end, unless the scanner is quiet; false then, so that no hint goes astray. */
bool scan_error(Scanner *scanner, uint32_t start, uint32_t end, const char *format, ...) PRINTF_LIKE(4, 5);

/* Appends to the buffer. */
void scan_put(Scanner *scanner, const char *bytes, size_t length);

enum { SCAN_NAME_SIZE = 16 };

/* Writes how a report names the character at `offset`: itself, or U+0007 where it would not print. Gives its length in the text. */
uint32_t scan_name_character(const Scanner *scanner, uint32_t offset, char name[SCAN_NAME_SIZE]);

#endif
