/* list.c -- growable arrays: a row of values that doubles when it is full, so that n pushes move about n items in all. */
#include "runtime/list.h"

static void list_trace(Object *object, Heap *heap) {
  List *list = (List *)object;
  heap_mark_values(heap, list->items, list->count);
}
static void list_free(Object *object, Heap *heap) {
  List *list = (List *)object;
  heap_release(heap, list->items, list->capacity * sizeof(Value));
}
static size_t list_size(const Object *object) {
  (void)object;
  return sizeof(List);
}
static const ObjectKind list_kind = {"list", list_trace, list_free, list_size};

enum { FIRST_CAPACITY = 4, SHRINK_MIN = 16 };
static const size_t LIST_LIMIT = PTRDIFF_MAX / sizeof(Value);

/* Makes room for `capacity` items in all. `list` must be rooted. */
static bool reserve(Runtime *rt, List *list, size_t capacity) {
  if (capacity <= list->capacity) return true;
  Value *items = NULL;
  if (capacity <= LIST_LIMIT) {
    items = heap_resize(rt->heap, list->items, list->capacity * sizeof(Value), capacity * sizeof(Value));
  }
  if (!items) return runtime_out_of_memory(rt);
  list->items = items;
  list->capacity = capacity;
  return true;
}

List *list_new(Runtime *rt, size_t capacity) {
  List *list = heap_alloc(rt->heap, &list_kind, sizeof *list);
  if (!list) {
    (void)runtime_out_of_memory(rt);
    return NULL;
  }
  if (capacity == 0) return list;
  ROOT(rt->heap, kept, value_list(list));
  return reserve(rt, list, capacity) ? list : NULL;
}

List *list_from(Runtime *rt, const Value *items, size_t count) {
  List *list = list_new(rt, count);
  if (!list) return NULL;
  if (count > 0) memcpy(list->items, items, count * sizeof(Value));
  list->count = count;
  return list;
}

bool list_push(Runtime *rt, List *list, Value value) {
  if (UNLIKELY(list->count == list->capacity)) {
    if (!reserve(rt, list, list->capacity ? list->capacity * 2 : FIRST_CAPACITY)) return false;
  }
  list->items[list->count++] = value;
  return true;
}

bool list_insert(Runtime *rt, List *list, size_t index, Value value) {
  if (!list_push(rt, list, value)) return false;
  memmove(list->items + index + 1, list->items + index, (list->count - 1 - index) * sizeof(Value));
  list->items[index] = value;
  return true;
}

/* A list that has shrunk to a quarter of its room gives half of it back. */
static void shrink(Runtime *rt, List *list) {
  size_t capacity = list->capacity / 2;
  if (list->count > list->capacity / 4 || capacity < SHRINK_MIN) return;
  list->items = heap_shrink(rt->heap, list->items, list->capacity * sizeof(Value), capacity * sizeof(Value));
  list->capacity = capacity;
}

Value list_remove(Runtime *rt, List *list, size_t index) {
  Value removed = list->items[index];
  list->count--;
  memmove(list->items + index, list->items + index + 1, (list->count - index) * sizeof(Value));
  shrink(rt, list);
  return removed;
}

List *list_slice(Runtime *rt, const List *list, size_t start, size_t end) {
  return start == end ? list_new(rt, 0) : list_from(rt, list->items + start, end - start);
}

List *list_concat(Runtime *rt, const List *a, const List *b) {
  List *list = list_new(rt, a->count + b->count);
  if (!list) return NULL;
  if (a->count > 0) memcpy(list->items, a->items, a->count * sizeof(Value));
  if (b->count > 0) memcpy(list->items + a->count, b->items, b->count * sizeof(Value));
  list->count = a->count + b->count;
  return list;
}
