/* manifest.c -- reading the list of benchmarks, and the results that the programs promise. */
#include "manifest.h"

#include "support/memory.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLANKS " \t\r\n"

/* Cuts the next word off `*rest` and gives a copy; NULL when there is none. */
static char *next_word(const char **rest) {
  const char *start = *rest + strspn(*rest, BLANKS);
  size_t length = strcspn(start, BLANKS);
  *rest = start + length;
  return length > 0 ? memory_copy_text(start, length) : NULL;
}

/* What stands behind the blanks, up to the end of the line; NULL when nothing does. */
static char *rest_of_line(const char *rest) {
  const char *start = rest + strspn(rest, BLANKS);
  size_t length = strlen(start);
  while (length > 0 && strchr(BLANKS, start[length - 1]))
    length--;
  return length > 0 ? memory_copy_text(start, length) : NULL;
}

static void free_benchmark(Benchmark *benchmark) {
  memory_free(benchmark->name);
  memory_free(benchmark->group);
  memory_free(benchmark->quick);
  memory_free(benchmark->full);
  memory_free(benchmark->description);
  memory_free(benchmark->expected_quick);
  memory_free(benchmark->expected_full);
}

/* The results stand in the comment that the program begins with. */
static void read_expectations(Benchmark *benchmark, const char *programs) {
  char path[512];
  snprintf(path, sizeof path, "%s/%s.duet", programs, benchmark->name);
  FILE *file = fopen(path, "r");
  if (!file) return;
  char *line = NULL;
  size_t size = 0;
  while (getline(&line, &size, file) > 0 && line[0] == '/') {
    static const char full[] = "// expect: ", quick[] = "// expect-quick: ";
    char **expected = NULL;
    const char *text = line;
    if (strncmp(line, full, sizeof full - 1) == 0) {
      expected = &benchmark->expected_full;
      text += sizeof full - 1;
    } else if (strncmp(line, quick, sizeof quick - 1) == 0) {
      expected = &benchmark->expected_quick;
      text += sizeof quick - 1;
    }
    if (expected && !*expected) *expected = rest_of_line(text);
  }
  free(line);
  fclose(file);
}

static bool add_line(Manifest *manifest, const char *line, const char *programs) {
  Benchmark benchmark = {.name = next_word(&line)};
  benchmark.group = next_word(&line);
  benchmark.quick = next_word(&line);
  benchmark.full = next_word(&line);
  char *description = rest_of_line(line);
  benchmark.description = description ? description : memory_copy_text("", 0);
  if (!benchmark.name || !benchmark.full || manifest_find(manifest, benchmark.name)) {
    free_benchmark(&benchmark);
    return false;
  }
  read_expectations(&benchmark, programs);
  if (manifest->count == manifest->capacity) {
    manifest->capacity = memory_grow(manifest->capacity, manifest->count + 1);
    manifest->items = memory_resize(manifest->items, manifest->capacity * sizeof *manifest->items);
  }
  manifest->items[manifest->count++] = benchmark;
  return true;
}

bool manifest_read(Manifest *manifest, const char *path, const char *programs) {
  *manifest = (Manifest){NULL, 0, 0};
  FILE *file = fopen(path, "r");
  if (!file) {
    fprintf(stderr, "duet-bench: cannot read '%s': %s\n", path, strerror(errno));
    return false;
  }
  bool fine = true;
  char *line = NULL;
  size_t size = 0;
  for (unsigned number = 1; fine && getline(&line, &size, file) > 0; number++) {
    const char *start = line + strspn(line, BLANKS);
    if (*start == '\0' || *start == '#') continue;
    fine = add_line(manifest, start, programs);
    if (!fine) fprintf(stderr, "duet-bench: %s:%u: not a benchmark: needs a new name, group, quick size, full size\n", path, number);
  }
  free(line);
  fclose(file);
  return fine;
}

void manifest_free(Manifest *manifest) {
  for (size_t i = 0; i < manifest->count; i++)
    free_benchmark(&manifest->items[i]);
  memory_free(manifest->items);
  *manifest = (Manifest){NULL, 0, 0};
}

const Benchmark *manifest_find(const Manifest *manifest, const char *name) {
  for (size_t i = 0; i < manifest->count; i++) {
    if (strcmp(manifest->items[i].name, name) == 0) return &manifest->items[i];
  }
  return NULL;
}

bool manifest_lists(const char *list, const char *word) {
  size_t wanted = strlen(word);
  for (;;) {
    size_t length = strcspn(list, ",");
    if (length == wanted && memcmp(list, word, length) == 0) return true;
    if (list[length] == '\0') return false;
    list += length + 1;
  }
}

bool manifest_is_chosen(const Benchmark *benchmark, const char *list) {
  return !list || manifest_lists(list, benchmark->name) || manifest_lists(list, benchmark->group);
}
