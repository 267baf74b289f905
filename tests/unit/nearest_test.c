/* nearest_test.c -- which names count as nearly the same. */
#include "check.h"
#include "support/nearest.h"

static const char *nearest_of(Nearest *nearest, const char *wanted, const char *const *names, size_t count) {
  nearest_start(nearest, wanted, strlen(wanted));
  for (size_t i = 0; i < count; i++)
    nearest_try(nearest, names[i], strlen(names[i]));
  return nearest->found;
}

#define NEAREST(wanted, ...) \
  nearest_of(&(Nearest){0}, (wanted), (const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

static void test_one_edit(Check *check) {
  CHECK_TEXT(check, NEAREST("lem", "push", "len", "pop"), "len"); /* changed */
  CHECK_TEXT(check, NEAREST("le", "len"), "len");                 /* left out */
  CHECK_TEXT(check, NEAREST("lenn", "len"), "len");               /* put in */
  CHECK_TEXT(check, NEAREST("lne", "len"), "len");                /* swapped */
  CHECK_TEXT(check, NEAREST("enl", "len"), "");                   /* two edits of a short name */
}

static void test_two_edits(Check *check) {
  CHECK_TEXT(check, NEAREST("lenth", "length"), "length");
  CHECK_TEXT(check, NEAREST("hlep_me", "help_em"), "help_em"); /* two swaps */
  CHECK_TEXT(check, NEAREST("price", "pirec"), "pirec");
  CHECK_TEXT(check, NEAREST("price", "prxyz"), ""); /* three */
}

static void test_choice(Check *check) {
  CHECK_TEXT(check, NEAREST("count", "cuont", "counts", "coutn"), "cuont"); /* equally near: the first */
  CHECK_TEXT(check, NEAREST("counter", "cunte", "countr"), "countr");       /* nearer, though later */
  CHECK_TEXT(check, NEAREST("count", "count"), "");                         /* the same name is no hint */
  CHECK_TEXT(check, NEAREST("x", "y", "z"), "");                            /* nothing in common */
  CHECK_TEXT(check, NEAREST("x", "xs"), "xs");
  CHECK_TEXT(check, NEAREST("", "a"), "");
}

static void test_long_names(Check *check) {
  char longest[NEAREST_MAX_LENGTH + 2];
  char other[NEAREST_MAX_LENGTH + 2];
  memset(longest, 'a', sizeof longest);
  longest[NEAREST_MAX_LENGTH] = '\0';
  memcpy(other, longest, sizeof other);
  other[0] = 'b';
  CHECK_TEXT(check, NEAREST(other, longest), longest);
  longest[NEAREST_MAX_LENGTH] = 'a';
  longest[NEAREST_MAX_LENGTH + 1] = '\0';
  CHECK_TEXT(check, NEAREST(other, longest), "");
  CHECK_TEXT(check, NEAREST(longest, other), "");
}

int main(void) {
  Check check = {0};
  test_one_edit(&check);
  test_two_edits(&check);
  test_choice(&check);
  test_long_names(&check);
  return check_report(&check);
}
