/* shape_table.c -- see shape_table.h. */
#include "runtime/shape_table.h"

static bool is_linear(const ShapeTable *table) { return table->capacity <= SHAPE_TABLE_LINEAR_MAX; }

/* How many entries `count` names need. */
static uint32_t capacity_for(uint32_t count) {
  uint32_t capacity = 1;
  while (capacity < count)
    capacity *= 2;
  return capacity <= SHAPE_TABLE_LINEAR_MAX ? capacity : capacity * 2;
}

static void clear(ShapeTable *table, uint32_t capacity) {
  memset(table, 0, shape_table_bytes(capacity));
  table->capacity = capacity;
}

ShapeTable *shape_table_try_new(Heap *heap, uint32_t count) {
  uint32_t capacity = capacity_for(count);
  ShapeTable *table = heap_try_buffer(heap, shape_table_bytes(capacity));
  if (table) clear(table, capacity);
  return table;
}

bool shape_table_reserve(ShapeTable **table, Heap *heap) {
  ShapeTable *old = *table;
  uint32_t count = old ? old->count : 0;
  uint32_t capacity = capacity_for(count + 1);
  if (old && capacity <= old->capacity) return true;
  ShapeTable *bigger = heap_resize(heap, NULL, 0, shape_table_bytes(capacity));
  if (!bigger) return false;
  clear(bigger, capacity);
  for (uint32_t i = 0; old && i < old->capacity; i++) {
    if (old->entries[i].name) shape_table_add(bigger, old->entries[i]);
  }
  shape_table_free(old, heap);
  *table = bigger;
  return true;
}

void shape_table_add(ShapeTable *table, ShapeEntry entry) {
  uint32_t i = table->count;
  if (!is_linear(table)) {
    uint32_t mask = table->capacity - 1;
    for (i = entry.name->object.hash & mask; table->entries[i].name;)
      i = (i + 1) & mask;
  }
  table->entries[i] = entry;
  table->count++;
}

const ShapeEntry *shape_table_find(const ShapeTable *table, const String *name) {
  if (!table) return NULL;
  if (is_linear(table)) {
    for (uint32_t i = 0; i < table->count; i++) {
      if (table->entries[i].name == name) return &table->entries[i];
    }
    return NULL;
  }
  uint32_t mask = table->capacity - 1;
  for (uint32_t i = name->object.hash & mask; table->entries[i].name; i = (i + 1) & mask) {
    if (table->entries[i].name == name) return &table->entries[i];
  }
  return NULL;
}

void shape_table_free(ShapeTable *table, Heap *heap) {
  if (table) heap_release(heap, table, shape_table_bytes(table->capacity));
}
