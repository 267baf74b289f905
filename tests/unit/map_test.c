/* map_test.c -- maps: order, deletions, growth, and agreement with a map too simple to be wrong. */
#include "check.h"
#include "runtime/map.h"
#include "runtime/startup.h"
#include "runtime/string.h"
#include <math.h>

static Runtime *start(bool stress, size_t limit) { return runtime_new(&(Limits){10000, UINT64_MAX, limit, stress}); }

static bool set(Runtime *rt, Map *map, int64_t key, int64_t value) { return map_set(rt, map, value_int(key), value_int(value)); }

/* The value of an int key; -1 when there is none. */
static int64_t get(const Map *map, int64_t key) {
  const Value *value = map_find(map, value_int(key));
  return value ? value_as_int(*value) : -1;
}

static void test_basics(Check *check, Runtime *rt) {
  ROOT(rt->heap, root, value_map(map_new(rt)));
  Map *map = value_as_map(root.value);
  CHECK(check, map->count == 0 && get(map, 1) == -1 && !map_delete(rt, map, value_int(1)));
  CHECK(check, set(rt, map, 1, 10) && set(rt, map, 2, 20) && map->count == 2 && map->changes == 2);
  CHECK(check, set(rt, map, 1, 11) && map->count == 2 && map->changes == 2 && get(map, 1) == 11);
  /* 1.0 is the key 1, and the first one stays. */
  CHECK(check, map_set(rt, map, value_float(1.0), value_int(12)) && map->count == 2);
  CHECK(check, get(map, 1) == 12 && value_is(map->entries[0].key, VALUE_INT));
  CHECK(check, map_find(map, value_float(2.0)) && !map_find(map, value_float(2.5)) && !map_find(map, value_bool(true)));
  CHECK(check, !map_find(map, value_float((double)NAN)) && !map_delete(rt, map, value_float((double)NAN)));
  CHECK(check, map_set(rt, map, value_nil(), value_int(1)) && map_find(map, value_nil()));
  CHECK(check, map_delete(rt, map, value_int(1)) && !map_delete(rt, map, value_int(1)) && map->count == 2 && map->changes == 4);
  CHECK(check, get(map, 1) == -1 && get(map, 2) == 20);
  ROOT(rt->heap, a, value_string(string_new(rt, "key", 3)));
  ROOT(rt->heap, b, value_string(string_new(rt, "key", 3)));
  CHECK(check, map_set(rt, map, a.value, value_int(5)) && map_find(map, b.value));
}

/* The keys in order, as `0,1,2,`. */
static void keys(const Map *map, char *text, size_t size) {
  size_t length = 0;
  text[0] = '\0';
  for (uint32_t i = 0; i < map->entry_count; i++) {
    if (value_is(map->entries[i].key, VALUE_UNSET)) continue;
    length += (size_t)snprintf(text + length, size - length, "%d,", (int)value_as_int(map->entries[i].key));
  }
}

static void test_order(Check *check, Runtime *rt) {
  ROOT(rt->heap, root, value_map(map_new(rt)));
  Map *map = value_as_map(root.value);
  char text[200];
  for (int i = 0; i < 12; i++)
    CHECK(check, set(rt, map, i * 7 % 12, i));
  keys(map, text, sizeof text);
  CHECK_TEXT(check, text, "0,7,2,9,4,11,6,1,8,3,10,5,");
  for (int i = 0; i < 12; i += 2)
    CHECK(check, map_delete(rt, map, value_int(i)));
  CHECK(check, set(rt, map, 2, 0) && set(rt, map, 7, 0) && set(rt, map, 20, 0));
  keys(map, text, sizeof text);
  CHECK_TEXT(check, text, "7,9,11,1,3,5,2,20,");
  for (int i = 30; i < 50; i++)
    CHECK(check, set(rt, map, i, 0));
  keys(map, text, sizeof text);
  CHECK_TEXT(check, text, "7,9,11,1,3,5,2,20,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,");
}

/* A queue, a stack and a set that is refilled: however long they run, the map does not grow. */
static void test_deleting_and_adding(Check *check, Runtime *rt) {
  ROOT(rt->heap, root, value_map(map_new(rt)));
  Map *map = value_as_map(root.value);
  bool ok = true;
  for (int i = 0; i < 100; i++)
    ok = ok && set(rt, map, i, i);
  for (int i = 100; i < 200000; i++)
    ok = ok && map_delete(rt, map, value_int(i - 100)) && set(rt, map, i, i);
  CHECK(check, ok && map->count == 100 && map->entry_capacity <= 256 && map->index_bits <= 8);
  CHECK(check, value_as_int(map->entries[map->first].key) == 199900); /* the oldest key is found at once */
  for (int i = 0; i < 200000; i++)
    ok = ok && set(rt, map, -1, i) && map_delete(rt, map, value_int(-1));
  CHECK(check, ok && map->count == 100 && map->entry_capacity <= 256);
  CHECK(check, get(map, 199950) == 199950 && get(map, 199899) == -1);
}

/* Many keys of every kind, in patterns that a bad hash would send to few places; some gone before the index doubles. */
static void test_growth(Check *check, Runtime *rt) {
  enum { COUNT = 20000 };
  ROOT(rt->heap, root, value_map(map_new(rt)));
  Map *map = value_as_map(root.value);
  bool ok = true;
  for (int64_t i = 0; ok && i < COUNT; i++) {
    char text[32];
    ROOT(rt->heap, string, value_string(string_new(rt, text, (size_t)snprintf(text, sizeof text, "key %d", (int)i))));
    ok = set(rt, map, i * (1 << 30), i) && map_set(rt, map, value_float((double)i + 0.5), value_int(i)) &&
         map_set(rt, map, string.value, value_int(i));
    if (i % 7 == 0) ok = ok && map_delete(rt, map, value_float((double)i + 0.5));
  }
  CHECK(check, ok && map->count == 3 * COUNT - (COUNT + 6) / 7);
  for (int64_t i = 0; ok && i < COUNT; i++) {
    char text[32];
    ROOT(rt->heap, string, value_string(string_new(rt, text, (size_t)snprintf(text, sizeof text, "key %d", (int)i))));
    const Value *value = map_find(map, string.value), *half = map_find(map, value_float((double)i + 0.5));
    ok = get(map, i * (1 << 30)) == i && value && value_as_int(*value) == i && (half != NULL) == (i % 7 != 0) &&
         get(map, i * (1 << 30) + 1) == -1;
  }
  CHECK(check, ok);
}

enum { MODEL_KEYS = 64 };

typedef struct Model {
  int64_t keys[MODEL_KEYS], values[MODEL_KEYS];
  unsigned count;
} Model;

static unsigned model_find(const Model *model, int64_t key) {
  unsigned i = 0;
  while (i < model->count && model->keys[i] != key)
    i++;
  return i;
}

static bool model_agrees(const Model *model, const Map *map) {
  unsigned i = 0;
  for (uint32_t k = 0; k < map->entry_count; k++) {
    if (value_is(map->entries[k].key, VALUE_UNSET)) continue;
    if (i == model->count || value_as_int(map->entries[k].key) != model->keys[i] || get(map, model->keys[i]) != model->values[i])
      return false;
    i++;
  }
  return i == model->count && map->count == model->count;
}

/* Does the same to map and model; do they agree afterwards? */
static bool model_set(Runtime *rt, Model *model, Map *map, int64_t key, int64_t value) {
  unsigned at = model_find(model, key);
  if (at == MODEL_KEYS) return true; /* no room in the model */
  model->keys[at] = key;
  model->values[at] = value;
  if (at == model->count) model->count++;
  return set(rt, map, key, value) && model_agrees(model, map);
}

static bool model_delete(Runtime *rt, Model *model, Map *map, int64_t key) {
  unsigned at = model_find(model, key);
  bool was_there = at < model->count;
  if (was_there) model->count--;
  for (unsigned i = at; i < model->count; i++) {
    model->keys[i] = model->keys[i + 1];
    model->values[i] = model->values[i + 1];
  }
  return map_delete(rt, map, value_int(key)) == was_there && get(map, key) == -1 && model_agrees(model, map);
}

static uint32_t next_random(uint32_t *random) { return (*random = *random * 1664525 + 1013904223) >> 8; }

static void test_against_a_model(Check *check, Runtime *rt, unsigned steps) {
  ROOT(rt->heap, root, value_map(map_new(rt)));
  Map *map = value_as_map(root.value);
  Model model = {0};
  uint32_t random = 12345;
  bool agrees = true;
  for (unsigned step = 0; agrees && step < steps; step++) {
    /* Long spells of mostly adding, then of mostly deleting. */
    bool adds = next_random(&random) % 8 < (step / 200 % 2 ? 2 : 6);
    int64_t key = next_random(&random) % MODEL_KEYS * ((int64_t)1 << 32);
    agrees = adds ? model_set(rt, &model, map, key, step) : model_delete(rt, &model, map, key);
  }
  CHECK(check, agrees);
}

/* Keys that count up, from anywhere; deleted from the front or anywhere, and now and then one out of the row. */
static void test_runs(Check *check, Runtime *rt, unsigned rounds) {
  static const int64_t starts[] = {0, 1, -5, INT64_MAX - 20, INT64_MIN, (int64_t)1 << 40};
  uint32_t random = 54321;
  bool agrees = true;
  for (unsigned round = 0; agrees && round < rounds; round++) {
    ROOT(rt->heap, root, value_map(map_new(rt)));
    Map *map = value_as_map(root.value);
    Model model = {0};
    unsigned odd = 1 + round % 5 * 40, fronts = round % 3; /* an odd key once in so many steps, or deletions from the front */
    for (unsigned step = 0, added = 0; agrees && step < 150; step++) {
      uint64_t start = (uint64_t)starts[round % ARRAY_COUNT(starts)];
      unsigned what = next_random(&random) % 10;
      if (odd > 1 && next_random(&random) % odd == 0)
        agrees = model_set(rt, &model, map, (int64_t)(start + next_random(&random) % 100), step);
      else if (what < 6 && model.count < MODEL_KEYS)
        agrees = model_set(rt, &model, map, (int64_t)(start + added++), step);
      else if (what < 6 + fronts && model.count > 0)
        agrees = model_delete(rt, &model, map, model.keys[0]);
      else if (what == 9)
        agrees = model_delete(rt, &model, map, (int64_t)(start + next_random(&random) % (added + 2)));
    }
  }
  CHECK(check, agrees);
}

static void test_leaving_a_run(Check *check, Runtime *rt) {
  ROOT(rt->heap, root, value_map(map_new(rt)));
  Map *map = value_as_map(root.value);
  bool ok = true;
  for (int i = 0; i < 1000; i++)
    ok = ok && set(rt, map, i, i);
  CHECK(check, ok && map->index_bits == 0 && map_find(map, value_float(999)) && !map_find(map, value_float(0.5)));
  CHECK(check, !map_find(map, value_nil()) && !map_find(map, value_bool(true)) && get(map, 1000) == -1 && get(map, -1) == -1);
  CHECK(check, map_set(rt, map, value_float(7.0), value_int(-7)) && map->count == 1000 && get(map, 7) == -7);
  CHECK(check, map_set(rt, map, value_float(1000.0), value_int(1)) && map->count == 1001 && get(map, 1000) == 1);
  for (int i = 1001; i < 3000; i++)
    ok = ok && set(rt, map, i, i);
  for (int i = 1001; i < 3000; i++)
    ok = ok && get(map, i) == i;
  CHECK(check, ok && value_is(map->entries[1000].key, VALUE_FLOAT) && map->index_bits > 0);
}

static void test_no_memory(Check *check) {
  Runtime *rt = start(false, 1000000);
  {
    ROOT(rt->heap, root, value_map(map_new(rt)));
    Map *map = value_as_map(root.value);
    int64_t count = 0;
    while (set(rt, map, count, count))
      count++;
    CHECK(check, rt->pending.kind == PENDING_OUT_OF_MEMORY && map->count == (uint32_t)count && count > 5000);
    bool whole = true;
    for (int64_t i = 0; i < count; i++)
      whole = whole && get(map, i) == i;
    CHECK(check, whole);
    CHECK(check, map_delete(rt, map, value_int(3)) && get(map, 3) == -1 && get(map, 4) == 4);
  }
  runtime_free(rt);
}

int main(void) {
  Check check = {0};
  for (int stress = 0; stress <= 1; stress++) {
    Runtime *rt = start(stress, 0);
    test_basics(&check, rt);
    test_order(&check, rt);
    test_against_a_model(&check, rt, stress ? 2000 : 20000);
    test_runs(&check, rt, stress ? 30 : 600);
    test_leaving_a_run(&check, rt);
    runtime_free(rt);
  }
  Runtime *rt = start(false, 0);
  test_deleting_and_adding(&check, rt);
  test_growth(&check, rt);
  runtime_free(rt);
  test_no_memory(&check);
  return check_report(&check);
}
