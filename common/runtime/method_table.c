/* method_table.c -- three small hash tables; see method_table.h. */
#include "runtime/method_table.h"
#include <stdlib.h>

enum { TABLE_COUNT = 3, SLOT_COUNT = 64, MOST_USED = SLOT_COUNT / 2 };

typedef struct MethodSlot {
  String *name; /* NULL: free */
  Builtin *builtin;
} MethodSlot;

struct MethodTables {
  uint32_t used[TABLE_COUNT];
  MethodSlot slots[TABLE_COUNT][SLOT_COUNT];
};

MethodTables *method_tables_new(void) { return calloc(1, sizeof(MethodTables)); }

void method_tables_free(MethodTables *tables) { free(tables); }

void method_tables_mark(void *context, Heap *heap) {
  MethodTables *tables = context;
  for (uint32_t t = 0; t < TABLE_COUNT; t++) {
    for (uint32_t i = 0; i < SLOT_COUNT; i++) {
      heap_mark_object(heap, (Object *)tables->slots[t][i].name);
      heap_mark_object(heap, (Object *)tables->slots[t][i].builtin);
    }
  }
}

/* Which table `tag` has; TABLE_COUNT: none. */
static uint32_t table_of(ValueTag tag) {
  switch (tag) {
  case VALUE_STRING: return 0;
  case VALUE_LIST: return 1;
  case VALUE_MAP: return 2;
  default: return TABLE_COUNT;
  }
}

/* The slot that holds `name`, or the free one where it would go. The table is never full, so the search ends. */
static const MethodSlot *find_slot(const MethodSlot *slots, const String *name) {
  uint64_t hash = (uint64_t)(uintptr_t)name * UINT64_C(0x9E3779B97F4A7C15); /* spreads the address over the high bits */
  uint32_t at = (uint32_t)(hash >> 58);
  while (slots[at].name && slots[at].name != name)
    at = (at + 1) % SLOT_COUNT;
  return &slots[at];
}
_Static_assert(SLOT_COUNT == 1 << (64 - 58), "find_slot takes as many bits as there are slots");

bool method_tables_add(MethodTables *tables, ValueTag tag, String *name, Builtin *builtin) {
  uint32_t table = table_of(tag);
  if (table == TABLE_COUNT || tables->used[table] == MOST_USED) return false;
  MethodSlot *slot = (MethodSlot *)find_slot(tables->slots[table], name);
  if (!slot->name) tables->used[table]++;
  *slot = (MethodSlot){name, builtin};
  return true;
}

Value method_find(const MethodTables *tables, ValueTag tag, const String *name) {
  uint32_t table = table_of(tag);
  if (table == TABLE_COUNT) return value_unset();
  const MethodSlot *slot = find_slot(tables->slots[table], name);
  return slot->name ? value_object(VALUE_BUILTIN, slot->builtin) : value_unset();
}

void method_tables_visit(const MethodTables *tables, ValueTag tag, void (*visit)(void *context, const String *name), void *context) {
  uint32_t table = table_of(tag);
  if (table == TABLE_COUNT) return;
  for (uint32_t i = 0; i < SLOT_COUNT; i++) {
    if (tables->slots[table][i].name) visit(context, tables->slots[table][i].name);
  }
}
