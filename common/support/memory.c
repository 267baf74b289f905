/* memory.c -- allocation that does not fail.
 *
 * Three thin functions over malloc. They are the only place of the front end that can see an allocation fail, and what they do about
 * it is final: a message and exit code 70, the code of a program that could not go on.
 */
#include "support/memory.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EXIT_OUT_OF_MEMORY = 70, FIRST_CAPACITY = 8 };

static COLD _Noreturn void out_of_memory(void) {
  fputs("duet: out of memory\n", stderr);
  exit(EXIT_OUT_OF_MEMORY);
}

void *memory_alloc(size_t size) {
  void *memory = calloc(1, size > 0 ? size : 1);
  if (UNLIKELY(memory == NULL)) out_of_memory();
  return memory;
}

void *memory_resize(void *old, size_t size) {
  void *memory = realloc(old, size > 0 ? size : 1);
  if (UNLIKELY(memory == NULL)) out_of_memory();
  return memory;
}

char *memory_copy_text(const char *text, size_t length) {
  char *copy = memory_resize(NULL, length + 1);
  if (length > 0) memcpy(copy, text, length);
  copy[length] = '\0';
  return copy;
}

void memory_free(void *memory) { free(memory); }

size_t memory_grow(size_t capacity, size_t needed) {
  if (capacity < FIRST_CAPACITY) capacity = FIRST_CAPACITY;
  while (capacity < needed)
    capacity *= 2;
  return capacity;
}
