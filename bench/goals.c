/* goals.c -- the table of goals, and judging one. */
#include "goals.h"

#include "support/memory.h"

#include <stdio.h>

static const char loops_calls_locals[] = "fib,while_sum,closure_counter,tail_calls,mandelbrot";

static const Goal goals[] = {
    {"duet-vm to lua5.4", "vm", "lua", NULL, CONTEST_CPU, 0.60, 1.0},
    {"duet-vm to luajit -joff", "vm", "luajit", NULL, CONTEST_CPU, 0.90, 0},
    {"duet-vm to python3", "vm", "python", NULL, CONTEST_CPU, 0.30, 0},
    {"duet-tree -O2 to python3", "tree-O2", "python", NULL, CONTEST_CPU, 1.0, 0},
    {"duet-vm to duet-tree -O0, on loops, calls and locals", "vm", "tree-O0", loops_calls_locals, CONTEST_CPU, 0.10, 0},
    {"duet-vm to duet-vm -O0", "vm", "vm-O0", NULL, CONTEST_CPU, 0.55, 0},
    {"peak memory, duet-vm to lua5.4", "vm", "lua", NULL, CONTEST_PEAK, 1.2, 0},
};

const Goal *goals_all(size_t *count) {
  *count = ARRAY_COUNT(goals);
  return goals;
}

static bool takes_part(const Findings *findings, const Config *config) {
  for (size_t i = 0; i < findings->present_count; i++) {
    if (findings->present[i] == config) return true;
  }
  return false;
}

void goals_obstacle(const Goal *goal, const Findings *findings, char *text, size_t size) {
  const char *const ids[] = {goal->a, goal->b};
  for (size_t i = 0; i < ARRAY_COUNT(ids); i++) {
    const Config *config = config_by_name(&findings->configs, ids[i]);
    if (!config || takes_part(findings, config)) continue;
    snprintf(text, size, "%s: %s", config->name, config->missing ? config->missing : "took no part");
    return;
  }
  snprintf(text, size, "no benchmark that both ran");
}

static bool has_loser(const Goal *goal, const GoalResult *result) {
  return goal->each_at_most > 0 && result->worst_ratio > goal->each_at_most;
}

const char *goals_worst_remark(const Goal *goal, const GoalResult *result) {
  return has_loser(goal, result) ? ", above the limit for one" : "";
}

GoalResult goals_judge(const Goal *goal, const Findings *findings) {
  GoalResult result = {.state = GOAL_NOT_MEASURED};
  const Config *a = config_by_name(&findings->configs, goal->a), *b = config_by_name(&findings->configs, goal->b);
  if (!a || !b) return result;
  Contest *chosen = memory_alloc(findings->contest_count * sizeof *chosen); /* shallow copies of those that count */
  size_t count = 0;
  for (size_t i = 0; i < findings->contest_count; i++) {
    if (!goal->benchmarks || manifest_lists(goal->benchmarks, findings->contests[i].name)) chosen[count++] = findings->contests[i];
  }
  result.mean = contest_geometric(chosen, count, a, b, goal->measure, &result.used);
  for (size_t i = 0; i < count; i++) {
    double ratio = contest_geometric(&chosen[i], 1, a, b, goal->measure, NULL).ratio;
    if (ratio <= result.worst_ratio) continue;
    result.worst = chosen[i].name;
    result.worst_ratio = ratio;
  }
  memory_free(chosen);
  if (result.used == 0) return result;
  bool met = result.mean.ratio <= goal->at_most && !has_loser(goal, &result);
  result.state = met ? GOAL_MET : GOAL_MISSED;
  return result;
}
