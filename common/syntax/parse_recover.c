/* parse_recover.c -- where does the next statement begin?
 *
 * One mistake should give one message. After an error the parser knows what it wanted and did not find, but not what the author meant;
 * so it skips tokens up to a place where it can be sure again:
 *
 *     print(1 2)          the error is at the 2; the line's end is the statement's end
 *     f(a, fn() {         braces opened by the broken statement are skipped as a whole, with the newlines in them
 *       return ]
 *     })
 *     total = (1 + 2      a bracket that was never closed: a line that is indented no deeper than the statement, and begins as a
 *     print(total)        statement may, is taken for the next one
 *     }                   the brace that closes the block around the statement is never skipped
 *
 * Each token is skipped once, by a loop, so even a million open brackets are passed quickly.
 */
#include "syntax/parse_recover.h"

ParseMark parse_mark(const Parser *parser) {
  return (ParseMark){parser->current.span.start, parser->current.indent, parser->bracket_count, parser->brace_count};
}

/* Tokens that a line inside an unclosed bracket hardly begins with, but a statement often does. */
static bool often_begins_statement(TokenKind kind) {
  switch (kind) {
  case TOKEN_NAME:
  case TOKEN_SELF:
  case TOKEN_SUPER:
  case TOKEN_LET:
  case TOKEN_FN:
  case TOKEN_CLASS:
  case TOKEN_IF:
  case TOKEN_WHILE:
  case TOKEN_FOR:
  case TOKEN_TRY:
  case TOKEN_THROW:
  case TOKEN_RETURN:
  case TOKEN_BREAK:
  case TOKEN_CONTINUE: return true;
  default: return false;
  }
}

/* Tokens that go on with the statement before them, on whatever line they stand. */
static bool goes_on(TokenKind kind) { return kind == TOKEN_ELSE || kind == TOKEN_CATCH || kind == TOKEN_FINALLY; }

static bool is_safe_place(const Parser *parser, ParseMark mark) {
  const Token *token = &parser->current;
  if (token->kind == TOKEN_END) return true;
  if (token->kind == TOKEN_ERROR || parser->brace_count > mark.brace_count) return false;
  if (token->kind == TOKEN_RIGHT_BRACE) return mark.brace_count > 0;
  if (parser->bracket_count > mark.bracket_count) {
    return token->newline_before && token->indent <= mark.indent && often_begins_statement(token->kind);
  }
  return token->kind == TOKEN_SEMICOLON || (token->newline_before && !goes_on(token->kind));
}

/* What is no token at all, on a line of its own: a second mistake, not part of the first. */
static bool is_new_error(const Parser *parser, ParseMark mark) {
  return parse_check(parser, TOKEN_ERROR) && parser->current.newline_before && parser->bracket_count == mark.bracket_count;
}

/* Forgets brackets that were opened since, and never closed; the braces among them no longer count. */
static void drop_brackets(Parser *parser, uint32_t bracket_count) {
  while (parser->bracket_count > bracket_count) {
    Bracket bracket = parser->brackets[--parser->bracket_count];
    if (bracket == BRACKET_OBJECT || bracket == BRACKET_BLOCK) parser->brace_count--;
  }
}

void parse_recover(Parser *parser, ParseMark mark) {
  if (parser->current.span.start == mark.start && !parse_check(parser, TOKEN_RIGHT_BRACE)) parse_advance(parser);
  while (!is_safe_place(parser, mark)) {
    if (is_new_error(parser, mark)) parse_report_again(parser);
    parse_advance(parser);
  }
  drop_brackets(parser, mark.bracket_count);
  parser->brace_count = mark.brace_count;
  parser->panicking = parse_check(parser, TOKEN_END);
}

void parse_recover_block(Parser *parser, uint32_t bracket_count) {
  if (!parser->panicking) return;
  uint32_t braces = parser->brace_count;
  while (!parse_check(parser, TOKEN_END) && !parse_check(parser, TOKEN_LEFT_BRACE) && !parse_check(parser, TOKEN_RIGHT_BRACE) &&
         !parser->current.newline_before) {
    parse_advance(parser);
  }
  if (!parse_check_on_line(parser, TOKEN_LEFT_BRACE) || parser->brace_count != braces) return;
  drop_brackets(parser, bracket_count);
  parser->panicking = false;
}
