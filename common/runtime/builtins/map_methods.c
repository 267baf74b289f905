/* map_methods.c -- the methods of maps. NaN is in no map: has, get and delete of it find nothing. */
#include "runtime/builtins/builtins.h"
#include "runtime/list.h"
#include "runtime/map.h"

METHOD(len, 0, 0, "len() -> int: how many keys") {
  *result = value_int(value_as_map(self)->count);
  return true;
}

METHOD(has, 1, 1, "has(key) -> bool: is the key there?") {
  *result = value_bool(map_find(value_as_map(self), args[0]) != NULL);
  return true;
}

METHOD(get, 1, 2, "get(key), get(key, default) -> any: the key's value; where there is none, default or nil") {
  const Value *found = map_find(value_as_map(self), args[0]);
  *result = found ? *found : argc > 1 ? args[1] : value_nil();
  return true;
}

METHOD(delete, 1, 1, "delete(key) -> bool: takes the key and its value out; was it there?") {
  *result = value_bool(map_delete(rt, value_as_map(self), args[0]));
  return true;
}

/* A list of the keys, or of the values, in the order of insertion. */
static bool list_entries(Runtime *rt, const Map *map, bool of_keys, Value *result) {
  List *list = list_new(rt, map->count);
  if (!list) return false;
  ROOT(rt->heap, root, value_list(list));
  for (uint32_t i = 0; i < map->entry_count; i++) {
    const MapEntry *entry = &map->entries[i];
    if (value_is(entry->key, VALUE_UNSET)) continue;
    if (!list_push(rt, list, of_keys ? entry->key : entry->value)) return false;
  }
  *result = value_list(list);
  return true;
}

METHOD(keys, 0, 0, "keys() -> list: the keys, in the order of insertion") { return list_entries(rt, value_as_map(self), true, result); }

METHOD(values, 0, 0, "values() -> list: the values, in the order of their keys") {
  return list_entries(rt, value_as_map(self), false, result);
}

static const BuiltinInfo *const rows[] = {
    METHOD_ROW(len), METHOD_ROW(has), METHOD_ROW(get), METHOD_ROW(delete), METHOD_ROW(keys), METHOD_ROW(values),
};

const BuiltinTable map_methods = {rows, ARRAY_COUNT(rows)};
