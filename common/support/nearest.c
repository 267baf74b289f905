/* nearest.c -- the distance between two names; see nearest.h.
 *
 * The usual table of distances between all beginnings of both, a row at a time. A swap of neighbours needs the row before the last, so three rows are kept:
 *
 *          p r i c e
 *        0 1 2 3 4 5        row of ""
 *      p 1 0 1 2 3 4        row of "p"
 *      i 2 1 1 1 2 3        row of "pi"
 *      r 3 2 1 1 2 3        the swap: two up, two left, plus one
 */
#include "support/nearest.h"
#include <string.h>

enum { LONG_NAME = 5 }; /* from so many letters on, two edits are still near */

void nearest_start(Nearest *nearest, const char *wanted, size_t length) {
  nearest->wanted = wanted;
  nearest->wanted_length = length;
  nearest->distance = length > NEAREST_MAX_LENGTH ? 0 : length >= LONG_NAME ? 3 : 2;
  nearest->found[0] = '\0';
}

static uint32_t least(uint32_t a, uint32_t b) { return a < b ? a : b; }

/* How many edits make `b` of `a`; neither is longer than NEAREST_MAX_LENGTH. */
static uint32_t edit_distance(const char *a, size_t a_length, const char *b, size_t b_length) {
  uint32_t rows[3][NEAREST_MAX_LENGTH + 1];
  uint32_t *before = rows[0], *last = rows[1], *row = rows[2];
  for (size_t j = 0; j <= b_length; j++)
    last[j] = (uint32_t)j;
  for (size_t i = 1; i <= a_length; i++) {
    row[0] = (uint32_t)i;
    for (size_t j = 1; j <= b_length; j++) {
      uint32_t changed = last[j - 1] + (a[i - 1] != b[j - 1]);
      row[j] = least(changed, least(last[j], row[j - 1]) + 1);
      bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = least(row[j], before[j - 2] + 1);
    }
    uint32_t *free_row = before;
    before = last;
    last = row;
    row = free_row;
  }
  return last[b_length];
}

void nearest_try(Nearest *nearest, const char *name, size_t length) {
  size_t wanted_length = nearest->wanted_length;
  size_t difference = length > wanted_length ? length - wanted_length : wanted_length - length;
  if (length > NEAREST_MAX_LENGTH || difference >= nearest->distance) return;
  uint32_t distance = edit_distance(nearest->wanted, wanted_length, name, length);
  if (distance == 0 || distance >= nearest->distance) return;
  if (distance >= length) return; /* nothing of it is left: `x` is not like `y` */
  nearest->distance = distance;
  memcpy(nearest->found, name, length);
  nearest->found[length] = '\0';
}
