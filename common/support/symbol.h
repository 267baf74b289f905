/* symbol.h -- names, each stored once.
 *
 * The lexer sees `count` a hundred times and interns it once: equal names are equal pointers, and their hash is known.
 * String literals are symbols too. Each symbol has a small id, so that a wing can keep what it knows about a
 * symbol (its guest string, say) in an array beside the table.
 */
#ifndef DUET_SUPPORT_SYMBOL_H
#define DUET_SUPPORT_SYMBOL_H

#include "support/arena.h"

typedef struct Symbol {
  uint32_t id;     /* 0, 1, 2 ... in the order of interning */
  uint32_t hash;   /* of its bytes */
  uint32_t length; /* in bytes; a string literal may hold NULs */
  char chars[];    /* with a NUL behind */
} Symbol;

typedef struct SymbolTable {
  Arena arena;     /* the symbols */
  Symbol **slots;  /* owned; open addressing, a power of two, NULL where free */
  size_t capacity; /* of slots */
  uint32_t count;
  Symbol **by_id; /* owned; count symbols */
  size_t by_id_capacity;
} SymbolTable;

/* An empty table, to be given back with symbol_table_free, which frees its symbols too. */
void symbol_table_init(SymbolTable *table);
void symbol_table_free(SymbolTable *table);

/* The one symbol with these bytes, valid as long as the table. */
const Symbol *symbol_intern(SymbolTable *table, const char *chars, size_t length);

#endif
