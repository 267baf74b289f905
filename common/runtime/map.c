/* map.c -- insertion-ordered maps.
 *
 * The index finds, the entries remember the order. A slot of the index holds a hash and where the entry is, so a search goes to the entries only for what is nearly sure to be
 * the key. The upper bits of the hash say where a search begins; it goes on to the right until the key or a free slot. A deleted entry becomes a
 * hole whose slot stays taken, so that searches pass over it. Maps of up to SMALL_MAX entries have no index: looking through them is as quick.
 *
 * At most three quarters of the slots are taken. When the index doubles, the slots are copied from left to right, and since an upper bit more decides, each goes to
 * about twice its old place: both are walked in order, and no key is looked at:
 *
 *     [ a . b c ]   -->   [ . a . . b . c . ]
 *
 * Holes go when half the entries are holes, or when there is no room for a new entry: then the entries move together, in order, and the
 * index is written anew. Each such pass over n entries is paid by the n/2 deletions or additions before it, so loops that delete and
 * add stay linear.
 */
#include "runtime/map.h"
#include "runtime/equal.h"

enum { SMALL_MAX = 8, FIRST_CAPACITY = 4, FIRST_INDEX_BITS = 4, MOST_INDEX_BITS = 31 };

static size_t index_capacity(const Map *map) { return map->index_bits ? (size_t)1 << map->index_bits : 0; }

/* How many entries a map may have whose index has 2^bits slots. */
static size_t entries_for(uint32_t bits) { return ((size_t)1 << bits) / 4 * 3; }

static void map_trace(Object *object, Heap *heap) {
  Map *map = (Map *)object;
  static_assert(sizeof(MapEntry) == 2 * sizeof(Value), "entries are rows of values");
  if (map->entry_count > 0) heap_mark_values(heap, &map->entries[0].key, (size_t)map->entry_count * 2);
}
static void map_free(Object *object, Heap *heap) {
  Map *map = (Map *)object;
  heap_release(heap, map->entries, map->entry_capacity * sizeof(MapEntry));
  heap_release(heap, map->index, index_capacity(map) * sizeof(MapSlot));
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

static inline bool key_equal(Value a, Value b) {
  if (value_identical(a, b)) return true; /* no key is NaN */
  /* Two tags can only be equal as numbers; holes and all other kinds are equal by identity alone. */
  return (a.tag == VALUE_STRING || a.tag == VALUE_FLOAT || a.tag == VALUE_INT) && value_equal(a, b);
}

static bool is_nan(Value key) { return value_is(key, VALUE_FLOAT) && value_as_float(key) != value_as_float(key); }

/* Where a search for `hash` begins. */
static inline size_t first_slot(uint32_t bits, uint32_t hash) { return hash >> (32 - bits); }

static MapEntry *find_without_index(const Map *map, Value key, uint32_t hash) {
  bool is_string = value_is(key, VALUE_STRING);
  for (MapEntry *entry = map->entries, *end = entry + map->entry_count; entry < end; entry++) {
    /* Other strings are told apart by their hashes, which every key has. */
    if (is_string && value_is(entry->key, VALUE_STRING) && value_as_string(entry->key)->object.hash != hash) continue;
    if (key_equal(key, entry->key)) return entry;
  }
  return NULL;
}

/* `hash` is the key's. When the key is not there, *free_slot is where its slot would be (maps with an index). */
static inline MapEntry *find_entry(const Map *map, Value key, uint32_t hash, size_t *free_slot) {
  if (map->index_bits == 0) return find_without_index(map, key, hash);
  size_t mask = index_capacity(map) - 1;
  size_t at = first_slot(map->index_bits, hash);
  for (; map->index[at].entry; at = (at + 1) & mask) {
    if (map->index[at].hash != hash) continue;
    MapEntry *entry = &map->entries[map->index[at].entry - 1];
    if (LIKELY(key_equal(key, entry->key))) return entry;
  }
  *free_slot = at;
  return NULL;
}

Value *map_find(const Map *map, Value key) {
  if (is_nan(key)) return NULL;
  size_t free_slot;
  MapEntry *entry = find_entry(map, key, value_hash(key), &free_slot);
  return entry ? &entry->value : NULL;
}

/* ---- changing ---- */

/* The free slot where a key with this hash goes. */
static size_t find_free(const MapSlot *index, uint32_t bits, uint32_t hash) {
  size_t mask = ((size_t)1 << bits) - 1;
  size_t at = first_slot(bits, hash);
  while (index[at].entry)
    at = (at + 1) & mask;
  return at;
}

/* Moves the entries together over the holes, and writes the index anew. */
static void compact(Map *map) {
  if (map->index_bits) memset(map->index, 0, index_capacity(map) * sizeof(MapSlot));
  uint32_t kept = 0;
  for (uint32_t i = 0; i < map->entry_count; i++) {
    Value key = map->entries[i].key;
    if (value_is(key, VALUE_UNSET)) continue;
    map->entries[kept++] = map->entries[i];
    if (map->index_bits == 0) continue;
    uint32_t hash = value_hash(key);
    map->index[find_free(map->index, map->index_bits, hash)] = (MapSlot){hash, kept};
  }
  map->entry_count = kept;
  map->first = 0;
}

/* Fills an empty index of twice as many slots from the old one. It begins behind a free slot, so that slots which went round the end come in order, too. */
static void spread(const MapSlot *old, uint32_t old_bits, MapSlot *index) {
  size_t count = (size_t)1 << old_bits, start = 0;
  while (old[start].entry)
    start++;
  for (size_t i = 1; i <= count; i++) {
    MapSlot slot = old[(start + i) & (count - 1)];
    if (slot.entry) index[find_free(index, old_bits + 1, slot.hash)] = slot;
  }
}

/* An index of 2^bits slots for the entries, of which none is a hole. */
static bool grow_index(Runtime *rt, Map *map, uint32_t bits) {
  size_t size = ((size_t)1 << bits) * sizeof(MapSlot);
  MapSlot *index = heap_resize(rt->heap, NULL, 0, size);
  if (!index) return runtime_out_of_memory(rt);
  memset(index, 0, size);
  MapSlot *old = map->index;
  uint32_t old_bits = map->index_bits;
  map->index = index;
  map->index_bits = bits;
  if (old_bits == 0) {
    compact(map);
    return true;
  }
  spread(old, old_bits, index);
  heap_release(rt->heap, old, ((size_t)1 << old_bits) * sizeof(MapSlot));
  return true;
}

/* Twice the entries, and an index to go with them. */
static bool grow(Runtime *rt, Map *map) {
  size_t capacity = map->entry_capacity ? (size_t)map->entry_capacity * 2 : FIRST_CAPACITY;
  if (capacity > SMALL_MAX) {
    uint32_t bits = map->index_bits && entries_for(map->index_bits) > map->entry_capacity ? map->index_bits : map->index_bits + 1;
    if (bits < FIRST_INDEX_BITS) bits = FIRST_INDEX_BITS;
    if (bits > MOST_INDEX_BITS) return runtime_out_of_memory(rt);
    if (bits > map->index_bits && !grow_index(rt, map, bits)) return false;
    capacity = entries_for(bits);
  }
  MapEntry *entries = heap_resize(rt->heap, map->entries, map->entry_capacity * sizeof(MapEntry), capacity * sizeof(MapEntry));
  if (!entries) return runtime_out_of_memory(rt);
  map->entries = entries;
  map->entry_capacity = (uint32_t)capacity;
  return true;
}

/* Room for one more entry: holes are used again where there are many, else the map grows. */
static bool make_room(Runtime *rt, Map *map) {
  bool has_holes = map->entry_count > map->count;
  bool is_enough = map->entry_count - map->count >= map->entry_capacity / 4 + 1;
  if (has_holes) compact(map);
  return is_enough || grow(rt, map);
}

bool map_set(Runtime *rt, Map *map, Value key, Value value) {
  uint32_t hash = value_hash(key);
  size_t slot = 0;
  MapEntry *entry = find_entry(map, key, hash, &slot);
  if (entry) {
    entry->value = value;
    return true;
  }
  if (map->entry_count == map->entry_capacity) {
    if (!make_room(rt, map)) return false;
    if (map->index_bits) slot = find_free(map->index, map->index_bits, hash);
  }
  map->entries[map->entry_count++] = (MapEntry){key, value};
  if (map->index_bits) map->index[slot] = (MapSlot){hash, map->entry_count};
  map->count++;
  map->changes++;
  return true;
}

bool map_delete(Map *map, Value key) {
  size_t free_slot;
  MapEntry *entry = is_nan(key) ? NULL : find_entry(map, key, value_hash(key), &free_slot);
  if (!entry) return false;
  *entry = (MapEntry){value_unset(), value_unset()};
  while (map->first < map->entry_count && value_is(map->entries[map->first].key, VALUE_UNSET))
    map->first++;
  map->count--;
  map->changes++;
  if (map->entry_count > SMALL_MAX && map->count < map->entry_count / 2) compact(map);
  return true;
}
