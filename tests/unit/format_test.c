/* format_test.c -- values as text where guest programs can't reach: nesting a million deep, marks after a failure, memory that runs out. */
#include "check.h"
#include "runtime/error.h"
#include "runtime/format.h"
#include "runtime/list.h"
#include "runtime/map.h"
#include "runtime/startup.h"
#include <stdlib.h>

/* Without a wing: to_string of an instance throws what it is called with. */
static bool throwing_call(void *context, Value callee, Value self, uint32_t argc, const Value *args, Value *result) {
  (void)callee, (void)argc, (void)args, (void)result;
  return error_throw(context, self);
}

static Runtime *start(size_t max_heap, bool stress) {
  Limits limits = {RUNTIME_DEFAULT_MAX_DEPTH, UINT64_MAX, max_heap, stress};
  Runtime *rt = runtime_new(&limits);
  if (rt) rt->host = (Host){rt, throwing_call, NULL};
  return rt;
}

static bool reads(Runtime *rt, Value value, const char *wanted) {
  String *text = format_value(rt, value);
  bool same = text && text->length == strlen(wanted) && memcmp(text->chars, wanted, text->length) == 0;
  if (text && !same) printf("  got: %.*s\n", (int)text->length, text->chars);
  return same;
}

static void push(Runtime *rt, Value list, Value item) {
  if (!list_push(rt, value_as_list(list), item)) abort();
}

static void test_cycle(Check *check, Runtime *rt) {
  ROOT(rt->heap, list, value_list(list_new(rt, 0)));
  ROOT(rt->heap, map, value_map(map_new(rt)));
  push(rt, list.value, list.value);
  push(rt, list.value, map.value);
  CHECK(check, map_set(rt, value_as_map(map.value), list.value, map.value)); /* a key is a container too */
  CHECK(check, reads(rt, list.value, "[[...], map{[...]: map{...}}]"));
  CHECK(check, reads(rt, map.value, "map{[[...], map{...}]: map{...}}"));
  CHECK(check, reads(rt, list.value, "[[...], map{[...]: map{...}}]")); /* the marks are gone */
}

static void test_map_with_holes(Check *check, Runtime *rt) {
  ROOT(rt->heap, map, value_map(map_new(rt)));
  for (int64_t i = 0; i < 6; i++)
    CHECK(check, map_set(rt, value_as_map(map.value), value_int(i), value_bool(i % 2)));
  CHECK(check, map_delete(rt, value_as_map(map.value), value_int(0)));
  CHECK(check, map_delete(rt, value_as_map(map.value), value_int(3)));
  CHECK(check, map_delete(rt, value_as_map(map.value), value_int(5)));
  CHECK(check, reads(rt, map.value, "map{1: true, 2: false, 4: false}"));
}

static void test_deep(Check *check, Runtime *rt, size_t depth) {
  ROOT(rt->heap, inner, value_nil());
  for (size_t i = 0; i < depth; i++) {
    List *outer = list_from(rt, &inner.value, 1);
    if (!outer) abort();
    inner.value = value_list(outer);
  }
  String *text = format_value(rt, inner.value);
  CHECK(check, text && text->length == 2 * depth + 3);
}

/* What throws in the midst of a container leaves no marks behind. */
static void test_marks_after_a_throw(Check *check, Runtime *rt) {
  ROOT(rt->heap, class, value_class(class_new(rt, rt->name_init, NULL)));
  ROOT(rt->heap, method, value_object(VALUE_BOUND, bound_method_new(rt, value_nil(), rt->builtins[0])));
  CHECK(check, class_add_method(rt, value_as_class(class.value), rt->name_to_string, method.value));
  ROOT(rt->heap, thrower, value_instance(instance_new(rt, value_as_class(class.value), 0)));
  ROOT(rt->heap, inner, value_list(list_from(rt, &thrower.value, 1)));
  ROOT(rt->heap, outer, value_list(list_from(rt, &inner.value, 1)));
  CHECK(check, format_value(rt, outer.value) == NULL);
  CHECK(check, rt->pending.kind == PENDING_ERROR && value_identical(rt->pending.value, thrower.value));
  error_clear(rt);
  CHECK(check, list_set(rt, value_as_list(inner.value), 0, value_int(1)));
  CHECK(check, reads(rt, outer.value, "[[1]]"));
}

static void test_errors(Check *check, Runtime *rt) {
  ROOT(rt->heap, error, value_instance(instance_new(rt, rt->errors[ERROR_KEY], 0)));
  CHECK(check, reads(rt, error.value, "KeyError"));
  ROOT(rt->heap, list, value_list(list_from(rt, &error.value, 1)));
  CHECK(check, fields_set(rt, &value_as_instance(error.value)->fields, rt->name_message, list.value));
  CHECK(check, reads(rt, error.value, "KeyError: [KeyError: ...]"));
  CHECK(check, fields_set(rt, &value_as_instance(error.value)->fields, rt->name_message, error.value));
  CHECK(check, reads(rt, error.value, "KeyError: KeyError: ..."));
}

/* Errors in errors, a million deep: no C stack is used up. */
static void test_deep_errors(Check *check, Runtime *rt, size_t depth) {
  ROOT(rt->heap, inner, value_string(rt->empty));
  for (size_t i = 0; i < depth; i++) {
    Instance *error = instance_new(rt, rt->errors[ERROR_IO], 0);
    if (!error) abort();
    ROOT(rt->heap, outer, value_instance(error));
    if (!fields_set(rt, &error->fields, rt->name_message, inner.value)) abort();
    inner.value = outer.value;
  }
  String *text = format_value(rt, inner.value);
  CHECK(check, text && text->length == depth * strlen("IOError: ") - 2);
}

static void test_strings(Check *check, Runtime *rt) {
  static const char bytes[] = "a\"\\\n\t\r\x01\x7f\0\xff\xc3\xa9\xe2\x82";
  ROOT(rt->heap, string, value_string(string_new(rt, bytes, sizeof bytes - 1)));
  ROOT(rt->heap, list, value_list(list_from(rt, &string.value, 1)));
  CHECK(check, reads(rt, list.value, "[\"a\\\"\\\\\\n\\t\\r\\u{1}\\u{7f}\\u{0}\\xff\xc3\xa9\\xe2\\x82\"]"));
}

/* However little memory there is: a text, or out of memory; and all marks gone. */
static void test_without_memory(Check *check) {
  for (size_t spare = 0; spare < 8192; spare += 64) {
    Runtime *rt = start(0, false);
    if (!CHECK(check, rt != NULL)) return;
    {
      ROOT(rt->heap, list, value_list(list_new(rt, 0)));
      for (int i = 0; i < 200; i++)
        push(rt, list.value, list.value);
      heap_set_limit(rt->heap, heap_stats(rt->heap).bytes + spare);
      String *text = format_value(rt, list.value);
      if (!text) CHECK(check, rt->pending.kind == PENDING_OUT_OF_MEMORY);
      error_clear(rt);
      heap_set_limit(rt->heap, 0);
      text = format_value(rt, list.value);
      CHECK(check, text && text->length == 200 * strlen("[...], "));
    }
    runtime_free(rt);
  }
}

static void test_all(Check *check, bool stress) {
  Runtime *rt = start(0, stress);
  if (!CHECK(check, rt != NULL)) return;
  test_cycle(check, rt);
  test_map_with_holes(check, rt);
  test_deep(check, rt, stress ? 50 : 1000000);
  test_marks_after_a_throw(check, rt);
  test_errors(check, rt);
  test_deep_errors(check, rt, stress ? 50 : 200000);
  test_strings(check, rt);
  runtime_free(rt);
}

int main(void) {
  Check check = {0};
  test_all(&check, false);
  test_all(&check, true);
  test_without_memory(&check);
  return check_report(&check);
}
