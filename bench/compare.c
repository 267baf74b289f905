/* compare.c -- finding a run in an earlier report. */
#include "compare.h"

#include "support/memory.h"

#include <stdio.h>
#include <string.h>

bool compare_open(Compare *compare, const char *path) {
  arena_init(&compare->arena);
  compare->report = json_read_file(&compare->arena, path);
  if (json_read_member(compare->report, "benchmarks")) return true;
  fprintf(stderr, "duet-bench: not a report of duet-bench --json: '%s'\n", path);
  return false;
}

void compare_close(Compare *compare) {
  arena_free(&compare->arena);
  compare->report = NULL;
}

/* The object in the member `key`, an array, whose "name" is `name`. */
static const JsonValue *find_named(const JsonValue *object, const char *key, const char *name) {
  const JsonValue *array = json_read_member(object, key);
  for (const JsonValue *item = array ? array->first : NULL; item; item = item->next) {
    if (strcmp(json_read_text(item, "name"), name) == 0) return item;
  }
  return NULL;
}

Ratio compare_entry(const Compare *compare, const Contest *contest, const Entry *entry) {
  const JsonValue *benchmark = find_named(compare->report, "benchmarks", contest->name);
  if (strcmp(json_read_text(benchmark, "size"), contest->size) != 0) return ratio_none();
  const JsonValue *then = find_named(benchmark, "configurations", entry->config->name);
  const JsonValue *runs = json_read_member(json_read_member(then, "cpu"), "runs");
  size_t count = 0;
  for (const JsonValue *item = runs ? runs->first : NULL; item; item = item->next)
    count++;
  double *values = memory_alloc(count * sizeof *values), *end = values;
  for (const JsonValue *item = runs ? runs->first : NULL; item; item = item->next)
    *end++ = item->number;
  Ratio ratio = ratio_unpaired(entry->cpu, entry->rounds, values, count);
  memory_free(values);
  return ratio;
}

void compare_describe(const Compare *compare, char *text, size_t size) {
  const JsonValue *machine = json_read_member(compare->report, "machine");
  snprintf(text, size, "revision %s of %s on %s", json_read_text(machine, "revision"), json_read_text(machine, "date"),
           json_read_text(machine, "processor"));
}
