/* startup.c -- making a runtime whole; see startup.h.
 *
 * Every program waits for this, so it does little: some two hundred small objects, each name interned once. The order matters, since each step stands on those before:
 *
 *     heap -> strings -> shapes -> error classes (with Error's methods) -> functions -> methods
 *
 * runtime_start tells the heap first what the Runtime holds, so that a collection (--gc-stress collects at every step) sees what is already there. A limit too small even
 * for this makes runtime_new give NULL.
 */
#include "runtime/startup.h"
#include "runtime/builtins/builtins.h"
#include "runtime/error.h"
#include "runtime/method_table.h"
#include <stdlib.h>

static const BuiltinInfo *const functions[] = {
#define X(name) &builtin_##name,
    BUILTIN_FUNCTIONS(X)
#undef X
};

static const char *const names[] = {
#define X(name) #name,
    BUILTIN_FUNCTIONS(X)
#undef X
#define X(KIND, class) #class,
        ERROR_KINDS(X)
#undef X
};

enum { FUNCTION_COUNT = ARRAY_COUNT(functions), NAME_COUNT = ARRAY_COUNT(names) };

const char *const *runtime_builtin_names(uint32_t *count) {
  *count = NAME_COUNT;
  return names;
}

/* Fills rt->builtins: the functions, then the error classes. */
static bool add_functions(Runtime *rt) {
  rt->builtins = calloc(NAME_COUNT, sizeof *rt->builtins);
  if (!rt->builtins) return false;
  rt->builtin_count = NAME_COUNT;
  for (uint32_t i = 0; i < FUNCTION_COUNT; i++) {
    Builtin *builtin = builtin_new(rt, functions[i]);
    if (!builtin) return false;
    rt->builtins[i] = value_object(VALUE_BUILTIN, builtin);
  }
  for (uint32_t i = 0; i < ERROR_KIND_COUNT; i++)
    rt->builtins[FUNCTION_COUNT + i] = value_class(rt->errors[i]);
  return true;
}

/* Gives values of one type their methods. */
static bool add_methods(Runtime *rt, ValueTag tag, const BuiltinTable *table) {
  for (uint32_t i = 0; i < table->count; i++) {
    String *name = string_intern(rt, table->rows[i]->name, strlen(table->rows[i]->name));
    if (!name) return false;
    ROOT(rt->heap, root, value_string(name));
    Builtin *builtin = builtin_new(rt, table->rows[i]);
    if (!builtin || !method_tables_add(rt->methods, tag, name, builtin)) return false;
  }
  return true;
}

/* All that needs a heap. False: no memory. */
static bool fill(Runtime *rt) {
  runtime_start(rt);
  rt->methods = method_tables_new();
  if (!rt->methods) return false;
  heap_add_roots(rt->heap, method_tables_mark, rt->methods);
  if (!string_start(rt) || !shape_start(rt) || !error_start(rt, error_methods, ERROR_METHOD_COUNT)) return false;
  return add_functions(rt) && add_methods(rt, VALUE_STRING, &string_methods) && add_methods(rt, VALUE_LIST, &list_methods) &&
         add_methods(rt, VALUE_MAP, &map_methods);
}

Runtime *runtime_new(const Limits *limits) {
  Runtime *rt = calloc(1, sizeof *rt);
  if (!rt) return NULL;
  rt->max_depth = limits->max_depth;
  rt->typed_lists = true;
  rt->out = stdout;
  rt->in = stdin;
  runtime_set_fuel(rt, limits->fuel);
  rt->heap = heap_new(limits->max_heap, limits->gc_stress);
  if (rt->heap && fill(rt)) return rt;
  runtime_free(rt);
  return NULL;
}

void runtime_free(Runtime *rt) {
  if (!rt) return;
  if (rt->heap) {
    string_stop(rt);
    heap_free(rt->heap);
  }
  method_tables_free(rt->methods);
  free(rt->builtins);
  free(rt);
}
