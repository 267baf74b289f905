/* ops_index.c -- a[i] and a[i] = v: on lists, strings and maps.
 *
 * A list or string of length n takes the ints -n..n-1, where -1 is the last. A map takes any key; reading one that it has not is a KeyError, writing NaN a ValueError
 * (a NaN equals nothing, so it could never be found again).
 */
#include "runtime/error.h"
#include "runtime/format.h"
#include "runtime/list.h"
#include "runtime/map.h"
#include "runtime/ops.h"
#include "runtime/text.h"

static COLD bool range_error(Runtime *rt, const char *what, int64_t index, size_t length) {
  return error_raise(rt, ERROR_INDEX, "%s index %lld out of range for length %zu", what, (long long)index, length);
}

/* Finds the position that `index` means in a sequence of `length` items. */
static inline bool position_of(int64_t index, size_t length, size_t *position) {
  int64_t from_start = index < 0 ? index + (int64_t)length : index;
  *position = (size_t)from_start;
  return from_start >= 0 && (uint64_t)from_start < length;
}

bool op_list_position(Runtime *rt, int64_t index, size_t length, size_t *position) {
  return position_of(index, length, position) || range_error(rt, "list", index, length);
}

/* The same for an index that may be of any type; `what` is "list" or "string". */
static bool find_position(Runtime *rt, const char *what, Value index, size_t length, size_t *position) {
  if (UNLIKELY(!value_is(index, VALUE_INT))) {
    return error_raise(rt, ERROR_TYPE, "%s index must be an int, not %s", what, value_type_name(index));
  }
  return position_of(value_as_int(index), length, position) || range_error(rt, what, value_as_int(index), length);
}

static COLD bool key_error(Runtime *rt, Value key) {
  TEXT(rt, text);
  if (!text_append_chars(&text, "key ") || !format_append(rt, &text, key, true) || !text_append_chars(&text, " not found")) return false;
  String *message = text_string(&text);
  if (!message) return false;
  ROOT(rt->heap, root, value_string(message));
  return error_raise_string(rt, ERROR_KEY, message);
}

bool op_get_index(Runtime *rt, Value object, Value index, Value *result) {
  size_t position = 0;
  switch (object.tag) {
  case VALUE_LIST: {
    List *list = value_as_list(object);
    if (!find_position(rt, "list", index, list->count, &position)) return false;
    *result = list_get(list, position);
    return true;
  }
  case VALUE_STRING: {
    String *string = value_as_string(object);
    if (!find_position(rt, "string", index, string->length, &position)) return false;
    *result = value_string(rt->bytes[(unsigned char)string->chars[position]]);
    return true;
  }
  case VALUE_MAP: {
    Value *found = map_find(value_as_map(object), index);
    if (!found) return key_error(rt, index);
    *result = value_copy(found);
    return true;
  }
  default: return error_raise(rt, ERROR_TYPE, "cannot index %s", value_type_name(object));
  }
}

bool op_set_index(Runtime *rt, Value object, Value index, Value value) {
  size_t position = 0;
  switch (object.tag) {
  case VALUE_LIST: {
    List *list = value_as_list(object);
    if (!find_position(rt, "list", index, list->count, &position)) return false;
    return list_set(rt, list, position, value);
  }
  case VALUE_MAP:
    if (value_is(index, VALUE_FLOAT) && value_as_float(index) != value_as_float(index)) {
      return error_raise(rt, ERROR_VALUE, "nan cannot be a map key");
    }
    return map_set(rt, value_as_map(object), index, value);
  default: return error_raise(rt, ERROR_TYPE, "cannot assign to an index of %s", value_type_name(object));
  }
}
