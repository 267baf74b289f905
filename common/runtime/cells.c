/* cells.c -- see cells.h for the picture. */
#include "runtime/cells.h"

struct Block {
  Block *next;
  char *carved; /* the end of what was cut into cells */
  uint32_t cell_size;
};

enum {
  BLOCK_HEAD = (sizeof(Block) + CELLS_STEP - 1) / CELLS_STEP * CELLS_STEP,
  CARVE_BYTES = 1024 /* about so much is cut at a time */
};

static char *block_start(Block *block) { return (char *)block + BLOCK_HEAD; }
static char *block_end(Block *block) { return (char *)block + CELLS_BLOCK_SIZE; }
static size_t block_room(Block *block) { return (size_t)(block_end(block) - block->carved); }

void cells_add_block(Cells *cells, void *memory) {
  Block *block = memory;
  block->next = cells->empty;
  cells->empty = block;
  cells->empty_count++;
}

static Block *use_empty_block(Cells *cells, size_t class) {
  Block *block = cells->empty;
  if (!block) return NULL;
  cells->empty = block->next;
  cells->empty_count--;
  block->cell_size = (uint32_t)(class * CELLS_STEP);
  block->carved = block_start(block);
  block->next = cells->blocks;
  cells->blocks = block;
  return cells->current[class] = block;
}

bool cells_carve(Cells *cells, size_t class) {
  size_t size = class * CELLS_STEP;
  Block *block = cells->current[class];
  if (!block || block_room(block) < size) block = use_empty_block(cells, class);
  if (!block) return false;
  size_t count = CARVE_BYTES / size;
  if (count > block_room(block) / size) count = block_room(block) / size;
  if (count == 0) count = 1;
  /* From the last to the first, so that the list begins with the lowest address. */
  for (size_t i = count; i-- > 0;) {
    FreeCell *cell = (FreeCell *)(block->carved + i * size);
    *cell = (FreeCell){NULL, cells->free[class]};
    cells->free[class] = cell;
  }
  block->carved += count * size;
  return true;
}

/* Sweeps one block; its free cells go before those already in the list of its class. Gives the bytes freed; `*live` tells whether anything lives in it. */
static size_t sweep_block(Cells *cells, Block *block, Heap *heap, bool *live) {
  size_t size = block->cell_size, freed = 0;
  size_t class = size / CELLS_STEP;
  FreeCell *list = cells->free[class];
  *live = false;
  for (char *at = block->carved; at > block_start(block);) {
    at -= size;
    Object *object = (Object *)at;
    if (object->kind) {
      if (object->mark) {
        object->mark = 0;
        *live = true;
        continue;
      }
      if (object->kind->free) object->kind->free(object, heap);
      freed += size;
    }
    *(FreeCell *)at = (FreeCell){NULL, list};
    list = (FreeCell *)at;
  }
  /* An empty block's cells are not offered: the block itself is. */
  if (*live) cells->free[class] = list;
  return freed;
}

size_t cells_sweep(Cells *cells, Heap *heap) {
  size_t freed = 0;
  for (size_t class = 0; class < CELLS_CLASS_COUNT; class ++)
    cells->free[class] = NULL;
  for (Block **link = &cells->blocks; *link;) {
    Block *block = *link;
    bool live;
    freed += sweep_block(cells, block, heap, &live);
    if (live) {
      link = &block->next;
      continue;
    }
    *link = block->next;
    size_t class = block->cell_size / CELLS_STEP;
    if (cells->current[class] == block) cells->current[class] = NULL;
    cells_add_block(cells, block);
  }
  return freed;
}

void *cells_drop_empty(Cells *cells, size_t keep) {
  if (cells->empty_count <= keep) return NULL;
  Block *block = cells->empty;
  cells->empty = block->next;
  cells->empty_count--;
  return block;
}

void cells_visit(Cells *cells, void (*visit)(Object *object, Heap *heap), Heap *heap) {
  for (Block *block = cells->blocks; block; block = block->next) {
    for (char *at = block_start(block); at < block->carved; at += block->cell_size) {
      Object *object = (Object *)at;
      if (object->kind) visit(object, heap);
    }
  }
}

void cells_clear(Cells *cells) {
  while (cells->blocks) {
    Block *block = cells->blocks;
    cells->blocks = block->next;
    cells_add_block(cells, block);
  }
  for (size_t class = 0; class < CELLS_CLASS_COUNT; class ++) {
    cells->free[class] = NULL;
    cells->current[class] = NULL;
  }
}
