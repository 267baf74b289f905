/* buffers.c -- see buffers.h. A block is cut from its front as buffers are needed; the room at its end that the next one does not fit in goes to the free lists too. */
#include "runtime/buffers.h"

enum { BLOCK_HEAD = BUFFERS_STEP };

void *buffers_cut(Buffers *buffers, size_t class) {
  size_t size = class * BUFFERS_STEP;
  if (buffers->room_size < size) return NULL;
  void *buffer = buffers->room;
  buffers->room += size;
  buffers->room_size -= size;
  return buffer;
}

void buffers_add_block(Buffers *buffers, void *memory) {
  size_t left = buffers->room_size / BUFFERS_STEP;
  if (left > 0) buffers_give(buffers, buffers->room, left);
  FreeBuffer *block = memory;
  block->next = buffers->blocks;
  buffers->blocks = block;
  buffers->room = (char *)memory + BLOCK_HEAD;
  buffers->room_size = BUFFERS_BLOCK_SIZE - BLOCK_HEAD;
}

void *buffers_drop_block(Buffers *buffers) {
  FreeBuffer *block = buffers->blocks;
  if (block) buffers->blocks = block->next;
  return block;
}
