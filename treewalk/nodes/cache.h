/* cache.h -- inline caches: what a node found out the last time, kept in the node.
 *
 *     o.side   key: shape of Square --> slot 0        one comparison in place of a look-up
 *              key: shape of Cube   --> slot 2        a node that meets several shapes keeps a few;
 *                                                     one that meets more takes the general function for good
 *
 * Right because a shape never changes, and because methods are fixed once the class statement has run: a changed object has another shape, a class made anew other shapes.
 * A cache holds its keys weakly: when the collector frees a shape, its address may come back as another's, so cache_sweep forgets dead keys first. A live key keeps its target
 * alive: a shape the shapes that follow it, and its class with the methods.
 */
#ifndef DUET_TREEWALK_NODES_CACHE_H
#define DUET_TREEWALK_NODES_CACHE_H

#include "code.h"
#include "runtime/fields.h"
#include "support/arena.h"

typedef enum CacheKind {
  CACHE_SLOT,   /* of a field that is there */
  CACHE_ADD,    /* the field is added: the next shape */
  CACHE_METHOD, /* a guest method */
  CACHE_BUILTIN /* a method that is a C function */
} CacheKind;

typedef struct CacheEntry {
  const void *key; /* a Shape; for `super` a Class; for what has no shape its tag as a number; NULL: none */
  union {
    uint32_t slot;
    Shape *next;
    const Lambda *method;
    const Builtin *builtin;
  };
  CacheKind kind;
} CacheEntry;

enum { CACHE_MOST_ENTRIES = 8 };

/* Part of a node. The first entry is compared in line; a node that meets a second key gets room for the others. */
typedef struct Cache {
  CacheEntry first;
  CacheEntry *others; /* in the arena; NULL: none yet */
  uint32_t count;     /* of all entries */
  struct Cache *next; /* of the machine's */
} Cache;

typedef struct CacheStats {
  uint64_t filled;      /* entries made */
  uint64_t misses;      /* look-ups that no entry answered */
  uint64_t polymorphic; /* nodes that met a second key */
  uint64_t megamorphic; /* nodes that met too many, and gave up */
} CacheStats;

/* All the caches there are. */
typedef struct CacheList {
  Cache *first;
} CacheList;

/* A new cache, with the node that it is in. */
static inline void cache_register(CacheList *list, Cache *cache) {
  cache->next = list->first;
  list->first = cache;
}

/* The entry of `key`, or NULL. */
static inline const CacheEntry *cache_find(const Cache *cache, const void *key) {
  if (cache->first.key == key) return &cache->first;
  for (uint32_t i = 1; i < cache->count; i++) {
    if (cache->others[i - 1].key == key) return &cache->others[i - 1];
  }
  return NULL;
}

/* Notes a miss, and remembers an entry. False: there are too many, the node should look things up the general way from now on. */
bool cache_add(Cache *cache, CacheEntry entry, Arena *arena, CacheStats *stats);

/* Before the collector frees what is unmarked: forgets the keys among it. */
void cache_sweep(const CacheList *list);

#endif
