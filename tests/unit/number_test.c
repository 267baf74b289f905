/* number_test.c -- the text of numbers: shortest, closest, in any locale; and reading them back. */
#include "check.h"
#include "support/number.h"
#include <locale.h>
#include <math.h>
#include <stdlib.h>

static void check_float(Check *check, double value, const char *wanted) {
  char text[NUMBER_TEXT_SIZE];
  size_t length = number_format_float(text, value);
  CHECK_TEXT(check, text, wanted);
  CHECK(check, length == strlen(text));
}

static void test_forms(Check *check) {
  check_float(check, 0.0, "0.0");
  check_float(check, -0.0, "-0.0");
  check_float(check, 1, "1.0");
  check_float(check, -1.5, "-1.5");
  check_float(check, 0.1, "0.1");
  check_float(check, 0.1 + 0.2, "0.30000000000000004");
  check_float(check, 100, "100.0");
  check_float(check, 123456.789, "123456.789");
  check_float(check, 0.0001, "0.0001");
  check_float(check, 0.00012345, "0.00012345");
  check_float(check, 0.00009999, "9.999e-05");
  check_float(check, 1e-5, "1e-05");
  check_float(check, 1e15, "1000000000000000.0");
  check_float(check, 9007199254740993.0, "9007199254740992.0");
  check_float(check, 1e16, "1e+16");
  check_float(check, 12345678901234567890.0, "1.2345678901234567e+19");
  check_float(check, 1e300, "1e+300");
  check_float(check, 1e-300, "1e-300");
  check_float(check, 1.5e100, "1.5e+100");
  check_float(check, INFINITY, "inf");
  check_float(check, -INFINITY, "-inf");
  check_float(check, NAN, "nan");
  check_float(check, -NAN, "nan");
}

/* Numbers where the shortest text is not the one that rounding to so many digits gives, and the ends of the range. */
static void test_awkward(Check *check) {
  check_float(check, 0x1p-44, "5.684341886080802e-14");
  check_float(check, 0x1p-1074, "5e-324");
  check_float(check, 0x1p-1073, "1e-323");
  check_float(check, 0x1.8p-1073, "1.5e-323");
  check_float(check, 0x0.fffffffffffffp-1022, "2.225073858507201e-308");
  check_float(check, 0x1p-1022, "2.2250738585072014e-308");
  check_float(check, 0x1.fffffffffffffp1023, "1.7976931348623157e+308");
  check_float(check, 9.5367431640625e-07, "9.5367431640625e-07");
  check_float(check, 9007199254740991.0, "9007199254740991.0");
  check_float(check, 5e-5, "5e-05");
  check_float(check, 2e-323, "2e-323");
  check_float(check, 4.35, "4.35");
  check_float(check, 1e23, "1e+23");
  /* Two texts that are equally short and equally close: the even one. */
  check_float(check, 1125899906842624.25, "1125899906842624.2");
  check_float(check, 1125899906842624.75, "1125899906842624.8");
}

/* On both sides of the bounds between which shortest.c finds the digits. */
static void test_bounds_of_quick(Check *check) {
  check_float(check, 0x1p53, "9007199254740992.0");
  check_float(check, 0x1.0000000000001p53, "9007199254740994.0");
  check_float(check, 0x1.fffffffffffffp52, "9007199254740991.0");
  check_float(check, 4503599627370495.5, "4503599627370495.5");
  check_float(check, 0x1p-50, "8.881784197001252e-16");
  check_float(check, 0x1.0000000000001p-50, "8.881784197001254e-16");
  check_float(check, 0x1.fffffffffffffp-51, "8.881784197001251e-16");
  check_float(check, 0x1p-51, "4.440892098500626e-16");
  check_float(check, 0x1p-13, "0.0001220703125");
  check_float(check, 0.09999999999999999, "0.09999999999999999");
  check_float(check, 0.9999999999999999, "0.9999999999999999");
}

/* The fewest digits with which any text reads back as `value`, by trying the neighbours of each rounded one. */
static int fewest_digits(double value) {
  for (int count = 1; count < 17; count++) {
    char text[40];
    snprintf(text, sizeof text, "%.*e", count - 1, value);
    char *exponent = strchr(text, 'e');
    double unit = pow(10, atoi(exponent + 1) - (count - 1));
    if (strtod(text, NULL) == value) return count;
    for (int step = -1; step <= 1; step += 2) {
      char near[40];
      snprintf(near, sizeof near, "%.*e", count - 1, strtod(text, NULL) + step * unit);
      if (strtod(near, NULL) == value) return count;
    }
  }
  return 17;
}

static int count_digits(const char *text) {
  int count = 0, zeros = 0;
  for (; *text != '\0' && *text != 'e'; text++) {
    if (*text < '0' || *text > '9') continue;
    if (*text == '0') {
      zeros += count > 0;
    } else {
      count += zeros + 1;
      zeros = 0;
    }
  }
  return count;
}

static double random_double(uint64_t *state) {
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  double value;
  memcpy(&value, state, sizeof value);
  return value;
}

static void test_random_bits(Check *check) {
  uint64_t state = 88172645463325252u;
  for (int i = 0; i < 20000; i++) {
    double value = random_double(&state), back = 0;
    if (!isfinite(value)) continue;
    if (i % 4 == 0) value = ldexp(value, -ilogb(value) - 1030 - i % 40); /* a subnormal */
    if (i % 4 == 1) value = ldexp(1, (int)(state % 2098) - 1074);        /* a power of two */
    if (i % 4 == 2) value = ldexp(value, -ilogb(value) - 52 + i % 110);  /* of a usual size */
    char text[NUMBER_TEXT_SIZE];
    number_format_float(text, fabs(value));
    bool read = number_parse_float(text, strlen(text), &back) == NUMBER_OK && back == fabs(value);
    if (!CHECK(check, read)) printf("  %s\n", text);
    if (value != 0 && !CHECK(check, count_digits(text) <= fewest_digits(fabs(value)))) printf("  %s could be shorter\n", text);
  }
}

/* A locale with a decimal comma, where the machine has one. */
static void test_other_locale(Check *check) {
  static const char *const names[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "de_DE", "nl_NL.UTF-8"};
  bool set = false;
  for (size_t i = 0; i < ARRAY_COUNT(names) && !set; i++)
    set = setlocale(LC_ALL, names[i]) != NULL;
  test_forms(check);
  double value = 0;
  CHECK(check, number_parse_float("1.5", 3, &value) == NUMBER_OK && value == 1.5);
  setlocale(LC_ALL, "C");
}

static void test_ints(Check *check) {
  char text[NUMBER_TEXT_SIZE];
  CHECK(check, number_format_int(text, INT64_MIN) == 20);
  CHECK_TEXT(check, text, "-9223372036854775808");
  CHECK(check, number_format_int(text, 0) == 1);
  CHECK_TEXT(check, text, "0");
}

static void check_digits(Check *check, const char *text, int base, NumberResult wanted, uint64_t magnitude) {
  uint64_t got = 0;
  NumberResult result = number_parse_digits(text, strlen(text), base, &got);
  if (!CHECK(check, result == wanted && (wanted != NUMBER_OK || got == magnitude))) printf("  '%s' in base %d\n", text, base);
}

static void test_digits(Check *check) {
  check_digits(check, "0", 10, NUMBER_OK, 0);
  check_digits(check, "007", 10, NUMBER_OK, 7);
  check_digits(check, "18446744073709551615", 10, NUMBER_OK, UINT64_MAX);
  check_digits(check, "18446744073709551616", 10, NUMBER_TOO_LARGE, 0);
  check_digits(check, "99999999999999999999999999", 10, NUMBER_TOO_LARGE, 0);
  check_digits(check, "ffFFffFFffFFffFF", 16, NUMBER_OK, UINT64_MAX);
  check_digits(check, "10000000000000000", 16, NUMBER_TOO_LARGE, 0);
  check_digits(check, "1010", 2, NUMBER_OK, 10);
  check_digits(check, "12", 2, NUMBER_MALFORMED, 0);
  check_digits(check, "1a", 10, NUMBER_MALFORMED, 0);
  check_digits(check, "", 10, NUMBER_MALFORMED, 0);
  check_digits(check, "1 ", 10, NUMBER_MALFORMED, 0);
  check_digits(check, "-1", 10, NUMBER_MALFORMED, 0);
  check_digits(check, "99999999999999999999999x", 10, NUMBER_MALFORMED, 0);
}

static void check_no_float(Check *check, const char *text) {
  double value;
  if (!CHECK(check, number_parse_float(text, strlen(text), &value) == NUMBER_MALFORMED)) printf("  '%s'\n", text);
}

static void test_floats(Check *check) {
  static const char *const malformed[] = {"",    ".5",  "5.",  "1e",  "1e+",  "+1",    "-1",    " 1",  "1 ",
                                          "1,5", "0x1", "inf", "nan", "1.e5", "1.5.5", "1e5.0", "1_0", "1e5 "};
  for (size_t i = 0; i < ARRAY_COUNT(malformed); i++)
    check_no_float(check, malformed[i]);
  double value = 0;
  CHECK(check, number_parse_float("12", 2, &value) == NUMBER_OK && value == 12);
  CHECK(check, number_parse_float("1.25E-2", 7, &value) == NUMBER_OK && value == 0.0125);
  CHECK(check, number_parse_float("1e999", 5, &value) == NUMBER_OK && isinf(value));
  CHECK(check, number_parse_float("1e-999", 6, &value) == NUMBER_OK && value == 0);
  CHECK(check, number_parse_float("0.3", 3, &value) == NUMBER_OK && value == 0.3);
  CHECK(check, number_parse_float("9007199254740993.0", 18, &value) == NUMBER_OK && value == 9007199254740992.0);
  CHECK(check, number_parse_float("9007199254740993e1", 18, &value) == NUMBER_OK && value == 90071992547409930.0);
  CHECK(check, number_parse_float("00000000000000000000001e22", 26, &value) == NUMBER_OK && value == 1e22);
  CHECK(check, number_parse_float("1e23", 4, &value) == NUMBER_OK && value == 1e23);
  CHECK(check, number_parse_float("1e99999999999999999999", 22, &value) == NUMBER_OK && isinf(value));
  CHECK(check, number_parse_float("1.5xyz", 3, &value) == NUMBER_OK && value == 1.5);
  CHECK(check, number_parse_float("2.2250738585072011e-308", 23, &value) == NUMBER_OK && value == 0x0.fffffffffffffp-1022);
}

int main(void) {
  Check check = {0};
  test_forms(&check);
  test_awkward(&check);
  test_bounds_of_quick(&check);
  test_random_bits(&check);
  test_other_locale(&check);
  test_ints(&check);
  test_digits(&check);
  test_floats(&check);
  return check_report(&check);
}
