/* resolve_names.c -- see resolve_names.h. */
#include "syntax/resolve_names.h"
#include "support/memory.h"
#include <string.h>

void names_free(NameTable *names) {
  memory_free(names->meanings);
  memory_free(names->open);
  *names = (NameTable){0};
}

Variable *names_find(const NameTable *names, const Symbol *name) { return name->id < names->capacity ? names->meanings[name->id] : NULL; }

void names_set(NameTable *names, const Symbol *name, Variable *variable) {
  if (name->id >= names->capacity) {
    size_t capacity = memory_grow(names->capacity, (size_t)name->id + 1);
    names->meanings = memory_resize(names->meanings, capacity * sizeof *names->meanings);
    memset(names->meanings + names->capacity, 0, (capacity - names->capacity) * sizeof *names->meanings);
    names->capacity = capacity;
  }
  names->meanings[name->id] = variable;
}

void names_keep_open(NameTable *names, Variable *variable) {
  if (names->open_count == names->open_capacity) {
    names->open_capacity = memory_grow(names->open_capacity, names->open_count + 1);
    names->open = memory_resize(names->open, names->open_capacity * sizeof *names->open);
  }
  names->open[names->open_count++] = variable;
}

void names_open(NameTable *names, Variable *variable) {
  variable->hidden = names_find(names, variable->name);
  names_set(names, variable->name, variable);
  names_keep_open(names, variable);
}

void names_close(NameTable *names, size_t mark) {
  while (names->open_count > mark) {
    Variable *variable = names->open[--names->open_count];
    names_set(names, variable->name, variable->hidden);
  }
}
