/* iterate.c -- walking lists, strings, maps and ranges; see iterate.h.
 *
 * The cursor is an int:
 *
 *     list, range   the index of the next item
 *     string        the byte where the next character begins
 *     map           the next entry's position in the low 32 bits, the map's count of changes when the walk began in the high 32
 */
#include "runtime/iterate.h"
#include "runtime/error.h"
#include "runtime/list.h"
#include "runtime/map.h"
#include "runtime/range.h"
#include "runtime/string.h"

bool iterate_begin(Runtime *rt, Value iterable, Value state[2]) {
  uint64_t cursor = 0;
  switch (iterable.tag) {
  case VALUE_LIST:
  case VALUE_STRING:
  case VALUE_RANGE: break;
  case VALUE_MAP: cursor = (uint64_t)value_as_map(iterable)->changes << 32 | value_as_map(iterable)->first; break;
  default: return error_raise(rt, ERROR_TYPE, "cannot iterate over %s", value_type_name(iterable));
  }
  state[0] = iterable;
  state[1] = value_int((int64_t)cursor);
  return true;
}

/* The next key that is still there. That keys came or went is noticed here, also when nothing is left to walk. */
static bool next_key(Runtime *rt, const Map *map, Value *cursor, Value *item, bool *done) {
  uint32_t changes = (uint32_t)(cursor->payload >> 32);
  uint32_t at = (uint32_t)cursor->payload;
  if (map->changes != changes) return error_raise(rt, ERROR_VALUE, "map changed while it was walked");
  while (at < map->entry_count && value_is(map->entries[at].key, VALUE_UNSET))
    at++;
  *done = at >= map->entry_count;
  if (*done) return true;
  *item = map->entries[at].key;
  cursor->payload = (uint64_t)changes << 32 | (at + 1);
  return true;
}

static bool next_character(Runtime *rt, String *string, Value *cursor, Value *item, bool *done) {
  size_t at = cursor->payload;
  *done = at >= string->length;
  if (*done) return true;
  size_t length = string_char_length(string->chars, string->length, at);
  String *character = string_slice(rt, string, at, at + length);
  if (!character) return false;
  *item = value_string(character);
  cursor->payload = at + length;
  return true;
}

bool iterate_next(Runtime *rt, Value state[2], Value *item, bool *done) {
  uint64_t at = state[1].payload;
  switch (state[0].tag) {
  case VALUE_LIST: {
    const List *list = value_as_list(state[0]);
    *done = at >= list->count;
    if (*done) return true;
    *item = list_get(list, at);
    break;
  }
  case VALUE_RANGE: {
    const Range *range = value_as_range(state[0]);
    *done = at >= range->length;
    if (*done) return true;
    *item = value_int(range_get(range, at));
    break;
  }
  case VALUE_MAP: return next_key(rt, value_as_map(state[0]), &state[1], item, done);
  default: return next_character(rt, value_as_string(state[0]), &state[1], item, done);
  }
  state[1].payload = at + 1;
  return true;
}
