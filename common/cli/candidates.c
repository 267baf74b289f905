/* candidates.c -- see candidates.h. */
#include "cli/candidates.h"

#include "support/memory.h"

#include <stdlib.h>
#include <string.h>

enum { GAP = 2 }; /* blanks between two columns */

void candidates_start(Candidates *found, const char *prefix, size_t length) {
  *found = (Candidates){.prefix = prefix, .prefix_length = length};
}

void candidates_free(Candidates *found) {
  for (size_t i = 0; i < found->count; i++)
    memory_free(found->names[i]);
  memory_free(found->names);
}

void candidates_add(Candidates *found, const char *name, size_t length) {
  if (length < found->prefix_length || memcmp(name, found->prefix, found->prefix_length) != 0) return;
  if (found->count == found->capacity) {
    found->capacity = memory_grow(found->capacity, found->count + 1);
    found->names = memory_resize(found->names, found->capacity * sizeof *found->names);
  }
  found->names[found->count++] = memory_copy_text(name, length);
}

static int compare_names(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

void candidates_finish(Candidates *found) {
  if (found->count < 2) return;
  qsort(found->names, found->count, sizeof *found->names, compare_names);
  size_t kept = 1;
  for (size_t i = 1; i < found->count; i++) {
    if (strcmp(found->names[i], found->names[kept - 1]) == 0)
      memory_free(found->names[i]);
    else
      found->names[kept++] = found->names[i];
  }
  found->count = kept;
}

size_t candidates_common(const Candidates *found) {
  if (found->count == 0) return found->prefix_length;
  /* They are sorted: what the first and the last share, all share. */
  const char *first = found->names[0], *last = found->names[found->count - 1];
  size_t length = 0;
  while (first[length] && first[length] == last[length])
    length++;
  return length;
}

void candidates_show(const Candidates *found, size_t width, FILE *file) {
  size_t widest = 0;
  for (size_t i = 0; i < found->count; i++) {
    size_t length = strlen(found->names[i]);
    if (length > widest) widest = length;
  }
  size_t columns = width / (widest + GAP);
  if (columns == 0) columns = 1;
  for (size_t i = 0; i < found->count; i++) {
    bool ends_row = (i + 1) % columns == 0 || i + 1 == found->count;
    fprintf(file, "%-*s%s", ends_row ? 0 : (int)(widest + GAP), found->names[i], ends_row ? "\n" : "");
  }
}
