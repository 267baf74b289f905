/* growth.c -- one contest for each size. */
#include "growth.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double GROWTH_LONGEST = 6;
static const char *const taking_part = "vm,vm-O0,tree-O0,tree-O1,tree-O2,lua,luajit,python";

void growth_plan(Growth *growth, const Manifest *manifest, const ConfigList *configs, const char *chosen, bool quick) {
  growth->count = growth->config_count = 0;
  const Benchmark *benchmark = manifest_find(manifest, GROWTH_BENCHMARK);
  if (!benchmark) return;
  double most = strtod(quick ? benchmark->quick : benchmark->full, NULL);
  for (double size = 1000; size <= most && growth->count < GROWTH_MAX_SIZES; growth->count++) {
    growth->sizes[growth->count] = size;
    snprintf(growth->texts[growth->count], sizeof growth->texts[0], "%.0f", size);
    size = growth->count % 2 == 0 ? size * 3 : size / 3 * 10;
  }
  for (size_t i = 0; i < configs->count; i++) {
    const Config *config = configs->items[i];
    if (config->missing || !manifest_lists(taking_part, config->id)) continue;
    if (!chosen || manifest_lists(chosen, config->id) || manifest_lists(chosen, config->name))
      growth->configs[growth->config_count++] = config;
  }
}

size_t growth_steps(const Growth *growth) { return growth->count * growth->config_count * (1 + GROWTH_ROUNDS); }

/* Whether the next size, about three times this one, would take too long. */
static bool is_too_long(const Contest *contest, const Config *config) {
  const Entry *entry = contest_timed(contest, config);
  return !entry || 3.4 * summary_of(entry->cpu, entry->rounds).median > GROWTH_LONGEST;
}

bool growth_measure(Growth *growth, const Manifest *manifest, const char *programs, double limit, Progress *progress) {
  const Config *running[CONFIG_MAX];
  size_t running_count = growth->config_count;
  memcpy(running, growth->configs, sizeof running);
  ContestPlan plan = {.programs = programs,
                      .benchmark = manifest_find(manifest, GROWTH_BENCHMARK),
                      .configs = running,
                      .rounds = GROWTH_ROUNDS,
                      .limit = limit,
                      .progress = progress};
  size_t measured = 0;
  for (; measured < growth->count && running_count > 0; measured++) {
    plan.size = growth->texts[measured];
    plan.config_count = running_count;
    if (!contest_hold(&growth->contests[measured], &plan)) {
      growth->count = measured + 1;
      return false;
    }
    size_t kept = 0;
    for (size_t i = 0; i < running_count; i++) {
      if (!is_too_long(&growth->contests[measured], running[i])) running[kept++] = running[i];
    }
    progress_skip(progress, (growth->count - measured - 1) * (running_count - kept) * (1 + GROWTH_ROUNDS));
    running_count = kept;
  }
  growth->count = measured;
  return true;
}

void growth_free(Growth *growth) {
  for (size_t i = 0; i < growth->count; i++)
    contest_free(&growth->contests[i]);
  growth->count = 0;
}

static double median_at(const Growth *growth, size_t index, const Config *config) {
  const Entry *entry = contest_timed(&growth->contests[index], config);
  return entry ? summary_of(entry->cpu, entry->rounds).median : 0;
}

double growth_slope(const Growth *growth, const Config *config) {
  size_t large = growth->count;
  while (large > 0 && !(median_at(growth, large - 1, config) > 0))
    large--;
  if (large < 3) return 0; /* sizes go by threes: two before is a tenth */
  double time = median_at(growth, large - 1, config) - median_at(growth, large - 3, config);
  return time / (growth->sizes[large - 1] - growth->sizes[large - 3]);
}
