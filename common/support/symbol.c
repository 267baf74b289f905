/* symbol.c -- the table that makes equal names one.
 *
 * An open-addressing hash table with linear probing, at most two thirds full. Symbols themselves live in an arena and never move or die, so
 * growing the table only moves pointers.
 *
 *     slots:  [   ][ x ][   ][count][print][   ]...      count and print hashed to the same slot
 *     by_id:  [count][x][print]
 */
#include "support/symbol.h"
#include "support/memory.h"
#include <string.h>

enum { FIRST_SLOTS = 64 };

/* FNV-1a: one multiplication per byte, good enough for names. */
static uint32_t hash_bytes(const char *chars, size_t length) {
  uint64_t hash = 14695981039346656037u;
  for (size_t i = 0; i < length; i++)
    hash = (hash ^ (unsigned char)chars[i]) * 1099511628211u;
  return (uint32_t)(hash ^ (hash >> 32));
}

void symbol_table_init(SymbolTable *table) {
  *table = (SymbolTable){0};
  arena_init(&table->arena);
}

void symbol_table_free(SymbolTable *table) {
  arena_free(&table->arena);
  memory_free(table->slots);
  memory_free(table->by_id);
  *table = (SymbolTable){0};
}

/* No bytes may come as NULL, which memcmp does not take. */
static bool same_bytes(const char *a, const char *b, size_t length) { return length == 0 || memcmp(a, b, length) == 0; }

/* The slot that holds these bytes, or the free one where they belong. The table is never full, so there is one. */
static Symbol **find_slot(const SymbolTable *table, const char *chars, size_t length, uint32_t hash) {
  size_t mask = table->capacity - 1;
  for (size_t i = hash & mask;; i = (i + 1) & mask) {
    Symbol *symbol = table->slots[i];
    if (symbol == NULL) return &table->slots[i];
    if (symbol->hash == hash && symbol->length == length && same_bytes(symbol->chars, chars, length)) return &table->slots[i];
  }
}

static void grow_slots(SymbolTable *table) {
  size_t old_capacity = table->capacity;
  Symbol **old = table->slots;
  table->capacity = old_capacity > 0 ? old_capacity * 2 : FIRST_SLOTS;
  table->slots = memory_alloc(table->capacity * sizeof(Symbol *));
  for (size_t i = 0; i < old_capacity; i++) {
    if (old[i] != NULL) *find_slot(table, old[i]->chars, old[i]->length, old[i]->hash) = old[i];
  }
  memory_free(old);
}

static Symbol *new_symbol(SymbolTable *table, const char *chars, size_t length, uint32_t hash) {
  Symbol *symbol = arena_alloc(&table->arena, sizeof(Symbol) + length + 1);
  symbol->id = table->count;
  symbol->hash = hash;
  symbol->length = (uint32_t)length;
  if (length > 0) memcpy(symbol->chars, chars, length);
  if (table->count == table->by_id_capacity) {
    table->by_id_capacity = memory_grow(table->by_id_capacity, (size_t)table->count + 1);
    table->by_id = memory_resize(table->by_id, table->by_id_capacity * sizeof(Symbol *));
  }
  table->by_id[table->count++] = symbol;
  return symbol;
}

const Symbol *symbol_intern(SymbolTable *table, const char *chars, size_t length) {
  if (((size_t)table->count + 1) * 3 > table->capacity * 2) grow_slots(table);
  uint32_t hash = hash_bytes(chars, length);
  Symbol **slot = find_slot(table, chars, length, hash);
  if (*slot == NULL) *slot = new_symbol(table, chars, length, hash);
  return *slot;
}
