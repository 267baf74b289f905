/* number.c -- numbers as text and back.
 *
 * The text of a float. For the usual ones shortest.c finds the digits. For the very large and very small the C library does: its printf
 * rounds a double correctly to as many digits as it is asked for, and strtod reads correctly, so the shortest text is found by asking
 * for more and more digits until what comes out reads back as the same double:
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
#include "support/shortest.h"
#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NORMAL_DIGITS = 15, FIRST_EXPONENT_FORM = 16, LAST_EXPONENT_FORM = -5 };

size_t number_format_int(char text[NUMBER_TEXT_SIZE], int64_t value) {
  char digits[NUMBER_TEXT_SIZE]; /* filled from its end */
  size_t start = NUMBER_TEXT_SIZE;
  uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
  digits[--start] = '\0';
  do {
    digits[--start] = (char)('0' + rest % 10);
  } while (rest /= 10);
  if (value < 0) digits[--start] = '-';
  memcpy(text, digits + start, NUMBER_TEXT_SIZE - start);
  return NUMBER_TEXT_SIZE - 1 - start;
}

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

/* The shortest decimal that reads back as `value`, a positive finite number; the general way. */
static void decimal_search(Decimal *decimal, double value) {
  for (int count = value < DBL_MIN ? 1 : NORMAL_DIGITS;; count++) {
    decimal_round(decimal, value, count);
    if (count == DECIMAL_MAX_DIGITS || decimal_reads_back(decimal, value)) break;
    decimal_step_up(decimal);
    if (decimal_reads_back(decimal, value)) break;
  }
}

static void decimal_shortest(Decimal *decimal, double value) {
  if (!shortest_digits(decimal, value)) decimal_search(decimal, value);
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

/* A float's text: mantissa * 10^exponent, unless it has too many digits for the mantissa. */
typedef struct FloatText {
  uint64_t mantissa;
  size_t digits; /* of the mantissa, zeros in front included */
  int64_t exponent;
} FloatText;

enum { MANTISSA_DIGITS = 19, EXPONENT_MOST = 100000 }; /* past that exponent nothing is told apart any more */

/* Takes in the digits that `text` begins with; how many are there? */
static size_t take_digits(FloatText *parts, const char *text, size_t length) {
  size_t count = count_digits(text, length);
  parts->digits += count;
  if (parts->digits > MANTISSA_DIGITS) return count;
  for (size_t i = 0; i < count; i++)
    parts->mantissa = parts->mantissa * 10 + (uint64_t)(text[i] - '0');
  return count;
}

/* Takes in `[+-]digits`; false: it is not that. */
static bool take_exponent(FloatText *parts, const char *text, size_t length) {
  bool has_sign = length > 0 && (*text == '+' || *text == '-');
  bool is_negative = has_sign && *text == '-';
  int64_t exponent = 0;
  if (length == has_sign || count_digits(text + has_sign, length - has_sign) != length - has_sign) return false;
  for (size_t at = has_sign; at < length && exponent < EXPONENT_MOST; at++)
    exponent = exponent * 10 + (text[at] - '0');
  parts->exponent += is_negative ? -exponent : exponent;
  return true;
}

/* digits[.digits][e[+-]digits], all of it; false: it is not that. */
static bool read_parts(FloatText *parts, const char *text, size_t length) {
  *parts = (FloatText){0, 0, 0};
  size_t at = take_digits(parts, text, length);
  if (at == 0) return false;
  if (at < length && text[at] == '.') {
    size_t fraction = take_digits(parts, text + at + 1, length - at - 1);
    if (fraction == 0) return false;
    parts->exponent = -(int64_t)fraction;
    at += 1 + fraction;
  }
  if (at < length && (text[at] == 'e' || text[at] == 'E')) return take_exponent(parts, text + at + 1, length - at - 1);
  return at == length;
}

/* Where mantissa and power of ten are doubles both, one multiplication or division rounds as it should, and only once (Clinger 1990). False: they are not. */
static bool compute_float(const FloatText *parts, double *value) {
  static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  static_assert(FLT_EVAL_METHOD == 0, "doubles are computed as doubles");
  const int64_t most = (int64_t)ARRAY_COUNT(powers) - 1;
  if (parts->digits > MANTISSA_DIGITS || parts->mantissa > UINT64_C(1) << DBL_MANT_DIG) return false;
  if (parts->exponent < -most || parts->exponent > most) return false;
  double mantissa = (double)parts->mantissa;
  *value = parts->exponent < 0 ? mantissa / powers[-parts->exponent] : mantissa * powers[parts->exponent];
  return true;
}

NumberResult number_parse_float(const char *text, size_t length, double *value) {
  FloatText parts;
  if (!read_parts(&parts, text, length)) return NUMBER_MALFORMED;
  if (compute_float(&parts, value)) return NUMBER_OK;
  char *copy = memory_copy_text(text, length); /* strtod wants a NUL behind */
  *value = read_float(copy);
  memory_free(copy);
  return NUMBER_OK;
}
