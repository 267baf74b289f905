/* number.c -- numbers as text and back.
 *
 * The text of a float. C's printf rounds a double correctly to as many digits as it is asked for, and strtod reads correctly, so the
 * shortest text is found by asking for more and more digits until what comes out reads back as the same double:
 *
 *     0.1      15 digits: 1.00000000000000e-01    reads back: done, zeros dropped: 0.1
 *     2^-44    15 and 16 digits (...0801e-14) do not read back, but the 16-digit number one up (...0802e-14) does:
 *              below a power of two doubles lie closer together than above it, so a text that is not the nearest
 *              of its length can still be nearest to this double
 *
 * A normal double holds any 15 digits apart, so nothing shorter need be tried; a subnormal holds fewer, so there the search starts at
 * one digit. Neither function listens to the locale: printf's radix character is skipped whatever it is, and reading uses the C locale
 * by name.
 */
#include "support/number.h"
#include "support/memory.h"
#include <float.h>
#include <inttypes.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_DIGITS = 17, NORMAL_DIGITS = 15, FIRST_EXPONENT_FORM = 16, LAST_EXPONENT_FORM = -5 };

/* A positive decimal number d.ddd * 10^exponent. */
typedef struct Decimal {
  char digits[MAX_DIGITS];
  int count;
  int exponent;
} Decimal;

size_t number_format_int(char text[NUMBER_TEXT_SIZE], int64_t value) { return (size_t)snprintf(text, NUMBER_TEXT_SIZE, "%" PRId64, value); }

/* Rounds to `count` digits. */
static void decimal_round(Decimal *decimal, double value, int count) {
  char text[40];
  snprintf(text, sizeof text, "%.*e", count - 1, value);
  decimal->count = 0;
  const char *at = text;
  for (; *at != 'e'; at++) {
    if (*at >= '0' && *at <= '9') decimal->digits[decimal->count++] = *at;
  }
  decimal->exponent = atoi(at + 1);
}

/* One unit more in the last digit. */
static void decimal_step_up(Decimal *decimal) {
  int i = decimal->count - 1;
  while (i >= 0 && decimal->digits[i] == '9')
    decimal->digits[i--] = '0';
  if (i >= 0) {
    decimal->digits[i]++;
  } else { /* 9.99 is now 0.00: make it 1.00 * 10 */
    decimal->digits[0] = '1';
    decimal->exponent++;
  }
}

/* strtod in the C locale. The C locale object costs nothing to get: the C library keeps it ready. */
static double read_float(const char *text) {
  locale_t c_locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  double value = c_locale != (locale_t)0 ? strtod_l(text, NULL, c_locale) : strtod(text, NULL);
  if (c_locale != (locale_t)0) freelocale(c_locale);
  return value;
}

static bool decimal_reads_back(const Decimal *decimal, double value) {
  char text[40];
  int length = snprintf(text, sizeof text, "%c.%.*se%d", decimal->digits[0], decimal->count - 1, decimal->digits + 1, decimal->exponent);
  assert(length > 0 && (size_t)length < sizeof text);
  (void)length;
  return read_float(text) == value;
}

/* The shortest decimal that reads back as `value`, a positive finite number. */
static void decimal_shortest(Decimal *decimal, double value) {
  for (int count = value < DBL_MIN ? 1 : NORMAL_DIGITS;; count++) {
    decimal_round(decimal, value, count);
    if (count == MAX_DIGITS || decimal_reads_back(decimal, value)) break;
    decimal_step_up(decimal);
    if (decimal_reads_back(decimal, value)) break;
  }
  while (decimal->count > 1 && decimal->digits[decimal->count - 1] == '0')
    decimal->count--;
}

/* Digits with the point among them, `0.00012`, `12.5`, `1200.0`. */
static char *write_positional(char *at, const Decimal *decimal) {
  int whole = decimal->exponent + 1; /* digits in front of the point, when positive */
  if (whole <= 0) {
    *at++ = '0';
    *at++ = '.';
    for (int i = whole; i < 0; i++)
      *at++ = '0';
  }
  for (int i = 0; i < decimal->count || i < whole; i++) {
    if (i == whole && whole > 0) *at++ = '.';
    *at++ = i < decimal->count ? decimal->digits[i] : '0';
  }
  if (decimal->count <= whole) {
    *at++ = '.';
    *at++ = '0';
  }
  return at;
}

/* `1.5e+300`, `1e-05`. */
static char *write_exponent_form(char *at, const Decimal *decimal) {
  *at++ = decimal->digits[0];
  if (decimal->count > 1) {
    *at++ = '.';
    memcpy(at, decimal->digits + 1, (size_t)(decimal->count - 1));
    at += decimal->count - 1;
  }
  return at + snprintf(at, 8, "e%+03d", decimal->exponent);
}

size_t number_format_float(char text[NUMBER_TEXT_SIZE], double value) {
  char *at = text;
  if (isnan(value)) return (size_t)snprintf(text, NUMBER_TEXT_SIZE, "nan");
  if (signbit(value)) *at++ = '-';
  value = fabs(value);
  if (isinf(value) || value == 0) {
    strcpy(at, value == 0 ? "0.0" : "inf");
    return strlen(text);
  }
  Decimal decimal = {.count = 0};
  decimal_shortest(&decimal, value);
  bool positional = decimal.exponent > LAST_EXPONENT_FORM && decimal.exponent < FIRST_EXPONENT_FORM;
  at = positional ? write_positional(at, &decimal) : write_exponent_form(at, &decimal);
  *at = '\0';
  return (size_t)(at - text);
}

static int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 99;
}

NumberResult number_parse_digits(const char *text, size_t length, int base, uint64_t *magnitude) {
  if (length == 0) return NUMBER_MALFORMED;
  uint64_t value = 0;
  bool too_large = false;
  for (size_t i = 0; i < length; i++) {
    int digit = digit_value(text[i]);
    if (digit >= base) return NUMBER_MALFORMED;
    if (__builtin_mul_overflow(value, (uint64_t)base, &value) || __builtin_add_overflow(value, (uint64_t)digit, &value)) too_large = true;
  }
  *magnitude = value;
  return too_large ? NUMBER_TOO_LARGE : NUMBER_OK;
}

/* The number of decimal digits that `text` begins with. */
static size_t count_digits(const char *text, size_t length) {
  size_t count = 0;
  while (count < length && text[count] >= '0' && text[count] <= '9')
    count++;
  return count;
}

/* digits[.digits][e[+-]digits], all of it. */
static bool has_float_form(const char *text, size_t length) {
  size_t at = count_digits(text, length);
  if (at == 0) return false;
  if (at < length && text[at] == '.') {
    size_t fraction = count_digits(text + at + 1, length - at - 1);
    if (fraction == 0) return false;
    at += 1 + fraction;
  }
  if (at < length && (text[at] == 'e' || text[at] == 'E')) {
    at++;
    if (at < length && (text[at] == '+' || text[at] == '-')) at++;
    size_t exponent = count_digits(text + at, length - at);
    if (exponent == 0) return false;
    at += exponent;
  }
  return at == length;
}

NumberResult number_parse_float(const char *text, size_t length, double *value) {
  if (!has_float_form(text, length)) return NUMBER_MALFORMED;
  char *copy = memory_copy_text(text, length); /* strtod wants a NUL behind */
  *value = read_float(copy);
  memory_free(copy);
  return NUMBER_OK;
}
