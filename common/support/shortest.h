/* shortest.h -- the shortest decimal digits of a double, by exact arithmetic on 128-bit integers. How it goes is told in shortest.c. */
#ifndef DUET_SUPPORT_SHORTEST_H
#define DUET_SUPPORT_SHORTEST_H

#include "support/base.h"

enum { DECIMAL_MAX_DIGITS = 17 }; /* so many tell any two doubles apart */

/* A positive decimal number d.ddd * 10^exponent. */
typedef struct Decimal {
  char digits[DECIMAL_MAX_DIGITS];
  int count;
  int exponent;
} Decimal;

/* Finds the fewest digits that read back as `value`, and of those the closest to it; of two equally close the even one. `value` is positive and finite. False: it is
 * not between 2^-50 and 2^53, where the digits need longer integers; nothing was written. */
bool shortest_digits(Decimal *decimal, double value) MUST_CHECK;

#endif
