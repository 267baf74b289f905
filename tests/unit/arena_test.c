/* arena_test.c -- memory from an arena is zeroed, aligned, and stays where it is. */
#include "check.h"
#include "support/arena.h"
#include "support/memory.h"
#include <stdint.h>

static bool is_zero(const char *bytes, size_t size) {
  for (size_t i = 0; i < size; i++) {
    if (bytes[i] != 0) return false;
  }
  return true;
}

static void test_many_sizes(Check *check) {
  enum { COUNT = 3000 };
  Arena arena;
  arena_init(&arena);
  static const size_t sizes[] = {1, 7, 16, 24, 100, 1000, 5000, 0, 70000, 300000};
  char *pieces[COUNT];
  bool zeroed = true, aligned = true, kept = true;
  for (int i = 0; i < COUNT; i++) {
    size_t size = sizes[i % (i % 100 == 0 ? 10 : 7)];
    pieces[i] = arena_alloc(&arena, size);
    zeroed = zeroed && is_zero(pieces[i], size);
    aligned = aligned && (uintptr_t)pieces[i] % _Alignof(max_align_t) == 0;
    memset(pieces[i], i & 0xff, size);
  }
  for (int i = 0; i < COUNT; i++) {
    size_t size = sizes[i % (i % 100 == 0 ? 10 : 7)];
    for (size_t k = 0; k < size; k++)
      kept = kept && (pieces[i][k] & 0xff) == (i & 0xff);
  }
  CHECK(check, zeroed);
  CHECK(check, aligned);
  CHECK(check, kept);
  arena_free(&arena);
}

static void test_copy(Check *check) {
  Arena arena;
  arena_init(&arena);
  char text[] = "some text";
  char *copy = arena_copy(&arena, text, sizeof text);
  text[0] = 'X';
  CHECK_TEXT(check, copy, "some text");
  CHECK(check, arena_copy(&arena, NULL, 0) != NULL);
  arena_free(&arena);
}

static void test_free_and_use_again(Check *check) {
  Arena arena;
  arena_init(&arena);
  arena_free(&arena); /* an empty one */
  int *number = ARENA_NEW(&arena, int);
  *number = 42;
  arena_free(&arena);
  CHECK(check, arena.blocks == NULL && arena.next == arena.end);
  number = ARENA_NEW(&arena, int);
  CHECK(check, *number == 0);
  arena_free(&arena);
}

/* A large piece gets a block of its own; the rest of the block before it is still used. */
static void test_large_pieces_leave_the_block(Check *check) {
  Arena arena;
  arena_init(&arena);
  char *before = arena_alloc(&arena, 16);
  arena_alloc(&arena, 1000000);
  char *after = arena_alloc(&arena, 16);
  CHECK(check, after == before + 16);
  arena_free(&arena);
}

static void test_grow(Check *check) {
  CHECK(check, memory_grow(0, 1) >= 1);
  CHECK(check, memory_grow(8, 9) >= 16);
  CHECK(check, memory_grow(100, 50) == 100);
  char *copy = memory_copy_text("a\0b", 3);
  CHECK(check, memcmp(copy, "a\0b\0", 4) == 0);
  memory_free(copy);
  memory_free(NULL);
}

int main(void) {
  Check check = {0};
  test_many_sizes(&check);
  test_copy(&check);
  test_free_and_use_again(&check);
  test_large_pieces_leave_the_block(&check);
  test_grow(&check);
  return check_report(&check);
}
