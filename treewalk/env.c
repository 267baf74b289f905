/* env.c -- the chained hash tables; see env.h for the picture.
 *
 * An environment knows when it is made how many names its scope declares, so its entries stand right behind its head and it never grows. Only the script's does, in a
 * REPL, where each line may bring more names.
 */
#include "env.h"

/* ---- the kind ---- */

static bool has_grown(const Environment *env) { return env->entries != env->own; }

static void env_trace(Object *object, Heap *heap) {
  const Environment *env = (const Environment *)object;
  heap_mark_object(heap, (Object *)env->outer);
  for (uint32_t i = 0; i < env->capacity; i++)
    heap_mark_value(heap, env->entries[i].value);
}

static void env_free(Object *object, Heap *heap) {
  const Environment *env = (const Environment *)object;
  if (has_grown(env)) heap_release(heap, env->entries, env->capacity * sizeof(EnvEntry));
}

static size_t bytes_for(uint32_t capacity) { return sizeof(Environment) + capacity * sizeof(EnvEntry); }
static size_t env_size(const Object *object) { return bytes_for(((const Environment *)object)->own_capacity); }

static const ObjectKind env_kind = {"environment", env_trace, env_free, env_size};

/* ---- one table ---- */

/* A quarter stays free at least, so that a search for what is not there ends soon. */
static bool is_enough(uint32_t capacity, uint32_t names) { return (uint64_t)names * 4 <= (uint64_t)capacity * 3; }

static uint32_t capacity_for(uint32_t names) {
  uint32_t capacity = 2;
  while (!is_enough(capacity, names))
    capacity *= 2;
  return capacity;
}

/* The entry that has `name`, or the free one where it belongs. */
static EnvEntry *find_entry(EnvEntry *entries, uint32_t capacity, const Symbol *name, uint64_t *probes) {
  uint32_t mask = capacity - 1;
  for (uint32_t i = name->hash & mask;; i = (i + 1) & mask) {
    ++*probes;
    if (entries[i].name == name || !entries[i].name) return &entries[i];
  }
}

static bool grow(Runtime *rt, Environment *env) {
  uint32_t capacity = env->capacity * 2;
  EnvEntry *entries = heap_resize(rt->heap, NULL, 0, capacity * sizeof *entries);
  if (!entries) return runtime_out_of_memory(rt);
  memset(entries, 0, capacity * sizeof *entries);
  uint64_t probes = 0;
  for (uint32_t i = 0; i < env->capacity; i++) {
    const EnvEntry *old = &env->entries[i];
    if (old->name) *find_entry(entries, capacity, old->name, &probes) = *old;
  }
  env_free(&env->object, rt->heap);
  env->entries = entries;
  env->capacity = capacity;
  return true;
}

/* ---- environments ---- */

Environment *env_new(Runtime *rt, Environment *outer, uint32_t names, EnvCounters *counters) {
  uint32_t capacity = capacity_for(names);
  Environment *env = heap_alloc(rt->heap, &env_kind, bytes_for(capacity));
  if (!env) {
    (void)runtime_out_of_memory(rt);
    return NULL;
  }
  env->outer = outer;
  env->capacity = env->own_capacity = capacity;
  env->entries = env->own;
  counters->made++;
  return env;
}

bool env_define(Runtime *rt, Environment *env, const Symbol *name, Value value) {
  uint64_t probes = 0;
  EnvEntry *entry = find_entry(env->entries, env->capacity, name, &probes);
  if (!entry->name && !is_enough(env->capacity, env->count + 1)) {
    if (!grow(rt, env)) return false;
    entry = find_entry(env->entries, env->capacity, name, &probes);
  }
  if (!entry->name) env->count++;
  *entry = (EnvEntry){name, value};
  return true;
}

Value *env_find(Environment *env, const Symbol *name, EnvCounters *counters) {
  counters->lookups++;
  for (; env; env = env->outer) {
    counters->tables++;
    EnvEntry *entry = find_entry(env->entries, env->capacity, name, &counters->probes);
    if (entry->name) return &entry->value;
  }
  return NULL;
}
