/* webtables.c -- tables in HTML; wide ones scroll inside their own box. */
#include "webtables.h"

#include "explain.h"
#include "goals.h"
#include "html.h"
#include "units.h"

#include <string.h>

static void open_table(FILE *file, const char *const *heads, const bool *numeric, size_t count) {
  fputs("<div class=\"scroll\"><table><thead><tr>", file);
  for (size_t i = 0; i < count; i++)
    html_element(file, "th", numeric[i] ? "number" : NULL, "%s", heads[i]);
  fputs("</tr></thead><tbody>\n", file);
}

static void close_table(FILE *file) { fputs("</tbody></table></div>\n", file); }

static const char *verdict_class(Verdict verdict) {
  return verdict == VERDICT_FASTER ? "faster" : verdict == VERDICT_SLOWER ? "slower" : "unclear";
}

/* ---- goals ---- */

static void write_goal_result(const Goal *goal, const GoalResult *result, const Findings *findings, FILE *file) {
  if (result->state == GOAL_NOT_MEASURED) {
    html_element(file, "td", "number", "-");
    html_element(file, "td", "soft", "not measured");
    char obstacle[160];
    goals_obstacle(goal, findings, obstacle, sizeof obstacle);
    html_element(file, "td", "soft", "%s", obstacle);
    return;
  }
  html_element(file, "td", "number", "%s", units_ratio(result->mean.ratio).text);
  html_element(file, "td", result->state == GOAL_MET ? "good" : "bad", "%s", result->state == GOAL_MET ? "met" : "missed");
  html_element(file, "td", "soft", "%s %s%s", result->worst, units_ratio(result->worst_ratio).text, goals_worst_remark(goal, result));
}

void webtables_goals(const Findings *findings, FILE *file) {
  static const char *const heads[] = {"geometric mean (benchmarks)", "at most", "is", "", "worst"};
  static const bool numeric[] = {false, true, true, false, false};
  size_t count, judged = 0;
  const Goal *goals = goals_all(&count);
  for (size_t i = 0; i < count; i++) {
    GoalResult result = goals_judge(&goals[i], findings);
    if (judged++ == 0) {
      fputs("<h3>Goals</h3>\n", file);
      open_table(file, heads, numeric, ARRAY_COUNT(heads));
    }
    fputs("<tr>", file);
    html_element(file, "td", "wide", "%s (%zu)", goals[i].text, result.used);
    html_element(file, "td", "number", "%.2f", goals[i].at_most);
    write_goal_result(&goals[i], &result, findings, file);
    fputs("</tr>\n", file);
  }
  if (judged > 0) close_table(file);
}

/* ---- pairs ---- */

void webtables_pairs(const Findings *findings, FILE *file) {
  fputs("<div class=\"scroll\"><table><thead><tr><th>row : column</th>", file);
  for (size_t i = 0; i < findings->present_count; i++)
    html_element(file, "th", "number", "%s", findings->present[i]->name);
  fputs("</tr></thead><tbody>\n", file);
  for (size_t row = 0; row < findings->present_count; row++) {
    fputs("<tr>", file);
    html_element(file, "td", NULL, "%s", findings->present[row]->name);
    for (size_t column = 0; column < findings->present_count; column++) {
      Ratio mean = contest_geometric(findings->contests, findings->contest_count, findings->present[row], findings->present[column],
                                     CONTEST_CPU, NULL);
      bool shown = row != column && mean.verdict != VERDICT_NONE;
      fprintf(file, "<td class=\"number %s\"", shown ? verdict_class(mean.verdict) : "");
      if (shown) fprintf(file, " title=\"%s to %s\"", units_ratio(mean.low).text, units_ratio(mean.high).text);
      fprintf(file, ">%s</td>", shown ? units_ratio(mean.ratio).text : row == column ? "1" : "-");
    }
    fputs("</tr>\n", file);
  }
  close_table(file);
}

/* ---- details ---- */

static void write_entry(const Findings *findings, const Contest *contest, const Entry *entry, FILE *file) {
  Summary cpu = summary_of(entry->cpu, entry->rounds);
  double wall = summary_of(entry->wall, entry->rounds).median, peak = summary_of(entry->peak, entry->rounds).median;
  fputs("<tr>", file);
  html_element(file, "td", NULL, "%s", entry->config->name);
  html_element(file, "td", "number", "%s", units_seconds(cpu.median).text);
  html_element(file, "td", "soft", "%s to %s", units_seconds(cpu.low).text, units_seconds(cpu.high).text);
  html_element(file, "td", "number", "%s", units_percent(summary_spread(&cpu)).text);
  html_element(file, "td", "number", "%s", units_seconds(wall).text);
  html_element(file, "td", "number", "%s", units_memory(peak).text);
  html_element(file, "td", "number", "%zu", entry->rounds);
  Ratio ratio = entry->config == findings->baseline ? ratio_none() : contest_ratio(contest, entry->config, findings->baseline);
  bool shown = ratio.verdict != VERDICT_NONE;
  html_element(file, "td", "number", "%s", shown ? units_ratio(ratio.ratio).text : "1");
  html_element(file, "td", "soft", "%s%s%s", shown ? units_ratio(ratio.low).text : "", shown ? " to " : "",
               shown ? units_ratio(ratio.high).text : "");
  html_element(file, "td", verdict_class(ratio.verdict), "%s", ratio_verdict_text(ratio.verdict));
  fputs("</tr>\n", file);
}

static void write_counts(const Entry *entry, FILE *file) {
  if (entry->counts.count == 0) return;
  fputs("<p class=\"soft\">", file);
  html_format(file, "%s counted, at the quick size:", entry->config->name);
  const char *before = " ";
  for (size_t i = 0; i < entry->counts.count; i++) {
    const Count *count = &entry->counts.items[i];
    if (!explain_is_worth_showing(count->name)) continue;
    html_format(file, "%s%s %s", before, count->name, units_count(count->value).text);
    before = ", ";
  }
  fputs("</p>\n", file);
}

/* Who said what, when it was wrong; who was too slow. */
static void write_failures(const Contest *contest, FILE *file) {
  for (size_t i = 0; i < contest->count; i++) {
    const Entry *entry = &contest->entries[i];
    if (!entry->said || (!contest->wrong && entry->state != ENTRY_LATE)) continue;
    fputs("<p>", file);
    html_format(file, "%s: %s", entry->config->name, entry->said);
    fputs("</p>\n", file);
  }
}

static void write_contest(const Findings *findings, const Contest *contest, FILE *file) {
  static const char *const heads[] = {"configuration", "CPU, median", "interval", "spread",   "wall",
                                      "peak memory",   "runs",        "ratio",    "interval", "verdict"};
  static const bool numeric[] = {false, true, false, true, true, true, true, true, false, false};
  fputs("<details><summary>", file);
  html_element(file, "b", NULL, "%s %s", contest->name, contest->size);
  fputs(" <span class=\"soft\">", file);
  html_text(file, findings_description(findings, contest));
  fputs("</span></summary>\n", file);
  write_failures(contest, file);
  open_table(file, heads, numeric, ARRAY_COUNT(heads));
  for (size_t i = 0; i < contest->count; i++) {
    const Entry *entry = contest_timed(contest, contest->entries[i].config);
    if (entry) write_entry(findings, contest, entry, file);
  }
  close_table(file);
  for (size_t i = 0; i < contest->count && !contest->wrong; i++)
    write_counts(&contest->entries[i], file);
  if (contest->expected && contest->expected[0]) {
    fputs("<p class=\"soft\">", file);
    html_format(file, "result%s: %s", contest->wrong ? " that was expected" : ", the same from all", contest->expected);
    fputs("</p>\n", file);
  }
  fputs("</details>\n", file);
}

void webtables_details(const Findings *findings, FILE *file) {
  if (findings->startup.count > 0) write_contest(findings, &findings->startup, file);
  for (size_t i = 0; i < findings->contest_count; i++)
    write_contest(findings, &findings->contests[i], file);
}

/* ---- growth and ladder ---- */

void webtables_growth(const Growth *growth, FILE *file) {
  static const char *const heads[] = {"configuration", "one turn"};
  static const bool numeric[] = {false, true};
  open_table(file, heads, numeric, ARRAY_COUNT(heads));
  for (size_t i = 0; i < growth->config_count; i++) {
    double slope = growth_slope(growth, growth->configs[i]);
    if (!(slope > 0)) continue;
    fputs("<tr>", file);
    html_element(file, "td", NULL, "%s", growth->configs[i]->name);
    html_element(file, "td", "number", "%s ns", units_ratio(slope * 1e9).text);
    fputs("</tr>\n", file);
  }
  close_table(file);
}

static void write_rung(const Rung *rung, FILE *file) {
  fputs("<tr>", file);
  html_element(file, "td", NULL, "%s", rung->name);
  html_element(file, "td", "soft", "%s%s", ladder_kind_text(rung->kind), rung->small ? ", small" : "");
  if (rung->missing) {
    html_element(file, "td", "number", "-");
    html_element(file, "td", NULL, "%s", "");
    html_element(file, "td", "soft", "not measured: %s", rung->missing);
    html_element(file, "td", NULL, "%s", "");
  } else {
    html_element(file, "td", "number", "%s", units_ratio(rung->mean.ratio).text);
    html_element(file, "td", "soft", "%s to %s", units_ratio(rung->mean.low).text, units_ratio(rung->mean.high).text);
    html_element(file, "td", verdict_class(rung->mean.verdict), "%s", ladder_verdict(rung));
    if (rung->count)
      html_element(file, "td", "soft", "%s: %s on, %s off", rung->count, units_count(rung->total_on).text,
                   units_count(rung->total_off).text);
    else
      html_element(file, "td", "soft", "%s", "");
  }
  fputs("</tr>\n", file);
}

static void write_not_paying(const Ladder *ladder, FILE *file) {
  fputs("<h3>What did not pay</h3>\n<ul>\n", file);
  size_t found = 0;
  for (size_t i = 0; i < ladder->rung_count; i++) {
    const Rung *rung = &ladder->rungs[i];
    if (!ladder_did_not_pay(rung)) continue;
    found++;
    html_element(file, "li", NULL, "%s (%s): %s, %s (%s to %s)", rung->name, ladder_kind_text(rung->kind), ladder_verdict(rung),
                 units_ratio(rung->mean.ratio).text, units_ratio(rung->mean.low).text, units_ratio(rung->mean.high).text);
  }
  fputs(found == 0 ? "<li>Nothing: each of them does.</li></ul>\n" : "</ul>\n", file);
}

static void write_losers(const Ladder *ladder, FILE *file) {
  fputs("<h3>What paid, but not everywhere</h3>\n<p class=\"soft\">Benchmarks that are slower with it.</p>\n<ul>\n", file);
  size_t found = 0;
  for (size_t i = 0; i < ladder->rung_count; i++) {
    const Rung *rung = &ladder->rungs[i];
    size_t before = found;
    for (size_t k = 0; (k = ladder_next_loser(ladder, rung, k)) < ladder->benchmark_count; k++, found++) {
      if (found == before) fputs("<li>", file);
      if (found == before) html_format(file, "%s (%s):", rung->name, ladder_kind_text(rung->kind));
      html_format(file, "%s %s %s", found == before ? "" : ",", ladder->benchmarks[k], units_ratio(rung->cells[k].ratio.ratio).text);
    }
    if (found > before) fputs("</li>\n", file);
  }
  fputs(found == 0 ? "<li>Nothing: what pays costs nowhere.</li></ul>\n" : "</ul>\n", file);
}

static void write_cell(const char *benchmark, const RungCell *cell, FILE *file) {
  fputs("<tr>", file);
  html_element(file, "td", NULL, "%s", benchmark);
  html_element(file, "td", "number", "%s", units_ratio(cell->ratio.ratio).text);
  html_element(file, "td", "soft", "%s to %s", units_ratio(cell->ratio.low).text, units_ratio(cell->ratio.high).text);
  html_element(file, "td", verdict_class(cell->ratio.verdict), "%s", ratio_verdict_text(cell->ratio.verdict));
  html_element(file, "td", "number", "%s", units_count(cell->count_on).text);
  html_element(file, "td", "number", "%s", units_count(cell->count_off).text);
  fputs("</tr>\n", file);
}

static void write_cells(const Ladder *ladder, const Rung *rung, FILE *file) {
  static const char *const heads[] = {"benchmark", "on : off", "interval", "verdict", "count on", "count off"};
  static const bool numeric[] = {false, true, false, false, true, true};
  fputs("<details><summary>", file);
  html_element(file, "b", NULL, "%s, %s", rung->name, ladder_kind_text(rung->kind));
  fputs(" <span class=\"soft\">", file);
  html_format(file, "%s : %s%s%s", rung->on, rung->off, rung->count ? "; count: " : "", rung->count ? rung->count : "");
  fputs("</span></summary>\n", file);
  open_table(file, heads, numeric, ARRAY_COUNT(heads));
  for (size_t i = 0; i < ladder->benchmark_count; i++) {
    if (rung->cells[i].ratio.verdict != VERDICT_NONE) write_cell(ladder->benchmarks[i], &rung->cells[i], file);
  }
  close_table(file);
  fputs("</details>\n", file);
}

void webtables_ladder(const Ladder *ladder, FILE *file) {
  static const char *const heads[] = {"technique",     "how",     "on : off",
                                      "95 % interval", "verdict", "the count that explains it, at the quick size"};
  static const bool numeric[] = {false, false, true, false, false, false};
  open_table(file, heads, numeric, ARRAY_COUNT(heads));
  for (size_t i = 0; i < ladder->rung_count; i++)
    write_rung(&ladder->rungs[i], file);
  close_table(file);
  write_not_paying(ladder, file);
  write_losers(ladder, file);
  fputs("<h3>The figures of each technique</h3>\n", file);
  for (size_t i = 0; i < ladder->rung_count; i++) {
    if (ladder->rungs[i].cells) write_cells(ladder, &ladder->rungs[i], file);
  }
}
