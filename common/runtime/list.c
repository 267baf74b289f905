/* list.c -- growable arrays; see list.h for the two ways of keeping items.
 *
 * The buffer doubles when it is full, so that n pushes move about n items in all. A list that is to take an item of another type becomes mixed: its words are widened to values
 * in the same buffer made larger, from the last to the first:
 *
 *     [ 1 | 2 | 3 | . ]   -->   [ INT 1 | INT 2 | INT 3 | . ]
 *
 * It stays mixed until it is empty, so no list can be made to go back and forth at every step. Capacities are even, so that a buffer of words is also a whole number of values.
 *
 * A short list that is made of so many items at once has them behind its own head, in one allocation with it: most lists live shortly and never grow. One that grows moves to a buffer, and
 * the room behind its head lies idle.
 */
#include "runtime/list.h"

enum { FIRST_CAPACITY = 4, SHRINK_MIN = 16, OWN_BYTES_MAX = 256 };
static const size_t LIST_LIMIT = PTRDIFF_MAX / sizeof(Value) - 1;

static size_t item_size(const List *list) { return list->item_tag == LIST_MIXED ? sizeof(Value) : sizeof(uint64_t); }

/* The items stand behind the head. */
static bool has_own_items(const List *list) { return list->words == list->own; }

/* Bytes of the buffer, if it has one. */
static size_t buffer_size(const List *list) { return has_own_items(list) ? 0 : list->capacity * item_size(list); }

static void list_trace(Object *object, Heap *heap) {
  List *list = (List *)object;
  if (list->item_tag == LIST_MIXED)
    heap_mark_values(heap, list->values, list->count);
  else if (list->item_tag >= VALUE_STRING)
    heap_mark_payloads(heap, list->words, list->count);
}
static void list_free(Object *object, Heap *heap) {
  List *list = (List *)object;
  if (!has_own_items(list)) heap_release(heap, list->words, buffer_size(list));
}
static size_t list_size(const Object *object) { return sizeof(List) + object->spare; }
static const ObjectKind list_kind = {"list", list_trace, list_free, list_size};

/* ---- storage ---- */

/* How a list is kept that holds only values of this tag. */
static uint64_t storage_of(const Runtime *rt, uint64_t tag) {
  return rt->typed_lists && tag != VALUE_NIL && tag != VALUE_UNSET ? tag : (uint64_t)LIST_MIXED;
}

/* Makes the buffer large enough for `capacity` items in all, kept as `item_tag` says; what it holds is not looked at. `list` must be rooted. */
static bool resize(Runtime *rt, List *list, uint64_t item_tag, size_t capacity) {
  void *buffer = NULL;
  if (capacity <= LIST_LIMIT) {
    capacity += capacity % 2;
    size_t size = item_tag == LIST_MIXED ? sizeof(Value) : sizeof(uint64_t);
    buffer = heap_resize(rt->heap, has_own_items(list) ? NULL : list->words, buffer_size(list), capacity * size);
  }
  if (!buffer) return runtime_out_of_memory(rt);
  if (has_own_items(list)) memcpy(buffer, list->own, list->count * item_size(list));
  list->words = buffer;
  list->capacity = capacity;
  list->item_tag = item_tag;
  return true;
}

/* A list that has no items yet takes those that `item_tag` says. */
static void choose_storage(List *list, uint64_t item_tag) {
  if (item_tag == LIST_MIXED && list->item_tag != LIST_MIXED) list->capacity /= 2;
  list->item_tag = item_tag;
}

/* The last item is gone: the next one may be of any type again. */
static void note_empty(const Runtime *rt, List *list) {
  if (!rt->typed_lists) return;
  if (list->item_tag == LIST_MIXED) list->capacity *= 2;
  list->item_tag = LIST_EMPTY;
}

/* Widens the words to values, with room for `capacity` >= count of them. `list` must be rooted. */
static bool become_mixed(Runtime *rt, List *list, size_t capacity) {
  uint64_t tag = list->item_tag;
  if (!resize(rt, list, LIST_MIXED, capacity)) return false;
  for (size_t i = list->count; i-- > 0;) {
    uint64_t word = list->words[i];
    list->values[i] = (Value){tag, word};
  }
  return true;
}

/* Sets an item that the list's storage is right for. */
static void store(List *list, size_t index, Value value) {
  bool stored = list_try_set(list, index, value);
  assert(stored);
  (void)stored;
}

/* ---- making ---- */

/* A list without items, with `own_bytes` for some behind its head. */
static List *new_head(Runtime *rt, uint64_t item_tag, size_t own_bytes) {
  List *list = heap_alloc_raw(rt->heap, &list_kind, sizeof *list + own_bytes);
  if (!list) {
    (void)runtime_out_of_memory(rt);
    return NULL;
  }
  list->object.spare = (uint16_t)own_bytes;
  list->item_tag = item_tag;
  list->count = 0;
  list->capacity = own_bytes / item_size(list);
  list->words = list->own; /* also where there is no room: then it is never looked at */
  return list;
}

static List *new_list(Runtime *rt, uint64_t item_tag, size_t capacity) {
  size_t size = item_tag == LIST_MIXED ? sizeof(Value) : sizeof(uint64_t);
  if (capacity <= OWN_BYTES_MAX / size) return new_head(rt, item_tag, (capacity + capacity % 2) * size);
  List *list = new_head(rt, item_tag, 0);
  if (!list) return NULL;
  ROOT(rt->heap, kept, value_list(list));
  return resize(rt, list, item_tag, capacity) ? list : NULL;
}

static uint64_t empty_storage(const Runtime *rt) { return rt->typed_lists ? LIST_EMPTY : LIST_MIXED; }

List *list_new(Runtime *rt, size_t capacity) { return new_list(rt, empty_storage(rt), capacity); }

List *list_from(Runtime *rt, const Value *items, size_t count) {
  if (count == 0) return list_new(rt, 0);
  uint64_t item_tag = storage_of(rt, items[0].tag);
  for (size_t i = 1; i < count; i++) {
    if (items[i].tag != item_tag) item_tag = LIST_MIXED;
  }
  List *list = new_list(rt, item_tag, count);
  if (!list) return NULL;
  if (item_tag == LIST_MIXED) {
    for (size_t i = 0; i < count; i++)
      value_move(&list->values[i], &items[i]);
  } else {
    for (size_t i = 0; i < count; i++)
      list->words[i] = items[i].payload;
  }
  list->count = count;
  return list;
}

List *list_repeat(Runtime *rt, Value value, size_t count) {
  if (count == 0) return list_new(rt, 0);
  List *list = new_list(rt, storage_of(rt, value.tag), count);
  if (!list) return NULL;
  bool is_mixed = list->item_tag == LIST_MIXED; /* looked at once, not at every item */
  for (size_t i = 0; i < count; i++) {
    if (is_mixed)
      list->values[i] = value;
    else
      list->words[i] = value.payload;
  }
  list->count = count;
  return list;
}

/* ---- changing ---- */

bool list_set_mixed(Runtime *rt, List *list, size_t index, Value value) {
  if (!become_mixed(rt, list, list->capacity)) return false;
  list->values[index] = value;
  return true;
}

/* Makes the list ready for one more item with this tag, at its end. */
static COLD bool prepare_push(Runtime *rt, List *list, uint64_t tag) {
  if (list->count == 0) choose_storage(list, storage_of(rt, tag));
  bool is_full = list->count == list->capacity;
  size_t capacity = !is_full ? list->capacity : list->capacity ? list->capacity * 2 : FIRST_CAPACITY;
  if (list->item_tag != tag && list->item_tag != LIST_MIXED) return become_mixed(rt, list, capacity);
  return !is_full || resize(rt, list, list->item_tag, capacity);
}

bool list_push(Runtime *rt, List *list, Value value) {
  bool is_ready = list->count < list->capacity && (list->item_tag == value.tag || list->item_tag == LIST_MIXED);
  if (UNLIKELY(!is_ready) && !prepare_push(rt, list, value.tag)) return false;
  store(list, list->count++, value);
  return true;
}

/* Moves `count` items within the buffer. */
static void move(List *list, size_t to, size_t from, size_t count) {
  size_t size = item_size(list);
  char *buffer = (char *)list->words;
  memmove(buffer + to * size, buffer + from * size, count * size);
}

bool list_insert(Runtime *rt, List *list, size_t index, Value value) {
  if (!list_push(rt, list, value)) return false;
  move(list, index + 1, index, list->count - 1 - index);
  store(list, index, value);
  return true;
}

/* A list that has shrunk to a quarter of its room gives half of it back. */
static void shrink(Runtime *rt, List *list) {
  size_t capacity = list->capacity / 2;
  if (has_own_items(list) || list->count > list->capacity / 4 || capacity < SHRINK_MIN) return;
  capacity += capacity % 2;
  void *buffer = heap_shrink(rt->heap, list->words, buffer_size(list), capacity * item_size(list));
  if (!buffer) return;
  list->words = buffer;
  list->capacity = capacity;
}

Value list_remove(Runtime *rt, List *list, size_t index) {
  Value removed = list_get(list, index);
  list->count--;
  move(list, index, index + 1, list->count - index);
  shrink(rt, list);
  if (list->count == 0) note_empty(rt, list);
  return removed;
}

void list_reverse(List *list) {
  for (size_t i = 0, j = list->count; i + 1 < j; i++) {
    Value item = list_get(list, i);
    store(list, i, list_get(list, --j));
    store(list, j, item);
  }
}

bool list_move(Runtime *rt, List *to, List *from) {
  if (has_own_items(from)) {
    size_t capacity = from->count + from->count % 2;
    size_t room = to->capacity * item_size(to), needed = capacity * item_size(from);
    if (room < needed && !resize(rt, to, from->item_tag, capacity)) return false;
    if (room >= needed) {
      to->item_tag = from->item_tag;
      to->capacity = room / item_size(to);
    }
    memcpy(to->words, from->words, from->count * item_size(from));
    to->count = from->count;
  } else {
    if (!has_own_items(to)) heap_release(rt->heap, to->words, buffer_size(to));
    to->item_tag = from->item_tag;
    to->count = from->count;
    to->capacity = from->capacity;
    to->words = from->words;
    from->words = from->own;
    from->capacity = 0;
  }
  from->count = 0;
  return true;
}

/* ---- parts and sums ---- */

/* Adds items start..end of `from`; there is room, and the list is mixed or kept as `from` is. */
static void append(List *list, const List *from, size_t start, size_t end) {
  size_t count = end - start;
  if (count == 0) return;
  if (list->item_tag == from->item_tag) {
    size_t size = item_size(list);
    memcpy((char *)list->words + list->count * size, (const char *)from->words + start * size, count * size);
  } else {
    for (size_t i = 0; i < count; i++)
      list->values[list->count + i] = list_get(from, start + i);
  }
  list->count += count;
}

List *list_slice(Runtime *rt, const List *list, size_t start, size_t end) {
  if (start == end) return list_new(rt, 0);
  List *slice = new_list(rt, list->item_tag, end - start);
  if (slice) append(slice, list, start, end);
  return slice;
}

List *list_concat(Runtime *rt, const List *a, const List *b) {
  if (a->count == 0 || b->count == 0) return a->count == 0 ? list_slice(rt, b, 0, b->count) : list_slice(rt, a, 0, a->count);
  List *list = new_list(rt, a->item_tag == b->item_tag ? a->item_tag : (uint64_t)LIST_MIXED, a->count + b->count);
  if (!list) return NULL;
  append(list, a, 0, a->count);
  append(list, b, 0, b->count);
  return list;
}
