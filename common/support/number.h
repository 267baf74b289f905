/* number.h -- numbers as text, in both directions, in any locale.
 *
 * A float prints with the fewest digits that read back to the very same double, and among those the digits closest to it.
 */
#ifndef DUET_SUPPORT_NUMBER_H
#define DUET_SUPPORT_NUMBER_H

#include "support/base.h"

enum { NUMBER_TEXT_SIZE = 32 }; /* room for any number's text with its NUL */

/* Writes the int in decimal; gives its length. */
size_t number_format_int(char text[NUMBER_TEXT_SIZE], int64_t value);

/* Writes the float as Duet prints it: `1.0`, `0.1`, `1e+300`, `nan`, `inf`, `-0.0`; positional for 1e-4 <= |x| < 1e16. Gives its length. */
size_t number_format_float(char text[NUMBER_TEXT_SIZE], double value);

typedef enum NumberResult { NUMBER_OK, NUMBER_MALFORMED, NUMBER_TOO_LARGE } NumberResult;

/* Reads digits of `base` (2, 10, 16), with no sign, no blanks, no `_`, into the magnitude. TOO_LARGE past 64 bits unsigned. */
NumberResult number_parse_digits(const char *text, size_t length, int base, uint64_t *magnitude);

/* Reads a decimal float of the form digits[.digits][e[+-]digits], with no sign and no blanks; the nearest double (inf when too large). */
NumberResult number_parse_float(const char *text, size_t length, double *value);

#endif
