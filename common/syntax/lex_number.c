/* lex_number.c -- reading number literals.
 *
 * First everything that hangs together is taken as one number, right or wrong: `12abc` is one malformed number, not a number and a
 * name. Then it is checked, and last read without its `_` by support/number.
 *
 *     0xff_ff     1_000.25e-3     12abc
 *     ^^ base     ^^^^^ ^^ ^^^ whole, fraction, exponent
 *                                   ^^^ rest: what should not be there
 *
 * A `.` belongs to the number only when a digit follows: `1.max` asks for a field of 1.
 */
#include "syntax/lex_number.h"
#include "support/number.h"

enum { SHOWN = 40 /* bytes of a malformed number that the report shows */ };

static const uint64_t largest_magnitude = (uint64_t)1 << 63; /* with a minus in front it is the smallest int */

static bool is_digit_of(int base, char c) {
  if (base == 2) return c == '0' || c == '1';
  return base == 16 ? scan_is_hex_digit(c) : scan_is_digit(c);
}

static void skip_digits(Scanner *scanner) {
  while (scan_is_digit(scan_peek(scanner, 0)) || scan_peek(scanner, 0) == '_')
    scanner->at++;
}

/* Takes `e9`, `E+9`, `e-9`; leaves an `e` without digits alone. */
static bool skip_exponent(Scanner *scanner) {
  if (scan_peek(scanner, 0) != 'e' && scan_peek(scanner, 0) != 'E') return false;
  uint32_t sign = scan_peek(scanner, 1) == '+' || scan_peek(scanner, 1) == '-' ? 1 : 0;
  if (!scan_is_digit(scan_peek(scanner, 1 + sign))) return false;
  scanner->at += 1 + sign;
  skip_digits(scanner);
  return true;
}

/* Takes a decimal number; tells whether it is a float. */
static bool skip_decimal(Scanner *scanner) {
  skip_digits(scanner);
  bool is_float = false;
  if (scan_peek(scanner, 0) == '.' && scan_is_digit(scan_peek(scanner, 1))) {
    is_float = true;
    scanner->at++;
    skip_digits(scanner);
  }
  return skip_exponent(scanner) || is_float;
}

/* Whether each `_` of start..end stands between two digits. */
static bool underscores_are_right(const Scanner *scanner, uint32_t start, uint32_t end, int base) {
  const char *text = scanner->source->text;
  for (uint32_t i = start; i < end; i++) {
    if (text[i] != '_') continue;
    if (i == start || i + 1 == end || !is_digit_of(base, text[i - 1]) || !is_digit_of(base, text[i + 1])) return false;
  }
  return true;
}

static void put_without_underscores(Scanner *scanner, uint32_t start, uint32_t end) {
  scanner->buffer_length = 0;
  for (uint32_t i = start; i < end; i++) {
    if (scanner->source->text[i] != '_') scan_put(scanner, scanner->source->text + i, 1);
  }
}

static void report_malformed(Scanner *scanner, uint32_t start) {
  uint32_t length = scanner->at - start;
  scan_error(scanner, start, scanner->at, "malformed number '%.*s'", (int)(length < SHOWN ? length : SHOWN), scanner->source->text + start);
}

/* 0xff and 0b1010; the scanner stands behind the prefix. */
static void lex_based(Scanner *scanner, Token *token, uint32_t start, int base) {
  uint32_t digits = scanner->at;
  while (scan_continues_word(scan_peek(scanner, 0)))
    scanner->at++;
  if (!underscores_are_right(scanner, digits, scanner->at, base)) {
    scan_error(scanner, start, scanner->at, "'_' in a number must stand between two digits");
    return;
  }
  put_without_underscores(scanner, digits, scanner->at);
  uint64_t magnitude = 0;
  NumberResult result = number_parse_digits(scanner->buffer, scanner->buffer_length, base, &magnitude);
  if (result == NUMBER_MALFORMED) {
    report_malformed(scanner, start);
  } else if (result == NUMBER_TOO_LARGE || magnitude > largest_magnitude) {
    scan_error(scanner, start, scanner->at, "this number does not fit in 64 bits");
  } else {
    token->integer = magnitude;
  }
}

/* What a decimal number may not look like. */
static bool check_decimal(Scanner *scanner, uint32_t start, uint32_t number_end) {
  if (scanner->at > number_end) {
    report_malformed(scanner, start);
    return false;
  }
  if (!underscores_are_right(scanner, start, number_end, 10)) {
    scan_error(scanner, start, number_end, "'_' in a number must stand between two digits");
    return false;
  }
  const char *text = scanner->source->text;
  if (text[start] == '0' && start + 1 < number_end && (scan_is_digit(text[start + 1]) || text[start + 1] == '_')) {
    scan_error(scanner, start, number_end, "a number cannot begin with 0 and another digit");
    return false;
  }
  return true;
}

static void lex_decimal(Scanner *scanner, Token *token, uint32_t start) {
  bool is_float = skip_decimal(scanner);
  uint32_t number_end = scanner->at;
  while (scan_continues_word(scan_peek(scanner, 0)))
    scanner->at++;
  if (!check_decimal(scanner, start, number_end)) return;
  put_without_underscores(scanner, start, number_end);
  if (is_float) {
    token->kind = TOKEN_FLOAT;
    NumberResult result = number_parse_float(scanner->buffer, scanner->buffer_length, &token->number);
    assert(result == NUMBER_OK);
    (void)result;
    return;
  }
  uint64_t magnitude = 0;
  NumberResult result = number_parse_digits(scanner->buffer, scanner->buffer_length, 10, &magnitude);
  if (result == NUMBER_TOO_LARGE || magnitude > largest_magnitude) {
    scan_error(scanner, start, number_end, "this number does not fit in 64 bits");
  } else {
    token->integer = magnitude;
  }
}

void lex_number(Scanner *scanner, Token *token) {
  uint32_t start = scanner->at;
  char second = scan_peek(scanner, 1);
  token->kind = TOKEN_INT;
  token->integer = 0;
  if (scan_peek(scanner, 0) == '0' && (second == 'x' || second == 'X' || second == 'b' || second == 'B')) {
    scanner->at += 2;
    lex_based(scanner, token, start, second == 'x' || second == 'X' ? 16 : 2);
  } else {
    lex_decimal(scanner, token, start);
  }
}
