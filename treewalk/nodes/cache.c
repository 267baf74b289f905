/* cache.c -- the slow side of inline caches: filling them, and forgetting the dead. */
#include "cache.h"

bool cache_add(Cache *cache, CacheEntry entry, CacheStats *stats) {
  stats->misses++;
  if (cache->count == CACHE_MOST_ENTRIES) {
    stats->megamorphic++;
    return false;
  }
  if (cache->count == 1) stats->polymorphic++;
  stats->filled++;
  cache->entries[cache->count++] = entry;
  return true;
}

/* Keys below this are tags. */
static bool is_dead(const void *key) { return (uintptr_t)key >= VALUE_TAG_COUNT && !heap_is_marked(key); }

void cache_sweep(const CacheList *list) {
  for (Cache *cache = list->first; cache; cache = cache->next) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < cache->count; i++) {
      if (!is_dead(cache->entries[i].key)) cache->entries[kept++] = cache->entries[i];
    }
    for (uint32_t i = kept; i < cache->count; i++)
      cache->entries[i] = (CacheEntry){.key = NULL};
    cache->count = kept;
  }
}
