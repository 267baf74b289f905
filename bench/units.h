/* units.h -- figures as people read them: three digits that count, and a unit.
 *
 *     0.00123 s -> "1.23 ms"     3145.7 kB -> "3.15 MB"     1234567 -> "1.23 M"     0.5231 -> "0.523"
 */
#ifndef DUET_BENCH_UNITS_H
#define DUET_BENCH_UNITS_H

#include "support/base.h"

enum { UNITS_SIZE = 32 };

typedef struct UnitsText {
  char text[UNITS_SIZE];
} UnitsText;

UnitsText units_seconds(double seconds);
UnitsText units_memory(double kilobytes);
UnitsText units_count(double count); /* below 0: "-", was not counted */

/* A plain number with three digits that count. */
UnitsText units_ratio(double ratio);

/* A power of ten without digits behind the point: "10 ms", "100 k". */
UnitsText units_round_seconds(int power);
UnitsText units_round_count(int power);

/* A part as per cent: 0.0123 is "1.2 %". */
UnitsText units_percent(double part);

#endif
