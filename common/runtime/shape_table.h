/* shape_table.h -- small tables from interned names to what a shape knows of them: the next shape, or a slot.
 *
 *     up to 8 names:  [ x -> 0 | y -> 1 | z -> 2 ]              looked through from the front
 *     more:           [ . | y -> 1 | . | . | x -> 0 | ... ]     open addressing by the name's hash, at most half full
 *
 * Interned names are equal when they are the same object, so a look compares pointers.
 */
#ifndef DUET_RUNTIME_SHAPE_TABLE_H
#define DUET_RUNTIME_SHAPE_TABLE_H

#include "runtime/string.h"

enum { SHAPE_TABLE_LINEAR_MAX = 8 };

typedef struct ShapeEntry {
  String *name; /* NULL: free */
  union {
    Shape *shape;
    uint32_t slot;
  };
} ShapeEntry;

typedef struct ShapeTable {
  uint32_t count;
  uint32_t capacity;
  ShapeEntry entries[];
} ShapeTable;

static inline size_t shape_table_bytes(uint32_t capacity) { return sizeof(ShapeTable) + capacity * sizeof(ShapeEntry); }

/* A table with room for `count` names, only if it is to be had without a collection. */
ShapeTable *shape_table_try_new(Heap *heap, uint32_t count) MUST_CHECK;

/* `*table` (NULL at first) with room for one more name. False: no memory, nothing changed. May collect; what the table refers to must be kept alive by its owner. */
bool shape_table_reserve(ShapeTable **table, Heap *heap) MUST_CHECK;

/* Adds a name that is not in it; there is room. */
void shape_table_add(ShapeTable *table, ShapeEntry entry);

/* The entry of `name`, or NULL. `table` may be NULL. */
const ShapeEntry *shape_table_find(const ShapeTable *table, const String *name);

/* `table` may be NULL. */
void shape_table_free(ShapeTable *table, Heap *heap);

#endif
