/* string_table.h -- the table of interned strings.
 *
 *     slots: [ . | "name" | . | "x" | (gone) | . | "init" | . ]       open addressing, by hash
 *
 * It holds its strings weakly: a collection takes out those that nothing else refers to, leaving a tombstone so that probing still passes over the
 * place. A name that only dead code used does not stay for ever.
 */
#ifndef DUET_RUNTIME_STRING_TABLE_H
#define DUET_RUNTIME_STRING_TABLE_H

#include "runtime/runtime.h"

/* NULL: no memory. `hash` and `equals` come from string.c, which knows what a string is. */
StringTable *string_table_new(Heap *heap) MUST_CHECK;
void string_table_free(StringTable *table, Heap *heap);

/* Does `string` have these bytes? */
typedef bool StringMatch(const String *string, const char *chars, size_t length);

/* The string with this hash that matches, or NULL. Never collects. */
String *string_table_find(const StringTable *table, uint32_t hash, StringMatch *match, const char *chars, size_t length);

/* Adds a string (rooted) that is not there yet. False: no memory. May collect. */
bool string_table_add(StringTable *table, Heap *heap, String *string) MUST_CHECK;

#endif
