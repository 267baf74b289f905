/* parse.c -- the parser's tools: tokens, errors, nesting, lists. See parse.h for the ideas.
 *
 * Lists. How long a list is shows only at its end, and it may hold other lists. All of them grow on one stack of bytes; a finished
 * list is copied to the arena and its room is free again:
 *
 *     [a, [b, c], d]      pending:  a | b c      then   a | [b, c] d
 *
 * Sets of names. An object may have a million fields, so looking for a name written twice must not be a search. Each symbol has a
 * small id, so one array remembers where each was met; it is never cleared, since each set of names has a number of its own.
 */
#include "syntax/parse.h"
#include "support/memory.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { SHOWN_NAME = 60 /* bytes of a name that a report shows */, DESCRIPTION_SIZE = 80 };

void parse_init(Parser *parser, const Source *source, SymbolTable *symbols, Arena *arena, DiagList *diags) {
  *parser = (Parser){.source = source, .symbols = symbols, .arena = arena, .diags = diags};
  lexer_init(&parser->lexer, source, symbols, diags);
}

void parse_free(Parser *parser) {
  lexer_free(&parser->lexer);
  memory_free(parser->brackets);
  memory_free(parser->pending);
  memory_free(parser->names);
}

/* ---- tokens ---- */

static void open_bracket(Parser *parser, Bracket bracket) {
  if (parser->bracket_count == parser->bracket_capacity) {
    parser->bracket_capacity = memory_grow(parser->bracket_capacity, parser->bracket_capacity + 1);
    parser->brackets = memory_resize(parser->brackets, parser->bracket_capacity * sizeof(Bracket));
  }
  parser->brackets[parser->bracket_count++] = bracket;
}

static bool is_brace(Bracket bracket) { return bracket == BRACKET_OBJECT || bracket == BRACKET_BLOCK; }

/* A `)` or `]` closes the innermost bracket unless that is a brace. */
static void close_bracket(Parser *parser) {
  if (parser->bracket_count > 0 && !is_brace(parser->brackets[parser->bracket_count - 1])) parser->bracket_count--;
}

/* A `}` closes the innermost brace and what was left open inside it. */
static void close_brace(Parser *parser) {
  if (parser->brace_count == 0) return;
  while (!is_brace(parser->brackets[--parser->bracket_count])) {}
  parser->brace_count--;
}

static void track_brackets(Parser *parser, TokenKind kind) {
  switch (kind) {
  case TOKEN_LEFT_PAREN: open_bracket(parser, BRACKET_PAREN); break;
  case TOKEN_LEFT_BRACKET: open_bracket(parser, BRACKET_SQUARE); break;
  case TOKEN_LEFT_BRACE:
    open_bracket(parser, BRACKET_BLOCK);
    parser->brace_count++;
    break;
  case TOKEN_RIGHT_PAREN:
  case TOKEN_RIGHT_BRACKET: close_bracket(parser); break;
  case TOKEN_RIGHT_BRACE: close_brace(parser); break;
  default: break;
  }
}

/* Enough errors: as if the text ended here. */
static void stop(Parser *parser) {
  lexer_stop(&parser->lexer);
  parser->current = lexer_next(&parser->lexer);
  parser->has_ahead = false;
  parser->panicking = true;
}

static Token next_token(Parser *parser) {
  parser->lexer.scanner.quiet = parser->panicking;
  return lexer_next(&parser->lexer);
}

void parse_advance(Parser *parser) {
  track_brackets(parser, parser->current.kind);
  parser->previous = parser->current;
  parser->current = parser->has_ahead ? parser->ahead : next_token(parser);
  parser->has_ahead = false;
  parser->unreported = parser->current.kind == TOKEN_ERROR && parser->panicking;
  if (parser->current.kind == TOKEN_ERROR) parser->panicking = true;
  if (diag_is_full(parser->diags)) stop(parser);
}

void parse_report_again(Parser *parser) {
  if (!parser->unreported) return;
  parser->lexer.scanner.at = parser->current.span.start;
  parser->lexer.scanner.quiet = false;
  lexer_next(&parser->lexer);
  parser->unreported = false;
  if (diag_is_full(parser->diags)) stop(parser);
}

bool parse_match(Parser *parser, TokenKind kind) {
  if (!parse_check(parser, kind)) return false;
  parse_advance(parser);
  return true;
}

const Token *parse_peek(Parser *parser) {
  if (!parser->has_ahead) {
    parser->ahead = next_token(parser);
    parser->has_ahead = true;
  }
  return &parser->ahead;
}

bool parse_expect(Parser *parser, TokenKind kind, const char *where) {
  if (parse_match(parser, kind)) return true;
  parse_error_missing(parser, "expected '%s' %s", token_text(kind), where);
  return false;
}

/* Behind the previous token; at the start of the text, the current one. */
static Span span_behind_previous(const Parser *parser) {
  if (parser->previous.span.end == 0) return parser->current.span;
  return (Span){parser->previous.span.end, parser->previous.span.end};
}

bool parse_require_on_line(Parser *parser, TokenKind kind, const char *where) {
  if (!parser->current.newline_before && !parse_check(parser, TOKEN_END)) {
    if (!parse_check(parser, kind)) parse_error_missing(parser, "expected '%s' %s", token_text(kind), where);
    return parse_check(parser, kind);
  }
  bool reported = parse_error_at(parser, span_behind_previous(parser), "expected '%s' %s", token_text(kind), where);
  if (reported && parse_check(parser, kind)) {
    diag_hint(parser->diags, "it must stand on the same line");
    parser->panicking = false; /* what was meant is clear */
  }
  return parse_check(parser, kind);
}

bool parse_expect_on_line(Parser *parser, TokenKind kind, const char *where) {
  if (!parse_require_on_line(parser, kind, where)) return false;
  parse_advance(parser);
  return true;
}

const Symbol *parse_name(Parser *parser, const char *what) {
  const Token *token = &parser->current;
  if (token->kind == TOKEN_NAME) {
    parse_advance(parser);
    return parser->previous.symbol;
  }
  if (token_is_keyword(token->kind)) {
    parse_error_at(parser, token->span, "expected %s, but '%s' is a keyword", what, token_text(token->kind));
  } else {
    parse_error_unexpected(parser, "expected %s", what);
  }
  return symbol_intern(parser->symbols, "?", 1);
}

/* ---- errors ---- */

static PRINTF_LIKE(3, 0) bool report(Parser *parser, Span span, const char *format, va_list arguments) {
  if (parser->panicking) return false;
  parser->panicking = true;
  diag_add_list(parser->diags, span, format, arguments);
  if (diag_is_full(parser->diags)) stop(parser);
  return true;
}

bool parse_error_at(Parser *parser, Span span, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  bool reported = report(parser, span, format, arguments);
  va_end(arguments);
  return reported;
}

/* To be asked before the error is reported. */
static bool is_first_and_at_end(const Parser *parser) { return parse_check(parser, TOKEN_END) && parser->diags->count == 0; }

bool parse_error_missing(Parser *parser, const char *format, ...) {
  bool elsewhere = parser->current.newline_before || parse_check(parser, TOKEN_END);
  bool input_ended = is_first_and_at_end(parser);
  va_list arguments;
  va_start(arguments, format);
  bool reported = report(parser, elsewhere ? span_behind_previous(parser) : parser->current.span, format, arguments);
  va_end(arguments);
  if (reported && input_ended) parser->diags->input_ended = true;
  return reported;
}

static void describe(const Token *token, char description[DESCRIPTION_SIZE]) {
  if (token->kind == TOKEN_NAME) {
    snprintf(description, DESCRIPTION_SIZE, "'%.*s'", SHOWN_NAME, token->symbol->chars);
  } else {
    const char *quote = token->kind > TOKEN_STRING ? "'" : "";
    snprintf(description, DESCRIPTION_SIZE, "%s%s%s", quote, token_text(token->kind), quote);
  }
}

bool parse_error_unexpected(Parser *parser, const char *format, ...) {
  char expected[DESCRIPTION_SIZE], got[DESCRIPTION_SIZE];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(expected, sizeof expected, format, arguments);
  va_end(arguments);
  describe(&parser->current, got);
  bool input_ended = is_first_and_at_end(parser);
  Span span = parse_check(parser, TOKEN_END) ? span_behind_previous(parser) : parser->current.span;
  bool reported = parse_error_at(parser, span, "%s, got %s", expected, got);
  if (reported && input_ended) parser->diags->input_ended = true;
  return reported;
}

/* ---- nesting ---- */

bool parse_enter(Parser *parser) {
  if (parser->nesting == parser->max_nesting) {
    parse_error_at(parser, parser->current.span, "nested too deeply: the limit is %" PRIu32 " levels", parser->max_nesting);
    return false;
  }
  parser->nesting++;
  return true;
}

/* ---- lists ---- */

void parse_push(Parser *parser, const void *item, size_t size) {
  if (parser->pending_size + size > parser->pending_capacity) {
    parser->pending_capacity = memory_grow(parser->pending_capacity, parser->pending_size + size);
    parser->pending = memory_resize(parser->pending, parser->pending_capacity);
  }
  memcpy(parser->pending + parser->pending_size, item, size);
  parser->pending_size += size;
}

void *parse_take(Parser *parser, size_t from, size_t size, uint32_t *count) {
  size_t bytes = parser->pending_size - from;
  parser->pending_size = from;
  *count = (uint32_t)(bytes / size);
  return bytes > 0 ? arena_copy(parser->arena, parser->pending + from, bytes) : NULL;
}

/* ---- sets of names ---- */

void parse_begin_names(Parser *parser) { parser->name_set++; }

uint32_t parse_first_position(Parser *parser, const Symbol *name, uint32_t position) {
  if (name->id >= parser->name_capacity) {
    size_t capacity = memory_grow(parser->name_capacity, (size_t)name->id + 1);
    parser->names = memory_resize(parser->names, capacity * sizeof(NamePosition));
    memset(parser->names + parser->name_capacity, 0, (capacity - parser->name_capacity) * sizeof(NamePosition));
    parser->name_capacity = capacity;
  }
  NamePosition *known = &parser->names[name->id];
  if (known->set != parser->name_set) *known = (NamePosition){parser->name_set, position};
  return known->position;
}

/* ---- nodes ---- */

Expr *parse_new_expr(Parser *parser, ExprKind kind, uint32_t start) {
  Expr *expr = ARENA_NEW(parser->arena, Expr);
  expr->kind = kind;
  expr->height = 1;
  if (parser->tallest == 0) parser->tallest = 1;
  expr->span = (Span){start, parser->previous.span.end};
  return expr;
}

Stmt *parse_new_stmt(Parser *parser, StmtKind kind, uint32_t start) {
  Stmt *stmt = ARENA_NEW(parser->arena, Stmt);
  stmt->kind = kind;
  stmt->span = (Span){start, parser->previous.span.end};
  return stmt;
}

void parse_measure(Parser *parser, Expr *expr) {
  expr_set_height(expr);
  if (expr->height > parser->tallest) parser->tallest = expr->height;
}

Expr *parse_no_expr(Parser *parser) {
  assert(parser->panicking);
  return parse_new_expr(parser, EXPR_NIL, parser->previous.span.start);
}

VarDecl *parse_new_decl(Parser *parser, const Symbol *name, DeclKind kind) {
  VarDecl *decl = ARENA_NEW(parser->arena, VarDecl);
  decl->name = name;
  decl->kind = kind;
  decl->span = parser->previous.span;
  return decl;
}
