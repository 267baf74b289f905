/* shortest.c -- digits one by one, until they say which double it is.
 *
 * Every text between the midpoints to the two neighbours reads back as the double itself:
 *
 *     ---- lower neighbour ---(--- value ---)--- upper neighbour ----          ( ) the midpoints
 *
 * So digits are written from the left, and at each place there are two candidates: the digit that is next, and the one above it. The first place at
 * which one of them lies between the midpoints is the last that is needed. If both do, the closer one is it (Steele and White 1990).
 *
 * All is counted in quarters of the double's last bit, so that values and midpoints are whole numbers. Below 2^53 a last bit is at most 1: no whole number ends before
 * its units, so the whole part is written as it is, and the search begins behind the point. Down to 2^-50 ten times a rest fits in 128 bits.
 *
 * number.c has the general way for doubles out of this range.
 */
#include "support/shortest.h"
#include <string.h>

typedef unsigned __int128 Wide;

enum { MANTISSA_BITS = 52, EXPONENT_ZERO = 1023, LEAST_EXPONENT = -50, QUARTER_BITS = 2 };

/* Adds a digit; zeros in front are none. */
static void add_digit(Decimal *decimal, unsigned digit) {
  if (decimal->count == 0 && digit == 0)
    decimal->exponent--;
  else
    decimal->digits[decimal->count++] = (char)('0' + digit);
}

static void add_whole(Decimal *decimal, uint64_t whole) {
  char text[DECIMAL_MAX_DIGITS];
  int start = DECIMAL_MAX_DIGITS;
  for (; whole > 0; whole /= 10)
    text[--start] = (char)('0' + whole % 10);
  decimal->count = DECIMAL_MAX_DIGITS - start;
  memcpy(decimal->digits, text + start, (size_t)decimal->count);
  decimal->exponent = decimal->count - 1; /* without any: -1, the place of the first digit behind the point */
}

/* The digits behind the point. `rest` is the fraction in units of which 2^bits make 1; the midpoints are `below` and `above` away; they read back as the value itself when it is even. */
static void add_fraction(Decimal *decimal, Wide rest, int bits, unsigned below_first, unsigned above_first, bool is_even) {
  Wide one = (Wide)1 << bits, below = below_first, above = above_first;
  for (;;) {
    rest *= 10;
    below *= 10;
    above *= 10;
    unsigned digit = (unsigned)(rest >> bits);
    rest &= one - 1;
    bool fits = rest < below || (is_even && rest == below);
    bool next_fits = rest + above > one || (is_even && rest + above == one);
    if (fits && next_fits) {
      bool is_tie = rest * 2 == one;
      next_fits = is_tie ? digit % 2 : rest * 2 > one;
    }
    add_digit(decimal, next_fits ? digit + 1 : digit);
    if (fits || next_fits) return;
  }
}

bool shortest_digits(Decimal *decimal, double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  int exponent = (int)(bits >> MANTISSA_BITS) - EXPONENT_ZERO;
  if (exponent < LEAST_EXPONENT || exponent > MANTISSA_BITS) return false;
  uint64_t hidden = UINT64_C(1) << MANTISSA_BITS, mantissa = (bits & (hidden - 1)) | hidden;
  int fraction_bits = MANTISSA_BITS - exponent;
  uint64_t whole = fraction_bits > MANTISSA_BITS ? 0 : mantissa >> fraction_bits;
  uint64_t fraction = fraction_bits > MANTISSA_BITS ? mantissa : mantissa & ((UINT64_C(1) << fraction_bits) - 1);
  add_whole(decimal, whole);
  if (fraction == 0) return true;
  /* Below a power of two the doubles lie twice as close. */
  unsigned below = mantissa == hidden ? 1 : 2;
  add_fraction(decimal, (Wide)fraction << QUARTER_BITS, fraction_bits + QUARTER_BITS, below, 2, mantissa % 2 == 0);
  return true;
}
