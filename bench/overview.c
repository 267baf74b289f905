/* overview.c -- ratios, growth, goals. */
#include "overview.h"

#include "goals.h"
#include "grid.h"
#include "units.h"

#include <string.h>

enum { MOST_COLUMNS = GRID_MAX_COLUMNS - 2 };

/* As many letters as a table has columns: one on the left, the others right. */
static void columns_for(char columns[GRID_MAX_COLUMNS + 1], size_t count) {
  if (count > MOST_COLUMNS) count = MOST_COLUMNS;
  columns[0] = 'l';
  memset(columns + 1, 'r', count);
  columns[count + 1] = '\0';
}

static Tone tone_of(Verdict verdict) { return verdict == VERDICT_FASTER ? TONE_GOOD : verdict == VERDICT_UNCLEAR ? TONE_DIM : TONE_PLAIN; }

static void add_ratio(Grid *grid, const Ratio *ratio) {
  if (ratio->verdict == VERDICT_NONE)
    grid_cell(grid, TONE_DIM, "-");
  else
    grid_cell(grid, tone_of(ratio->verdict), "%s", units_ratio(ratio->ratio).text);
}

static void add_contest(Grid *grid, const Findings *findings, const Contest *contest) {
  grid_cell(grid, TONE_PLAIN, "%s", contest->name);
  for (size_t i = 0; i < findings->present_count && i < MOST_COLUMNS; i++) {
    const Entry *entry = contest_timed(contest, findings->present[i]);
    Ratio ratio = contest_ratio(contest, findings->present[i], findings->baseline);
    if (contest->wrong)
      grid_cell(grid, TONE_BAD, "WRONG");
    else if (entry && findings->present[i] == findings->baseline)
      grid_cell(grid, TONE_STRONG, "%s", units_seconds(summary_of(entry->cpu, entry->rounds).median).text);
    else
      add_ratio(grid, &ratio);
  }
  grid_end_row(grid);
}

static void add_startup(Grid *grid, const Findings *findings) {
  if (findings->startup.count == 0) return;
  grid_cell(grid, TONE_DIM, "(only starting)");
  for (size_t i = 0; i < findings->present_count && i < MOST_COLUMNS; i++) {
    const Entry *entry = contest_timed(&findings->startup, findings->present[i]);
    if (entry)
      grid_cell(grid, TONE_DIM, "%s", units_seconds(summary_of(entry->cpu, entry->rounds).median).text);
    else
      grid_cell(grid, TONE_DIM, "-");
  }
  grid_end_row(grid);
}

typedef enum MeanPart { MEAN_RATIO, MEAN_INTERVAL } MeanPart;

static void add_means(Grid *grid, const Findings *findings, const char *name, ContestMeasure measure, MeanPart part) {
  grid_cell(grid, part == MEAN_INTERVAL ? TONE_DIM : TONE_STRONG, "%s", name);
  for (size_t i = 0; i < findings->present_count && i < MOST_COLUMNS; i++) {
    Ratio mean = contest_geometric(findings->contests, findings->contest_count, findings->present[i], findings->baseline, measure, NULL);
    bool itself = findings->present[i] == findings->baseline;
    if (mean.verdict == VERDICT_NONE || itself)
      grid_cell(grid, TONE_STRONG, "%s", part == MEAN_INTERVAL ? "" : itself ? "1" : "-");
    else if (part == MEAN_INTERVAL)
      grid_cell(grid, TONE_DIM, "%s..%s", units_ratio(mean.low).text, units_ratio(mean.high).text);
    else
      grid_cell(grid, TONE_STRONG, "%s", units_ratio(mean.ratio).text);
  }
  grid_end_row(grid);
}

void overview_ratios(const Screen *screen) {
  const Findings *findings = screen->findings;
  if (!findings->baseline || findings->contest_count == 0) return;
  char title[96], columns[GRID_MAX_COLUMNS + 1];
  snprintf(title, sizeof title, "CPU time against %s", findings->baseline->name);
  screen_title(screen, title, "2 takes twice as long, 0.5 half as long; faint: no clear difference");
  columns_for(columns, findings->present_count);
  Grid grid;
  grid_start(&grid, columns);
  grid_cell(&grid, TONE_HEAD, "benchmark");
  for (size_t i = 0; i < findings->present_count && i < MOST_COLUMNS; i++)
    grid_cell(&grid, TONE_HEAD, "%s", findings->present[i]->id);
  for (size_t i = 0; i < findings->contest_count; i++)
    add_contest(&grid, findings, &findings->contests[i]);
  add_startup(&grid, findings);
  add_means(&grid, findings, "memory (geo. mean)", CONTEST_PEAK, MEAN_RATIO);
  add_means(&grid, findings, "CPU (geo. mean)", CONTEST_CPU, MEAN_RATIO);
  add_means(&grid, findings, "  95 % interval", CONTEST_CPU, MEAN_INTERVAL);
  grid_show(&grid, screen->file, screen->colored);
  grid_free(&grid);
}

void overview_growth(const Screen *screen) {
  const Growth *growth = &screen->findings->growth;
  if (growth->count == 0) return;
  screen_title(screen, "Time as N grows", "CPU time of the sum of 1..N by a while loop");
  char columns[GRID_MAX_COLUMNS + 1];
  columns_for(columns, growth->config_count);
  Grid grid;
  grid_start(&grid, columns);
  grid_cell(&grid, TONE_HEAD, "N");
  for (size_t i = 0; i < growth->config_count; i++)
    grid_cell(&grid, TONE_HEAD, "%s", growth->configs[i]->id);
  for (size_t size = 0; size < growth->count; size++) {
    grid_cell(&grid, TONE_PLAIN, "%s", growth->texts[size]);
    for (size_t i = 0; i < growth->config_count; i++) {
      const Entry *entry = contest_timed(&growth->contests[size], growth->configs[i]);
      grid_cell(&grid, TONE_PLAIN, "%s", entry ? units_seconds(summary_of(entry->cpu, entry->rounds).median).text : "-");
    }
  }
  grid_cell(&grid, TONE_STRONG, "one turn");
  for (size_t i = 0; i < growth->config_count; i++) {
    double slope = growth_slope(growth, growth->configs[i]);
    if (slope > 0)
      grid_cell(&grid, TONE_STRONG, "%s ns", units_ratio(slope * 1e9).text);
    else
      grid_cell(&grid, TONE_DIM, "-");
  }
  grid_show(&grid, screen->file, screen->colored);
  grid_free(&grid);
}

void overview_compare(const Screen *screen, const Compare *compare) {
  const Findings *findings = screen->findings;
  char then[320], columns[GRID_MAX_COLUMNS + 1];
  compare_describe(compare, then, sizeof then);
  screen_title(screen, "Now against then", then);
  columns_for(columns, findings->present_count);
  Grid grid;
  grid_start(&grid, columns);
  grid_cell(&grid, TONE_HEAD, "benchmark");
  for (size_t i = 0; i < findings->present_count && i < MOST_COLUMNS; i++)
    grid_cell(&grid, TONE_HEAD, "%s", findings->present[i]->id);
  for (size_t row = 0; row < findings->contest_count; row++) {
    const Contest *contest = &findings->contests[row];
    grid_cell(&grid, TONE_PLAIN, "%s", contest->name);
    for (size_t i = 0; i < findings->present_count && i < MOST_COLUMNS; i++) {
      const Entry *entry = contest_timed(contest, findings->present[i]);
      Ratio ratio = entry ? compare_entry(compare, contest, entry) : ratio_none();
      add_ratio(&grid, &ratio);
    }
  }
  grid_show(&grid, screen->file, screen->colored);
  grid_free(&grid);
}

void overview_goals(const Screen *screen) {
  size_t count, measured = 0;
  const Goal *goals = goals_all(&count);
  Grid grid;
  grid_start(&grid, "lrrll");
  static const char *const heads[] = {"geometric mean over the kit", "at most", "is", "", "worst"};
  for (size_t i = 0; i < ARRAY_COUNT(heads); i++)
    grid_cell(&grid, TONE_HEAD, "%s", heads[i]);
  for (size_t i = 0; i < count; i++) {
    GoalResult result = goals_judge(&goals[i], screen->findings);
    bool was_measured = result.state != GOAL_NOT_MEASURED;
    measured += was_measured;
    grid_cell(&grid, TONE_PLAIN, "%s (%zu)", goals[i].text, result.used);
    grid_cell(&grid, TONE_PLAIN, "%.2f", goals[i].at_most);
    if (was_measured) {
      grid_cell(&grid, TONE_STRONG, "%s", units_ratio(result.mean.ratio).text);
      grid_cell(&grid, result.state == GOAL_MET ? TONE_GOOD : TONE_BAD, "%s", result.state == GOAL_MET ? "met" : "missed");
      grid_cell(&grid, TONE_DIM, "%s %s%s", result.worst, units_ratio(result.worst_ratio).text, goals_worst_remark(&goals[i], &result));
    } else {
      grid_cell(&grid, TONE_DIM, "-");
      grid_cell(&grid, TONE_DIM, "not measured");
      char obstacle[160];
      goals_obstacle(&goals[i], screen->findings, obstacle, sizeof obstacle);
      grid_cell(&grid, TONE_DIM, "%s", obstacle);
    }
    grid_end_row(&grid);
  }
  if (measured > 0) {
    screen_title(screen, "Goals", "in brackets: how many benchmarks both sides ran");
    grid_show(&grid, screen->file, screen->colored);
  }
  grid_free(&grid);
}

void overview_end(const Screen *screen) {
  const Findings *findings = screen->findings;
  fprintf(screen->file, "\ntook %.0f s; load average %.1f before, %.1f after\n", findings->seconds, findings->computer.load_before,
          findings->computer.load_after);
  if (computer_was_busy(&findings->computer))
    grid_tone(screen->file, screen->colored, TONE_BAD, "Other programs were running: differences of a few per cent mean little.\n");
}
