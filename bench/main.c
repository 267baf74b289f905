/* main.c -- duet-bench: who takes part, what is measured in which order, where the reports go.
 *
 *     choices   what was asked for                     (choices.c)
 *     manifest  which benchmarks there are             (manifest.c)
 *     configs   which interpreters are here            (config.c)
 *     contests  check, rounds, counts; printed as done (contest.c, screen.c)
 *     growth    the sum of 1..N for many N             (growth.c)
 *     ladder    with --ladder, in place of those two   (climb.c)
 *     reports   terminal, JSON, a page                 (overview.c, steps.c, export.c, webpage.c)
 *
 * How times become medians, ratios and verdicts: summary.h, ratio.h. How one run is made and measured: child.h.
 */
#include "child.h"
#include "climb.h"
#include "compare.h"
#include "export.h"
#include "overview.h"
#include "steps.h"
#include "support/memory.h"
#include "webpage.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum { EXIT_FINE = 0, EXIT_WRONG = 1, EXIT_USAGE = 64, EXIT_OUTPUT = 74, EXIT_INTERRUPTED = 130 };

/* What takes part unless it is told which. The middle level of the tree-walker takes a fifth of the time, and the ladder has it on two rungs. */
static const char full_configs[] = "vm,vm-O1,vm-O0,switch,tail,tree-O2,tree-O0,lua,luajit,python,node";
static const char quick_configs[] = "vm,vm-O0,tree-O2,lua,luajit,python";

/* ---- who takes part ---- */

static bool is_wanted(const Choices *choices, const Config *config) {
  const char *list = choices->configs ? choices->configs : choices->quick ? quick_configs : full_configs;
  return manifest_lists(list, config->id) || manifest_lists(list, config->name);
}

static bool names_config(const ConfigList *configs, const char *word, size_t length) {
  for (size_t i = 0; i < configs->count; i++) {
    const Config *config = configs->items[i];
    if (strlen(config->id) == length && memcmp(config->id, word, length) == 0) return true;
    if (strlen(config->name) == length && memcmp(config->name, word, length) == 0) return true;
  }
  return false;
}

static bool names_benchmark(const Manifest *manifest, const char *word, size_t length) {
  for (size_t i = 0; i < manifest->count; i++) {
    const Benchmark *benchmark = &manifest->items[i];
    if (strlen(benchmark->name) == length && memcmp(benchmark->name, word, length) == 0) return true;
    if (strlen(benchmark->group) == length && memcmp(benchmark->group, word, length) == 0) return true;
  }
  return false;
}

/* Every word of --config and --only must be known: a typing error would measure nothing and look fine. */
static bool words_are_known(const Findings *findings) {
  const Choices *choices = findings->choices;
  for (const char *word = choices->configs; word; word = strchr(word, ',') ? strchr(word, ',') + 1 : NULL) {
    size_t length = strcspn(word, ",");
    if (names_config(&findings->configs, word, length)) continue;
    fprintf(stderr, "duet-bench: no configuration '%.*s'; there are:", (int)length, word);
    for (size_t i = 0; i < findings->configs.count; i++)
      fprintf(stderr, " %s", findings->configs.items[i]->id);
    fputc('\n', stderr);
    return false;
  }
  for (const char *word = choices->only; word; word = strchr(word, ',') ? strchr(word, ',') + 1 : NULL) {
    size_t length = strcspn(word, ",");
    if (names_benchmark(&findings->manifest, word, length)) continue;
    fprintf(stderr, "duet-bench: no benchmark or group '%.*s' in %s\n", (int)length, word, choices->list);
    return false;
  }
  if (config_by_name(&findings->configs, choices->baseline)) return true;
  fprintf(stderr, "duet-bench: no configuration '%s'\n", choices->baseline);
  return false;
}

/* Whether any benchmark is written in the language that the configuration runs. */
static bool has_programs(const Findings *findings, const Config *config) {
  for (size_t i = 0; i < findings->manifest.count; i++) {
    char path[512];
    snprintf(path, sizeof path, "%s/%s.%s", findings->choices->programs, findings->manifest.items[i].name, config->extension);
    if (access(path, R_OK) == 0) return true;
  }
  return false;
}

static void choose_present(Findings *findings) {
  for (size_t i = 0; i < findings->configs.count; i++) {
    Config *config = findings->configs.items[i];
    if (!config->missing && !has_programs(findings, config)) config_mark_missing(config, "no benchmark is written for it");
    bool takes_part = findings->choices->ladder ? config->is_duet : is_wanted(findings->choices, config);
    if (config->missing || !takes_part) continue;
    findings->present[findings->present_count++] = config;
    if (config == config_by_name(&findings->configs, findings->choices->baseline)) findings->baseline = config;
  }
  if (!findings->baseline && findings->present_count > 0) findings->baseline = findings->present[0]; /* the one asked for is not here */
}

static size_t choose_benchmarks(const Findings *findings, const Benchmark **chosen) {
  size_t count = 0;
  for (size_t i = 0; i < findings->manifest.count; i++) {
    if (manifest_is_chosen(&findings->manifest.items[i], findings->choices->only)) chosen[count++] = &findings->manifest.items[i];
  }
  return count;
}

/* ---- measuring; each gives false when interrupted ---- */

static ContestPlan plan_for(Findings *findings, Progress *progress) {
  const Choices *choices = findings->choices;
  return (ContestPlan){.programs = choices->programs,
                       .configs = findings->present,
                       .config_count = findings->present_count,
                       .rounds = choices->runs,
                       .limit = choices->limit,
                       .progress = progress};
}

static bool measure_startup(Findings *findings, Progress *progress) {
  char name[] = "(only starting)", none[] = "";
  const Benchmark empty = {.name = name, .group = none, .description = none};
  ContestPlan plan = plan_for(findings, progress);
  plan.benchmark = &empty;
  plan.path = "/dev/null";
  plan.size = "";
  bool fine = contest_hold(&findings->startup, &plan);
  findings->startup.name = "(only starting)";
  findings->startup.group = "";
  return fine;
}

static bool measure_benchmarks(Findings *findings, const Benchmark *const *chosen, size_t count, const Screen *screen, Progress *progress) {
  bool quick = findings->choices->quick;
  findings->contests = memory_alloc(count * sizeof *findings->contests);
  for (size_t i = 0; i < count; i++) {
    ContestPlan plan = plan_for(findings, progress);
    plan.benchmark = chosen[i];
    plan.size = quick ? chosen[i]->quick : chosen[i]->full;
    plan.expected = quick ? chosen[i]->expected_quick : chosen[i]->expected_full;
    plan.count_size = chosen[i]->quick;
    plan.profile = !quick;
    Contest *contest = &findings->contests[findings->contest_count++];
    if (!contest_hold(contest, &plan)) return false;
    progress_clear(progress);
    screen_contest(screen, contest);
    fflush(screen->file);
  }
  return true;
}

static bool measure_all(Findings *findings, const Benchmark *const *chosen, size_t count, const Screen *screen, Progress *progress) {
  const Choices *choices = findings->choices;
  if (!choices->no_growth) growth_plan(&findings->growth, &findings->manifest, &findings->configs, choices->configs, choices->quick);
  ContestPlan plan = plan_for(findings, progress);
  size_t startup_steps = contest_steps(&plan);
  plan.count_size = ""; /* they count, too */
  progress_start(progress, startup_steps + count * contest_steps(&plan) + growth_steps(&findings->growth));
  return measure_startup(findings, progress) && measure_benchmarks(findings, chosen, count, screen, progress) &&
         growth_measure(&findings->growth, &findings->manifest, choices->programs, choices->limit, progress);
}

static bool measure_ladder(Findings *findings, const Benchmark *const *chosen, size_t count, Progress *progress) {
  const Choices *choices = findings->choices;
  ClimbPlan plan = {.build = choices->build,
                    .programs = choices->programs,
                    .benchmarks = chosen,
                    .benchmark_count = count,
                    .quick = choices->quick,
                    .rounds = choices->runs,
                    .limit = choices->limit,
                    .revision = findings->computer.revision,
                    .date = findings->computer.date};
  return climb_ladder(&findings->ladder, &plan, progress);
}

/* ---- reports ---- */

static bool write_file(const Findings *findings, const char *path, void (*write)(const Findings *findings, FILE *file)) {
  FILE *file = fopen(path, "w");
  if (file) write(findings, file);
  bool fine = file && !ferror(file);
  if (file && fclose(file) != 0) fine = false;
  if (!fine) fprintf(stderr, "duet-bench: cannot write '%s': %s\n", path, strerror(errno));
  return fine;
}

/* Gives the exit code. */
static int report(const Findings *findings, const Screen *screen) {
  const Choices *choices = findings->choices;
  Compare compare;
  if (choices->ladder) {
    steps_show(screen);
  } else {
    if (choices->compare && compare_open(&compare, choices->compare)) overview_compare(screen, &compare);
    if (choices->compare) compare_close(&compare);
    overview_growth(screen);
    overview_goals(screen);
    overview_ratios(screen);
  }
  overview_end(screen);
  bool fine = (!choices->json || write_file(findings, choices->json, export_json)) &&
              (!choices->html || write_file(findings, choices->html, webpage_write));
  if (fflush(screen->file) != 0 || ferror(screen->file)) {
    fprintf(stderr, "duet-bench: cannot write the report: %s\n", strerror(errno));
    fine = false;
  }
  if (!fine) return EXIT_OUTPUT;
  return findings_are_bad(findings) ? EXIT_WRONG : EXIT_FINE;
}

/* ---- the whole ---- */

static int measure_and_report(Findings *findings) {
  const Choices *choices = findings->choices;
  Screen screen = {findings, stdout, choices_colored(choices, stdout)};
  Progress progress = {.shown = false};
  const Benchmark **chosen = memory_alloc(findings->manifest.count * sizeof *chosen);
  size_t count = choose_benchmarks(findings, chosen);
  screen_head(&screen);
  fflush(stdout);
  bool fine =
      choices->ladder ? measure_ladder(findings, chosen, count, &progress) : measure_all(findings, chosen, count, &screen, &progress);
  memory_free(chosen);
  progress_clear(&progress);
  if (!fine) {
    fputs("\nduet-bench: interrupted\n", stderr);
    return EXIT_INTERRUPTED;
  }
  findings->seconds = progress_elapsed(&progress);
  computer_look_again(&findings->computer);
  return report(findings, &screen);
}

/* Learns all that is needed before measuring; gives an exit code, EXIT_FINE to go on. */
static int prepare(Findings *findings) {
  const Choices *choices = findings->choices;
  if (!manifest_read(&findings->manifest, choices->list, choices->programs)) return EXIT_USAGE;
  if (!computer_look(&findings->computer) || !config_find_all(&findings->configs, choices->build)) return EXIT_INTERRUPTED;
  if (!words_are_known(findings)) return EXIT_USAGE;
  choose_present(findings);
  if (findings->present_count == 0) {
    fprintf(stderr, "duet-bench: none of the chosen configurations is here; is '%s' built?\n", choices->build);
    return EXIT_USAGE;
  }
  if (!choices->ladder && choices->ladder_from && !ladder_read(&findings->ladder, choices->ladder_from))
    fprintf(stderr, "duet-bench: no ladder in '%s'; the page goes without\n", choices->ladder_from);
  return EXIT_FINE;
}

int main(int argc, char **argv) {
  Choices choices;
  if (!choices_parse(&choices, argc, argv)) return EXIT_USAGE;
  if (choices.help) {
    choices_help(stdout);
    return fflush(stdout) == 0 ? EXIT_FINE : EXIT_OUTPUT;
  }
  child_prepare();
  Findings *findings = memory_alloc(sizeof *findings);
  findings->choices = &choices;
  int code = prepare(findings);
  if (code == EXIT_FINE) code = measure_and_report(findings);
  findings_free(findings);
  memory_free(findings);
  return code;
}
