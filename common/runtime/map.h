/* map.h -- maps in insertion order.
 *
 *     index:   [ . 2 . 0 . . 1 . ]          open addressing, by hash: hashes and positions in entries
 *     entries: [ k0 v0 | k1 v1 | k2 v2 ]    in the order of insertion; a deleted one is left as a hole until the next growth
 *
 * Keys are equal as `==` says (1 and 1.0 are one key, the first one stays). `changes` counts the keys that came and went, so a walk notices.
 */
#ifndef DUET_RUNTIME_MAP_H
#define DUET_RUNTIME_MAP_H

#include "runtime/runtime.h"

typedef struct MapEntry {
  Value key; /* UNSET: a hole */
  Value value;
} MapEntry;

typedef struct MapSlot {
  uint32_t hash;
  uint32_t entry; /* 1 + its position; 0: free */
} MapSlot;

/* A run: entry i has the key run_start + i, an int, or is a hole; and there is no index. */
enum { MAP_IS_RUN = 1 };

typedef struct Map {
  Object object; /* flags: MAP_IS_RUN */
  MapEntry *entries;
  uint32_t entry_count; /* holes included */
  uint32_t entry_capacity;
  uint32_t count;   /* keys */
  uint32_t changes; /* keys added and deleted so far, wrapping */
  MapSlot *index;
  uint64_t run_start;  /* MAP_IS_RUN: what the key of entry 0 is or was */
  uint32_t index_bits; /* the index has 2^bits slots; 0: there is none */
  uint32_t first;      /* no key before this position: what is used as a queue is still quick to look into from the front */
} Map;

static inline Map *value_as_map(Value value) { return value_as_object(value); }
static inline Value value_map(const Map *map) { return value_object(VALUE_MAP, map); }

/* An empty map. NULL after out of memory. May collect. */
Map *map_new(Runtime *rt) MUST_CHECK;

/* The value of `key`, or NULL; valid until the map changes. NaN is never found. Never collects. */
Value *map_find(const Map *map, Value key);

/* Sets `key` (no NaN: the caller looked). Map, key and value must be rooted. False after out of memory. May collect. */
bool map_set(Runtime *rt, Map *map, Value key, Value value) MUST_CHECK;

/* Deletes `key`; was it there? Never collects. */
bool map_delete(Runtime *rt, Map *map, Value key);

#endif
