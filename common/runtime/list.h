/* list.h -- growable arrays, which keep the items' type only once while all items are of one type.
 *
 *     [1, 2, 3]        item_tag INT     words:  [ 1 | 2 | 3 ]                        8 bytes an item
 *     ["a", "b"]       item_tag STRING  words:  [ -> "a" | -> "b" ]
 *     [1, "b", 0.5]    LIST_MIXED       values: [ INT 1 | STRING "b" | FLOAT .. ]    16 bytes an item
 *     []               LIST_EMPTY
 *
 *     EMPTY --first item--> the item's type --item of another type--> MIXED --last item taken out--> EMPTY
 *
 * A list of nils is mixed from the start, since nil mostly keeps a place for something else. With --without=typed every list is mixed from its making on. What a program sees
 * is the same either way: each item comes back with the very tag and bits that went in.
 *
 * All that reads or writes items goes through list_get, list_set and list_push; a sort or a search that wants all of them looks at item_tag first.
 */
#ifndef DUET_RUNTIME_LIST_H
#define DUET_RUNTIME_LIST_H

#include "runtime/runtime.h"

/* Item tags of lists that have none; no value has these. */
enum { LIST_MIXED = VALUE_TAG_COUNT, LIST_EMPTY };

typedef struct List {
  Object object;     /* spare: bytes for items behind the head */
  uint64_t item_tag; /* the ValueTag of every item, LIST_MIXED, or LIST_EMPTY; empty lists may also be mixed (--without=typed) */
  size_t count;
  size_t capacity; /* items of this kind that the buffer has room for; an even number. LIST_EMPTY: counted in words */
  union {          /* a buffer of the heap, or `own` */
    uint64_t *words;
    Value *values; /* LIST_MIXED */
  };
  uint64_t own[]; /* the first items of a list that was made with some */
} List;

static inline List *value_as_list(Value value) { return value_as_object(value); }
static inline Value value_list(const List *list) { return value_object(VALUE_LIST, list); }

/* An empty list with room for `capacity` items of one type. NULL after out of memory. May collect. */
List *list_new(Runtime *rt, size_t capacity) MUST_CHECK;

/* A list of these items (rooted by the caller); `count` times one value. NULL after out of memory. May collect. */
List *list_from(Runtime *rt, const Value *items, size_t count) MUST_CHECK;
List *list_repeat(Runtime *rt, Value value, size_t count) MUST_CHECK;

/* Item `index` < count. */
static inline Value list_get(const List *list, size_t index) {
  if (LIKELY(list->item_tag < LIST_MIXED)) return (Value){list->item_tag, list->words[index]};
  return value_copy(&list->values[index]);
}

/* Sets item `index` < count if the list can hold such a value as it is; the usual case of list_set, for where an error can't be raised. Never collects. */
static inline bool MUST_CHECK list_try_set(List *list, size_t index, Value value) {
  if (LIKELY(list->item_tag == value.tag)) {
    list->words[index] = value.payload;
    return true;
  }
  if (UNLIKELY(list->item_tag != LIST_MIXED)) return false;
  list->values[index] = value;
  return true;
}

/* The other case: the list becomes mixed first. */
bool list_set_mixed(Runtime *rt, List *list, size_t index, Value value) MUST_CHECK;

/* Sets item `index` < count. `list` and `value` must be rooted. False after out of memory. May collect. */
static inline bool MUST_CHECK list_set(Runtime *rt, List *list, size_t index, Value value) {
  return list_try_set(list, index, value) || list_set_mixed(rt, list, index, value);
}

/* Adds at the end; the same conditions. */
bool list_push(Runtime *rt, List *list, Value value) MUST_CHECK;

/* Inserts before `index` <= count; the same conditions. */
bool list_insert(Runtime *rt, List *list, size_t index, Value value) MUST_CHECK;

/* Takes item `index` out and gives it. Never collects. */
Value list_remove(Runtime *rt, List *list, size_t index);

/* Turns the items round. Never collects. */
void list_reverse(List *list);

/* Gives `to` the items of `from` in place of its own; `from` is of no use afterwards. Both must be rooted. False after out of memory. May collect. */
bool list_move(Runtime *rt, List *to, List *from) MUST_CHECK;

/* Items start..end (0 <= start <= end <= count) as a new list; a + b. Lists must be rooted. NULL after out of memory. May collect. */
List *list_slice(Runtime *rt, const List *list, size_t start, size_t end) MUST_CHECK;
List *list_concat(Runtime *rt, const List *a, const List *b) MUST_CHECK;

#endif
