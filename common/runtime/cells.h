/* cells.h -- small objects: blocks of memory cut into cells of one size.
 *
 *     free[3] --> cell --> cell --> ...            every free cell of 48 bytes
 *
 *     block of 48-byte cells:  [head][obj][free][obj][obj][free][    not yet carved    ]
 *                                                               ^ carved
 *
 * A size class for every 16 bytes. Taking a cell is one pop from a list. A fresh block is carved a few cells at a time, so that memory nobody uses
 * is never touched and a short program stays small. The sweep threads each block's dead cells in the order of their addresses, and takes out blocks with no living cell.
 *
 * A free cell is known by its kind: NULL. Who asks for memory and counts it is heap.c; this room only cuts it.
 */
#ifndef DUET_RUNTIME_CELLS_H
#define DUET_RUNTIME_CELLS_H

#include "runtime/object.h"

/* The largest cell. With AddressSanitizer every object is a malloc of its own instead, so that a use after free or past the end is caught. */
#ifndef CELLS_MAX_SIZE
#ifdef SANITIZED
#define CELLS_MAX_SIZE 0
#else
#define CELLS_MAX_SIZE 512
#endif
#endif

enum { CELLS_STEP = 16, CELLS_CLASS_COUNT = CELLS_MAX_SIZE / CELLS_STEP + 1, CELLS_BLOCK_SIZE = 16384 };

typedef struct Block Block;

typedef struct FreeCell {
  const ObjectKind *kind; /* NULL */
  struct FreeCell *next;
} FreeCell;

typedef struct Cells {
  FreeCell *free[CELLS_CLASS_COUNT]; /* by size class: cells of class * CELLS_STEP bytes */
  Block *current[CELLS_CLASS_COUNT]; /* the block that may have room to carve, or NULL */
  Block *blocks;                     /* all blocks in use */
  Block *empty;                      /* blocks of no class, kept for the next need */
  size_t empty_count;
} Cells;

static inline size_t cells_class(size_t size) { return (size + CELLS_STEP - 1) / CELLS_STEP; }

/* A cell of this class, its content unknown; NULL: cells_carve must make some. */
static inline void *cells_take(Cells *cells, size_t class) {
  FreeCell *cell = cells->free[class];
  if (LIKELY(cell != NULL)) cells->free[class] = cell->next;
  return cell;
}

/* Puts fresh cells on the free list, from the current block or a kept empty one. False: there is none, cells_add_block must bring one. */
bool cells_carve(Cells *cells, size_t class);

/* Adds an empty block: CELLS_BLOCK_SIZE bytes aligned for any type. It belongs to `cells` until cells_drop_empty gives it back. */
void cells_add_block(Cells *cells, void *memory);

/* Frees the unmarked objects (calling their kind's free) and takes the mark off the others. Gives the number of bytes of the cells that are free again. */
size_t cells_sweep(Cells *cells, Heap *heap);

/* Takes one empty block out, for its memory to be freed; NULL when at most `keep` are left. */
void *cells_drop_empty(Cells *cells, size_t keep);

/* Calls `visit` for every object. */
void cells_visit(Cells *cells, void (*visit)(Object *object, Heap *heap), Heap *heap);

/* Forgets every object: all blocks are empty now. */
void cells_clear(Cells *cells);

#endif
