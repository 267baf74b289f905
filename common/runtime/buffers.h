/* buffers.h -- small buffers: what short lists and small maps keep beside their heads.
 *
 *     free[4] --> buffer --> buffer --> ...        every free buffer of 64 bytes
 *
 * Like cells.h, a size class for every 16 bytes, and free ones hang in a list; but nobody sweeps: who owns a buffer gives it back, and says how large it was. So a buffer needs
 * no head, taking and giving are a few instructions, and programs that make many short-lived lists hardly ever see malloc.
 *
 * Blocks go back to the system at the end only.
 */
#ifndef DUET_RUNTIME_BUFFERS_H
#define DUET_RUNTIME_BUFFERS_H

#include "support/base.h"

/* The largest small buffer. With AddressSanitizer every buffer is a malloc of its own, so that a use after free or past the end is caught. */
#ifdef SANITIZED
enum { BUFFERS_MAX_SIZE = 0 };
#else
enum { BUFFERS_MAX_SIZE = 256 };
#endif

enum { BUFFERS_STEP = 16, BUFFERS_CLASS_COUNT = BUFFERS_MAX_SIZE / BUFFERS_STEP + 1, BUFFERS_BLOCK_SIZE = 16384 };

typedef struct FreeBuffer {
  struct FreeBuffer *next;
} FreeBuffer;

typedef struct Buffers {
  FreeBuffer *free[BUFFERS_CLASS_COUNT];
  char *room; /* of the newest block, not yet cut: room_size bytes */
  size_t room_size;
  FreeBuffer *blocks; /* all of them; the link is each block's head */
} Buffers;

static inline size_t buffers_class(size_t size) { return (size + BUFFERS_STEP - 1) / BUFFERS_STEP; }

/* A buffer of this class, its content unknown. NULL: there is none, buffers_add_block must bring some. */
void *buffers_cut(Buffers *buffers, size_t class);
static inline void *buffers_take(Buffers *buffers, size_t class) {
  FreeBuffer *buffer = buffers->free[class];
  if (UNLIKELY(!buffer)) return buffers_cut(buffers, class);
  buffers->free[class] = buffer->next;
  return buffer;
}

static inline void buffers_give(Buffers *buffers, void *memory, size_t class) {
  FreeBuffer *buffer = memory;
  buffer->next = buffers->free[class];
  buffers->free[class] = buffer;
}

/* Adds BUFFERS_BLOCK_SIZE bytes aligned for any type, which belong to `buffers` from now on. */
void buffers_add_block(Buffers *buffers, void *memory);

/* Takes a block out, for its memory to be freed; every buffer is invalid then. NULL: there is none left. */
void *buffers_drop_block(Buffers *buffers);

#endif
