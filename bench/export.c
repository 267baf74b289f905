/* export.c -- findings as JSON. compare.c and ladder.c read some of it back. */
#include "export.h"

#include "child.h"
#include "goals.h"
#include "json_write.h"

static void write_machine(JsonWriter *json, const Findings *findings) {
  const Computer *computer = &findings->computer;
  json_write_open(json, "machine", '{');
  json_write_text(json, "processor", computer->processor);
  json_write_number(json, "cores", computer->cores);
  json_write_number(json, "memory_gb", computer->memory_gb);
  json_write_text(json, "system", computer->system);
  json_write_text(json, "revision", computer->revision);
  json_write_text(json, "built_with", findings->choices->built_with);
  json_write_text(json, "date", computer->date);
  json_write_number(json, "pinned_to_core", computer->pinned);
  json_write_number(json, "load_before", computer->load_before);
  json_write_number(json, "load_after", computer->load_after);
  json_write_bool(json, "busy", computer_was_busy(computer));
  json_write_number(json, "seconds", findings->seconds);
  json_write_number(json, "peak_memory_floor_kb", child_floor_kb());
  json_write_close(json, '}');
}

static void write_configs(JsonWriter *json, const Findings *findings) {
  json_write_open(json, "configurations", '[');
  for (size_t i = 0; i < findings->configs.count; i++) {
    const Config *config = findings->configs.items[i];
    json_write_open(json, NULL, '{');
    json_write_text(json, "id", config->id);
    json_write_text(json, "name", config->name);
    json_write_text(json, "version", config->version);
    json_write_text(json, "missing", config->missing);
    json_write_close(json, '}');
  }
  json_write_close(json, ']');
}

static void write_series(JsonWriter *json, const char *key, const double *runs, size_t count) {
  Summary summary = summary_of(runs, count);
  json_write_open(json, key, '{');
  json_write_number(json, "median", summary.median);
  json_write_number(json, "low", summary.low);
  json_write_number(json, "high", summary.high);
  json_write_number(json, "coverage", summary.coverage);
  json_write_number(json, "spread", summary_spread(&summary));
  json_write_numbers(json, "runs", runs, count);
  json_write_close(json, '}');
}

static void write_ratio_members(JsonWriter *json, const Ratio *ratio) {
  json_write_number(json, "ratio", ratio->ratio);
  json_write_number(json, "low", ratio->low);
  json_write_number(json, "high", ratio->high);
  json_write_number(json, "coverage", ratio->coverage);
  json_write_text(json, "verdict", ratio_verdict_text(ratio->verdict));
}

static void write_ratio(JsonWriter *json, const char *key, const Ratio *ratio) {
  if (ratio->verdict == VERDICT_NONE) return;
  json_write_open(json, key, '{');
  write_ratio_members(json, ratio);
  json_write_close(json, '}');
}

static void write_counts(JsonWriter *json, const Counts *counts) {
  if (counts->count == 0) return;
  json_write_open(json, "counts", '{');
  for (size_t i = 0; i < counts->count; i++)
    json_write_number(json, counts->items[i].name, counts->items[i].value);
  json_write_close(json, '}');
}

static void write_entry(JsonWriter *json, const Contest *contest, const Entry *entry, const Config *baseline) {
  static const char *const states[] = {[ENTRY_ABSENT] = "no program",
                                       [ENTRY_TIMED] = "timed",
                                       [ENTRY_LATE] = "too slow",
                                       [ENTRY_DIFFERS] = "wrong",
                                       [ENTRY_CHECKED] = "right, not timed"};
  json_write_open(json, NULL, '{');
  json_write_text(json, "name", entry->config->name);
  json_write_text(json, "state", states[entry->state]);
  if (entry->state == ENTRY_LATE || entry->state == ENTRY_DIFFERS) json_write_text(json, "said", entry->said);
  if (contest_timed(contest, entry->config)) {
    write_series(json, "cpu", entry->cpu, entry->rounds);
    write_series(json, "wall", entry->wall, entry->rounds);
    write_series(json, "peak_memory_kb", entry->peak, entry->rounds);
    Ratio ratio = baseline ? contest_ratio(contest, entry->config, baseline) : ratio_none();
    write_ratio(json, "against_baseline", &ratio);
    write_counts(json, &entry->counts);
  }
  json_write_close(json, '}');
}

static void write_contest(JsonWriter *json, const char *key, const Contest *contest, const Config *baseline) {
  json_write_open(json, key, '{');
  json_write_text(json, "name", contest->name);
  json_write_text(json, "group", contest->group);
  json_write_text(json, "size", contest->size);
  json_write_bool(json, "wrong", contest->wrong);
  json_write_text(json, "result", contest->expected);
  json_write_open(json, "configurations", '[');
  for (size_t i = 0; i < contest->count; i++)
    write_entry(json, contest, &contest->entries[i], baseline);
  json_write_close(json, ']');
  json_write_close(json, '}');
}

/* Every pair, not only those with the baseline. */
static void write_means(JsonWriter *json, const Findings *findings) {
  json_write_open(json, "geometric_means", '[');
  for (size_t i = 0; i < findings->present_count; i++) {
    for (size_t k = 0; k < findings->present_count; k++) {
      const Config *a = findings->present[i], *b = findings->present[k];
      size_t used;
      Ratio cpu = contest_geometric(findings->contests, findings->contest_count, a, b, CONTEST_CPU, &used);
      if (i == k || used == 0) continue;
      Ratio peak = contest_geometric(findings->contests, findings->contest_count, a, b, CONTEST_PEAK, NULL);
      json_write_open(json, NULL, '{');
      json_write_text(json, "a", a->name);
      json_write_text(json, "b", b->name);
      json_write_number(json, "benchmarks", (double)used);
      write_ratio(json, "cpu", &cpu);
      write_ratio(json, "peak_memory", &peak);
      json_write_close(json, '}');
    }
  }
  json_write_close(json, ']');
}

static void write_goals(JsonWriter *json, const Findings *findings) {
  static const char *const states[] = {[GOAL_NOT_MEASURED] = "not measured", [GOAL_MET] = "met", [GOAL_MISSED] = "missed"};
  size_t count;
  const Goal *goals = goals_all(&count);
  json_write_open(json, "goals", '[');
  for (size_t i = 0; i < count; i++) {
    GoalResult result = goals_judge(&goals[i], findings);
    json_write_open(json, NULL, '{');
    json_write_text(json, "goal", goals[i].text);
    json_write_number(json, "at_most", goals[i].at_most);
    json_write_text(json, "state", states[result.state]);
    json_write_number(json, "benchmarks", (double)result.used);
    write_ratio(json, "mean", &result.mean);
    if (result.worst) {
      json_write_text(json, "worst", result.worst);
      json_write_number(json, "worst_ratio", result.worst_ratio);
    }
    json_write_close(json, '}');
  }
  json_write_close(json, ']');
}

static void write_rung(JsonWriter *json, const Rung *rung, size_t benchmark_count) {
  json_write_open(json, NULL, '{');
  json_write_text(json, "name", rung->name);
  json_write_text(json, "kind", ladder_kind_text(rung->kind));
  json_write_text(json, "sizes", rung->small ? "quick" : "full");
  json_write_text(json, "on", rung->on);
  json_write_text(json, "off", rung->off);
  json_write_text(json, "missing", rung->missing);
  json_write_text(json, "result", ladder_verdict(rung));
  write_ratio(json, "mean", &rung->mean);
  json_write_text(json, "count", rung->count);
  json_write_number(json, "count_mean", rung->count_mean);
  json_write_number(json, "total_on", rung->total_on);
  json_write_number(json, "total_off", rung->total_off);
  json_write_open(json, "cells", '[');
  for (size_t i = 0; i < benchmark_count && rung->cells; i++) {
    const RungCell *cell = &rung->cells[i];
    json_write_open(json, NULL, '{');
    write_ratio_members(json, &cell->ratio);
    json_write_number(json, "count_on", cell->count_on);
    json_write_number(json, "count_off", cell->count_off);
    json_write_close(json, '}');
  }
  json_write_close(json, ']');
  json_write_close(json, '}');
}

static void write_ladder(JsonWriter *json, const Ladder *ladder) {
  json_write_open(json, "ladder", '{');
  json_write_text(json, "revision", ladder->revision);
  json_write_text(json, "date", ladder->date);
  json_write_open(json, "benchmarks", '[');
  for (size_t i = 0; i < ladder->benchmark_count; i++)
    json_write_text(json, NULL, ladder->benchmarks[i]);
  json_write_close(json, ']');
  json_write_open(json, "rungs", '[');
  for (size_t i = 0; i < ladder->rung_count; i++)
    write_rung(json, &ladder->rungs[i], ladder->benchmark_count);
  json_write_close(json, ']');
  json_write_close(json, '}');
}

void export_json(const Findings *findings, FILE *file) {
  JsonWriter json = {file, 0, false};
  json_write_open(&json, NULL, '{');
  write_machine(&json, findings);
  write_configs(&json, findings);
  json_write_text(&json, "baseline", findings->baseline ? findings->baseline->name : NULL);
  if (findings->startup.count > 0) write_contest(&json, "startup", &findings->startup, findings->baseline);
  json_write_open(&json, "benchmarks", '[');
  for (size_t i = 0; i < findings->contest_count; i++)
    write_contest(&json, NULL, &findings->contests[i], findings->baseline);
  json_write_close(&json, ']');
  if (findings->contest_count > 0) {
    write_means(&json, findings);
    write_goals(&json, findings);
  }
  json_write_open(&json, "growth", '[');
  for (size_t i = 0; i < findings->growth.count; i++)
    write_contest(&json, NULL, &findings->growth.contests[i], findings->baseline);
  json_write_close(&json, ']');
  if (findings->ladder.rung_count > 0) write_ladder(&json, &findings->ladder);
  json_write_close(&json, '}');
}
