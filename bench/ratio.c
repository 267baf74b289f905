/* ratio.c -- ratios of paired runs, geometric means, verdicts. */
#include "ratio.h"

#include "dice.h"
#include "summary.h"
#include "support/memory.h"

#include <math.h>

enum { DRAWS = 1000, SEED = 20 };
static const double TAIL = 0.025;

const char *ratio_verdict_text(Verdict verdict) {
  static const char *const texts[] = {
      [VERDICT_NONE] = "", [VERDICT_FASTER] = "faster", [VERDICT_SLOWER] = "slower", [VERDICT_UNCLEAR] = "no clear difference"};
  return texts[verdict];
}

/* The verdict on a ratio that rests on `rounds` rounds, or on so many of the benchmark that has fewest. */
static Verdict judge(const Ratio *ratio, size_t rounds) {
  if (!(ratio->ratio > 0)) return VERDICT_NONE;
  if (rounds < RATIO_LEAST_ROUNDS || fabs(ratio->ratio - 1) < RATIO_NOISE) return VERDICT_UNCLEAR;
  if (ratio->high < 1) return VERDICT_FASTER;
  return ratio->low > 1 ? VERDICT_SLOWER : VERDICT_UNCLEAR;
}

/* The ratio of each round that counts, into `ratios`, which has room for all; gives how many. */
static size_t rounds_of(const RatioPair *pair, double *ratios) {
  size_t count = 0;
  for (size_t i = 0; i < pair->rounds; i++) {
    if (pair->a[i] > 0 && pair->b[i] > 0) ratios[count++] = pair->a[i] / pair->b[i];
  }
  return count;
}

Ratio ratio_of(const RatioPair *pair) {
  double *ratios = memory_alloc(pair->rounds * sizeof *ratios);
  size_t count = rounds_of(pair, ratios);
  Summary summary = summary_of(ratios, count);
  memory_free(ratios);
  Ratio ratio = {.ratio = summary.median, .low = summary.low, .high = summary.high, .coverage = summary.coverage};
  ratio.verdict = judge(&ratio, count);
  return ratio;
}

/* The median of as many values as there are, each drawn from among them; `drawn` has room for them. */
static double median_of_draw(Dice *dice, const double *values, size_t count, double *drawn) {
  for (size_t i = 0; i < count; i++)
    drawn[i] = values[dice_roll(dice, count)];
  summary_sort(drawn, count);
  return summary_quantile(drawn, count, 0.5);
}

/* Sorts what the draws gave and takes the interval from it. When the fewest runs that it rests on are a single one, nothing is known of how they scatter. */
static void set_interval(Ratio *ratio, double *draws, size_t fewest) {
  summary_sort(draws, DRAWS);
  ratio->low = summary_quantile(draws, DRAWS, TAIL);
  ratio->high = summary_quantile(draws, DRAWS, 1 - TAIL);
  ratio->coverage = fewest > 1 ? 1 - 2 * TAIL : 0;
  ratio->verdict = judge(ratio, fewest);
}

Ratio ratio_unpaired(const double *a, size_t a_count, const double *b, size_t b_count) {
  Ratio ratio = ratio_none();
  double b_median = summary_of(b, b_count).median;
  if (a_count == 0 || b_count == 0 || !(b_median > 0)) return ratio;
  ratio.ratio = summary_of(a, a_count).median / b_median;
  size_t most = a_count > b_count ? a_count : b_count;
  double *drawn = memory_alloc(most * sizeof *drawn);
  double *draws = memory_alloc(DRAWS * sizeof *draws);
  Dice dice;
  dice_start(&dice, SEED);
  for (size_t i = 0; i < DRAWS; i++) {
    double above = median_of_draw(&dice, a, a_count, drawn);
    draws[i] = above / median_of_draw(&dice, b, b_count, drawn);
  }
  set_interval(&ratio, draws, a_count < b_count ? a_count : b_count);
  memory_free(drawn);
  memory_free(draws);
  return ratio;
}

/* Adds to each of `sums` the logarithm of one draw of this benchmark; gives the logarithm of its median, or NAN when no round counts. Notes the fewest rounds seen. */
static double add_benchmark(const RatioPair *pair, Dice *dice, double *sums, size_t *fewest) {
  double *ratios = memory_alloc(2 * pair->rounds * sizeof *ratios);
  size_t count = rounds_of(pair, ratios);
  double middle = count > 0 ? log(summary_of(ratios, count).median) : NAN;
  for (size_t i = 0; i < DRAWS && count > 0; i++)
    sums[i] += log(median_of_draw(dice, ratios, count, ratios + pair->rounds));
  memory_free(ratios);
  if (count > 0 && count < *fewest) *fewest = count;
  return middle;
}

Ratio ratio_geometric(const RatioPair *pairs, size_t count) {
  Ratio ratio = ratio_none();
  double *sums = memory_alloc(DRAWS * sizeof *sums);
  double sum = 0;
  size_t used = 0, fewest = SIZE_MAX;
  Dice dice;
  dice_start(&dice, SEED);
  for (size_t i = 0; i < count; i++) {
    double middle = add_benchmark(&pairs[i], &dice, sums, &fewest);
    if (isnan(middle)) continue;
    sum += middle;
    used++;
  }
  if (used > 0) {
    ratio.ratio = exp(sum / (double)used);
    for (size_t i = 0; i < DRAWS; i++)
      sums[i] = exp(sums[i] / (double)used);
    set_interval(&ratio, sums, fewest);
  }
  memory_free(sums);
  return ratio;
}
