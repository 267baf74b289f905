/* arena.c -- cutting memory from blocks.
 *
 *     blocks -> [newest block: next..end is free] -> [older, full] -> [oldest, full] -> NULL
 *
 * Blocks start small, so that a one-line program stays small, and double up to a limit, so that a large one takes few of them. A
 * request too large for that gets a block of its own, which is hung behind the newest one: the free rest of the newest block is not
 * lost.
 *
 * Invariant: `next` and `end` belong to the newest block, and every pointer handed out is aligned for any type.
 */
#include "support/arena.h"
#include "support/memory.h"
#include <string.h>

struct ArenaBlock {
  ArenaBlock *older;
  size_t size; /* of the bytes that follow */
  _Alignas(max_align_t) char bytes[];
};

enum { FIRST_BLOCK = 8 * 1024, LARGEST_BLOCK = 512 * 1024, ALIGNMENT = _Alignof(max_align_t) };

void arena_init(Arena *arena) { *arena = (Arena){0}; }

static ArenaBlock *new_block(size_t size) {
  ArenaBlock *block = memory_alloc(sizeof(ArenaBlock) + size);
  block->size = size;
  return block;
}

/* The block that the next node is cut from, twice the size of the one before. */
static void add_block(Arena *arena) {
  size_t size = arena->blocks != NULL ? arena->blocks->size * 2 : FIRST_BLOCK;
  if (size < FIRST_BLOCK) size = FIRST_BLOCK;
  if (size > LARGEST_BLOCK) size = LARGEST_BLOCK;
  ArenaBlock *block = new_block(size);
  block->older = arena->blocks;
  arena->blocks = block;
  arena->next = block->bytes;
  arena->end = block->bytes + size;
}

static void *alloc_alone(Arena *arena, size_t size) {
  if (arena->blocks == NULL) add_block(arena);
  ArenaBlock *block = new_block(size);
  block->older = arena->blocks->older;
  arena->blocks->older = block;
  return block->bytes;
}

void *arena_alloc(Arena *arena, size_t size) {
  size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
  if (UNLIKELY(size > FIRST_BLOCK / 4)) return alloc_alone(arena, size);
  if (UNLIKELY(size > (size_t)(arena->end - arena->next))) add_block(arena);
  void *memory = arena->next;
  arena->next += size;
  return memory;
}

void *arena_copy(Arena *arena, const void *bytes, size_t size) {
  void *copy = arena_alloc(arena, size);
  if (size > 0) memcpy(copy, bytes, size);
  return copy;
}

void arena_free(Arena *arena) {
  ArenaBlock *block = arena->blocks;
  while (block != NULL) {
    ArenaBlock *older = block->older;
    memory_free(block);
    block = older;
  }
  arena_init(arena);
}
