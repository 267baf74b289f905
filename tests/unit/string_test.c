/* string_test.c -- strings: interning, joining in linear time, comparing, characters. */
#include "check.h"
#include "runtime/startup.h"
#include "runtime/string.h"

static Runtime *start(bool stress) { return runtime_new(&(Limits){10000, UINT64_MAX, 0, stress}); }

static bool is(const String *string, const char *text) {
  return string && string->length == strlen(text) && memcmp(string->chars, text, string->length) == 0;
}

static void test_making(Check *check, Runtime *rt) {
  CHECK(check, string_new(rt, "", 0) == rt->empty && rt->empty->length == 0);
  CHECK(check, string_new(rt, "x", 1) == rt->bytes['x'] && is(rt->bytes['x'], "x"));
  CHECK(check, string_new(rt, "\xff", 1) == rt->bytes[255]);
  char *chars;
  String *string = string_new_uninitialized(rt, 5, &chars);
  memcpy(chars, "he\0lo", 5);
  CHECK(check, string->length == 5 && memcmp(string->chars, "he\0lo", 5) == 0);
  CHECK(check, is(string_new(rt, "duet", 4), "duet"));
}

static void test_interning(Check *check, Runtime *rt) {
  ROOT(rt->heap, a, value_string(string_intern(rt, "an interned one", 15)));
  CHECK(check, string_intern(rt, "an interned one", 15) == value_as_string(a.value));
  CHECK(check, string_intern(rt, "an interned on", 14) != value_as_string(a.value));
  ROOT(rt->heap, b, value_string(string_new(rt, "an interned one", 15)));
  CHECK(check, value_as_string(b.value) != value_as_string(a.value));
  CHECK(check, string_interned(rt, value_as_string(b.value)) == value_as_string(a.value));
  b.value = value_string(string_new(rt, "not yet", 7));
  CHECK(check, string_interned(rt, value_as_string(b.value)) == value_as_string(b.value));
  CHECK(check, string_intern(rt, "not yet", 7) == value_as_string(b.value));
  CHECK(check, string_intern(rt, "init", 4) == rt->name_init);
  CHECK(check, string_intern(rt, "q", 1) == rt->bytes['q']);
}

/* Names come and go: the table forgets them, and stays as it was for those that are kept. */
static void test_interning_is_weak(Check *check, Runtime *rt) {
  ROOT(rt->heap, kept, value_string(string_intern(rt, "kept for good", 13)));
  heap_collect(rt->heap);
  size_t before = heap_stats(rt->heap).bytes;
  for (int round = 0; round < 20; round++) {
    for (int i = 0; i < 1000; i++) {
      char name[32];
      int length = snprintf(name, sizeof name, "name %d of %d", i, round);
      (void)!string_intern(rt, name, (size_t)length);
    }
    heap_collect(rt->heap);
  }
  CHECK(check, heap_stats(rt->heap).bytes < before + 100000);
  CHECK(check, string_intern(rt, "kept for good", 13) == value_as_string(kept.value));
}

static void test_joining(Check *check, Runtime *rt) {
  ROOT(rt->heap, s, value_string(rt->empty));
  ROOT(rt->heap, old, value_nil());
  char expected[3000];
  size_t length = 0;
  bool right = true;
  for (int i = 0; i < 300; i++) {
    char piece[8];
    size_t size = (size_t)snprintf(piece, sizeof piece, "<%d>", i);
    ROOT(rt->heap, p, value_string(string_new(rt, piece, size)));
    s.value = value_string(string_concat(rt, value_as_string(s.value), value_as_string(p.value)));
    memcpy(expected + length, piece, size);
    length += size;
    if (i == 100) old.value = s.value;
    String *now = value_as_string(s.value);
    right = right && now->length == length && memcmp(now->chars, expected, length) == 0;
  }
  CHECK(check, right);
  /* Two texts that go on from the same beginning. */
  String *beginning = value_as_string(old.value);
  ROOT(rt->heap, other, value_string(string_concat(rt, beginning, rt->bytes['!'])));
  CHECK(check, value_as_string(other.value)->chars[beginning->length] == '!');
  CHECK(check, memcmp(value_as_string(s.value)->chars, expected, length) == 0);
  ROOT(rt->heap, twice, value_string(string_concat(rt, value_as_string(s.value), value_as_string(s.value))));
  String *both = value_as_string(twice.value);
  CHECK(check,
        both->length == 2 * length && memcmp(both->chars, expected, length) == 0 && memcmp(both->chars + length, expected, length) == 0);
  CHECK(check, string_concat(rt, rt->empty, both) == both && string_concat(rt, both, rt->empty) == both);
}

/* A million appends move a few million bytes, not half a million million: seen by what is allocated. */
static void test_joining_is_linear(Check *check) {
  Runtime *rt = start(false);
  {
    ROOT(rt->heap, s, value_string(rt->empty));
    for (int i = 0; i < 1000000; i++)
      s.value = value_string(string_concat(rt, value_as_string(s.value), rt->bytes['a' + i % 26]));
    String *string = value_as_string(s.value);
    CHECK(check, string->length == 1000000 && string->chars[999999] == 'a' + 999999 % 26);
    CHECK(check, heap_stats(rt->heap).peak_bytes < 16000000);
  }
  runtime_free(rt);
}

static void test_slices(Check *check, Runtime *rt) {
  ROOT(rt->heap, s, value_string(string_new(rt, "hello world", 11)));
  String *string = value_as_string(s.value);
  CHECK(check, is(string_slice(rt, string, 0, 5), "hello"));
  CHECK(check, is(string_slice(rt, string, 6, 11), "world"));
  CHECK(check, string_slice(rt, string, 0, 11) == string);
  CHECK(check, string_slice(rt, string, 3, 3) == rt->empty);
  CHECK(check, string_slice(rt, string, 4, 5) == rt->bytes['o']);
}

static void test_comparing(Check *check, Runtime *rt) {
  const char *sorted[] = {"", "a", "a!", "aa", "ab", "b", "\xc3\xa9", "\xff"};
  for (size_t i = 0; i < ARRAY_COUNT(sorted); i++) {
    for (size_t k = 0; k < ARRAY_COUNT(sorted); k++) {
      ROOT(rt->heap, a, value_string(string_new(rt, sorted[i], strlen(sorted[i]))));
      ROOT(rt->heap, b, value_string(string_new(rt, sorted[k], strlen(sorted[k]))));
      int order = string_compare(value_as_string(a.value), value_as_string(b.value));
      CHECK(check, (order < 0) == (i < k) && (order > 0) == (i > k));
      CHECK(check, string_equal(value_as_string(a.value), value_as_string(b.value)) == (i == k));
    }
  }
  ROOT(rt->heap, a, value_string(string_new(rt, "a\0b", 3)));
  ROOT(rt->heap, b, value_string(string_new(rt, "a\0c", 3)));
  CHECK(check, !string_equal(value_as_string(a.value), value_as_string(b.value)));
  CHECK(check, string_compare(value_as_string(a.value), value_as_string(b.value)) < 0);
}

static void test_hashes(Check *check, Runtime *rt) {
  unsigned buckets[64] = {0};
  for (int i = 0; i < 6400; i++) {
    char name[16];
    int length = snprintf(name, sizeof name, "key%d", i);
    String *string = string_new(rt, name, (size_t)length);
    uint32_t hash = string_hash(string);
    CHECK(check, hash != 0 && hash == string_hash(string));
    buckets[hash % 64]++;
  }
  bool spread = true;
  for (int i = 0; i < 64; i++)
    spread = spread && buckets[i] > 40 && buckets[i] < 180;
  CHECK(check, spread);
  CHECK(check, string_hash(string_new(rt, "ab\0", 3)) != string_hash(string_new(rt, "ab", 2)));
  CHECK(check, string_hash(rt->empty) != 0);
}

static void test_characters(Check *check) {
  const struct {
    const char *bytes;
    size_t length;
  } rows[] = {{"a", 1},
              {"\x7f", 1},
              {"\x80", 1},
              {"\xc2\x80", 2},
              {"\xc1\xbf", 1},
              {"\xc3", 1},
              {"\xe0\xa0\x80", 3},
              {"\xe0\x9f\xbf", 1},
              {"\xed\x9f\xbf", 3},
              {"\xed\xa0\x80", 1},
              {"\xe2\x82", 1},
              {"\xf4\x8f\xbf\xbf", 4},
              {"\xf4\x90\x80\x80", 1},
              {"\xf0\x9f\x98\x80", 4},
              {"\xf5\x80\x80\x80", 1}};
  for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
    if (!CHECK(check, string_char_length(rows[i].bytes, strlen(rows[i].bytes), 0) == rows[i].length)) printf("  row %zu\n", i);
  }
  CHECK(check, string_char_length("x\xc3\xa9", 3, 1) == 2);
  CHECK(check, string_char_length("x\xc3\xa9", 2, 1) == 1);
}

static void test_too_large(Check *check) {
  Runtime *rt = runtime_new(&(Limits){10000, UINT64_MAX, 4000000, false});
  char *chars;
  CHECK(check, !string_new_uninitialized(rt, SIZE_MAX, &chars) && rt->pending.kind == PENDING_OUT_OF_MEMORY);
  rt->pending.kind = PENDING_NONE;
  CHECK(check, !string_new_uninitialized(rt, (size_t)1 << 47, &chars) && rt->pending.kind == PENDING_OUT_OF_MEMORY);
  rt->pending.kind = PENDING_NONE;
  {
    ROOT(rt->heap, s, value_string(string_new(rt, "0123456789", 10)));
    String *string;
    while ((string = string_concat(rt, value_as_string(s.value), value_as_string(s.value))))
      s.value = value_string(string);
    CHECK(check, rt->pending.kind == PENDING_OUT_OF_MEMORY);
    CHECK(check, value_as_string(s.value)->length >= 1000000);
  }
  runtime_free(rt);
}

int main(void) {
  Check check = {0};
  for (int stress = 0; stress <= 1; stress++) {
    Runtime *rt = start(stress);
    test_making(&check, rt);
    test_interning(&check, rt);
    test_joining(&check, rt);
    test_slices(&check, rt);
    test_comparing(&check, rt);
    runtime_free(rt);
  }
  Runtime *rt = start(false);
  test_interning_is_weak(&check, rt);
  test_hashes(&check, rt);
  runtime_free(rt);
  test_joining_is_linear(&check);
  test_characters(&check);
  test_too_large(&check);
  return check_report(&check);
}
