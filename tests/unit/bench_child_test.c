/* bench_child_test.c -- one run of one command: how it ended, what it said, what it cost; and the list of benchmarks. */
#include "bench/child.h"
#include "bench/manifest.h"
#include "check.h"

#include <stdlib.h>
#include <unistd.h>

#define RUN(child, limit, ...) child_run((child), (const char *const[]){__VA_ARGS__, NULL}, (limit))

static void test_ends(Check *check) {
  Child child;
  char how[64];
  RUN(&child, 10, "sh", "-c", "echo out; echo err >&2; exit 3");
  CHECK(check, child.end == CHILD_EXITED && child.code == 3 && !child_is_fine(&child));
  CHECK_TEXT(check, child.output, "out\n");
  CHECK_TEXT(check, child.errors, "err\n");
  CHECK(check, child.peak > 100 && child.wall > 0 && child.wall < 10);
  child_describe(&child, 10, how, sizeof how);
  CHECK_TEXT(check, how, "exit code 3");
  child_free(&child);
  RUN(&child, 10, "sh", "-c", "kill -SEGV $$");
  child_describe(&child, 10, how, sizeof how);
  CHECK(check, child.end == CHILD_KILLED);
  CHECK_TEXT(check, how, "killed by SIGSEGV");
  child_free(&child);
  RUN(&child, 10, "no-such-command-here");
  CHECK(check, child.end == CHILD_NOT_STARTED);
  child_free(&child);
}

/* The limit ends the child and what it started. */
static void test_limit(Check *check) {
  Child child;
  RUN(&child, 0.2, "sh", "-c", "echo begun; sleep 20 & sleep 20");
  CHECK(check, child.end == CHILD_TIMED_OUT && child.wall >= 0.19 && child.wall < 10);
  CHECK_TEXT(check, child.output, "begun\n");
  child_free(&child);
}

static void test_streams(Check *check) {
  Child child;
  RUN(&child, 10, "cat"); /* stdin is empty */
  CHECK(check, child_is_fine(&child));
  CHECK_TEXT(check, child.output, "");
  child_free(&child);
  RUN(&child, 20, "sh", "-c", "while echo 0123456789012345678901234567890123456789; do :; done"); /* prints until it can't */
  CHECK(check, child.end == CHILD_EXITED && strlen(child.output) <= CHILD_MAX_OUTPUT && strlen(child.output) > CHILD_MAX_OUTPUT - 64);
  child_free(&child);
}

static void test_cost(Check *check) {
  Child child;
  RUN(&child, 20, "sh", "-c", "i=0; while [ $i -lt 20000 ]; do i=$((i + 1)); done");
  CHECK(check, child_is_fine(&child) && child.cpu > 0.001 && child.cpu < 20);
  child_free(&child);
}

/* Writes a file into the folder. */
static void put(const char *folder, const char *name, const char *text) {
  char path[256];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "w");
  if (!file) return;
  fputs(text, file);
  fclose(file);
}

static void test_manifest(Check *check) {
  char folder[] = "/tmp/bench-XXXXXX", list[64];
  if (!CHECK(check, mkdtemp(folder) != NULL)) return;
  put(folder, "list.txt", "# head\n\n fib  micro  5 30   adds and calls \nlife whole 1 2\n");
  put(folder, "fib.duet", "// Numbers\n// expect: 832040\n// expect-quick: 5\nprint(1) // expect: 1\n");
  snprintf(list, sizeof list, "%s/list.txt", folder);
  Manifest manifest;
  CHECK(check, manifest_read(&manifest, list, folder) && manifest.count == 2);
  const Benchmark *fib = manifest_find(&manifest, "fib"), *life = manifest_find(&manifest, "life");
  if (CHECK(check, fib && life)) {
    CHECK_TEXT(check, fib->description, "adds and calls");
    CHECK_TEXT(check, fib->full, "30");
    CHECK_TEXT(check, fib->expected_full, "832040");
    CHECK_TEXT(check, fib->expected_quick, "5");
    CHECK_TEXT(check, life->description, "");
    CHECK(check, life->expected_full == NULL);
    CHECK(check, manifest_is_chosen(fib, NULL) && manifest_is_chosen(fib, "x,micro") && manifest_is_chosen(fib, "fib"));
    CHECK(check, !manifest_is_chosen(fib, "fi,ib,fibs") && !manifest_is_chosen(fib, ""));
  }
  manifest_free(&manifest);
  snprintf(list, sizeof list, "rm -r %s", folder);
  CHECK(check, system(list) == 0);
}

int main(void) {
  Check check = {0};
  child_prepare();
  test_ends(&check);
  test_limit(&check);
  test_streams(&check);
  test_cost(&check);
  test_manifest(&check);
  return check_report(&check);
}
