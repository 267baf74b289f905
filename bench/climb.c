/* climb.c -- which rungs there are, one contest over all their configurations for each benchmark, and what the pairs give. */
#include "climb.h"

#include "explain.h"
#include "support/memory.h"

#include <stdio.h>
#include <string.h>

/* The configurations that run in turn, at one size of the programs. */
typedef struct Party {
  ConfigList configs;
  bool small;
  Contest *contests; /* owned; one for each benchmark */
} Party;

/* While it is measured a rung is a pair of configurations of one party. */
typedef struct Draft {
  const Party *party;
  Config *on, *off;
} Draft;

enum { DRAFT_MAX = CONFIG_MAX };

typedef struct Climb {
  Ladder *ladder;
  const ClimbPlan *plan;
  Party large, small; /* which rung is in which: climb.h */
  Draft drafts[DRAFT_MAX];
  bool stopped; /* interrupted */
} Climb;

static char *copy(const char *text) { return memory_copy_text(text, strlen(text)); }

/* ---- which rungs there are ---- */

static void add_rung(Climb *climb, const Party *party, RungKind kind, const char *name, Config *on, Config *off) {
  Ladder *ladder = climb->ladder;
  if (!on || !off || ladder->rung_count == DRAFT_MAX) return;
  ladder->rungs = memory_resize(ladder->rungs, (ladder->rung_count + 1) * sizeof *ladder->rungs);
  const char *missing = on->missing ? on->missing : off->missing;
  climb->drafts[ladder->rung_count] = (Draft){party, on, off};
  ladder->rungs[ladder->rung_count++] = (Rung){.name = copy(name),
                                               .kind = kind,
                                               .small = party->small,
                                               .on = copy(on->name),
                                               .off = copy(off->name),
                                               .missing = missing ? copy(missing) : NULL};
}

static bool is_tree(const char *executable) { return strcmp(executable, "duet-tree") == 0; }

/* The party's configuration of that name, made when it is new. NULL: interrupted, or too many. */
static Config *config_of(Climb *climb, Party *party, const char *executable, const char *name, const char *level, const char *without) {
  Config *config = config_by_name(&party->configs, name);
  if (config) return config;
  const char *const options[3] = {level, without, NULL};
  config = config_new(&party->configs, climb->plan->build, executable, name, options);
  if (!config) climb->stopped = true;
  return config;
}

static void add_levels(Climb *climb) {
  static const struct {
    const char *name, *executable, *on, *off;
  } levels[] = {
      {"slots instead of names", "duet-tree", "-O1", "-O0"},
      {"self-optimizing nodes", "duet-tree", "-O2", "-O1"},
      {"all of -O1", "duet-vm", "-O1", "-O0"},
      {"all of -O2", "duet-vm", "-O2", "-O1"},
      {"all of -O2 and -O1", "duet-vm", "-O2", "-O0"},
  };
  for (size_t i = 0; i < ARRAY_COUNT(levels) && !climb->stopped; i++) {
    char on[64], off[64];
    snprintf(on, sizeof on, "%s %s", levels[i].executable, levels[i].on);
    snprintf(off, sizeof off, "%s %s", levels[i].executable, levels[i].off);
    Party *party = is_tree(levels[i].executable) ? &climb->small : &climb->large;
    Config *first = config_of(climb, party, levels[i].executable, on, levels[i].on, NULL);
    Config *second = first ? config_of(climb, party, levels[i].executable, off, levels[i].off, NULL) : NULL;
    add_rung(climb, party, RUNG_LEVEL, levels[i].name, first, second);
  }
}

/* The last one is a control: what it shows is how far the other figures can be believed. */
static void add_builds(Climb *climb) {
  static const struct {
    const char *name, *on, *off;
  } builds[] = {
      {"goto instead of switch", "duet-vm", "duet-vm-switch"},
      {"tail calls instead of goto", "duet-vm-tail", "duet-vm"},
      {"top of stack in a register", "duet-vm-tos", "duet-vm"},
      {"nothing: the same twice", "duet-vm", "duet-vm"},
  };
  for (size_t i = 0; i < ARRAY_COUNT(builds) && !climb->stopped; i++) {
    bool is_control = strcmp(builds[i].on, builds[i].off) == 0;
    Config *first = config_of(climb, &climb->large, builds[i].on, builds[i].on, NULL, NULL);
    const char *other = is_control ? "duet-vm again" : builds[i].off;
    Config *second = first ? config_of(climb, &climb->large, builds[i].off, other, NULL, NULL) : NULL;
    add_rung(climb, &climb->large, is_control ? RUNG_CONTROL : RUNG_BUILD, builds[i].name, first, second);
  }
}

/* "--without=" and all techniques but number `kept` (none kept: `count`). */
static void list_without(char *text, size_t size, char *const *techniques, size_t count, size_t kept) {
  size_t length = (size_t)snprintf(text, size, "--without=");
  const char *comma = "";
  for (size_t i = 0; i < count && length < size; i++) {
    if (i == kept) continue;
    length += (size_t)snprintf(text + length, size - length, "%s%s", comma, techniques[i]);
    comma = ",";
  }
}

/* One rung with the technique taken away from everything, one with it alone. A lone technique is the same both ways. */
static void add_technique(Climb *climb, const char *executable, const char *level, char *const *techniques, size_t count, size_t index) {
  char name[96], list[512];
  const char *technique = techniques[index];
  Party *party = is_tree(executable) ? &climb->small : &climb->large;
  char base[64], rung[64];
  snprintf(base, sizeof base, "%s%s%s", executable, level ? " " : "", level ? level : "");
  snprintf(rung, sizeof rung, "%s%s", technique, is_tree(executable) ? " (tree)" : "");
  snprintf(name, sizeof name, "%s without %s", base, technique);
  snprintf(list, sizeof list, "--without=%s", technique);
  Config *all = config_of(climb, party, executable, base, level, NULL);
  Config *without = all ? config_of(climb, party, executable, name, level, list) : NULL;
  add_rung(climb, party, RUNG_TAKEN_AWAY, rung, all, without);
  if (count < 2 || climb->stopped) return;
  snprintf(name, sizeof name, "%s with only %s", base, technique);
  list_without(list, sizeof list, techniques, count, index);
  Config *only = config_of(climb, &climb->small, executable, name, level, list);
  snprintf(name, sizeof name, "%s without all", base);
  list_without(list, sizeof list, techniques, count, count);
  Config *bare = only ? config_of(climb, &climb->small, executable, name, level, list) : NULL;
  add_rung(climb, &climb->small, RUNG_ALONE, rung, only, bare);
}

/* The highest level the tree-walker knows: its default is its lowest. */
static const char *tree_level(Climb *climb) {
  const Config *second = config_by_name(&climb->small.configs, "duet-tree -O2");
  return second && !second->missing ? "-O2" : "-O1";
}

static void add_techniques(Climb *climb, const char *executable, const char *level) {
  char *techniques[CONFIG_MAX_TECHNIQUES];
  size_t count = config_techniques(climb->plan->build, executable, techniques);
  for (size_t i = 0; i < count && !climb->stopped; i++)
    add_technique(climb, executable, level, techniques, count, i);
  for (size_t i = 0; i < count; i++)
    memory_free(techniques[i]);
}

/* ---- measuring ---- */

static void fill_cell(RungCell *cell, const Rung *rung, const Contest *contest, const Draft *draft) {
  const Entry *on = contest_timed(contest, draft->on), *off = contest_timed(contest, draft->off);
  if (!on || !off) return;
  cell->ratio = contest_ratio(contest, draft->on, draft->off);
  if (!rung->count) return;
  cell->count_on = counts_get(&on->counts, rung->count);
  cell->count_off = counts_get(&off->counts, rung->count);
}

/* Which count explains the rung: from the sums over all benchmarks that both sides ran. */
static void choose_count(Rung *rung, const Draft *draft, const Contest *contests, size_t contest_count) {
  Counts on = {NULL, 0}, off = {NULL, 0};
  for (size_t i = 0; i < contest_count; i++) {
    const Entry *first = contest_timed(&contests[i], draft->on), *second = contest_timed(&contests[i], draft->off);
    if (!first || !second) continue;
    counts_add(&on, &first->counts);
    counts_add(&off, &second->counts);
  }
  const char *name = explain_difference(rung->name, &on, &off);
  if (name) {
    rung->count = copy(name);
    rung->total_on = counts_get(&on, name);
    rung->total_off = counts_get(&off, name);
  }
  counts_free(&on);
  counts_free(&off);
}

static void sum_up(Rung *rung, const Draft *draft, size_t contest_count) {
  if (rung->missing) return;
  const Contest *contests = draft->party->contests;
  choose_count(rung, draft, contests, contest_count);
  rung->cells = memory_alloc(contest_count * sizeof *rung->cells);
  RatioPair *counts = memory_alloc(contest_count * sizeof *counts);
  for (size_t i = 0; i < contest_count; i++) {
    RungCell *cell = &rung->cells[i];
    cell->count_on = cell->count_off = -1;
    fill_cell(cell, rung, &contests[i], draft);
    counts[i] = (RatioPair){&cell->count_on, &cell->count_off, 1};
  }
  rung->mean = contest_geometric(contests, contest_count, draft->on, draft->off, CONTEST_CPU, NULL);
  rung->count_mean = ratio_geometric(counts, contest_count).ratio;
  memory_free(counts);
}

static ContestPlan plan_for(const Climb *climb, const Party *party, Progress *progress) {
  return (ContestPlan){.programs = climb->plan->programs,
                       .configs = (const Config *const *)party->configs.items,
                       .config_count = party->configs.count,
                       .rounds = climb->plan->rounds,
                       .limit = climb->plan->limit,
                       .count_size = "", /* that of the benchmark, when there is one */
                       .profile = true,
                       .progress = progress};
}

/* One benchmark in one party. False: interrupted. */
static bool hold(Climb *climb, Party *party, size_t index, Progress *progress) {
  ContestPlan plan = plan_for(climb, party, progress);
  const Benchmark *benchmark = plan.benchmark = climb->plan->benchmarks[index];
  plan.count_size = benchmark->quick;
  plan.size = party->small ? benchmark->quick : benchmark->full;
  plan.expected = party->small ? benchmark->expected_quick : benchmark->expected_full;
  Contest *contest = &party->contests[index];
  if (!contest_hold(contest, &plan)) return false;
  if (!contest->wrong) return true;
  climb->ladder->wrong++;
  progress_clear(progress);
  printf("  %s %s: WRONG: results differ, not timed (see duet-bench --only=%s)\n", contest->name, contest->size, contest->name);
  return true;
}

static bool hold_all(Climb *climb, Progress *progress) {
  size_t count = climb->plan->benchmark_count;
  ContestPlan large = plan_for(climb, &climb->large, progress), small = plan_for(climb, &climb->small, progress);
  progress_start(progress, count * (contest_steps(&large) + contest_steps(&small)));
  for (size_t i = 0; i < count; i++) {
    if (!hold(climb, &climb->large, i, progress) || !hold(climb, &climb->small, i, progress)) return false;
  }
  return true;
}

static void open_party(Party *party, bool small, size_t benchmark_count) {
  party->small = small;
  party->contests = memory_alloc(benchmark_count * sizeof *party->contests);
}

static void close_party(Party *party, size_t benchmark_count) {
  for (size_t i = 0; i < benchmark_count; i++)
    contest_free(&party->contests[i]);
  memory_free(party->contests);
  config_list_free(&party->configs);
}

static void name_benchmarks(Ladder *ladder, const ClimbPlan *plan) {
  ladder->revision = copy(plan->revision);
  ladder->date = copy(plan->date);
  ladder->benchmark_count = plan->benchmark_count;
  ladder->benchmarks = memory_alloc(plan->benchmark_count * sizeof *ladder->benchmarks);
  for (size_t i = 0; i < plan->benchmark_count; i++)
    ladder->benchmarks[i] = copy(plan->benchmarks[i]->name);
}

bool climb_ladder(Ladder *ladder, const ClimbPlan *plan, Progress *progress) {
  *ladder = (Ladder){.wrong = 0};
  Climb climb = {.ladder = ladder, .plan = plan};
  open_party(&climb.large, plan->quick, plan->benchmark_count);
  open_party(&climb.small, true, plan->benchmark_count);
  name_benchmarks(ladder, plan);
  add_levels(&climb);
  if (!climb.stopped) add_builds(&climb);
  if (!climb.stopped) add_techniques(&climb, "duet-vm", NULL);
  if (!climb.stopped) add_techniques(&climb, "duet-tree", tree_level(&climb));
  bool fine = !climb.stopped && hold_all(&climb, progress);
  progress_clear(progress);
  for (size_t i = 0; i < ladder->rung_count && fine; i++)
    sum_up(&ladder->rungs[i], &climb.drafts[i], plan->benchmark_count);
  close_party(&climb.large, plan->benchmark_count);
  close_party(&climb.small, plan->benchmark_count);
  return fine;
}
