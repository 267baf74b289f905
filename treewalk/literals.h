/* literals.h -- the guest strings of string literals and names.
 *
 * The tree has symbols; the running program needs strings. Each symbol's string is made once, when it is first needed, and found by the symbol's id ever after.
 */
#ifndef DUET_TREEWALK_LITERALS_H
#define DUET_TREEWALK_LITERALS_H

#include "runtime/string.h"
#include "support/symbol.h"

typedef struct Literals {
  String **strings; /* owned; by symbol id, NULL where not needed yet */
  uint32_t capacity;
} Literals;

/* The slow side of literals_string. */
String *literals_make(Runtime *rt, Literals *literals, const Symbol *symbol) MUST_CHECK;

/* The interned string of `symbol`, which lives as long as `literals`. NULL after out of memory. May collect. */
static inline String *MUST_CHECK literals_string(Runtime *rt, Literals *literals, const Symbol *symbol) {
  if (LIKELY(symbol->id < literals->capacity && literals->strings[symbol->id])) return literals->strings[symbol->id];
  return literals_make(rt, literals, symbol);
}

void literals_mark(const Literals *literals, Heap *heap);
void literals_free(Literals *literals);

#endif
