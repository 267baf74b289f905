/* memory.h -- memory that belongs to the host: syntax trees, bytecode, tables of names.
 *
 * Guest objects live on the heap (runtime/heap.h), where a failed allocation is an error that the running program gets.
 * What the front end and the compiler need is small and bounded by the source text; when even that is not to be had there
 * is nobody left to tell, so these functions print `duet: out of memory` on stderr and leave with exit code 70. They never return NULL.
 */
#ifndef DUET_SUPPORT_MEMORY_H
#define DUET_SUPPORT_MEMORY_H

#include "support/base.h"

/* Zeroed memory of `size` bytes, to be given back with memory_free. */
void *memory_alloc(size_t size);

/* `old` (or NULL) made `size` bytes long; what is new is not zeroed. Leaves `old` invalid. */
void *memory_resize(void *old, size_t size);

/* A copy of `length` bytes with a NUL behind them, to be given back with memory_free. */
char *memory_copy_text(const char *text, size_t length);

/* Gives memory back; NULL is fine. */
void memory_free(void *memory);

/* The next capacity for a growing array that must hold `needed` items and has room for `capacity`: doubles, so that pushing is linear. */
size_t memory_grow(size_t capacity, size_t needed);

#endif
