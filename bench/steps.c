/* steps.c -- the ladder as tables. */
#include "steps.h"

#include "grid.h"
#include "units.h"

#include <string.h>

enum { RUNGS_PER_TABLE = 5 };

static Tone tone_of(Verdict verdict) { return verdict == VERDICT_FASTER ? TONE_GOOD : verdict == VERDICT_SLOWER ? TONE_BAD : TONE_DIM; }

static void add_rung(Grid *grid, const Rung *rung) {
  grid_cell(grid, TONE_PLAIN, "%s", rung->name);
  grid_cell(grid, TONE_DIM, "%s%s", ladder_kind_text(rung->kind), rung->small ? ", small" : "");
  if (rung->missing) {
    grid_cell(grid, TONE_DIM, "-");
    grid_cell(grid, TONE_DIM, "%s", "");
    grid_cell(grid, TONE_DIM, "not measured: %s", rung->missing);
  } else {
    grid_cell(grid, TONE_STRONG, "%s", units_ratio(rung->mean.ratio).text);
    grid_cell(grid, TONE_DIM, "%s .. %s", units_ratio(rung->mean.low).text, units_ratio(rung->mean.high).text);
    grid_cell(grid, tone_of(rung->mean.verdict), "%s", ladder_verdict(rung));
  }
  if (rung->count)
    grid_cell(grid, TONE_PLAIN, "%s: %s on, %s off", rung->count, units_count(rung->total_on).text, units_count(rung->total_off).text);
  grid_end_row(grid);
}

static void show_rungs(const Screen *screen, const Ladder *ladder) {
  char about[160];
  snprintf(about, sizeof about, "CPU time with it : without it, geometric mean over %zu benchmarks; below 1 it pays; small: at quick sizes",
           ladder->benchmark_count);
  screen_title(screen, "The ladder", about);
  Grid grid;
  grid_start(&grid, "llrlll");
  static const char *const heads[] = {"technique",     "how",     "on : off",
                                      "95 % interval", "verdict", "the count that explains it, at the quick size"};
  for (size_t i = 0; i < ARRAY_COUNT(heads); i++)
    grid_cell(&grid, TONE_HEAD, "%s", heads[i]);
  for (size_t i = 0; i < ladder->rung_count; i++)
    add_rung(&grid, &ladder->rungs[i]);
  grid_show(&grid, screen->file, screen->colored);
  grid_free(&grid);
}

static void add_counts(Grid *grid, const RungCell *cell) {
  if (cell->count_on < 0 && cell->count_off < 0)
    grid_cell(grid, TONE_PLAIN, "%s", "");
  else
    grid_cell(grid, TONE_PLAIN, "%s : %s", units_count(cell->count_on).text, units_count(cell->count_off).text);
}

/* Every benchmark on some of the rungs: a number above each column says which rung it is. */
static void show_cells(const Screen *screen, const Ladder *ladder, const size_t *rungs, size_t count) {
  fputc('\n', screen->file);
  for (size_t i = 0; i < count; i++) {
    const Rung *rung = &ladder->rungs[rungs[i]];
    fprintf(screen->file, "  (%zu) %s: %s : %s\n", rungs[i] + 1, rung->name, rung->on, rung->off);
  }
  char columns[GRID_MAX_COLUMNS + 1] = "l";
  for (size_t i = 0; i < count; i++)
    strcat(columns, "rll");
  Grid grid;
  grid_start(&grid, columns);
  grid_cell(&grid, TONE_HEAD, "benchmark");
  for (size_t i = 0; i < count; i++) {
    const char *counted = ladder->rungs[rungs[i]].count;
    grid_cell(&grid, TONE_HEAD, "(%zu)", rungs[i] + 1);
    grid_cell(&grid, TONE_PLAIN, "%s", "");
    grid_cell(&grid, TONE_DIM, "%s", counted ? counted : "");
  }
  for (size_t row = 0; row < ladder->benchmark_count; row++) {
    grid_cell(&grid, TONE_PLAIN, "%s", ladder->benchmarks[row]);
    for (size_t i = 0; i < count; i++) {
      const RungCell *cell = &ladder->rungs[rungs[i]].cells[row];
      const Ratio *ratio = &cell->ratio;
      bool none = ratio->verdict == VERDICT_NONE;
      grid_cell(&grid, tone_of(ratio->verdict), "%s", none ? "-" : units_ratio(ratio->ratio).text);
      grid_cell(&grid, TONE_DIM, "%s%s%s", none ? "" : units_ratio(ratio->low).text, none ? "" : "-",
                none ? "" : units_ratio(ratio->high).text);
      add_counts(&grid, cell);
    }
  }
  grid_show(&grid, screen->file, screen->colored);
  grid_free(&grid);
}

static void show_all_cells(const Screen *screen, const Ladder *ladder) {
  size_t rungs[RUNGS_PER_TABLE], count = 0;
  for (size_t i = 0; i < ladder->rung_count; i++) {
    if (ladder->rungs[i].cells) rungs[count++] = i;
    bool last = i + 1 == ladder->rung_count;
    if (count > 0 && (count == RUNGS_PER_TABLE || last)) {
      show_cells(screen, ladder, rungs, count);
      count = 0;
    }
  }
}

static void show_not_paying(const Screen *screen, const Ladder *ladder) {
  screen_title(screen, "What did not pay", "");
  size_t found = 0;
  for (size_t i = 0; i < ladder->rung_count; i++) {
    const Rung *rung = &ladder->rungs[i];
    if (!ladder_did_not_pay(rung)) continue;
    found++;
    fprintf(screen->file, "  %s (%s): %s, %s (%s .. %s)\n", rung->name, ladder_kind_text(rung->kind), ladder_verdict(rung),
            units_ratio(rung->mean.ratio).text, units_ratio(rung->mean.low).text, units_ratio(rung->mean.high).text);
  }
  if (found == 0) fputs("  nothing: each of them does\n", screen->file);
}

static void show_losers(const Screen *screen, const Ladder *ladder) {
  screen_title(screen, "What paid, but not everywhere", "benchmarks that are slower with it");
  size_t found = 0;
  for (size_t i = 0; i < ladder->rung_count; i++) {
    const Rung *rung = &ladder->rungs[i];
    size_t before = found;
    for (size_t k = 0; (k = ladder_next_loser(ladder, rung, k)) < ladder->benchmark_count; k++, found++) {
      if (found == before) fprintf(screen->file, "  %s (%s):", rung->name, ladder_kind_text(rung->kind));
      fprintf(screen->file, "%s %s %s", found == before ? "" : ",", ladder->benchmarks[k], units_ratio(rung->cells[k].ratio.ratio).text);
    }
    if (found > before) fputc('\n', screen->file);
  }
  if (found == 0) fputs("  nothing: what pays costs nowhere\n", screen->file);
}

void steps_show(const Screen *screen) {
  const Ladder *ladder = &screen->findings->ladder;
  if (ladder->rung_count == 0) return;
  show_rungs(screen, ladder);
  show_all_cells(screen, ladder);
  show_not_paying(screen, ladder);
  show_losers(screen, ladder);
}
