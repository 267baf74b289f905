/* lexer.c -- reading tokens.
 *
 * The first character of a token says which kind it is: a letter begins a word, a digit a number, a quote a string; everything else is
 * a sign, and the longest sign wins (`<<=` before `<<` before `<`). In front of each token blanks and comments are skipped:
 *
 *     x = 1      // and so on
 *     y = 2      `y` has newline_before, `=` and `2` have not
 *
 * Newlines are not tokens, since most of them mean nothing: only the parser knows whether a statement could end there. Block comments
 * nest, so the lexer counts how many are open; it does not call itself.
 */
#include "syntax/lexer.h"
#include "support/memory.h"
#include "support/utf8.h"
#include "syntax/lex_number.h"
#include "syntax/lex_string.h"
#include <string.h>

void lexer_init(Lexer *lexer, const Source *source, SymbolTable *symbols, DiagList *diags) {
  *lexer = (Lexer){.scanner = {.source = source, .symbols = symbols, .diags = diags}};
}

void lexer_free(Lexer *lexer) {
  memory_free(lexer->scanner.buffer);
  memory_free(lexer->comments);
}

void lexer_stop(Lexer *lexer) { lexer->scanner.at = lexer->scanner.source->length; }

bool lexer_check_encoding(const Source *source, DiagList *diags) {
  for (uint32_t at = 0; at < source->length;) {
    uint32_t code;
    uint32_t bytes = utf8_decode(source->text + at, source->length - at, &code);
    if (bytes == 0) {
      diag_add(diags, (Span){at, at + 1}, "the text is not UTF-8: unexpected byte 0x%02x", (unsigned)(unsigned char)source->text[at]);
      return false;
    }
    at += bytes;
  }
  return true;
}

/* ---- blanks and comments ---- */

static void add_comment(Lexer *lexer, uint32_t start, uint32_t end) {
  if (lexer->comment_count == lexer->comment_capacity) {
    lexer->comment_capacity = memory_grow(lexer->comment_capacity, lexer->comment_capacity + 1);
    lexer->comments = memory_resize(lexer->comments, lexer->comment_capacity * sizeof(Comment));
  }
  lexer->comments[lexer->comment_count++] = (Comment){{start, end}};
}

/* The scanner stands at `//`; stops before the newline. */
static void skip_line_comment(Lexer *lexer) {
  Scanner *scanner = &lexer->scanner;
  uint32_t start = scanner->at;
  const char *text = scanner->source->text;
  const char *newline = memchr(text + start, '\n', scanner->source->length - start);
  scanner->at = newline != NULL ? (uint32_t)(newline - text) : scanner->source->length;
  uint32_t end = scanner->at;
  while (end > start && (text[end - 1] == '\r' || text[end - 1] == ' ' || text[end - 1] == '\t'))
    end--;
  add_comment(lexer, start, end);
}

/* The scanner stands at the first byte after a newline. */
static void begin_line(Lexer *lexer, bool *newline) {
  lexer->line_start = lexer->scanner.at;
  *newline = true;
}

/* The scanner stands at the opening. False, and reported, when the comment never ends. */
static bool skip_block_comment(Lexer *lexer, bool *newline) {
  Scanner *scanner = &lexer->scanner;
  uint32_t start = scanner->at;
  uint32_t open = 0;
  while (!scan_at_end(scanner)) {
    char c = scan_peek(scanner, 0), next = scan_peek(scanner, 1);
    if (c == '/' && next == '*') {
      open++;
      scanner->at += 2;
    } else if (c == '*' && next == '/') {
      scanner->at += 2;
      if (--open == 0) {
        add_comment(lexer, start, scanner->at);
        return true;
      }
    } else {
      scanner->at++;
      if (c == '\n') begin_line(lexer, newline);
    }
  }
  bool first = scanner->diags->count == 0;
  if (scan_error(scanner, start, start + 2, "unterminated comment") && first) scanner->diags->input_ended = true;
  return false;
}

/* Skips to the next token. False when a comment never ends. */
static bool skip_blanks(Lexer *lexer, bool *newline) {
  Scanner *scanner = &lexer->scanner;
  for (;;) {
    char c = scan_peek(scanner, 0), next = scan_peek(scanner, 1);
    if (c == '\n') {
      scanner->at++;
      begin_line(lexer, newline);
    } else if (c == ' ' || c == '\t' || c == '\r') {
      scanner->at++;
    } else if (c == '/' && next == '/') {
      skip_line_comment(lexer);
    } else if (c == '/' && next == '*') {
      if (!skip_block_comment(lexer, newline)) return false;
    } else {
      return true;
    }
  }
}

/* ---- tokens ---- */

static void lex_word(Scanner *scanner, Token *token) {
  uint32_t start = scanner->at;
  while (scan_continues_word(scan_peek(scanner, 0)))
    scanner->at++;
  const char *text = scanner->source->text + start;
  uint32_t length = scanner->at - start;
  token->kind = token_of_word(text, length);
  token->symbol = symbol_intern(scanner->symbols, text, length);
}

/* `longer` when `c` comes next, else `shorter`. */
static TokenKind either(Scanner *scanner, char c, TokenKind longer, TokenKind shorter) { return scan_match(scanner, c) ? longer : shorter; }

/* Signs that begin with < or >. */
static TokenKind lex_angle(Scanner *scanner, char c) {
  if (c == '<') {
    if (scan_match(scanner, '<')) return either(scanner, '=', TOKEN_LESS_LESS_EQUAL, TOKEN_LESS_LESS);
    return either(scanner, '=', TOKEN_LESS_EQUAL, TOKEN_LESS);
  }
  if (scan_match(scanner, '>')) return either(scanner, '=', TOKEN_GREATER_GREATER_EQUAL, TOKEN_GREATER_GREATER);
  return either(scanner, '=', TOKEN_GREATER_EQUAL, TOKEN_GREATER);
}

static TokenKind lex_sign(Scanner *scanner) {
  char c = scanner->source->text[scanner->at++];
  switch (c) {
  case '(': return TOKEN_LEFT_PAREN;
  case ')': return TOKEN_RIGHT_PAREN;
  case '[': return TOKEN_LEFT_BRACKET;
  case ']': return TOKEN_RIGHT_BRACKET;
  case '{': return TOKEN_LEFT_BRACE;
  case '}': return TOKEN_RIGHT_BRACE;
  case ',': return TOKEN_COMMA;
  case ';': return TOKEN_SEMICOLON;
  case ':': return TOKEN_COLON;
  case '.': return TOKEN_DOT;
  case '?': return TOKEN_QUESTION;
  case '~': return TOKEN_TILDE;
  case '+': return either(scanner, '=', TOKEN_PLUS_EQUAL, TOKEN_PLUS);
  case '-': return either(scanner, '=', TOKEN_MINUS_EQUAL, TOKEN_MINUS);
  case '*': return either(scanner, '=', TOKEN_STAR_EQUAL, TOKEN_STAR);
  case '/': return either(scanner, '=', TOKEN_SLASH_EQUAL, TOKEN_SLASH);
  case '%': return either(scanner, '=', TOKEN_PERCENT_EQUAL, TOKEN_PERCENT);
  case '&': return either(scanner, '=', TOKEN_AMPERSAND_EQUAL, TOKEN_AMPERSAND);
  case '|': return either(scanner, '=', TOKEN_PIPE_EQUAL, TOKEN_PIPE);
  case '^': return either(scanner, '=', TOKEN_CARET_EQUAL, TOKEN_CARET);
  case '=': return either(scanner, '=', TOKEN_EQUAL_EQUAL, TOKEN_EQUAL);
  case '!': return either(scanner, '=', TOKEN_BANG_EQUAL, TOKEN_ERROR);
  case '<':
  case '>': return lex_angle(scanner, c);
  default: return TOKEN_ERROR;
  }
}

/* The scanner stands behind the first byte of what is no token. */
static void report_unexpected(Scanner *scanner, uint32_t start) {
  char name[SCAN_NAME_SIZE];
  scanner->at = start + scan_name_character(scanner, start, name);
  char c = scanner->source->text[start];
  if (!scan_error(scanner, start, scanner->at, "unexpected character %s", name)) return;
  if (c == '!') diag_hint(scanner->diags, "write 'not' for the opposite");
  if (c == '\'') diag_hint(scanner->diags, "strings stand in double quotes");
  if (c == '#') diag_hint(scanner->diags, "comments begin with //");
}

Token lexer_next(Lexer *lexer) {
  Scanner *scanner = &lexer->scanner;
  Token token = {.kind = TOKEN_END};
  if (!skip_blanks(lexer, &token.newline_before)) token.kind = TOKEN_ERROR;
  uint32_t start = scanner->at;
  if (token.newline_before || !lexer->begun) lexer->indent = start - lexer->line_start;
  lexer->begun = true;
  token.indent = lexer->indent;
  char c = scan_peek(scanner, 0);
  if (scan_at_end(scanner)) {
    /* TOKEN_END, or TOKEN_ERROR once for the comment that never ended */
  } else if (scan_starts_word(c)) {
    lex_word(scanner, &token);
  } else if (scan_is_digit(c)) {
    lex_number(scanner, &token);
  } else if (c == '"') {
    lex_string(scanner, &token);
  } else {
    token.kind = lex_sign(scanner);
    if (token.kind == TOKEN_ERROR) report_unexpected(scanner, start);
  }
  token.span = (Span){start, scanner->at};
  return token;
}
