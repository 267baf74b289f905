/* lexer_test.c -- tokens: their kinds, places, values, and what is known of the lines they stand on. */
#include "check.h"
#include "syntax/lexer.h"

typedef struct Lexed {
  Source *source;
  SymbolTable symbols;
  DiagList diags;
  Lexer lexer;
} Lexed;

static void lexed_begin(Lexed *lexed, const char *text) {
  lexed->source = source_new("test.duet", text, strlen(text));
  symbol_table_init(&lexed->symbols);
  diag_list_init(&lexed->diags, lexed->source);
  lexer_init(&lexed->lexer, lexed->source, &lexed->symbols, &lexed->diags);
}

static void lexed_end(Lexed *lexed) {
  lexer_free(&lexed->lexer);
  diag_list_free(&lexed->diags);
  symbol_table_free(&lexed->symbols);
  source_free(lexed->source);
}

/* Each sign and keyword alone is that one token. */
static void test_every_sign_and_keyword(Check *check) {
  for (int kind = TOKEN_LEFT_PAREN; kind < TOKEN_KIND_COUNT; kind++) {
    Lexed lexed;
    lexed_begin(&lexed, token_text((TokenKind)kind));
    Token token = lexer_next(&lexed.lexer);
    if (!CHECK(check, token.kind == (TokenKind)kind)) printf("  %s\n", token_text((TokenKind)kind));
    CHECK(check, token.span.start == 0 && token.span.end == lexed.source->length);
    CHECK(check, lexer_next(&lexed.lexer).kind == TOKEN_END);
    CHECK(check, lexer_next(&lexed.lexer).kind == TOKEN_END);
    CHECK(check, lexed.diags.count == 0);
    lexed_end(&lexed);
  }
}

static void check_kinds(Check *check, const char *text, const TokenKind *kinds, size_t count) {
  Lexed lexed;
  lexed_begin(&lexed, text);
  bool same = true;
  for (size_t i = 0; i < count; i++)
    same = same && lexer_next(&lexed.lexer).kind == kinds[i];
  same = same && lexer_next(&lexed.lexer).kind == TOKEN_END;
  if (!CHECK(check, same)) printf("  %s\n", text);
  lexed_end(&lexed);
}

#define KINDS(check, text, ...) \
  check_kinds((check), (text), (const TokenKind[]){__VA_ARGS__}, sizeof((const TokenKind[]){__VA_ARGS__}) / sizeof(TokenKind))

static void test_longest_first(Check *check) {
  KINDS(check, "<<=<<<=<", TOKEN_LESS_LESS_EQUAL, TOKEN_LESS_LESS, TOKEN_LESS_EQUAL, TOKEN_LESS);
  KINDS(check, ">>=>>>=>", TOKEN_GREATER_GREATER_EQUAL, TOKEN_GREATER_GREATER, TOKEN_GREATER_EQUAL, TOKEN_GREATER);
  KINDS(check, "===!==", TOKEN_EQUAL_EQUAL, TOKEN_EQUAL, TOKEN_BANG_EQUAL, TOKEN_EQUAL);
  KINDS(check, "1.5.5", TOKEN_FLOAT, TOKEN_DOT, TOKEN_INT);
  KINDS(check, "1..2", TOKEN_INT, TOKEN_DOT, TOKEN_DOT, TOKEN_INT);
  KINDS(check, "1.x", TOKEN_INT, TOKEN_DOT, TOKEN_NAME);
  KINDS(check, "1e5e", TOKEN_INT);
  KINDS(check, "andor and_ _and", TOKEN_NAME, TOKEN_NAME, TOKEN_NAME);
  KINDS(check, "a/b//c\n/**/d", TOKEN_NAME, TOKEN_SLASH, TOKEN_NAME, TOKEN_NAME);
  KINDS(check, "\"a\"\"b\"", TOKEN_STRING, TOKEN_STRING);
}

static void test_values(Check *check) {
  Lexed lexed;
  lexed_begin(&lexed, "0x_ 255 0xFF 0b11 1_0 9223372036854775808 2.5 1e3 name \"a\\n\\0\\x41\\u{e9}\" if");
  Token token = lexer_next(&lexed.lexer);
  CHECK(check, token.kind == TOKEN_INT && lexed.diags.count == 1);
  CHECK(check, lexer_next(&lexed.lexer).integer == 255);
  CHECK(check, lexer_next(&lexed.lexer).integer == 255);
  CHECK(check, lexer_next(&lexed.lexer).integer == 3);
  CHECK(check, lexer_next(&lexed.lexer).integer == 10);
  CHECK(check, lexer_next(&lexed.lexer).integer == (uint64_t)1 << 63);
  CHECK(check, lexer_next(&lexed.lexer).number == 2.5);
  CHECK(check, lexer_next(&lexed.lexer).number == 1000);
  CHECK(check, lexer_next(&lexed.lexer).symbol == symbol_intern(&lexed.symbols, "name", 4));
  CHECK(check, lexer_next(&lexed.lexer).symbol == symbol_intern(&lexed.symbols, "a\n\0A\xC3\xA9", 6));
  token = lexer_next(&lexed.lexer);
  CHECK(check, token.kind == TOKEN_IF && token.symbol == symbol_intern(&lexed.symbols, "if", 2));
  CHECK(check, lexed.diags.count == 1);
  lexed_end(&lexed);
}

static void check_token(Check *check, Lexed *lexed, bool newline_before, uint32_t indent) {
  Token token = lexer_next(&lexed->lexer);
  bool right = token.newline_before == newline_before && token.indent == indent;
  if (!CHECK(check, right)) printf("  token at %u: newline %d, indent %u\n", token.span.start, token.newline_before, token.indent);
}

static void test_lines(Check *check) {
  Lexed lexed;
  lexed_begin(&lexed, "  a b // c\n   d /* \n */ e\r\n\n/* x */ f /* y */ g\n");
  check_token(check, &lexed, false, 2); /* a */
  check_token(check, &lexed, false, 2); /* b */
  check_token(check, &lexed, true, 3);  /* d */
  check_token(check, &lexed, true, 4);  /* e, behind a comment with a newline */
  check_token(check, &lexed, true, 8);  /* f */
  check_token(check, &lexed, false, 8); /* g */
  check_token(check, &lexed, true, 0);  /* the end */
  CHECK(check, lexed.lexer.comment_count == 4);
  CHECK(check, lexed.lexer.comments[0].span.start == 6 && lexed.lexer.comments[0].span.end == 10);
  lexed_end(&lexed);
}

static void test_quiet_and_stop(Check *check) {
  Lexed lexed;
  lexed_begin(&lexed, "@ 1__0 @ rest");
  lexed.lexer.scanner.quiet = true;
  CHECK(check, lexer_next(&lexed.lexer).kind == TOKEN_ERROR);
  CHECK(check, lexer_next(&lexed.lexer).kind == TOKEN_INT);
  CHECK(check, lexed.diags.count == 0);
  lexed.lexer.scanner.quiet = false;
  CHECK(check, lexer_next(&lexed.lexer).kind == TOKEN_ERROR);
  CHECK(check, lexed.diags.count == 1);
  lexer_stop(&lexed.lexer);
  CHECK(check, lexer_next(&lexed.lexer).kind == TOKEN_END);
  lexed_end(&lexed);
}

/* A comment that never ends is one error, then the end; a REPL may go on. */
static void test_unterminated(Check *check) {
  Lexed lexed;
  lexed_begin(&lexed, "x /* /* */");
  CHECK(check, lexer_next(&lexed.lexer).kind == TOKEN_NAME);
  CHECK(check, lexer_next(&lexed.lexer).kind == TOKEN_ERROR);
  CHECK(check, lexed.diags.count == 1 && lexed.diags.input_ended);
  CHECK(check, lexer_next(&lexed.lexer).kind == TOKEN_END);
  lexed_end(&lexed);
  lexed_begin(&lexed, "\"abc");
  CHECK(check, lexer_next(&lexed.lexer).kind == TOKEN_ERROR);
  CHECK(check, lexed.diags.count == 1 && !lexed.diags.input_ended);
  lexed_end(&lexed);
}

int main(void) {
  Check check = {0};
  test_every_sign_and_keyword(&check);
  test_longest_first(&check);
  test_values(&check);
  test_lines(&check);
  test_quiet_and_stop(&check);
  test_unterminated(&check);
  return check_report(&check);
}
