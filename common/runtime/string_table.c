/* string_table.c -- see string_table.h. Every string begins with an Object whose `hash` is set; more this room need not know of it. */
#include "runtime/string_table.h"

struct StringTable {
  Object **slots;  /* the heap's buffer; NULL: free, TOMBSTONE: was taken */
  size_t capacity; /* a power of two */
  size_t used;     /* slots that are not free: strings and tombstones */
  size_t count;    /* strings */
};

enum { FIRST_CAPACITY = 512 };

static const Object tombstone;
#define TOMBSTONE ((Object *)&tombstone)

/* After marking: strings that were not reached leave. */
static void drop_unmarked(void *context, Heap *heap) {
  (void)heap;
  StringTable *table = context;
  for (size_t i = 0; i < table->capacity; i++) {
    Object *string = table->slots[i];
    if (!string || string == TOMBSTONE || heap_is_marked(string)) continue;
    table->slots[i] = TOMBSTONE;
    table->count--;
  }
}

StringTable *string_table_new(Heap *heap) {
  StringTable *table = heap_try_buffer(heap, sizeof *table);
  if (!table) return NULL;
  *table = (StringTable){0};
  heap_add_weak(heap, drop_unmarked, table);
  return table;
}

void string_table_free(StringTable *table, Heap *heap) {
  heap_release(heap, table->slots, table->capacity * sizeof(Object *));
  heap_release(heap, table, sizeof *table);
}

String *string_table_find(const StringTable *table, uint32_t hash, StringMatch *match, const char *chars, size_t length) {
  if (table->capacity == 0) return NULL;
  size_t mask = table->capacity - 1;
  for (size_t i = hash & mask; table->slots[i]; i = (i + 1) & mask) {
    Object *string = table->slots[i];
    if (string->hash == hash && string != TOMBSTONE && match((String *)string, chars, length)) return (String *)string;
  }
  return NULL;
}

static void put(Object **slots, size_t capacity, Object *string) {
  size_t mask = capacity - 1, i = string->hash & mask;
  while (slots[i])
    i = (i + 1) & mask;
  slots[i] = string;
}

/* New slots without the tombstones; twice as many if more than a third of them would be taken. */
static bool rebuild(StringTable *table, Heap *heap) {
  size_t capacity = table->capacity ? table->capacity : FIRST_CAPACITY;
  if (table->count > capacity / 3) capacity *= 2;
  Object **slots = heap_resize(heap, NULL, 0, capacity * sizeof(Object *));
  if (!slots) return false;
  memset(slots, 0, capacity * sizeof(Object *));
  for (size_t i = 0; i < table->capacity; i++) {
    if (table->slots[i] && table->slots[i] != TOMBSTONE) put(slots, capacity, table->slots[i]);
  }
  heap_release(heap, table->slots, table->capacity * sizeof(Object *));
  table->slots = slots;
  table->capacity = capacity;
  table->used = table->count;
  return true;
}

bool string_table_add(StringTable *table, Heap *heap, String *string) {
  if (table->used >= table->capacity / 3 * 2 && !rebuild(table, heap)) return false;
  put(table->slots, table->capacity, (Object *)string);
  table->used++;
  table->count++;
  return true;
}
