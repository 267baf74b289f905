/* counts.c -- reading what --stats=json and --profile=json print, and adding it up. */
#include "counts.h"

#include "json_read.h"
#include "support/memory.h"

#include <string.h>

static void append(Counts *counts, const char *name, double value) {
  counts->items = memory_resize(counts->items, (counts->count + 1) * sizeof *counts->items);
  counts->items[counts->count++] = (Count){memory_copy_text(name, strlen(name)), value};
}

/* The last line of the text that begins an object. */
static const char *last_object(const char *text) {
  const char *found = NULL;
  for (const char *line = text; line; line = strchr(line, '\n')) {
    if (*line == '\n') line++;
    if (*line == '{') found = line;
  }
  return found;
}

Counts counts_read(const char *text) {
  Counts counts = {NULL, 0};
  const char *object = last_object(text);
  Arena arena;
  arena_init(&arena);
  const JsonValue *whole = object ? json_read(&arena, object) : NULL;
  if (whole && whole->kind == JSON_OBJECT) {
    for (const JsonValue *member = whole->first; member; member = member->next) {
      if (member->kind == JSON_NUMBER) append(&counts, member->key, member->number);
    }
  }
  arena_free(&arena);
  return counts;
}

void counts_free(Counts *counts) {
  for (size_t i = 0; i < counts->count; i++)
    memory_free(counts->items[i].name);
  memory_free(counts->items);
  *counts = (Counts){NULL, 0};
}

static Count *find(const Counts *counts, const char *name) {
  for (size_t i = 0; i < counts->count; i++) {
    if (strcmp(counts->items[i].name, name) == 0) return &counts->items[i];
  }
  return NULL;
}

double counts_get(const Counts *counts, const char *name) {
  const Count *found = find(counts, name);
  return found ? found->value : -1;
}

void counts_complete(Counts *counts, const Counts *more) {
  for (size_t i = 0; i < more->count; i++) {
    if (!find(counts, more->items[i].name)) append(counts, more->items[i].name, more->items[i].value);
  }
}

void counts_add(Counts *sum, const Counts *more) {
  for (size_t i = 0; i < more->count; i++) {
    Count *found = find(sum, more->items[i].name);
    if (found)
      found->value += more->items[i].value;
    else
      append(sum, more->items[i].name, more->items[i].value);
  }
}
