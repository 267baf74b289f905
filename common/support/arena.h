/* arena.h -- memory that is freed all at once.
 *
 * A syntax tree is built node by node and thrown away as a whole, so its nodes are cut from large blocks by moving a pointer:
 *
 *     block: [node][node][name][node]........free........|
 *                                    ^ next
 *
 * Nothing in an arena is freed alone, and nothing in it moves.
 */
#ifndef DUET_SUPPORT_ARENA_H
#define DUET_SUPPORT_ARENA_H

#include "support/base.h"

typedef struct ArenaBlock ArenaBlock;

typedef struct Arena {
  ArenaBlock *blocks; /* owned; the newest first */
  char *next;         /* the first free byte of the newest block */
  char *end;          /* one past its last byte */
} Arena;

/* An empty arena, which has taken no memory yet. */
void arena_init(Arena *arena);

/* Zeroed memory of `size` bytes, aligned for any type, valid until arena_free. Never NULL (see memory.h). */
void *arena_alloc(Arena *arena, size_t size);

/* A copy of `size` bytes in the arena. */
void *arena_copy(Arena *arena, const void *bytes, size_t size);

/* Frees everything that was cut from the arena and leaves it empty, ready to be used again. */
void arena_free(Arena *arena);

#define ARENA_NEW(arena, Type) ((Type *)arena_alloc((arena), sizeof(Type)))

#endif
