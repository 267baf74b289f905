/* screen.c -- the head of the report, and the blocks of single benchmarks. */
#include "screen.h"

#include "explain.h"
#include "grid.h"
#include "units.h"

#include <string.h>

void screen_title(const Screen *screen, const char *title, const char *explanation) {
  fputc('\n', screen->file);
  grid_tone(screen->file, screen->colored, TONE_STRONG, "%s", title);
  if (*explanation) grid_tone(screen->file, screen->colored, TONE_DIM, "   %s", explanation);
  fputc('\n', screen->file);
}

/* ---- head ---- */

static void show_load(const Screen *screen) {
  const Computer *computer = &screen->findings->computer;
  if (computer->pinned >= 0)
    fprintf(screen->file, "runs       all on core %d; load average %.1f before\n", computer->pinned, computer->load_before);
  else
    fprintf(screen->file, "runs       not pinned to a core; load average %.1f before\n", computer->load_before);
}

void screen_head(const Screen *screen) {
  const Findings *findings = screen->findings;
  const Computer *computer = &findings->computer;
  fprintf(screen->file, "machine    %s, %u cores, %.0f GB, %s\n", computer->processor, computer->cores, computer->memory_gb,
          computer->system);
  fprintf(screen->file, "source     revision %s\n", computer->revision[0] ? computer->revision : "unknown (not a git checkout)");
  if (findings->choices->built_with[0]) fprintf(screen->file, "built      %s\n", findings->choices->built_with);
  fprintf(screen->file, "measured   %s, %zu runs of each after one that checks the result and warms up\n", computer->date,
          findings->choices->runs);
  show_load(screen);
  for (size_t i = 0; i < findings->present_count; i++) {
    const Config *config = findings->present[i];
    fprintf(screen->file, "%s %-18s %s\n", i == 0 ? "compared  " : "          ", config->name, config->version ? config->version : "");
  }
  bool first = true;
  for (size_t i = 0; i < findings->configs.count; i++) {
    const Config *config = findings->configs.items[i];
    if (!config->missing) continue;
    grid_tone(screen->file, screen->colored, TONE_DIM, "%s %-18s %s\n", first ? "missing   " : "          ", config->name, config->missing);
    first = false;
  }
  if (computer_was_busy(computer))
    grid_tone(screen->file, screen->colored, TONE_BAD,
              "\nOther programs are running: times will scatter, differences of a few per cent mean little.\n");
}

/* ---- one benchmark ---- */

static void add_entry(Grid *grid, const Entry *entry, const Contest *contest, const Config *baseline) {
  Summary cpu = summary_of(entry->cpu, entry->rounds);
  double wall = summary_of(entry->wall, entry->rounds).median, peak = summary_of(entry->peak, entry->rounds).median;
  grid_cell(grid, TONE_PLAIN, "%s", entry->config->name);
  grid_cell(grid, TONE_STRONG, "%s", units_seconds(cpu.median).text);
  grid_cell(grid, TONE_DIM, "%s .. %s", units_seconds(cpu.low).text, units_seconds(cpu.high).text);
  grid_cell(grid, TONE_PLAIN, "%s", units_percent(summary_spread(&cpu)).text);
  grid_cell(grid, TONE_PLAIN, "%s", units_seconds(wall).text);
  grid_cell(grid, TONE_PLAIN, "%s", units_memory(peak).text);
  grid_cell(grid, TONE_PLAIN, "%zu", entry->rounds);
  Ratio ratio = baseline ? contest_ratio(contest, entry->config, baseline) : ratio_none();
  if (ratio.verdict != VERDICT_NONE) {
    bool same = entry->config == baseline;
    grid_cell(grid, TONE_STRONG, "%s", same ? "1" : units_ratio(ratio.ratio).text);
    if (!same) {
      Tone tone = ratio.verdict == VERDICT_FASTER ? TONE_GOOD : ratio.verdict == VERDICT_SLOWER ? TONE_PLAIN : TONE_DIM;
      grid_cell(grid, TONE_DIM, "%s .. %s", units_ratio(ratio.low).text, units_ratio(ratio.high).text);
      grid_cell(grid, tone, "%s", ratio_verdict_text(ratio.verdict));
    }
  }
  grid_end_row(grid);
}

static void add_head(Grid *grid, const Contest *contest, const Config *baseline, size_t rounds) {
  double coverage;
  summary_cut(rounds, &coverage);
  static const char *const names[] = {"configuration", "CPU", NULL, "spread", "wall", "memory", "runs"};
  for (size_t i = 0; i < ARRAY_COUNT(names); i++) {
    if (names[i])
      grid_cell(grid, TONE_HEAD, "%s", names[i]);
    else
      grid_cell(grid, TONE_HEAD, "%.0f %% interval", coverage * 100);
  }
  if (baseline && contest_timed(contest, baseline)) {
    grid_cell(grid, TONE_HEAD, ": %s", baseline->name);
    grid_cell(grid, TONE_HEAD, "interval");
    grid_cell(grid, TONE_HEAD, "verdict");
  }
  grid_end_row(grid);
}

/* What did not come out right: who said what, or who was too slow. */
static void show_failures(const Screen *screen, const Contest *contest) {
  if (contest->wrong) grid_tone(screen->file, screen->colored, TONE_BAD, "  WRONG: results differ, nothing was timed\n");
  if (contest->wrong && contest->expected) fprintf(screen->file, "    %-18s %s\n", "expected", contest->expected);
  for (size_t i = 0; i < contest->count; i++) {
    const Entry *entry = &contest->entries[i];
    if (entry->state == ENTRY_LATE || (entry->state == ENTRY_DIFFERS && contest->wrong))
      grid_tone(screen->file, screen->colored, TONE_BAD, "    %-18s %s\n", entry->config->name, entry->said);
    else if (entry->state == ENTRY_ABSENT)
      grid_tone(screen->file, screen->colored, TONE_DIM, "    %-18s has no .%s program of it\n", entry->config->name,
                entry->config->extension);
  }
}

/* The counts of the first configuration that has any. */
static void show_counts(const Screen *screen, const Contest *contest) {
  for (size_t i = 0; i < contest->count; i++) {
    const Entry *entry = &contest->entries[i];
    if (entry->counts.count == 0) continue;
    grid_tone(screen->file, screen->colored, TONE_DIM, "  %s counted, at the quick size:", entry->config->name);
    for (size_t c = 0; c < entry->counts.count; c++) {
      const Count *count = &entry->counts.items[c];
      if (!explain_is_worth_showing(count->name)) continue;
      grid_tone(screen->file, screen->colored, TONE_DIM, "  %s %s", count->name, units_count(count->value).text);
    }
    fputc('\n', screen->file);
    return;
  }
}

void screen_contest(const Screen *screen, const Contest *contest) {
  const Config *baseline = screen->findings->baseline;
  char title[128];
  snprintf(title, sizeof title, "%s %s", contest->name, contest->size);
  screen_title(screen, title, findings_description(screen->findings, contest));
  Grid grid;
  size_t timed = 0;
  grid_start(&grid, "lrlrrrrrll");
  for (size_t i = 0; i < contest->count; i++) {
    const Entry *entry = contest_timed(contest, contest->entries[i].config);
    if (!entry) continue;
    if (timed++ == 0) add_head(&grid, contest, baseline, entry->rounds);
    add_entry(&grid, entry, contest, baseline);
  }
  grid_show(&grid, screen->file, screen->colored);
  grid_free(&grid);
  show_failures(screen, contest);
  if (!contest->wrong) show_counts(screen, contest);
  if (contest->expected && !contest->wrong && contest->expected[0])
    grid_tone(screen->file, screen->colored, TONE_DIM, "  result, the same from all: %s\n", contest->expected);
}
