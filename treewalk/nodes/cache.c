/* cache.c -- the slow side of inline caches: filling them, and forgetting the dead. */
#include "cache.h"

bool cache_add(Cache *cache, CacheEntry entry, Arena *arena, CacheStats *stats) {
  stats->misses++;
  if (cache->count == CACHE_MOST_ENTRIES) {
    stats->megamorphic++;
    return false;
  }
  if (cache->count == 1) stats->polymorphic++;
  stats->filled++;
  if (cache->count == 0)
    cache->first = entry;
  else {
    if (!cache->others) cache->others = arena_alloc(arena, (CACHE_MOST_ENTRIES - 1) * sizeof *cache->others);
    cache->others[cache->count - 1] = entry;
  }
  cache->count++;
  return true;
}

/* Keys below this are tags. */
static bool is_dead(const void *key) { return (uintptr_t)key >= VALUE_TAG_COUNT && !heap_is_marked(key); }

/* The living entries move up; what is left behind them has no key. */
static void sweep(Cache *cache) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < cache->count; i++) {
    CacheEntry *entry = i == 0 ? &cache->first : &cache->others[i - 1];
    CacheEntry found = *entry;
    entry->key = NULL;
    if (is_dead(found.key)) continue;
    *(kept == 0 ? &cache->first : &cache->others[kept - 1]) = found;
    kept++;
  }
  cache->count = kept;
}

void cache_sweep(const CacheList *list) {
  for (Cache *cache = list->first; cache; cache = cache->next)
    sweep(cache);
}
