/* cache.h -- inline caches: what an instruction found out the last time, kept in the instruction itself.
 *
 *     INVOKE_CACHED | name | argc | key: shape of Square | target: Square.area | more |
 *
 * `o.side` asks "in which slot has an object of this shape the field side?", and at one place in a program the answer is nearly always the one it gave before. So
 * the instruction keeps the shape and the answer, and the next time one comparison replaces the look-up. A second, third and fourth shape go to a small table behind
 * `more` (a polymorphic site); a site that sees still more is left to the general way (megamorphic).
 *
 * Correct because a shape never changes: it says which slot a field has, and (each class has shapes of its own, and methods are fixed once the class statement has run) which method a name
 * means. A changed object has another shape. When the collector frees a shape, its address may come back as another's: cache_sweep forgets every dead key before that.
 */
#ifndef DUET_BYTECODE_CACHE_H
#define DUET_BYTECODE_CACHE_H

#include "chunk.h"
#include "runtime/fields.h"

/* What a key leads to, told apart by the lowest bits. */
enum {
  CACHE_SLOT = 1,    /* a slot, shifted left by CACHE_SHIFT */
  CACHE_BUILTIN = 2, /* a Builtin to be run on the receiver */
  CACHE_OBJECT = 0,  /* a Closure to be run on the receiver; for a store: the next shape */
  CACHE_MASK = 3,
  CACHE_SHIFT = 2
};

typedef struct __attribute__((packed)) CacheEntry {
  const void *key;  /* a Shape; for super a Class; for strings, lists and maps their tag as a number; NULL: free */
  uintptr_t target; /* see above */
} CacheEntry;

enum { CACHE_MORE = 3 };

/* The further entries of a polymorphic site; host memory, owned by its proto. */
struct CacheMore {
  CacheMore *next; /* of the proto */
  CacheEntry entries[CACHE_MORE];
  uint32_t count;
  bool is_full; /* megamorphic: nothing is added any more */
};

/* In the code: packed, at any address. */
typedef struct __attribute__((packed)) Cache {
  CacheEntry first;
  CacheMore *more;
} Cache;

static_assert(sizeof(Cache) == 24, "OPERAND_CACHE in opcode.h has as many bytes");

/* What the caches of a machine have in common. */
typedef struct Caches {
  bool one_shape;       /* --without=poly: a site keeps one entry, the last */
  uint64_t filled;      /* entries made */
  uint64_t polymorphic; /* sites that met a second key */
  uint64_t megamorphic; /* sites that met too many */
  uint64_t misses;      /* look-ups that no entry answered */
} Caches;

/* The cache of the instruction that ends at `ip`: always its last operand. Code is const for everyone else. */
static inline Cache *cache_before(const uint8_t *ip) { return (Cache *)(uintptr_t)(ip - sizeof(Cache)); }

static inline uintptr_t cache_slot(uint32_t slot) { return (uintptr_t)slot << CACHE_SHIFT | CACHE_SLOT; }

/* The target of `key`, also behind the first entry; 0: none. */
uintptr_t cache_find(const Cache *cache, const void *key);

/* Remembers a target, unless the site has met too many. Gives whether it did. `proto` is the function that the cache is in. */
bool cache_add(Proto *proto, Cache *cache, const void *key, uintptr_t target, Caches *caches);

/* Notes where the proto's caches are; once, when its code is complete. */
void cache_collect_sites(Proto *proto);

/* Frees what the proto's polymorphic sites have. */
void cache_free_mores(Proto *proto);

/* A weak sweep: forgets the keys that are about to be freed. */
void cache_sweep(const Unit *units);

#endif
