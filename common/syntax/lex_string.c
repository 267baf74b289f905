/* lex_string.c -- reading string literals.
 *
 *     "one\ttwo"     copied in pieces:  one | \t -> a tab | two
 *
 * Plain bytes are copied piece by piece, each escape is turned into the bytes that it stands for. The result is interned: equal
 * literals are one symbol.
 */
#include "syntax/lex_string.h"
#include "support/number.h"
#include "support/utf8.h"

enum { MAX_CODE_DIGITS = 6 };

/* The number of hex digits from the scanner's place on, at most `limit`. */
static uint32_t count_hex_digits(const Scanner *scanner, uint32_t limit) {
  uint32_t count = 0;
  while (count < limit && scan_is_hex_digit(scan_peek(scanner, count)))
    count++;
  return count;
}

static uint32_t take_hex(Scanner *scanner, uint32_t count) {
  uint64_t value = 0;
  NumberResult result = number_parse_digits(scanner->source->text + scanner->at, count, 16, &value);
  assert(result == NUMBER_OK);
  (void)result;
  scanner->at += count;
  return (uint32_t)value;
}

/* \xHH: one byte; the scanner stands behind the x. */
static void lex_byte_escape(Scanner *scanner, uint32_t start) {
  if (count_hex_digits(scanner, 2) < 2) {
    scan_error(scanner, start, scanner->at, "expected two hex digits after '\\x'");
    return;
  }
  char byte = (char)take_hex(scanner, 2);
  scan_put(scanner, &byte, 1);
}

/* \u{1F600}: one character; the scanner stands behind the u. */
static void lex_character_escape(Scanner *scanner, uint32_t start) {
  uint32_t digits = 0;
  if (scan_match(scanner, '{')) digits = count_hex_digits(scanner, MAX_CODE_DIGITS);
  if (digits == 0 || scan_peek(scanner, digits) != '}') {
    scan_error(scanner, start, scanner->at, "expected '\\u{' with one to six hex digits and '}'");
    return;
  }
  uint32_t code = take_hex(scanner, digits);
  scanner->at++;
  char bytes[UTF8_MAX_BYTES];
  uint32_t length = utf8_encode(bytes, code);
  if (length == 0) {
    scan_error(scanner, start, scanner->at, "there is no character U+%04X", (unsigned)code);
    return;
  }
  scan_put(scanner, bytes, length);
}

/* The byte that \c stands for, or -1. */
static int simple_escape(char c) {
  switch (c) {
  case 'n': return '\n';
  case 't': return '\t';
  case 'r': return '\r';
  case '0': return '\0';
  case '"': return '"';
  case '\\': return '\\';
  default: return -1;
  }
}

/* The scanner stands at the backslash, and something follows it on the line. */
static void lex_escape(Scanner *scanner) {
  uint32_t start = scanner->at++;
  char c = scan_peek(scanner, 0);
  if (simple_escape(c) >= 0) {
    char byte = (char)simple_escape(c);
    scanner->at++;
    scan_put(scanner, &byte, 1);
  } else if (c == 'x') {
    scanner->at++;
    lex_byte_escape(scanner, start);
  } else if (c == 'u') {
    scanner->at++;
    lex_character_escape(scanner, start);
  } else {
    char name[SCAN_NAME_SIZE];
    scanner->at += scan_name_character(scanner, scanner->at, name);
    scan_error(scanner, start, scanner->at, "unknown escape: '\\' before %s", name);
  }
}

/* Skips bytes that stand for themselves. */
static void skip_plain(Scanner *scanner) {
  const char *text = scanner->source->text;
  uint32_t length = scanner->source->length;
  while (scanner->at < length && text[scanner->at] != '"' && text[scanner->at] != '\\' && text[scanner->at] != '\n')
    scanner->at++;
}

static void report_unterminated(Scanner *scanner, uint32_t start) {
  uint32_t end = scanner->at;
  if (scanner->source->text[end - 1] == '\r') end--;
  scan_error(scanner, start, end, "unterminated string");
}

void lex_string(Scanner *scanner, Token *token) {
  const char *text = scanner->source->text;
  uint32_t start = scanner->at++;
  scanner->buffer_length = 0;
  for (;;) {
    uint32_t piece = scanner->at;
    skip_plain(scanner);
    scan_put(scanner, text + piece, scanner->at - piece);
    if (scan_match(scanner, '"')) break;
    bool escape = scan_peek(scanner, 0) == '\\' && scanner->at + 1 < scanner->source->length && scan_peek(scanner, 1) != '\n';
    if (!escape) {
      if (scan_peek(scanner, 0) == '\\') scanner->at++;
      report_unterminated(scanner, start);
      token->kind = TOKEN_ERROR;
      return;
    }
    lex_escape(scanner);
  }
  token->kind = TOKEN_STRING;
  token->symbol = symbol_intern(scanner->symbols, scanner->buffer, scanner->buffer_length);
}
