/* startup_test.c -- a runtime is made whole or not at all, whatever memory there is. */
#include "check.h"
#include "runtime/class.h"
#include "runtime/function.h"
#include "runtime/startup.h"
#include "runtime/string.h"

static Limits with_heap(size_t max_heap, bool stress) { return (Limits){RUNTIME_DEFAULT_MAX_DEPTH, UINT64_MAX, max_heap, stress}; }

/* Every limit from nothing to enough: below some point there is no runtime, above it there always is one. */
static void test_little_memory(Check *check) {
  bool made = false;
  for (size_t bytes = 1; bytes < 200000; bytes += made ? 9973 : 61) {
    Limits limits = with_heap(bytes, false);
    Runtime *rt = runtime_new(&limits);
    if (made) CHECK(check, rt != NULL);
    made = rt != NULL;
    runtime_free(rt);
  }
  CHECK(check, made);
}

static void test_names(Check *check, bool stress) {
  Limits limits = with_heap(0, stress);
  Runtime *rt = runtime_new(&limits);
  if (!CHECK(check, rt != NULL)) return;
  heap_collect(rt->heap);
  uint32_t count;
  const char *const *names = runtime_builtin_names(&count);
  CHECK(check, count == rt->builtin_count);
  for (uint32_t i = 0; i < count; i++) {
    Value builtin = rt->builtins[i];
    size_t length = 0;
    const char *name = "";
    if (value_is(builtin, VALUE_CLASS)) {
      name = value_as_class(builtin)->name->chars;
      length = value_as_class(builtin)->name->length;
      CHECK(check, value_as_class(builtin)->is_error);
    } else {
      name = function_name(builtin, &length);
    }
    CHECK(check, length == strlen(names[i]) && memcmp(name, names[i], length) == 0);
  }
  runtime_free(rt);
}

int main(void) {
  Check check = {0};
  test_little_memory(&check);
  test_names(&check, false);
  test_names(&check, true);
  return check_report(&check);
}
