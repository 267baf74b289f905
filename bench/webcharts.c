/* webcharts.c -- rows of ratios made into charts. */
#include "webcharts.h"

#include "bars.h"
#include "support/memory.h"
#include "units.h"

#include <string.h>

/* ---- means ---- */

/* The contests of a group (NULL: all), as shallow copies in `chosen`; gives how many. */
static size_t choose_group(const Findings *findings, const char *group, Contest *chosen) {
  size_t count = 0;
  for (size_t i = 0; i < findings->contest_count; i++) {
    if (!group || strcmp(findings->contests[i].group, group) == 0) chosen[count++] = findings->contests[i];
  }
  return count;
}

static void draw_means(const Findings *findings, FILE *file, const char *group, ContestMeasure measure) {
  Contest *chosen = memory_alloc(findings->contest_count * sizeof *chosen);
  BarRow *rows = memory_alloc(findings->present_count * sizeof *rows);
  size_t count = choose_group(findings, group, chosen), row_count = 0;
  for (size_t i = 0; i < findings->present_count; i++) {
    const Config *config = findings->present[i];
    Ratio mean = contest_geometric(chosen, count, config, findings->baseline, measure, NULL);
    bool itself = config == findings->baseline;
    if (mean.verdict == VERDICT_NONE) continue;
    if (itself) mean.verdict = VERDICT_NONE;
    rows[row_count++] = (BarRow){.label = config->name, .ratio = mean, .note = itself ? "1" : NULL, .strong = itself};
  }
  char title[128], subtitle[128];
  snprintf(title, sizeof title, "%s%s%s", measure == CONTEST_CPU ? "CPU time" : "Peak memory", group ? ", " : "", group ? group : "");
  snprintf(subtitle, sizeof subtitle, "geometric mean of %zu benchmark%s, %s = 1%s", count, count == 1 ? "" : "s", findings->baseline->name,
           measure == CONTEST_PEAK ? "; blue is less" : "");
  if (row_count > 1) bars_draw(file, &(BarChart){.title = title, .subtitle = subtitle, .rows = rows, .count = row_count});
  memory_free(rows);
  memory_free(chosen);
}

/* Whether a contest before number `index` is of the same group. */
static bool seen_before(const Findings *findings, size_t index) {
  for (size_t i = 0; i < index; i++) {
    if (strcmp(findings->contests[i].group, findings->contests[index].group) == 0) return true;
  }
  return false;
}

void webcharts_means(const Findings *findings, FILE *file) {
  fputs("<div class=\"charts\">\n", file);
  draw_means(findings, file, NULL, CONTEST_CPU);
  draw_means(findings, file, NULL, CONTEST_PEAK);
  size_t groups = 0;
  for (size_t i = 0; i < findings->contest_count; i++)
    groups += !seen_before(findings, i);
  for (size_t i = 0; i < findings->contest_count && groups > 1; i++) {
    if (!seen_before(findings, i)) draw_means(findings, file, findings->contests[i].group, CONTEST_CPU);
  }
  fputs("</div>\n", file);
}

/* ---- single benchmarks ---- */

/* Draws it on the axis of `shared`. */
static void draw_contest(const Findings *findings, const Contest *contest, const BarChart *shared, FILE *file) {
  BarRow *rows = memory_alloc(findings->present_count * sizeof *rows);
  size_t count = 0;
  UnitsText own = {""};
  for (size_t i = 0; i < findings->present_count; i++) {
    const Config *config = findings->present[i];
    const Entry *entry = contest_timed(contest, config);
    bool itself = config == findings->baseline;
    if (!entry) continue;
    if (itself) own = units_seconds(summary_of(entry->cpu, entry->rounds).median);
    Ratio ratio = itself ? ratio_none() : contest_ratio(contest, config, findings->baseline);
    rows[count++] = (BarRow){.label = config->name, .ratio = ratio, .note = itself ? own.text : NULL, .strong = itself};
  }
  char title[128];
  snprintf(title, sizeof title, "%s%s", contest->name, contest->wrong ? ": WRONG, not timed" : "");
  BarChart chart = {title, findings_description(findings, contest), rows, count, shared->low, shared->high};
  bars_draw(file, &chart);
  memory_free(rows);
}

void webcharts_benchmarks(const Findings *findings, FILE *file) {
  BarChart shared = {.low = 0};
  for (size_t i = 0; i < findings->contest_count; i++) {
    for (size_t k = 0; k < findings->present_count; k++) {
      Ratio ratio = contest_ratio(&findings->contests[i], findings->present[k], findings->baseline);
      bars_widen(&shared, &ratio);
    }
  }
  fputs("<div class=\"charts\">\n", file);
  for (size_t i = 0; i < findings->contest_count; i++)
    draw_contest(findings, &findings->contests[i], &shared, file);
  fputs("</div>\n", file);
}

static void draw_config(const Findings *findings, const Config *config, FILE *file) {
  BarRow *rows = memory_alloc((findings->contest_count + 1) * sizeof *rows);
  size_t count = 0;
  for (size_t i = 0; i < findings->contest_count; i++) {
    Ratio ratio = contest_ratio(&findings->contests[i], config, findings->baseline);
    rows[count++] = (BarRow){.label = findings->contests[i].name, .ratio = ratio, .note = ratio.verdict == VERDICT_NONE ? "-" : NULL};
  }
  Ratio mean = contest_geometric(findings->contests, findings->contest_count, config, findings->baseline, CONTEST_CPU, NULL);
  rows[count++] = (BarRow){.label = "geometric mean", .ratio = mean, .strong = true};
  char title[128], subtitle[128];
  snprintf(title, sizeof title, "%s : %s", config->name, findings->baseline->name);
  snprintf(subtitle, sizeof subtitle, "right of 1: %s takes longer", config->name);
  if (mean.verdict != VERDICT_NONE) bars_draw(file, &(BarChart){.title = title, .subtitle = subtitle, .rows = rows, .count = count});
  memory_free(rows);
}

void webcharts_configs(const Findings *findings, FILE *file) {
  fputs("<div class=\"charts\">\n", file);
  for (size_t i = 0; i < findings->present_count; i++) {
    if (findings->present[i] != findings->baseline) draw_config(findings, findings->present[i], file);
  }
  fputs("</div>\n", file);
}

/* ---- the ladder ---- */

static void draw_kind(const Ladder *ladder, RungKind kind, const char *title, const char *subtitle, FILE *file) {
  BarRow *rows = memory_alloc(ladder->rung_count * sizeof *rows);
  size_t count = 0;
  for (size_t i = 0; i < ladder->rung_count; i++) {
    const Rung *rung = &ladder->rungs[i];
    bool belongs = rung->kind == kind || (kind == RUNG_BUILD && rung->kind == RUNG_CONTROL);
    if (belongs && !rung->missing) rows[count++] = (BarRow){.label = rung->name, .ratio = rung->mean};
  }
  if (count > 0) bars_draw(file, &(BarChart){.title = title, .subtitle = subtitle, .rows = rows, .count = count});
  memory_free(rows);
}

static void draw_rung(const Ladder *ladder, const Rung *rung, FILE *file) {
  BarRow *rows = memory_alloc((ladder->benchmark_count + 1) * sizeof *rows);
  size_t count = 0;
  for (size_t i = 0; i < ladder->benchmark_count; i++) {
    if (rung->cells[i].ratio.verdict != VERDICT_NONE)
      rows[count++] = (BarRow){.label = ladder->benchmarks[i], .ratio = rung->cells[i].ratio};
  }
  rows[count++] = (BarRow){.label = "geometric mean", .ratio = rung->mean, .strong = true};
  char title[128], subtitle[256];
  snprintf(title, sizeof title, "%s, %s: %s", rung->name, ladder_kind_text(rung->kind), ladder_verdict(rung));
  int length = snprintf(subtitle, sizeof subtitle, "%s : %s", rung->on, rung->off);
  if (rung->count && length > 0 && (size_t)length < sizeof subtitle)
    snprintf(subtitle + length, sizeof subtitle - (size_t)length, "; %s %s on, %s off", rung->count, units_count(rung->total_on).text,
             units_count(rung->total_off).text);
  bars_draw(file, &(BarChart){.title = title, .subtitle = subtitle, .rows = rows, .count = count});
  memory_free(rows);
}

void webcharts_ladder(const Ladder *ladder, FILE *file) {
  fputs("<div class=\"charts\">\n", file);
  draw_kind(ladder, RUNG_TAKEN_AWAY, "Taken away from everything", "all techniques on : this one off", file);
  draw_kind(ladder, RUNG_ALONE, "Alone", "only this one on : all off", file);
  draw_kind(ladder, RUNG_LEVEL, "Levels", "one level : the level below", file);
  draw_kind(ladder, RUNG_BUILD, "Builds", "one way to build the loop : the other", file);
  fputs("</div>\n<details><summary><b>Each technique, benchmark by benchmark</b></summary>\n<div class=\"charts\">\n", file);
  for (size_t i = 0; i < ladder->rung_count; i++) {
    if (ladder->rungs[i].cells) draw_rung(ladder, &ladder->rungs[i], file);
  }
  fputs("</div></details>\n", file);
}
