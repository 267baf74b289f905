/* map.c -- insertion-ordered maps.
 *
 * The index finds, the entries remember the order. A place in the index is 0 when free, else 1 + the position of an entry. A deleted entry becomes a
 * hole whose place in the index stays taken, so that probing passes over it. Maps of up to SMALL_MAX entries have no index: looking through them is as quick.
 *
 * Holes go when half the entries are holes, or when there is no room for a new entry: then the entries move together, in order, and the
 * index is written anew. Each such pass over n entries is paid by the n/2 deletions or additions before it, so loops that delete and
 * add stay linear.
 */
#include "runtime/map.h"
#include "runtime/equal.h"

enum { SMALL_MAX = 8, FIRST_CAPACITY = 4 };

static void map_trace(Object *object, Heap *heap) {
  Map *map = (Map *)object;
  static_assert(sizeof(MapEntry) == 2 * sizeof(Value), "entries are rows of values");
  if (map->entry_count > 0) heap_mark_values(heap, &map->entries[0].key, (size_t)map->entry_count * 2);
}
static void map_free(Object *object, Heap *heap) {
  Map *map = (Map *)object;
  heap_release(heap, map->entries, map->entry_capacity * sizeof(MapEntry));
  heap_release(heap, map->index, map->index_capacity * sizeof(uint32_t));
}
static size_t map_size(const Object *object) {
  (void)object;
  return sizeof(Map);
}
static const ObjectKind map_kind = {"map", map_trace, map_free, map_size};

Map *map_new(Runtime *rt) {
  Map *map = heap_alloc(rt->heap, &map_kind, sizeof *map);
  if (!map) (void)runtime_out_of_memory(rt);
  return map;
}

/* ---- finding ---- */

static bool key_equal(Value a, Value b) {
  if (value_identical(a, b)) return true; /* no key is NaN */
  /* Two tags can only be equal as numbers; holes and all other kinds are equal by identity alone. */
  return (a.tag == VALUE_STRING || a.tag == VALUE_FLOAT || a.tag == VALUE_INT) && value_equal(a, b);
}

static bool is_nan(Value key) { return value_is(key, VALUE_FLOAT) && value_as_float(key) != value_as_float(key); }

static MapEntry *find_entry(const Map *map, Value key) {
  if (map->index_capacity == 0) {
    for (uint32_t i = 0; i < map->entry_count; i++) {
      if (key_equal(key, map->entries[i].key)) return &map->entries[i];
    }
    return NULL;
  }
  uint32_t mask = map->index_capacity - 1;
  for (uint32_t i = value_hash(key) & mask; map->index[i]; i = (i + 1) & mask) {
    MapEntry *entry = &map->entries[map->index[i] - 1];
    if (key_equal(key, entry->key)) return entry;
  }
  return NULL;
}

Value *map_find(const Map *map, Value key) {
  if (is_nan(key)) return NULL;
  MapEntry *entry = find_entry(map, key);
  return entry ? &entry->value : NULL;
}

/* ---- changing ---- */

static void index_entry(Map *map, uint32_t position) {
  uint32_t mask = map->index_capacity - 1, i = value_hash(map->entries[position].key) & mask;
  while (map->index[i])
    i = (i + 1) & mask;
  map->index[i] = position + 1;
}

/* Moves the entries together over the holes, and writes the index anew. */
static void compact(Map *map) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < map->entry_count; i++) {
    if (!value_is(map->entries[i].key, VALUE_UNSET)) map->entries[kept++] = map->entries[i];
  }
  map->entry_count = kept;
  map->first = 0;
  if (map->index_capacity == 0) return;
  memset(map->index, 0, map->index_capacity * sizeof(uint32_t));
  for (uint32_t i = 0; i < kept; i++)
    index_entry(map, i);
}

/* Twice the entries, with an index of at least twice as many places. */
static bool grow(Runtime *rt, Map *map) {
  uint32_t capacity = map->entry_capacity ? map->entry_capacity * 2 : FIRST_CAPACITY;
  if (capacity > UINT32_MAX / 4) return runtime_out_of_memory(rt);
  if (capacity > SMALL_MAX && map->index_capacity < capacity * 2) {
    uint32_t *index = heap_resize(rt->heap, map->index, map->index_capacity * sizeof(uint32_t), (size_t)capacity * 2 * sizeof(uint32_t));
    if (!index) return runtime_out_of_memory(rt);
    map->index = index;
    map->index_capacity = capacity * 2;
    /* Right now, so that the map is whole whatever the next allocation does. */
    compact(map);
  }
  MapEntry *entries = heap_resize(rt->heap, map->entries, map->entry_capacity * sizeof(MapEntry), capacity * sizeof(MapEntry));
  if (!entries) return runtime_out_of_memory(rt);
  map->entries = entries;
  map->entry_capacity = capacity;
  return true;
}

/* Room for one more entry: holes are used again where there are many, else the map grows. */
static bool make_room(Runtime *rt, Map *map) {
  if (map->entry_count < map->entry_capacity) return true;
  if (map->entry_count - map->count >= map->entry_capacity / 4 + 1) {
    compact(map);
    return true;
  }
  return grow(rt, map);
}

bool map_set(Runtime *rt, Map *map, Value key, Value value) {
  MapEntry *entry = find_entry(map, key);
  if (entry) {
    entry->value = value;
    return true;
  }
  if (!make_room(rt, map)) return false;
  map->entries[map->entry_count] = (MapEntry){key, value};
  if (map->index_capacity) index_entry(map, map->entry_count);
  map->entry_count++;
  map->count++;
  map->changes++;
  return true;
}

bool map_delete(Map *map, Value key) {
  MapEntry *entry = is_nan(key) ? NULL : find_entry(map, key);
  if (!entry) return false;
  *entry = (MapEntry){value_unset(), value_unset()};
  while (map->first < map->entry_count && value_is(map->entries[map->first].key, VALUE_UNSET))
    map->first++;
  map->count--;
  map->changes++;
  if (map->entry_count > SMALL_MAX && map->count < map->entry_count / 2) compact(map);
  return true;
}
