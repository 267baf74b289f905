/* bars.c -- the axis, the rows. */
#include "bars.h"

#include "html.h"
#include "units.h"

#include <math.h>
#include <string.h>

enum { WIDTH = 360, ROW = 18, TOP = 22, VALUE_WIDTH = 54, LABEL_MOST = 164 };
static const double LETTER = 6.2, STRONG_LETTER = 7.2, TICK_GAP = 26;

typedef struct Axis {
  double left, right; /* in units of the picture */
  double low, high;   /* logarithms */
} Axis;

static double place(const Axis *axis, double ratio) {
  double at = axis->left + (log(ratio) - axis->low) / (axis->high - axis->low) * (axis->right - axis->left);
  return fmin(fmax(at, axis->left), axis->right);
}

void bars_widen(BarChart *chart, const Ratio *ratio) {
  if (ratio->verdict == VERDICT_NONE) return;
  if (!(chart->low > 0) || ratio->low * 0.95 < chart->low) chart->low = ratio->low * 0.95;
  if (ratio->high * 1.05 > chart->high) chart->high = ratio->high * 1.05;
}

/* Wide enough for every interval, and never so narrow that noise looks like a difference. */
static Axis axis_for(const BarChart *chart) {
  BarChart wide = *chart;
  double longest = 0;
  for (size_t i = 0; i < chart->count; i++) {
    longest = fmax(longest, (double)strlen(chart->rows[i].label) * (chart->rows[i].strong ? STRONG_LETTER : LETTER));
    bars_widen(&wide, &chart->rows[i].ratio);
  }
  double low = wide.low > 0 ? fmin(wide.low, 0.8) : 0.8, high = fmax(wide.high, 1.25);
  return (Axis){.left = fmin(longest, LABEL_MOST) + 12, .right = WIDTH - VALUE_WIDTH, .low = log(low), .high = log(high)};
}

static void draw_tick(FILE *file, const Axis *axis, double ratio, double bottom) {
  double x = place(axis, ratio);
  bool is_one = fabs(ratio - 1) < 1e-9;
  fprintf(file, "<line class=\"%s\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%.1f\"/>", is_one ? "one" : "grid", x, TOP - 4, x, bottom);
  fprintf(file, "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%g</text>\n", x, TOP - 8, ratio);
}

/* Marks at round ratios, from 1 outwards, as many as have room. */
static void draw_ticks(FILE *file, const Axis *axis, double bottom) {
  static const double rounds[] = {1.1, 1.25, 1.5, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000};
  static const double below[] = {0.9, 0.8, 0.7, 0.5, 0.3, 0.2, 0.1, 0.05, 0.02, 0.01};
  draw_tick(file, axis, 1, bottom);
  double last = place(axis, 1);
  for (size_t i = 0; i < ARRAY_COUNT(rounds) && log(rounds[i]) <= axis->high; i++) {
    double x = place(axis, rounds[i]);
    if (x - last < TICK_GAP) continue;
    draw_tick(file, axis, rounds[i], bottom);
    last = x;
  }
  last = place(axis, 1);
  for (size_t i = 0; i < ARRAY_COUNT(below) && log(below[i]) >= axis->low; i++) {
    double x = place(axis, below[i]);
    if (last - x < TICK_GAP) continue;
    draw_tick(file, axis, below[i], bottom);
    last = x;
  }
}

static const char *class_of(Verdict verdict) {
  return verdict == VERDICT_FASTER ? "faster" : verdict == VERDICT_SLOWER ? "slower" : "unclear";
}

static void draw_bar(FILE *file, const Axis *axis, const Ratio *ratio, double y) {
  double from = place(axis, 1), to = place(axis, ratio->ratio);
  double left = fmin(from, to), width = fmax(fabs(to - from), 1);
  fprintf(file, "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\"/>", class_of(ratio->verdict), left, y + 4, width,
          ROW - 8);
  fprintf(file, "<line class=\"whisker\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", place(axis, ratio->low), y + ROW / 2.0,
          place(axis, ratio->high), y + ROW / 2.0);
}

static void draw_row(FILE *file, const Axis *axis, const BarRow *row, double y) {
  const Ratio *ratio = &row->ratio;
  bool has_ratio = ratio->verdict != VERDICT_NONE;
  fputs("<g>", file);
  if (has_ratio) {
    fputs("<title>", file);
    html_format(file, "%s: %s (%s to %s), %s", row->label, units_ratio(ratio->ratio).text, units_ratio(ratio->low).text,
                units_ratio(ratio->high).text, ratio_verdict_text(ratio->verdict));
    fputs("</title>", file);
    draw_bar(file, axis, ratio, y);
  }
  fprintf(file, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">", row->strong ? "label strong" : "label", axis->left - 6,
          y + 13);
  html_text(file, row->label);
  fprintf(file, "</text><text class=\"%s\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">", row->strong ? "value strong" : "value", WIDTH - 2,
          y + 13);
  html_text(file, row->note ? row->note : has_ratio ? units_ratio(ratio->ratio).text : "");
  fputs("</text></g>\n", file);
}

void bars_draw(FILE *file, const BarChart *chart) {
  Axis axis = axis_for(chart);
  double height = TOP + (double)chart->count * ROW + 4;
  fputs("<figure><figcaption>", file);
  html_element(file, "b", NULL, "%s", chart->title);
  if (*chart->subtitle) html_element(file, "span", NULL, "%s", chart->subtitle);
  fprintf(file, "</figcaption>\n<svg viewBox=\"0 0 %d %.0f\" role=\"img\" aria-label=\"", WIDTH, height);
  html_text(file, chart->title);
  fputs("\">\n", file);
  draw_ticks(file, &axis, height - 4);
  for (size_t i = 0; i < chart->count; i++)
    draw_row(file, &axis, &chart->rows[i], TOP + (double)i * ROW);
  fputs("</svg></figure>\n", file);
}
