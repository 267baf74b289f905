/* dice.h -- random numbers that are the same in every run.
 *
 * Drawing samples again and again (see ratio.h) needs chance, but a report must not change when it is made anew from the same times. So the dice start
 * from a seed that is given, and belong to whoever rolls them. The numbers are those of an xorshift generator: the state, a 64-bit word that is never 0, is
 * mixed with shifted copies of itself; a multiplication spreads the result over the upper bits, which are the ones used.
 */
#ifndef DUET_BENCH_DICE_H
#define DUET_BENCH_DICE_H

#include "support/base.h"

typedef struct Dice {
  uint64_t state; /* never 0 */
} Dice;

/* Sets the dice up; the same seed gives the same rolls. */
void dice_start(Dice *dice, uint64_t seed);

/* A number from 0 to sides - 1; `sides` is from 1 to 2^32. */
size_t dice_roll(Dice *dice, size_t sides);

#endif
