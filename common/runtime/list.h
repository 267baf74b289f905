/* list.h -- growable arrays.
 *
 * All that reads or writes an item goes through list_get, list_set and list_push, so that a list may one day keep ints or floats unboxed.
 */
#ifndef DUET_RUNTIME_LIST_H
#define DUET_RUNTIME_LIST_H

#include "runtime/runtime.h"

typedef struct List {
  Object object;
  size_t count;
  size_t capacity;
  Value *items; /* capacity of them, the heap's */
} List;

static inline List *value_as_list(Value value) { return value_as_object(value); }
static inline Value value_list(const List *list) { return value_object(VALUE_LIST, list); }

/* An empty list with room for `capacity` items. NULL after out of memory. May collect. */
List *list_new(Runtime *rt, size_t capacity) MUST_CHECK;

/* A list of these items (rooted by the caller). May collect. */
List *list_from(Runtime *rt, const Value *items, size_t count) MUST_CHECK;

/* Item `index` < count. */
static inline Value list_get(const List *list, size_t index) { return list->items[index]; }
static inline void list_set(List *list, size_t index, Value value) { list->items[index] = value; }

/* Adds at the end. `list` and `value` must be rooted. False after out of memory. May collect. */
bool list_push(Runtime *rt, List *list, Value value) MUST_CHECK;

/* Inserts before `index` <= count; the same conditions. */
bool list_insert(Runtime *rt, List *list, size_t index, Value value) MUST_CHECK;

/* Takes item `index` out and gives it. Never collects. */
Value list_remove(Runtime *rt, List *list, size_t index);

/* Items start..end (0 <= start <= end <= count) as a new list; a + b. Lists must be rooted. NULL after out of memory. May collect. */
List *list_slice(Runtime *rt, const List *list, size_t start, size_t end) MUST_CHECK;
List *list_concat(Runtime *rt, const List *a, const List *b) MUST_CHECK;

#endif
