/* list_test.c -- lists: growing, inserting, removing, slicing, running out of memory. */
#include "check.h"
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
  list_set(list, 2, value_int(0));
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
  CHECK(check, heap_stats(rt->heap).bytes < full - 1000000); /* an emptied list gives its room back */
  CHECK(check, push_digits(rt, list, "12345") && value_as_int(list_get(list, 9)) == 9 && value_as_int(list_get(list, 14)) == 5);
}

static void test_no_memory(Check *check) {
  Runtime *rt = start(false, 1000000);
  CHECK(check, !list_new(rt, 100000) && rt->pending.kind == PENDING_OUT_OF_MEMORY);
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
    Runtime *rt = start(stress, 0);
    test_editing(&check, rt);
    runtime_free(rt);
  }
  Runtime *rt = start(false, 0);
  test_growth(&check, rt);
  runtime_free(rt);
  test_no_memory(&check);
  return check_report(&check);
}
