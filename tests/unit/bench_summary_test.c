/* bench_summary_test.c -- medians, quarters, and what the intervals are worth. */
#include "bench/dice.h"
#include "bench/summary.h"
#include "check.h"

#include <math.h>

static bool near(double a, double b) { return fabs(a - b) < 1e-12; }

static void test_middle(Check *check) {
  CHECK(check, near(summary_of((const double[]){3, 1, 2}, 3).median, 2));
  CHECK(check, near(summary_of((const double[]){4, 1, 3, 2}, 4).median, 2.5)); /* between the two in the middle */
  CHECK(check, near(summary_of((const double[]){7}, 1).median, 7));
  CHECK(check, near(summary_of((const double[]){1, 1, 1, 1, 1000}, 5).median, 1)); /* one bad run does not move it */
  CHECK(check, summary_of(NULL, 0).count == 0 && near(summary_of(NULL, 0).median, 0));
}

static void test_input_stays(Check *check) {
  const double values[] = {3, 1, 2};
  Summary summary = summary_of(values, 3);
  CHECK(check, summary.count == 3 && near(summary.least, 1) && near(summary.most, 3));
  CHECK(check, near(values[0], 3) && near(values[1], 1)); /* sorted in a copy */
}

static void test_quarters(Check *check) {
  Summary summary = summary_of((const double[]){5, 1, 4, 2, 3}, 5);
  CHECK(check, near(summary.quarter_low, 2) && near(summary.quarter_high, 4));
  CHECK(check, near(summary_spread(&summary), 2.0 / 3));
  const double sorted[] = {10, 20};
  CHECK(check, near(summary_quantile(sorted, 2, 0), 10) && near(summary_quantile(sorted, 2, 1), 20));
  CHECK(check, near(summary_quantile(sorted, 2, 0.25), 12.5));
}

/* Worked out by hand from Pascal's triangle. */
static void test_coverage(Check *check) {
  double coverage;
  CHECK(check, summary_cut(1, &coverage) == 0 && near(coverage, 0)); /* one run says nothing of its scatter */
  CHECK(check, summary_cut(2, &coverage) == 0 && near(coverage, 0.5));
  CHECK(check, summary_cut(5, &coverage) == 0 && near(coverage, 1 - 2.0 / 32));
  CHECK(check, summary_cut(8, &coverage) == 0 && near(coverage, 1 - 2.0 / 256)); /* cutting one would leave 93 % */
  CHECK(check, summary_cut(9, &coverage) == 1 && near(coverage, 1 - 2.0 * (1 + 9) / 512));
  CHECK(check, summary_cut(12, &coverage) == 2 && near(coverage, 1 - 2.0 * (1 + 12 + 66) / 4096));
  CHECK(check, summary_cut(100, &coverage) == 39 && coverage >= 0.95 && coverage < 0.97); /* the 40th to the 61st */
}

static void test_interval(Check *check) {
  Summary nine = summary_of((const double[]){9, 8, 7, 6, 5, 4, 3, 2, 1}, 9);
  CHECK(check, near(nine.low, 2) && near(nine.high, 8));
  Summary five = summary_of((const double[]){1, 2, 3, 4, 5}, 5);
  CHECK(check, near(five.low, 1) && near(five.high, 5));
}

/* The promise itself: of many samples of nine, drawn from numbers whose median is known, the interval holds it in 96 % of cases. */
static void test_promise(Check *check) {
  enum { TRIES = 4000, SIZE = 9, SIDES = 10001 };
  Dice dice;
  dice_start(&dice, 1);
  size_t held = 0;
  for (size_t i = 0; i < TRIES; i++) {
    double values[SIZE];
    for (size_t k = 0; k < SIZE; k++) {
      double roll = (double)dice_roll(&dice, SIDES);
      values[k] = roll * roll; /* leans to one side, as times do */
    }
    Summary summary = summary_of(values, SIZE);
    held += summary.low <= 5000.0 * 5000.0 && summary.high >= 5000.0 * 5000.0;
  }
  CHECK(check, held > TRIES * 0.95 && held < TRIES * 0.972);
}

static void test_dice(Check *check) {
  Dice one, same, other;
  dice_start(&one, 5);
  dice_start(&same, 5);
  dice_start(&other, 6);
  size_t faces[6] = {0}, alike = 0;
  for (size_t i = 0; i < 6000; i++) {
    size_t roll = dice_roll(&one, 6);
    CHECK(check, roll < 6 && roll == dice_roll(&same, 6));
    alike += roll == dice_roll(&other, 6);
    if (roll < 6) faces[roll]++;
  }
  CHECK(check, alike > 800 && alike < 1200); /* a sixth by chance */
  for (size_t i = 0; i < 6; i++)
    CHECK(check, faces[i] > 850 && faces[i] < 1150);
  CHECK(check, dice_roll(&one, 1) == 0);
}

int main(void) {
  Check check = {0};
  test_middle(&check);
  test_input_stays(&check);
  test_quarters(&check);
  test_coverage(&check);
  test_interval(&check);
  test_promise(&check);
  test_dice(&check);
  return check_report(&check);
}
