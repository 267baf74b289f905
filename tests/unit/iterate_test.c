/* iterate_test.c -- walks over maps with holes, over what changes, and over ranges at the ends of the ints. */
#include "check.h"
#include "runtime/error.h"
#include "runtime/iterate.h"
#include "runtime/list.h"
#include "runtime/map.h"
#include "runtime/range.h"
#include "runtime/startup.h"
#include "runtime/string.h"

/* One step of a walk: the item, or UNSET at the end, NIL after raising. */
static Value next(Runtime *rt, Value state[2]) {
  Value item = value_nil();
  bool done = false;
  if (!iterate_next(rt, state, &item, &done)) return value_nil();
  return done ? value_unset() : item;
}

static bool is_int(Value value, int64_t wanted) { return value_is(value, VALUE_INT) && value_as_int(value) == wanted; }

static void test_list(Check *check, Runtime *rt) {
  Value items[] = {value_int(1), value_int(2), value_int(3)};
  ROOT(rt->heap, list, value_list(list_from(rt, items, 3)));
  Value state[2];
  CHECK(check, iterate_begin(rt, list.value, state));
  CHECK(check, is_int(next(rt, state), 1));
  (void)list_remove(rt, value_as_list(list.value), 0); /* now 2, 3: index 1 comes next */
  CHECK(check, is_int(next(rt, state), 3));
  CHECK(check, list_push(rt, value_as_list(list.value), value_int(4)));
  CHECK(check, is_int(next(rt, state), 4));
  CHECK(check, value_is(next(rt, state), VALUE_UNSET));
}

static void test_map(Check *check, Runtime *rt) {
  ROOT(rt->heap, root, value_map(map_new(rt)));
  Map *map = value_as_map(root.value);
  for (int64_t i = 0; i < 5; i++)
    CHECK(check, map_set(rt, map, value_int(i), value_nil()));
  CHECK(check, map_delete(rt, map, value_int(0)) && map_delete(rt, map, value_int(2)) && map_delete(rt, map, value_int(4)));
  Value state[2];
  CHECK(check, iterate_begin(rt, root.value, state));
  CHECK(check, is_int(next(rt, state), 1));
  CHECK(check, map_set(rt, map, value_int(3), value_int(9))); /* a new value is no change of keys */
  CHECK(check, is_int(next(rt, state), 3));
  CHECK(check, value_is(next(rt, state), VALUE_UNSET));
  CHECK(check, iterate_begin(rt, root.value, state));
  CHECK(check, map_delete(rt, map, value_int(1)) && map_set(rt, map, value_int(1), value_nil()));
  CHECK(check, value_is(next(rt, state), VALUE_NIL) && rt->pending.kind == PENDING_ERROR);
  error_clear(rt);
}

static void test_range(Check *check, Runtime *rt) {
  Value state[2];
  ROOT(rt->heap, up, value_object(VALUE_RANGE, range_new(rt, INT64_MAX - 2, INT64_MAX, 2)));
  CHECK(check, iterate_begin(rt, up.value, state));
  CHECK(check, is_int(next(rt, state), INT64_MAX - 2));
  CHECK(check, value_is(next(rt, state), VALUE_UNSET));
  ROOT(rt->heap, wide, value_object(VALUE_RANGE, range_new(rt, INT64_MIN, INT64_MAX, INT64_MAX)));
  CHECK(check, iterate_begin(rt, wide.value, state));
  CHECK(check, is_int(next(rt, state), INT64_MIN));
  CHECK(check, is_int(next(rt, state), -1));
  CHECK(check, is_int(next(rt, state), INT64_MAX - 1));
  CHECK(check, value_is(next(rt, state), VALUE_UNSET));
}

static void test_string(Check *check, Runtime *rt) {
  static const char text[] = "a\xc3\xa9\xff\xe2\x82\xac\xe2\x82";
  static const size_t lengths[] = {1, 2, 1, 3, 1, 1};
  ROOT(rt->heap, string, value_string(string_new(rt, text, sizeof text - 1)));
  Value state[2];
  CHECK(check, iterate_begin(rt, string.value, state));
  for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
    Value character = next(rt, state);
    CHECK(check, value_is(character, VALUE_STRING) && value_as_string(character)->length == lengths[i]);
  }
  CHECK(check, value_is(next(rt, state), VALUE_UNSET));
}

static void test_what_cannot_be_walked(Check *check, Runtime *rt) {
  Value state[2];
  CHECK(check, !iterate_begin(rt, value_int(3), state) && rt->pending.kind == PENDING_ERROR);
  error_clear(rt);
}

int main(void) {
  Check check = {0};
  for (int stress = 0; stress < 2; stress++) {
    Limits limits = {RUNTIME_DEFAULT_MAX_DEPTH, UINT64_MAX, 0, stress};
    Runtime *rt = runtime_new(&limits);
    if (!CHECK(&check, rt != NULL)) break;
    test_list(&check, rt);
    test_map(&check, rt);
    test_range(&check, rt);
    test_string(&check, rt);
    test_what_cannot_be_walked(&check, rt);
    runtime_free(rt);
  }
  return check_report(&check);
}
