/* contest.c -- check, rounds, counts. */
#include "contest.h"

#include "child.h"
#include "dice.h"
#include "support/memory.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { SAID_MAX = 200, ORDER_SEED = 3 };

/* The command that runs the plan's program under a configuration; with an option, the one that counts. */
typedef struct Command {
  char path[512];
  const char *words[CONFIG_MAX_WORDS + 4];
} Command;

static void make_command(Command *command, const ContestPlan *plan, const Config *config, const char *option) {
  size_t count = 0;
  for (; config->words[count]; count++)
    command->words[count] = config->words[count];
  if (plan->path)
    snprintf(command->path, sizeof command->path, "%s", plan->path);
  else
    snprintf(command->path, sizeof command->path, "%s/%s.%s", plan->programs, plan->benchmark->name, config->extension);
  if (option) command->words[count++] = option;
  command->words[count++] = command->path;
  command->words[count++] = option ? plan->count_size : plan->size;
  command->words[count] = NULL;
}

static bool has_program(const ContestPlan *plan, const Config *config) {
  Command command;
  make_command(&command, plan, config, NULL);
  return access(command.path, R_OK) == 0;
}

/* Without the newline at the end, and no longer than a line of a report may be. */
static char *shorten(const char *text) {
  size_t length = strlen(text);
  if (length > 0 && text[length - 1] == '\n') length--;
  return memory_copy_text(text, length < SAID_MAX ? length : SAID_MAX);
}

static char *failure_of(const Child *child, double limit) {
  char how[64], text[SAID_MAX + 80];
  child_describe(child, limit, how, sizeof how);
  char *line = memory_copy_text(child->errors, strcspn(child->errors, "\n"));
  snprintf(text, sizeof text, "%s%s%.*s", how, line[0] ? ": " : "", SAID_MAX, line);
  memory_free(line);
  return shorten(text);
}

/* ---- check ---- */

/* The first run. False: interrupted. */
static bool check_entry(Entry *entry, const ContestPlan *plan, const char *expected) {
  Command command;
  Child child;
  make_command(&command, plan, entry->config, NULL);
  progress_step(plan->progress, plan->benchmark->name, entry->config->name, "check");
  child_run(&child, command.words, plan->limit);
  bool fine = child_is_fine(&child);
  entry->said = fine ? shorten(child.output) : failure_of(&child, plan->limit);
  entry->state = ENTRY_DIFFERS;
  if (child.end == CHILD_TIMED_OUT)
    entry->state = ENTRY_LATE;
  else if (fine && (!expected || strcmp(entry->said, expected) == 0))
    entry->state = ENTRY_CHECKED;
  bool interrupted = child.end == CHILD_INTERRUPTED;
  child_free(&child);
  return !interrupted;
}

static bool check_all(Contest *contest, const ContestPlan *plan) {
  for (size_t i = 0; i < contest->count; i++) {
    Entry *entry = &contest->entries[i];
    if (entry->config->missing || !has_program(plan, entry->config)) {
      progress_skip(plan->progress, contest_steps(plan) / contest->count);
      continue;
    }
    if (!check_entry(entry, plan, contest->expected)) return false;
    if (entry->state == ENTRY_DIFFERS) contest->wrong = true;
    if (!contest->expected && entry->state == ENTRY_CHECKED) contest->expected = shorten(entry->said);
  }
  return true;
}

/* ---- rounds ---- */

static void reserve(Entry *entry, size_t rounds) {
  entry->cpu = memory_alloc(rounds * sizeof *entry->cpu);
  entry->wall = memory_alloc(rounds * sizeof *entry->wall);
  entry->peak = memory_alloc(rounds * sizeof *entry->peak);
  entry->state = ENTRY_TIMED;
}

/* One timed run; a result that differs from that of the check is an error like any other. False: interrupted. */
static bool time_entry(Entry *entry, Contest *contest, const ContestPlan *plan) {
  Command command;
  Child child;
  char stage[32];
  make_command(&command, plan, entry->config, NULL);
  snprintf(stage, sizeof stage, "round %zu of %zu", entry->rounds + 1, plan->rounds);
  progress_step(plan->progress, plan->benchmark->name, entry->config->name, stage);
  child_run(&child, command.words, plan->limit);
  char *said = child_is_fine(&child) ? shorten(child.output) : failure_of(&child, plan->limit);
  if (child_is_fine(&child) && strcmp(said, entry->said) == 0) {
    entry->cpu[entry->rounds] = child.cpu;
    entry->wall[entry->rounds] = child.wall;
    entry->peak[entry->rounds] = child.peak;
    entry->rounds++;
  } else {
    memory_free(entry->said);
    entry->said = shorten(said);
    entry->state = child.end == CHILD_TIMED_OUT ? ENTRY_LATE : ENTRY_DIFFERS;
    if (entry->state == ENTRY_DIFFERS) contest->wrong = true;
  }
  bool interrupted = child.end == CHILD_INTERRUPTED;
  memory_free(said);
  child_free(&child);
  return !interrupted;
}

/* Deals the entries anew: whoever runs behind a long run finds colder caches, and that must not always be the same one. */
static void deal(size_t *order, size_t count, Dice *dice) {
  for (size_t i = count; i > 1; i--) {
    size_t other = dice_roll(dice, i), held = order[other];
    order[other] = order[i - 1];
    order[i - 1] = held;
  }
}

static bool time_all(Contest *contest, const ContestPlan *plan) {
  size_t order[CONFIG_MAX];
  Dice dice;
  dice_start(&dice, ORDER_SEED);
  for (size_t i = 0; i < contest->count; i++) {
    order[i] = i;
    if (contest->entries[i].state == ENTRY_CHECKED) reserve(&contest->entries[i], plan->rounds);
  }
  for (size_t round = 0; round < plan->rounds; round++) {
    deal(order, contest->count, &dice);
    for (size_t i = 0; i < contest->count; i++) {
      Entry *entry = &contest->entries[order[i]];
      if (entry->state == ENTRY_TIMED && !time_entry(entry, contest, plan)) return false;
    }
  }
  return true;
}

/* ---- counts ---- */

/* One run that counts, by `option`; what it adds to the entry's counts. An executable that does not know the option counts nothing. False: interrupted. */
static bool count_entry(Entry *entry, const ContestPlan *plan, const char *option) {
  Command command;
  Child child;
  make_command(&command, plan, entry->config, option);
  child_run(&child, command.words, plan->limit);
  if (child_is_fine(&child)) {
    Counts more = counts_read(child.errors);
    counts_complete(&entry->counts, &more);
    counts_free(&more);
  }
  bool interrupted = child.end == CHILD_INTERRUPTED;
  child_free(&child);
  return !interrupted;
}

static bool count_all(Contest *contest, const ContestPlan *plan) {
  for (size_t i = 0; i < contest->count; i++) {
    Entry *entry = &contest->entries[i];
    if (entry->state != ENTRY_TIMED || !entry->config->is_duet) continue;
    progress_step(plan->progress, plan->benchmark->name, entry->config->name, "counts");
    if (!count_entry(entry, plan, "--stats=json")) return false;
    if (plan->profile && !count_entry(entry, plan, "--profile=json")) return false;
  }
  return true;
}

/* ---- the whole ---- */

size_t contest_steps(const ContestPlan *plan) { return plan->config_count * (1 + plan->rounds + (plan->count_size ? 1 : 0)); }

bool contest_hold(Contest *contest, const ContestPlan *plan) {
  *contest = (Contest){.name = plan->benchmark->name, .group = plan->benchmark->group, .size = plan->size, .count = plan->config_count};
  contest->entries = memory_alloc(plan->config_count * sizeof *contest->entries);
  if (plan->expected) contest->expected = shorten(plan->expected);
  for (size_t i = 0; i < plan->config_count; i++)
    contest->entries[i].config = plan->configs[i];
  if (!check_all(contest, plan)) return false;
  if (contest->wrong) return true;
  return time_all(contest, plan) && (!plan->count_size || count_all(contest, plan));
}

void contest_free(Contest *contest) {
  for (size_t i = 0; i < contest->count; i++) {
    Entry *entry = &contest->entries[i];
    memory_free(entry->said);
    memory_free(entry->cpu);
    memory_free(entry->wall);
    memory_free(entry->peak);
    counts_free(&entry->counts);
  }
  memory_free(contest->entries);
  memory_free(contest->expected);
  *contest = (Contest){.name = NULL};
}

const Entry *contest_timed(const Contest *contest, const Config *config) {
  for (size_t i = 0; i < contest->count; i++) {
    const Entry *entry = &contest->entries[i];
    if (entry->config == config) return entry->state == ENTRY_TIMED && !contest->wrong ? entry : NULL;
  }
  return NULL;
}

static RatioPair pair_of(const Entry *a, const Entry *b, ContestMeasure measure) {
  size_t rounds = a->rounds < b->rounds ? a->rounds : b->rounds;
  return measure == CONTEST_CPU ? (RatioPair){a->cpu, b->cpu, rounds} : (RatioPair){a->peak, b->peak, rounds};
}

Ratio contest_ratio(const Contest *contest, const Config *a, const Config *b) {
  const Entry *first = contest_timed(contest, a), *second = contest_timed(contest, b);
  if (!first || !second) return ratio_none();
  RatioPair pair = pair_of(first, second, CONTEST_CPU);
  return ratio_of(&pair);
}

Ratio contest_geometric(const Contest *contests, size_t count, const Config *a, const Config *b, ContestMeasure measure, size_t *used) {
  RatioPair *pairs = memory_alloc(count * sizeof *pairs);
  size_t taken = 0;
  for (size_t i = 0; i < count; i++) {
    const Entry *first = contest_timed(&contests[i], a), *second = contest_timed(&contests[i], b);
    if (first && second) pairs[taken++] = pair_of(first, second, measure);
  }
  Ratio ratio = ratio_geometric(pairs, taken);
  memory_free(pairs);
  if (used) *used = taken;
  return ratio;
}
