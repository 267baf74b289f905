/* equal_test.c -- equality, and that what is equal hashes alike. */
#include "check.h"
#include "runtime/equal.h"
#include "runtime/startup.h"
#include <math.h>

static void check_pair(Check *check, Value a, Value b, bool equal, int line) {
  check_that(check, value_equal(a, b) == equal, "equality of the pair", __FILE__, line);
  check_that(check, value_equal(b, a) == equal, "equality the other way round", __FILE__, line);
  if (equal) check_that(check, value_hash(a) == value_hash(b), "equal values hash alike", __FILE__, line);
}

#define SAME(a, b) check_pair(check, (a), (b), true, __LINE__)
#define DIFFERENT(a, b) check_pair(check, (a), (b), false, __LINE__)

static void test_numbers(Check *check) {
  SAME(value_int(1), value_float(1.0));
  SAME(value_int(0), value_float(-0.0));
  SAME(value_float(0.0), value_float(-0.0));
  DIFFERENT(value_int(1), value_float(1.5));
  DIFFERENT(value_int(1), value_int(2));
  const int64_t past = ((int64_t)1 << 53) + 1;
  SAME(value_int(past - 1), value_float(0x1p53));
  DIFFERENT(value_int(past), value_float(0x1p53));
  SAME(value_int(INT64_MIN), value_float(-0x1p63));
  DIFFERENT(value_int(INT64_MAX), value_float(0x1p63));
  DIFFERENT(value_int(INT64_MIN), value_float(0x1p63));
  DIFFERENT(value_int(0), value_float((double)INFINITY));
  DIFFERENT(value_float((double)NAN), value_float((double)NAN));
  DIFFERENT(value_int(0), value_float((double)NAN));
  SAME(value_float((double)INFINITY), value_float((double)INFINITY));
  SAME(value_float(0.1), value_float(0.1));
}

static void test_kinds(Check *check) {
  SAME(value_nil(), value_nil());
  SAME(value_bool(true), value_bool(true));
  DIFFERENT(value_bool(true), value_bool(false));
  DIFFERENT(value_bool(true), value_int(1));
  DIFFERENT(value_bool(false), value_nil());
  DIFFERENT(value_nil(), value_int(0));
  DIFFERENT(value_unset(), value_nil());
}

static void test_strings(Check *check, Runtime *rt) {
  ROOT(rt->heap, a, value_string(string_new(rt, "same bytes", 10)));
  ROOT(rt->heap, b, value_string(string_new(rt, "same bytes", 10)));
  ROOT(rt->heap, c, value_string(string_new(rt, "other text", 10)));
  ROOT(rt->heap, interned, value_string(string_intern(rt, "same bytes", 10)));
  CHECK(check, a.value.payload != b.value.payload);
  SAME(a.value, b.value);
  SAME(a.value, interned.value);
  DIFFERENT(a.value, c.value);
  DIFFERENT(interned.value, c.value);
  DIFFERENT(value_string(rt->empty), value_nil());
  DIFFERENT(value_string(rt->bytes['1']), value_int(1));
}

static void test_truth(Check *check, Runtime *rt) {
  const Value falsy[] = {value_nil(), value_bool(false), value_int(0), value_float(0.0), value_float(-0.0)};
  for (size_t i = 0; i < ARRAY_COUNT(falsy); i++)
    CHECK(check, !value_truthy(falsy[i]));
  const Value truthy[] = {value_bool(true), value_int(-1), value_float(0x1p-1074), value_float((double)NAN), value_string(rt->empty)};
  for (size_t i = 0; i < ARRAY_COUNT(truthy); i++)
    CHECK(check, value_truthy(truthy[i]));
}

/* Neighbouring ints, and floats that differ in a few high bits, must not fall on the same few places. */
static void test_spread(Check *check) {
  unsigned ints[64] = {0}, floats[64] = {0};
  for (int i = 0; i < 6400; i++) {
    ints[value_hash(value_int((int64_t)i * 1024)) >> 26]++;
    floats[value_hash(value_float(i + 0.5)) >> 26]++;
  }
  bool spread = true;
  for (int i = 0; i < 64; i++)
    spread = spread && ints[i] > 40 && ints[i] < 180 && floats[i] > 40 && floats[i] < 180;
  CHECK(check, spread);
}

int main(void) {
  Check check = {0};
  Runtime *rt = runtime_new(&(Limits){10000, UINT64_MAX, 0, true});
  test_numbers(&check);
  test_kinds(&check);
  test_strings(&check, rt);
  test_truth(&check, rt);
  test_spread(&check);
  runtime_free(rt);
  return check_report(&check);
}
