/* literals.c -- see literals.h. */
#include "literals.h"

#include "support/memory.h"

static void grow(Literals *literals, uint32_t needed) {
  uint32_t capacity = (uint32_t)memory_grow(literals->capacity, needed);
  literals->strings = memory_resize(literals->strings, capacity * sizeof *literals->strings);
  memset(literals->strings + literals->capacity, 0, (capacity - literals->capacity) * sizeof *literals->strings);
  literals->capacity = capacity;
}

String *literals_make(Runtime *rt, Literals *literals, const Symbol *symbol) {
  String *string = string_intern(rt, symbol->chars, symbol->length);
  if (!string) return NULL;
  if (symbol->id >= literals->capacity) grow(literals, symbol->id + 1);
  literals->strings[symbol->id] = string;
  return string;
}

void literals_mark(const Literals *literals, Heap *heap) {
  for (uint32_t i = 0; i < literals->capacity; i++)
    heap_mark_object(heap, (Object *)literals->strings[i]);
}

void literals_free(Literals *literals) { memory_free(literals->strings); }
