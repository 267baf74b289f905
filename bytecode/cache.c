/* cache.c -- the slow side of inline caches: filling them, and forgetting the dead. */
#include "cache.h"

#include "opcode.h"
#include "support/memory.h"

uintptr_t cache_find(const Cache *cache, const void *key) {
  if (cache->first.key == key) return cache->first.target;
  for (uint32_t i = 0; cache->more && i < cache->more->count; i++) {
    if (cache->more->entries[i].key == key) return cache->more->entries[i].target;
  }
  return 0;
}

static CacheMore *add_more(Proto *proto, Cache *cache) {
  CacheMore *more = memory_alloc(sizeof *more);
  more->next = proto->cache_mores;
  proto->cache_mores = more;
  cache->more = more;
  return more;
}

bool cache_add(Proto *proto, Cache *cache, const void *key, uintptr_t target, Caches *caches) {
  CacheEntry entry = {key, target};
  if (!cache->first.key || caches->one_shape) {
    caches->filled++;
    cache->first = entry;
    return true;
  }
  CacheMore *more = cache->more ? cache->more : add_more(proto, cache);
  if (more->count == CACHE_MORE) {
    if (!more->is_full) caches->megamorphic++;
    more->is_full = true;
    return false;
  }
  if (more->count == 0) caches->polymorphic++;
  caches->filled++;
  more->entries[more->count++] = entry;
  return true;
}

void cache_collect_sites(Proto *proto) {
  Instruction instruction;
  size_t capacity = 0;
  for (uint32_t offset = 0; opcode_decode(proto->code, proto->code_length, offset, &instruction); offset += instruction.length) {
    if (!opcode_has_cache(instruction.opcode)) continue;
    if (proto->cache_count == capacity) {
      capacity = memory_grow(capacity, capacity + 1);
      proto->caches = memory_resize(proto->caches, capacity * sizeof *proto->caches);
    }
    proto->caches[proto->cache_count++] = offset + instruction.length;
  }
}

void cache_free_mores(Proto *proto) {
  while (proto->cache_mores) {
    CacheMore *next = proto->cache_mores->next;
    memory_free(proto->cache_mores);
    proto->cache_mores = next;
  }
}

/* Keys below this are tags. */
static bool is_dead(const void *key) { return (uintptr_t)key >= VALUE_TAG_COUNT && !heap_is_marked(key); }

static void sweep_more(CacheMore *more) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < more->count; i++) {
    if (!is_dead(more->entries[i].key)) more->entries[kept++] = more->entries[i];
  }
  if (kept < more->count) more->is_full = false;
  more->count = kept;
}

/* A live key's target needs no look: a shape keeps the shapes that follow it, and its class with the methods. */
static void sweep_cache(Cache *cache) {
  if (cache->more) sweep_more(cache->more);
  if (!cache->first.key || !is_dead(cache->first.key)) return;
  cache->first = (CacheEntry){NULL, 0};
  if (cache->more && cache->more->count) cache->first = cache->more->entries[--cache->more->count];
}

void cache_sweep(const Unit *units) {
  for (const Unit *unit = units; unit; unit = unit->next) {
    for (const Proto *proto = unit->protos; proto; proto = proto->next) {
      for (uint32_t i = 0; i < proto->cache_count; i++) {
        sweep_cache(cache_before(proto->code + proto->caches[i]));
      }
    }
  }
}
