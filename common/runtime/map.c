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
 * A map whose keys so far are the ints n, n+1, n+2 ... in this order, as in a table of results or a numbering, is a run: the key says where its entry is, so it needs neither hashes nor
 * an index. The first key that does not fit makes it a map like any other.
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
  if (map)
    map->object.flags = MAP_IS_RUN;
  else
    (void)runtime_out_of_memory(rt);
  return map;
}

/* ---- finding ---- */

static inline bool key_equal(Value a, Value b) {
  if (value_identical(a, b)) return true; /* no key is NaN */
  /* Two tags can only be equal as numbers; holes and all other kinds are equal by identity alone. */
  return (a.tag == VALUE_STRING || a.tag == VALUE_FLOAT || a.tag == VALUE_INT) && value_equal(a, b);
}

static inline bool is_run(const Map *map) { return map->object.flags & MAP_IS_RUN; }

static inline MapEntry *find_in_run(const Map *map, Value key) {
  int64_t number = value_as_int(key);
  if (!value_is(key, VALUE_INT) && !(value_is(key, VALUE_FLOAT) && value_whole_float(key, &number))) return NULL;
  uint64_t at = (uint64_t)number - map->run_start;
  if (at >= map->entry_count || UNLIKELY(value_is(map->entries[at].key, VALUE_UNSET))) return NULL;
  return &map->entries[at];
}

static bool is_nan(Value key) { return value_is(key, VALUE_FLOAT) && value_as_float(key) != value_as_float(key); }

/* Where a search for `hash` begins. */
static inline size_t first_slot(uint32_t bits, uint32_t hash) { return hash >> (32 - bits); }

static MapEntry *find_without_index(const Map *map, Value key, uint32_t hash) {
  bool is_string = value_is(key, VALUE_STRING);
  for (uint32_t i = 0; i < map->entry_count; i++) {
    MapEntry *entry = &map->entries[i];
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

/* The entry of any key, or NULL. */
static inline MapEntry *find_any(const Map *map, Value key) {
  size_t free_slot;
  if (is_run(map)) return find_in_run(map, key);
  return is_nan(key) ? NULL : find_entry(map, key, value_hash(key), &free_slot);
}

Value *map_find(const Map *map, Value key) {
  MapEntry *entry = find_any(map, key);
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

static size_t index_bytes(uint32_t bits) { return ((size_t)1 << bits) * sizeof(MapSlot); }

/* Puts this index of 2^bits slots in the place of the smaller one, or of none. The entries have no holes, or move together over them. */
static void use_index(Heap *heap, Map *map, MapSlot *index, uint32_t bits) {
  memset(index, 0, index_bytes(bits));
  MapSlot *old = map->index;
  uint32_t old_bits = map->index_bits;
  map->index = index;
  map->index_bits = bits;
  if (old_bits == 0) {
    compact(map);
    return;
  }
  spread(old, old_bits, index);
  heap_release(heap, old, index_bytes(old_bits));
}

static bool grow_index(Runtime *rt, Map *map, uint32_t bits) {
  MapSlot *index = heap_resize(rt->heap, NULL, 0, index_bytes(bits));
  if (!index) return runtime_out_of_memory(rt);
  use_index(rt->heap, map, index, bits);
  return true;
}

/* An index for all the entries that there is room for takes so many bits. */
static uint32_t bits_for(size_t entries) {
  uint32_t bits = FIRST_INDEX_BITS;
  while (entries_for(bits) < entries)
    bits++;
  return bits;
}

static bool resize_entries(Runtime *rt, Map *map, size_t capacity) {
  MapEntry *entries = heap_resize(rt->heap, map->entries, map->entry_capacity * sizeof(MapEntry), capacity * sizeof(MapEntry));
  if (!entries) return runtime_out_of_memory(rt);
  map->entries = entries;
  map->entry_capacity = (uint32_t)capacity;
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
  return resize_entries(rt, map, capacity);
}

/* Room for one more entry: holes are used again where there are many, else the map grows. */
static bool make_room(Runtime *rt, Map *map) {
  bool has_holes = map->entry_count > map->count;
  bool is_enough = map->entry_count - map->count >= map->entry_capacity / 4 + 1;
  if (has_holes) compact(map);
  return is_enough || grow(rt, map);
}

/* ---- runs ---- */

/* Every hole is in front of the first key. */
static bool has_holes_in_front_only(const Map *map) { return map->first == map->entry_count - map->count; }

/* Takes the holes in front away: the run begins later. */
static void shift_run(Map *map) {
  uint32_t holes = map->first;
  memmove(map->entries, map->entries + holes, map->count * sizeof(MapEntry));
  map->run_start += holes;
  map->entry_count = map->count;
  map->first = 0;
}

/* The map is a run no longer. */
static bool leave_run(Runtime *rt, Map *map) {
  if (map->entry_capacity > SMALL_MAX && !grow_index(rt, map, bits_for(map->entry_capacity))) return false;
  map->object.flags = 0;
  return true;
}

/* A run of which most keys were deleted has its holes taken out, unless memory is short. */
static void thin_run(Runtime *rt, Map *map) {
  if (has_holes_in_front_only(map)) {
    shift_run(map);
    return;
  }
  uint32_t bits = bits_for(map->entry_capacity);
  MapSlot *index = heap_try_buffer(rt->heap, index_bytes(bits));
  if (!index) return;
  use_index(rt->heap, map, index, bits);
  map->object.flags = 0;
}

/* Room for one more entry of a run, which it may have to leave for that. */
static bool make_room_in_run(Runtime *rt, Map *map) {
  bool has_many_holes = map->entry_count - map->count >= map->entry_capacity / 4 + 1;
  if (has_many_holes && has_holes_in_front_only(map)) {
    shift_run(map);
    return true;
  }
  if (has_many_holes) return leave_run(rt, map);
  size_t capacity = map->entry_capacity ? (size_t)map->entry_capacity * 2 : FIRST_CAPACITY;
  return capacity <= entries_for(MOST_INDEX_BITS) ? resize_entries(rt, map, capacity) : runtime_out_of_memory(rt);
}

/* Does a key that is not there go on with the run? */
static bool goes_on(Map *map, Value key) {
  if (!value_is(key, VALUE_INT)) return false;
  if (map->entry_count == 0) map->run_start = key.payload;
  return key.payload == map->run_start + map->entry_count;
}

/* Adds a key that is not there; `*done` is false when that is for map_set to do, as the map is a run no longer. */
static bool add_to_run(Runtime *rt, Map *map, Value key, Value value, bool *done) {
  *done = false;
  if (!goes_on(map, key)) return leave_run(rt, map);
  if (map->entry_count == map->entry_capacity && !make_room_in_run(rt, map)) return false;
  if (!is_run(map)) return true;
  map->entries[map->entry_count++] = (MapEntry){key, value};
  map->count++;
  map->changes++;
  *done = true;
  return true;
}

/* ---- setting and deleting ---- */

static bool set_in_run(Runtime *rt, Map *map, Value key, Value value, bool *done) {
  MapEntry *entry = find_in_run(map, key);
  if (!entry) return add_to_run(rt, map, key, value, done);
  entry->value = value;
  *done = true;
  return true;
}

bool map_set(Runtime *rt, Map *map, Value key, Value value) {
  if (is_run(map)) {
    bool done;
    if (!set_in_run(rt, map, key, value, &done)) return false;
    if (LIKELY(done)) return true;
  }
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

bool map_delete(Runtime *rt, Map *map, Value key) {
  MapEntry *entry = find_any(map, key);
  if (!entry) return false;
  *entry = (MapEntry){value_unset(), value_unset()};
  while (map->first < map->entry_count && value_is(map->entries[map->first].key, VALUE_UNSET))
    map->first++;
  map->count--;
  map->changes++;
  bool is_thin = map->entry_count > SMALL_MAX && map->count < map->entry_count / 2;
  if (is_thin && is_run(map))
    thin_run(rt, map);
  else if (is_thin)
    compact(map);
  return true;
}
