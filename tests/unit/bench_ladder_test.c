/* bench_ladder_test.c -- what a ladder says: what did not pay, what pays but not everywhere; written as JSON and read back; goals and why they were not measured. */
#include "bench/export.h"
#include "bench/goals.h"
#include "bench/units.h"
#include "check.h"

#include <math.h>
#include <stdlib.h>
#include <unistd.h>

static Ratio ratio(double value, Verdict verdict) { return (Ratio){value, value * 0.9, value * 1.1, 0.9375, verdict}; }

static void test_verdicts(Check *check) {
  char first[] = "first", second[] = "second", third[] = "third";
  char *names[] = {first, second, third};
  RungCell cells[] = {{ratio(0.5, VERDICT_FASTER), 1, 2}, {ratio(1.2, VERDICT_SLOWER), 1, 2}, {ratio(1.3, VERDICT_SLOWER), 1, 2}};
  Rung rung = {.kind = RUNG_ALONE, .cells = cells, .mean = ratio(0.8, VERDICT_FASTER)};
  const Ladder ladder = {.benchmarks = names, .benchmark_count = 3, .rungs = &rung, .rung_count = 1};
  CHECK(check, !ladder_did_not_pay(&rung));
  CHECK(check, ladder_next_loser(&ladder, &rung, 0) == 1 && ladder_next_loser(&ladder, &rung, 2) == 2);
  CHECK(check, ladder_next_loser(&ladder, &rung, 3) == 3);
  rung.mean = ratio(1.1, VERDICT_SLOWER);
  CHECK(check, ladder_did_not_pay(&rung) && ladder_next_loser(&ladder, &rung, 0) == 3);
  CHECK_TEXT(check, ladder_verdict(&rung), "costs");
  rung.mean = ratio(1.0, VERDICT_UNCLEAR);
  CHECK(check, ladder_did_not_pay(&rung));
  rung.kind = RUNG_CONTROL;
  CHECK(check, !ladder_did_not_pay(&rung));
  char why[] = "not built";
  rung = (Rung){.kind = RUNG_BUILD, .missing = why};
  CHECK(check, !ladder_did_not_pay(&rung) && ladder_next_loser(&ladder, &rung, 0) == 3);
  CHECK_TEXT(check, ladder_verdict(&rung), "not measured");
}

/* All that a report reads of a rung comes back from the file. */
static void test_file(Check *check) {
  char benchmark[] = "fib", name[] = "fuse", on[] = "duet-vm", off[] = "duet-vm without fuse", count[] = "instructions",
       why[] = "not built";
  char revision[] = "abc", date[] = "today";
  char *benchmarks[] = {benchmark};
  RungCell cell = {ratio(0.75, VERDICT_FASTER), 100, -1};
  Rung rungs[] = {{.name = name,
                   .kind = RUNG_TAKEN_AWAY,
                   .small = true,
                   .on = on,
                   .off = off,
                   .cells = &cell,
                   .mean = ratio(0.75, VERDICT_FASTER),
                   .count = count,
                   .count_mean = 0.5,
                   .total_on = 100,
                   .total_off = 200},
                  {.name = name, .kind = RUNG_CONTROL, .on = on, .off = off, .missing = why}};
  const Choices choices = {.built_with = "", .runs = 5};
  Findings *findings = calloc(1, sizeof *findings);
  findings->choices = &choices;
  findings->ladder = (Ladder){revision, date, benchmarks, 1, rungs, 2, 0};
  char path[] = "/tmp/bench_ladder_test_XXXXXX";
  int descriptor = mkstemp(path);
  FILE *file = fdopen(descriptor, "w");
  export_json(findings, file);
  fclose(file);
  free(findings);

  Ladder read;
  CHECK(check, ladder_read(&read, path));
  unlink(path);
  CHECK(check, read.rung_count == 2 && read.benchmark_count == 1);
  const Rung *rung = &read.rungs[0];
  CHECK_TEXT(check, rung->name, "fuse");
  CHECK_TEXT(check, rung->off, "duet-vm without fuse");
  CHECK_TEXT(check, rung->count, "instructions");
  CHECK(check, rung->kind == RUNG_TAKEN_AWAY && rung->small && !rung->missing && rung->mean.verdict == VERDICT_FASTER);
  CHECK(check, fabs(rung->cells[0].ratio.ratio - 0.75) < 1e-9 && fabs(rung->total_off - 200) < 1e-9);
  CHECK(check, fabs(rung->cells[0].count_on - 100) < 1e-9 && rung->cells[0].count_off < 0);
  CHECK(check, read.rungs[1].kind == RUNG_CONTROL && !read.rungs[1].small && !read.rungs[1].cells);
  CHECK_TEXT(check, read.rungs[1].missing, "not built");
  ladder_free(&read);
  CHECK(check, !ladder_read(&read, "/nonexistent/ladder.json"));
  ladder_free(&read);
}

static void test_goals(Check *check) {
  const Goal goal = {"a to b", "a", "b", NULL, CONTEST_CPU, 0.5, 1.0};
  char a[] = "a", b[] = "b", missing[] = "not installed";
  Config first = {.id = a, .name = a}, second = {.id = b, .name = b, .missing = missing};
  Findings *findings = calloc(1, sizeof *findings);
  findings->configs = (ConfigList){{&first, &second}, 2};
  findings->present[findings->present_count++] = &first;
  char text[64];
  goals_obstacle(&goal, findings, text, sizeof text);
  CHECK_TEXT(check, text, "b: not installed");
  second.missing = NULL;
  goals_obstacle(&goal, findings, text, sizeof text);
  CHECK_TEXT(check, text, "b: took no part");
  findings->present[findings->present_count++] = &second;
  goals_obstacle(&goal, findings, text, sizeof text);
  CHECK_TEXT(check, text, "no benchmark that both ran");
  CHECK(check, goals_judge(&goal, findings).state == GOAL_NOT_MEASURED);

  /* One benchmark of 0.4; then one of 2 as well. */
  double of_a[] = {4, 4, 4, 4, 4}, of_b[] = {10, 10, 10, 10, 10}, of_c[] = {2, 2, 2, 2, 2};
  Entry quick[] = {{.config = &first, .state = ENTRY_TIMED, .cpu = of_a, .peak = of_a, .rounds = 5},
                   {.config = &second, .state = ENTRY_TIMED, .cpu = of_b, .peak = of_b, .rounds = 5}};
  Entry slow[] = {{.config = &first, .state = ENTRY_TIMED, .cpu = of_a, .peak = of_a, .rounds = 5},
                  {.config = &second, .state = ENTRY_TIMED, .cpu = of_c, .peak = of_c, .rounds = 5}};
  Contest contests[] = {{.name = "quick", .entries = quick, .count = 2}, {.name = "slow", .entries = slow, .count = 2}};
  findings->contests = contests;
  findings->contest_count = 1;
  GoalResult result = goals_judge(&goal, findings);
  CHECK(check, result.state == GOAL_MET && fabs(result.mean.ratio - 0.4) < 1e-9 && result.used == 1);
  CHECK_TEXT(check, goals_worst_remark(&goal, &result), "");
  findings->contest_count = 2;
  result = goals_judge(&goal, findings);
  CHECK(check, result.state == GOAL_MISSED && fabs(result.worst_ratio - 2) < 1e-9);
  CHECK_TEXT(check, result.worst, "slow");
  CHECK_TEXT(check, goals_worst_remark(&goal, &result), ", above the limit for one");
  const Goal lenient = {"a to b", "a", "b", NULL, CONTEST_CPU, 1.0, 0};
  CHECK(check, goals_judge(&lenient, findings).state == GOAL_MET);
  const Goal strict = {"a to b", "a", "b", NULL, CONTEST_CPU, 1.0, 1.0};
  CHECK(check, goals_judge(&strict, findings).state == GOAL_MISSED);
  const Goal chosen = {"a to b", "a", "b", "quick,other", CONTEST_CPU, 0.5, 1.0};
  CHECK(check, goals_judge(&chosen, findings).state == GOAL_MET);
  free(findings);
}

/* The goals that the kit was made for are all there, and each is of configurations that there are. */
static void test_goal_table(Check *check) {
  size_t count;
  const Goal *goals = goals_all(&count);
  CHECK(check, count == 7);
  for (size_t i = 0; i < count; i++)
    CHECK(check, goals[i].at_most > 0 && goals[i].a && goals[i].b && strlen(goals[i].text) > 0);
  CHECK_TEXT(check, units_count(-1).text, "-");
}

int main(void) {
  Check check = {0};
  test_verdicts(&check);
  test_file(&check);
  test_goals(&check);
  test_goal_table(&check);
  return check_report(&check);
}
