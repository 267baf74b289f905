/* list_test.c -- lists: growing, inserting, removing, slicing, how items are kept, running out of memory. */
#include "check.h"
#include "runtime/class.h"
#include "runtime/list.h"
#include "runtime/startup.h"

static Runtime *start(bool stress, size_t limit) { return runtime_new(&(Limits){10000, UINT64_MAX, limit, stress}); }

/* Does the list hold the ints of `digits`? */
static bool holds(const List *list, const char *digits) {
  if (!list || list->count != strlen(digits)) return false;
  for (size_t i = 0; i < list->count; i++) {
    if (!value_identical(list_get(list, i), value_int(digits[i] - '0'))) return false;
  }
  return true;
}

static bool push_digits(Runtime *rt, List *list, const char *digits) {
  for (; *digits; digits++) {
    if (!list_push(rt, list, value_int(*digits - '0'))) return false;
  }
  return true;
}

static void test_editing(Check *check, Runtime *rt) {
  ROOT(rt->heap, root, value_list(list_new(rt, 0)));
  List *list = value_as_list(root.value);
  CHECK(check, holds(list, ""));
  CHECK(check, push_digits(rt, list, "123456789"));
  CHECK(check, holds(list, "123456789"));
  CHECK(check, list_insert(rt, list, 0, value_int(0)) && holds(list, "0123456789"));
  CHECK(check, list_insert(rt, list, 10, value_int(7)) && holds(list, "01234567897"));
  CHECK(check, list_insert(rt, list, 5, value_int(1)) && holds(list, "012341567897"));
  CHECK(check, value_as_int(list_remove(rt, list, 5)) == 1 && holds(list, "01234567897"));
  CHECK(check, value_as_int(list_remove(rt, list, 10)) == 7 && value_as_int(list_remove(rt, list, 0)) == 0);
  CHECK(check, holds(list, "123456789"));
  CHECK(check, list_set(rt, list, 2, value_int(0)));
  CHECK(check, holds(list, "120456789"));
  ROOT(rt->heap, slice, value_list(list_slice(rt, list, 2, 5)));
  CHECK(check, holds(value_as_list(slice.value), "045"));
  CHECK(check, holds(list_slice(rt, list, 9, 9), "") && holds(list_slice(rt, list, 0, 9), "120456789"));
  CHECK(check, holds(list_concat(rt, list, value_as_list(slice.value)), "120456789045"));
  CHECK(check, holds(list_concat(rt, list, list), "120456789120456789"));
  while (list->count > 0)
    list_remove(rt, list, list->count - 1);
  CHECK(check, holds(list, "") && holds(list_concat(rt, list, list), "") && holds(list_slice(rt, list, 0, 0), ""));
  const Value items[] = {value_int(4), value_int(2)};
  CHECK(check, holds(list_from(rt, items, 2), "42") && holds(list_from(rt, NULL, 0), ""));
}

static void test_growth(Check *check, Runtime *rt) {
  ROOT(rt->heap, root, value_list(list_new(rt, 0)));
  List *list = value_as_list(root.value);
  bool ok = true;
  for (int i = 0; i < 100000; i++)
    ok = ok && list_push(rt, list, value_int(i));
  for (size_t i = 0; i < 100000; i++)
    ok = ok && value_as_int(list_get(list, i)) == (int64_t)i;
  CHECK(check, ok && list->count == 100000);
  size_t full = heap_stats(rt->heap).bytes;
  for (int64_t i = 99999; i >= 10; i--)
    ok = ok && value_as_int(list_remove(rt, list, (size_t)i)) == i;
  CHECK(check, ok && list->count == 10);
  CHECK(check, heap_stats(rt->heap).bytes < full - 700000); /* an emptied list gives its room back */
  CHECK(check, push_digits(rt, list, "12345") && value_as_int(list_get(list, 9)) == 9 && value_as_int(list_get(list, 14)) == 5);
}

/* ---- how items are kept ---- */

/* A list of these items, made by pushing. */
static List *pushed(Runtime *rt, const Value *items, size_t count) {
  List *list = list_new(rt, 0);
  if (!list) return NULL;
  ROOT(rt->heap, root, value_list(list));
  for (size_t i = 0; i < count; i++) {
    if (!list_push(rt, list, items[i])) return NULL;
  }
  return list;
}

/* Does the list hold exactly these values, tag and bits? */
static bool is(const List *list, const Value *items, size_t count) {
  if (!list || list->count != count) return false;
  for (size_t i = 0; i < count; i++) {
    if (!value_identical(list_get(list, i), items[i])) return false;
  }
  return true;
}

/* One value of each kind that matters, and the storage of a list that holds it alone. */
enum { SAMPLE_COUNT = 9 };
static void make_samples(const Runtime *rt, Value samples[SAMPLE_COUNT], uint64_t storage[SAMPLE_COUNT]) {
  const Value all[SAMPLE_COUNT] = {value_int(INT64_MIN),
                                   value_int(-1),
                                   value_float(-0.0),
                                   value_float(5e-324),
                                   {VALUE_FLOAT, UINT64_C(0xfff8000000000123)},
                                   value_bool(true),
                                   value_string(rt->bytes['x']),
                                   value_class(rt->errors[0]),
                                   value_nil()};
  for (size_t i = 0; i < SAMPLE_COUNT; i++) {
    samples[i] = all[i];
    storage[i] = value_is(all[i], VALUE_NIL) || !rt->typed_lists ? (uint64_t)LIST_MIXED : all[i].tag;
  }
}

/* Every way from one kind of items to another: at the end, in the middle, by a store. */
static void test_transitions(Check *check, Runtime *rt) {
  Value samples[SAMPLE_COUNT];
  uint64_t storage[SAMPLE_COUNT];
  make_samples(rt, samples, storage);
  for (size_t a = 0; a < SAMPLE_COUNT; a++) {
    for (size_t b = 0; b < SAMPLE_COUNT; b++) {
      uint64_t both = storage[a] == storage[b] ? storage[a] : (uint64_t)LIST_MIXED;
      const Value three[] = {samples[a], samples[a], samples[b]};
      ROOT(rt->heap, list, value_list(pushed(rt, three, 3)));
      CHECK(check, is(value_as_list(list.value), three, 3) && value_as_list(list.value)->item_tag == both);
      List *made = list_from(rt, three, 3);
      CHECK(check, is(made, three, 3) && made->item_tag == both);
      ROOT(rt->heap, other, value_list(list_repeat(rt, samples[a], 2)));
      List *changed = value_as_list(other.value);
      CHECK(check, is(changed, three, 2) && changed->item_tag == storage[a]);
      CHECK(check, list_set(rt, changed, 1, samples[b]) && is(changed, three + 1, 2) && changed->item_tag == both);
      const Value inserted[] = {samples[b], samples[a], samples[b]};
      CHECK(check, list_insert(rt, changed, 0, samples[b]) && is(changed, inserted, 3) && changed->item_tag == both);
      const Value turned[] = {samples[b], samples[a], samples[b], samples[b], samples[a], samples[a]};
      list_reverse(value_as_list(list.value));
      List *joined = list_concat(rt, changed, value_as_list(list.value));
      CHECK(check, is(joined, turned, 6) && joined->item_tag == both);
    }
  }
}

/* Mixed until it is empty, and then anything again. */
static void test_emptied(Check *check, Runtime *rt) {
  Value samples[SAMPLE_COUNT];
  uint64_t storage[SAMPLE_COUNT];
  make_samples(rt, samples, storage);
  ROOT(rt->heap, root, value_list(pushed(rt, samples, SAMPLE_COUNT)));
  List *list = value_as_list(root.value);
  CHECK(check, list->item_tag == LIST_MIXED && is(list, samples, SAMPLE_COUNT));
  for (size_t i = SAMPLE_COUNT; i-- > 1;)
    CHECK(check, value_identical(list_remove(rt, list, i), samples[i]));
  CHECK(check, list->item_tag == LIST_MIXED && is(list, samples, 1));
  List *slice = list_slice(rt, list, 0, 1);
  CHECK(check, is(slice, samples, 1));
  for (size_t round = 0; round < 3 * SAMPLE_COUNT; round++) {
    size_t a = round % SAMPLE_COUNT;
    list_remove(rt, list, 0);
    CHECK(check, list->count == 0 && list_slice(rt, list, 0, 0)->count == 0);
    for (size_t i = 0; i < 100 && list->count == i; i++)
      CHECK(check, list_push(rt, list, samples[a]));
    CHECK(check, list->item_tag == storage[a] && list->count == 100 && value_identical(list_get(list, 99), samples[a]));
    while (list->count > 1)
      list_remove(rt, list, list->count - 1);
  }
}

/* A list of `kind` 0..6: of so many items, with its items behind its head or in a buffer, of one kind or mixed. */
enum { MOVE_KINDS = 7, MOVE_MOST = 80 };
static List *make_move_list(Check *check, Runtime *rt, int kind, Value *items, size_t *count) {
  static const size_t counts[MOVE_KINDS] = {0, 2, 3, 31, 32, 16, 79};
  *count = counts[kind];
  for (size_t i = 0; i < *count; i++)
    items[i] = kind % 2 && i == 1 ? value_nil() : value_int((int64_t)i * (kind + 1));
  List *list = list_from(rt, items, *count);
  if (kind != 5) return list;
  ROOT(rt->heap, root, value_list(list)); /* outgrow the room behind the head */
  while (*count < MOVE_MOST) {
    items[*count] = value_int((int64_t)*count);
    CHECK(check, list_push(rt, list, items[*count]));
    ++*count;
  }
  return list;
}

static void test_move(Check *check, Runtime *rt) {
  for (int pair = 0; pair < MOVE_KINDS * MOVE_KINDS; pair++) {
    Value items[MOVE_MOST + 1];
    size_t count, ignored;
    ROOT(rt->heap, to, value_list(make_move_list(check, rt, pair / MOVE_KINDS, items, &ignored)));
    ROOT(rt->heap, from, value_list(make_move_list(check, rt, pair % MOVE_KINDS, items, &count)));
    CHECK(check, list_move(rt, value_as_list(to.value), value_as_list(from.value)));
    CHECK(check, is(value_as_list(to.value), items, count));
    items[count] = value_bool(true);
    CHECK(check, list_push(rt, value_as_list(to.value), items[count]) && is(value_as_list(to.value), items, count + 1));
  }
}

/* What a list of one kind refers to stays alive, also where the marker takes a row in parts. */
static void test_marking(Check *check, Runtime *rt) {
  enum { COUNT = 100 };
  ROOT(rt->heap, root, value_list(list_new(rt, 0)));
  List *list = value_as_list(root.value);
  for (int64_t i = 0; i < COUNT; i++) {
    Value number = value_int(i);
    ROOT(rt->heap, item, value_list(list_from(rt, &number, 1)));
    CHECK(check, list_push(rt, list, item.value));
  }
  heap_collect(rt->heap);
  for (size_t i = 0; i < COUNT; i++)
    CHECK(check, value_as_int(list_get(value_as_list(list_get(list, i)), 0)) == (int64_t)i);
  CHECK(check, list->item_tag == (rt->typed_lists ? (uint64_t)VALUE_LIST : (uint64_t)LIST_MIXED));
}

/* Eight bytes an item, or sixteen. */
static void test_size(Check *check, Runtime *rt) {
  heap_collect(rt->heap);
  size_t before = heap_stats(rt->heap).bytes, item_size = rt->typed_lists ? 8 : 16;
  ROOT(rt->heap, floats, value_list(list_repeat(rt, value_float(0.5), 1000)));
  CHECK(check, heap_stats(rt->heap).bytes - before < 1000 * item_size + 100);
  CHECK(check, list_set(rt, value_as_list(floats.value), 999, value_nil()));
  CHECK(check, heap_stats(rt->heap).bytes - before >= 16000);
}

/* A list that can not become mixed stays as it was. */
static void test_no_memory_to_mix(Check *check) {
  Runtime *rt = start(false, 1000000);
  {
    ROOT(rt->heap, root, value_list(list_repeat(rt, value_int(7), 80000)));
    List *list = value_as_list(root.value);
    CHECK(check, !list_set(rt, list, 5, value_nil()) && rt->pending.kind == PENDING_OUT_OF_MEMORY);
    CHECK(check, !list_push(rt, list, value_nil()) && !list_insert(rt, list, 0, value_float(1)));
    CHECK(check, list->count == 80000 && list->item_tag == VALUE_INT && value_as_int(list_get(list, 5)) == 7);
  }
  runtime_free(rt);
}

static void test_no_memory(Check *check) {
  Runtime *rt = start(false, 1000000);
  CHECK(check, !list_new(rt, 200000) && rt->pending.kind == PENDING_OUT_OF_MEMORY);
  CHECK(check, !list_new(rt, SIZE_MAX / 16 + 2) && !list_new(rt, SIZE_MAX));
  rt->pending.kind = PENDING_NONE;
  {
    ROOT(rt->heap, root, value_list(list_new(rt, 0)));
    List *list = value_as_list(root.value);
    size_t count = 0;
    while (list_push(rt, list, value_int((int64_t)count)))
      count++;
    CHECK(check, rt->pending.kind == PENDING_OUT_OF_MEMORY);
    CHECK(check, list->count == count && value_as_int(list_get(list, count - 1)) == (int64_t)count - 1);
    CHECK(check, !list_insert(rt, list, 0, value_nil()) && value_as_int(list_get(list, 0)) == 0);
  }
  runtime_free(rt);
}

int main(void) {
  Check check = {0};
  for (int stress = 0; stress <= 1; stress++) {
    for (int typed = 0; typed <= 1; typed++) {
      Runtime *rt = start(stress, 0);
      rt->typed_lists = typed;
      test_editing(&check, rt);
      test_transitions(&check, rt);
      test_emptied(&check, rt);
      test_move(&check, rt);
      test_marking(&check, rt);
      test_size(&check, rt);
      if (!stress) test_growth(&check, rt);
      runtime_free(rt);
    }
  }
  test_no_memory(&check);
  test_no_memory_to_mix(&check);
  return check_report(&check);
}
