/* bench_ratio_test.c -- ratios of paired runs, verdicts, geometric means. */
#include "bench/ratio.h"
#include "check.h"

#include <math.h>

enum { ROUNDS = 5 };

static bool near(double a, double b) { return fabs(a - b) < 1e-9; }

static Ratio of(const double *a, const double *b) { return ratio_of(&(RatioPair){a, b, ROUNDS}); }

/* A machine that is slow for one round slows both sides; the ratio does not see it. */
static void test_paired(Check *check) {
  const double a[] = {1.0, 1.0, 3.0, 1.0, 1.0}, b[] = {2.0, 2.0, 6.0, 2.0, 2.0};
  Ratio ratio = of(a, b);
  CHECK(check, near(ratio.ratio, 0.5) && near(ratio.low, 0.5) && near(ratio.high, 0.5));
  CHECK(check, near(ratio.coverage, 0.9375));
  CHECK(check, ratio.verdict == VERDICT_FASTER);
  CHECK(check, of(b, a).verdict == VERDICT_SLOWER && near(of(b, a).ratio, 2));
}

static void test_unclear(Check *check) {
  const double one[] = {1, 1, 1, 1, 1};
  const double around[] = {0.8, 1.3, 1.2, 1.1, 1.4}; /* slower by its median, but once it was faster */
  CHECK(check, of(around, one).verdict == VERDICT_UNCLEAR);
  const double hardly[] = {1.004, 1.005, 1.005, 1.005, 1.006}; /* surely slower, but by nothing that counts */
  CHECK(check, of(hardly, one).verdict == VERDICT_UNCLEAR);
  const double clearly[] = {1.02, 1.02, 1.03, 1.03, 1.04};
  CHECK(check, of(clearly, one).verdict == VERDICT_SLOWER);
  CHECK(check, ratio_of(&(RatioPair){clearly, one, 4}).verdict == VERDICT_UNCLEAR); /* too few rounds */
}

static void test_nothing(Check *check) {
  const double one[] = {1, 1, 1, 1, 1}, none[] = {0, 0, 0, 0, 0};
  CHECK(check, of(one, none).verdict == VERDICT_NONE && near(of(one, none).ratio, 0));
  CHECK(check, ratio_of(&(RatioPair){one, one, 0}).verdict == VERDICT_NONE);
  CHECK_TEXT(check, ratio_verdict_text(VERDICT_NONE), "");
  CHECK_TEXT(check, ratio_verdict_text(VERDICT_UNCLEAR), "no clear difference");
}

static void test_geometric(Check *check) {
  const double one[] = {1, 1, 1, 1, 1}, twice[] = {2, 2, 2, 2, 2}, half[] = {0.5, 0.5, 0.5, 0.5, 0.5}, none[] = {0, 0, 0, 0, 0};
  const RatioPair even[] = {{twice, one, ROUNDS}, {half, one, ROUNDS}};
  CHECK(check, near(ratio_geometric(even, 2).ratio, 1)); /* twice as long here, half as long there */
  CHECK(check, ratio_geometric(even, 2).verdict == VERDICT_UNCLEAR);
  const RatioPair slow[] = {{twice, one, ROUNDS}, {twice, half, ROUNDS}, {one, none, ROUNDS}}; /* 2, 4, and nothing */
  Ratio ratio = ratio_geometric(slow, 3);
  CHECK(check, near(ratio.ratio, sqrt(8)) && near(ratio.low, sqrt(8)) && near(ratio.high, sqrt(8)));
  CHECK(check, ratio.verdict == VERDICT_SLOWER && near(ratio.coverage, 0.95));
  CHECK(check, ratio_geometric(slow, 0).verdict == VERDICT_NONE);
  const RatioPair single[] = {{twice, one, 1}};
  CHECK(check, near(ratio_geometric(single, 1).coverage, 0) && ratio_geometric(single, 1).verdict == VERDICT_UNCLEAR);
}

/* The interval lies around the mean, and drawing again gives the same. */
static void test_draws(Check *check) {
  const double one[] = {1, 1, 1, 1, 1}, a[] = {1.1, 1.3, 1.2, 1.15, 1.25}, b[] = {0.9, 1.0, 1.1, 0.95, 1.05};
  const RatioPair pairs[] = {{a, one, ROUNDS}, {b, one, ROUNDS}};
  Ratio first = ratio_geometric(pairs, 2), again = ratio_geometric(pairs, 2);
  CHECK(check, near(first.ratio, sqrt(1.2)));
  CHECK(check, first.low < first.ratio && first.ratio < first.high && first.low > 1.0 && first.high < 1.2);
  CHECK(check, near(first.low, again.low) && near(first.high, again.high));
}

static void test_unpaired(Check *check) {
  const double now[] = {1.0, 1.1, 1.05, 1.02, 1.04}, then[] = {2.0, 2.1, 2.05, 2.02, 2.04, 2.03};
  Ratio ratio = ratio_unpaired(now, 5, then, 6);
  CHECK(check, near(ratio.ratio, 1.04 / 2.035));
  CHECK(check, ratio.low <= ratio.ratio && ratio.ratio <= ratio.high && ratio.high < 0.56 && ratio.verdict == VERDICT_FASTER);
  CHECK(check, ratio_unpaired(now, 5, now, 5).verdict == VERDICT_UNCLEAR);
  CHECK(check, ratio_unpaired(now, 0, then, 6).verdict == VERDICT_NONE);
}

int main(void) {
  Check check = {0};
  test_paired(&check);
  test_unclear(&check);
  test_nothing(&check);
  test_geometric(&check);
  test_draws(&check);
  test_unpaired(&check);
  return check_report(&check);
}
