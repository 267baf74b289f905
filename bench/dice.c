/* dice.c -- an xorshift generator. */
#include "dice.h"

void dice_start(Dice *dice, uint64_t seed) {
  dice->state = seed * 2 + 1;
  for (int i = 0; i < 8; i++) /* seeds that differ little are soon far apart */
    dice_roll(dice, 2);
}

size_t dice_roll(Dice *dice, size_t sides) {
  uint64_t state = dice->state;
  state ^= state >> 12;
  state ^= state << 25;
  state ^= state >> 27;
  dice->state = state;
  uint64_t upper = (state * UINT64_C(0x2545f4914f6cdd1d)) >> 32;
  return (size_t)((upper * sides) >> 32); /* scales 0 .. 2^32 - 1 down to the sides */
}
