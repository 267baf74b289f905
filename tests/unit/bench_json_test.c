/* bench_json_test.c -- JSON written and read back, counts, figures as text. */
#include "bench/counts.h"
#include "bench/json_read.h"
#include "bench/json_write.h"
#include "bench/units.h"
#include "check.h"

#include <math.h>
#include <stdlib.h>

static void test_read(Check *check) {
  Arena arena;
  arena_init(&arena);
  const JsonValue *value = json_read(&arena, " {\"a\": [1, -2.5e1, true, null], \"b\\n\": \"x\\u00e9\\\"y\", \"c\": {}} \n");
  const JsonValue *list = json_read_member(value, "a");
  CHECK(check, list && list->kind == JSON_ARRAY && fabs(list->first->number - 1) < 1e-12);
  CHECK(check, list && fabs(list->first->next->number + 25) < 1e-12 && list->first->next->next->kind == JSON_BOOL);
  CHECK_TEXT(check, json_read_text(value, "b\n"), "x\303\251\"y");
  CHECK(check, json_read_member(value, "c")->first == NULL && json_read_member(value, "d") == NULL);
  CHECK(check, fabs(json_read_number(value, "d")) < 1e-12 && json_read_member(NULL, "a") == NULL);
  static const char *const broken[] = {"", "{", "[1,]", "{\"a\"}", "{\"a\" 1}", "\"abc", "[1] 2", "nul", "\"\\q\"", "\"\\u12\"", "-"};
  for (size_t i = 0; i < ARRAY_COUNT(broken); i++)
    CHECK(check, json_read(&arena, broken[i]) == NULL);
  char deep[2 * JSON_READ_MAX_DEPTH + 3] = "";
  for (int i = 0; i <= JSON_READ_MAX_DEPTH; i++)
    strcat(deep, "[");
  for (int i = 0; i <= JSON_READ_MAX_DEPTH; i++)
    strcat(deep, "]");
  CHECK(check, json_read(&arena, deep) == NULL);
  arena_free(&arena);
}

static void test_write(Check *check) {
  char *text = NULL;
  size_t size = 0;
  FILE *file = open_memstream(&text, &size);
  JsonWriter json = {file, 0, false};
  json_write_open(&json, NULL, '{');
  json_write_text(&json, "a\"b", "c\\\n");
  json_write_number(&json, "n", 0.125);
  json_write_number(&json, "none", NAN);
  json_write_numbers(&json, "list", (const double[]){1, 2.5}, 2);
  json_write_open(&json, "empty", '[');
  json_write_close(&json, ']');
  json_write_bool(&json, "yes", true);
  json_write_close(&json, '}');
  fclose(file);
  CHECK_TEXT(check, text,
             "{\n  \"a\\\"b\": \"c\\\\\\u000a\",\n  \"n\": 0.125,\n  \"none\": null,\n  \"list\": [1, 2.5],\n  \"empty\": [],\n  \"yes\": "
             "true\n}\n");
  Arena arena;
  arena_init(&arena);
  CHECK_TEXT(check, json_read_text(json_read(&arena, text), "a\"b"), "c\\\n");
  arena_free(&arena);
  free(text);
}

static void test_counts(Check *check) {
  Counts counts = counts_read("what the program wrote\n{\"allocations\": 5,\n \"cache hits\": 7}\n");
  CHECK(check, counts.count == 2 && fabs(counts_get(&counts, "cache hits") - 7) < 1e-12 && counts_get(&counts, "none") < 0);
  Counts sum = {NULL, 0};
  counts_add(&sum, &counts);
  counts_add(&sum, &counts);
  CHECK(check, fabs(counts_get(&sum, "allocations") - 10) < 1e-12);
  Counts none = counts_read("nothing here");
  CHECK(check, none.count == 0);
  counts_free(&counts);
  counts_free(&sum);
}

static void test_units(Check *check) {
  CHECK_TEXT(check, units_seconds(1.2345).text, "1.23 s");
  CHECK_TEXT(check, units_seconds(0.0999949).text, "100 ms");
  CHECK_TEXT(check, units_seconds(0.99996).text, "1.00 s");
  CHECK_TEXT(check, units_seconds(0.000012).text, "12.0 us");
  CHECK_TEXT(check, units_memory(2048).text, "2.05 MB");
  CHECK_TEXT(check, units_memory(512).text, "512 kB");
  CHECK_TEXT(check, units_count(999).text, "999");
  CHECK_TEXT(check, units_count(1234567).text, "1.23 M");
  CHECK_TEXT(check, units_ratio(0.5231).text, "0.523");
  CHECK_TEXT(check, units_ratio(12.34).text, "12.3");
  CHECK_TEXT(check, units_ratio(0.9997).text, "1.00");
  CHECK_TEXT(check, units_percent(0.0123).text, "1.2 %");
  CHECK_TEXT(check, units_round_seconds(-5).text, "10 us");
  CHECK_TEXT(check, units_round_seconds(-1).text, "100 ms");
  CHECK_TEXT(check, units_round_seconds(2).text, "100 s");
  CHECK_TEXT(check, units_round_count(2).text, "100");
  CHECK_TEXT(check, units_round_count(7).text, "10 M");
}

int main(void) {
  Check check = {0};
  test_read(&check);
  test_write(&check);
  test_counts(&check);
  test_units(&check);
  return check_report(&check);
}
