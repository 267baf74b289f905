/* check.h -- what a unit test needs: count what holds, say what does not.
 *
 *     int main(void) {
 *       Check check = {0};
 *       test_this(&check);
 *       return check_report(&check);
 *     }
 *
 * A failed CHECK prints its file, line and text, and the test goes on.
 */
#ifndef DUET_TESTS_UNIT_CHECK_H
#define DUET_TESTS_UNIT_CHECK_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

typedef struct Check {
  unsigned passed;
  unsigned failed;
} Check;

/* Gives `holds`, so that a test can stop where going on makes no sense. */
static inline bool check_that(Check *check, bool holds, const char *what, const char *file, int line) {
  if (holds) {
    check->passed++;
  } else {
    check->failed++;
    printf("%s:%d: failed: %s\n", file, line, what);
  }
  return holds;
}

static inline bool check_text(Check *check, const char *got, const char *wanted, const char *file, int line) {
  bool same = strcmp(got, wanted) == 0;
  check_that(check, same, "texts differ", file, line);
  if (!same) printf("  got:    %s\n  wanted: %s\n", got, wanted);
  return same;
}

/* The last line of every unit test; gives main's result. */
static inline int check_report(const Check *check) {
  printf("%u passed, %u failed\n", check->passed, check->failed);
  return check->failed == 0 ? 0 : 1;
}

#define CHECK(check, condition) check_that((check), (condition), #condition, __FILE__, __LINE__)
#define CHECK_TEXT(check, got, wanted) check_text((check), (got), (wanted), __FILE__, __LINE__)

#endif
