/* source_test.c -- lines and columns, UTF-8, and the pictures of places. */
#include "check.h"
#include "support/diag.h"
#include "support/source.h"
#include "support/utf8.h"
#include <stdlib.h>

static void check_place(Check *check, const Source *source, uint32_t offset, uint32_t line, uint32_t column) {
  Place place = source_place(source, offset);
  bool right = place.line == line && place.column == column;
  if (!CHECK(check, right)) printf("  offset %u: got %u:%u, wanted %u:%u\n", offset, place.line, place.column, line, column);
}

static void check_line(Check *check, const Source *source, uint32_t line, const char *wanted) {
  uint32_t length = 0;
  const char *text = source_line(source, line, &length);
  CHECK(check, length == strlen(wanted) && memcmp(text, wanted, length) == 0);
}

static void test_lines(Check *check) {
  const char *text = "ab\n\ncd\r\n\te";
  Source *source = source_new("a.duet", text, strlen(text));
  CHECK(check, source->line_count == 4);
  check_place(check, source, 0, 1, 1);
  check_place(check, source, 1, 1, 2);
  check_place(check, source, 2, 1, 3); /* the newline itself */
  check_place(check, source, 3, 2, 1);
  check_place(check, source, 4, 3, 1);
  check_place(check, source, 9, 4, 2); /* behind a tab */
  check_place(check, source, 10, 4, 3);
  check_place(check, source, 1000, 4, 3);
  check_line(check, source, 1, "ab");
  check_line(check, source, 2, "");
  check_line(check, source, 3, "cd");
  check_line(check, source, 4, "\te");
  source_free(source);
  source_free(NULL);
}

static void test_empty(Check *check) {
  Source *source = source_new("a.duet", "", 0);
  CHECK(check, source->line_count == 1);
  check_place(check, source, 0, 1, 1);
  check_line(check, source, 1, "");
  source_free(source);
  source = source_new("a.duet", "a\n", 2);
  CHECK(check, source->line_count == 2);
  check_place(check, source, 2, 2, 1);
  source_free(source);
}

static void test_characters(Check *check) {
  const char *text = "\xEF\xBB\xBF\xC3\xA4\xF0\x9F\x98\x80x\xFFy"; /* a mark to be left out, two characters, x, a wrong byte, y */
  Source *source = source_new("a.duet", text, strlen(text));
  CHECK(check, source->length == 9);
  check_place(check, source, 0, 1, 1);
  check_place(check, source, 2, 1, 2);
  check_place(check, source, 6, 1, 3);
  check_place(check, source, 7, 1, 4);
  check_place(check, source, 8, 1, 5);
  source_free(source);
}

static void test_utf8(Check *check) {
  static const uint32_t codes[] = {0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff};
  static const uint32_t lengths[] = {1, 1, 2, 2, 3, 3, 3, 3, 4, 4};
  for (size_t i = 0; i < ARRAY_COUNT(codes); i++) {
    char bytes[UTF8_MAX_BYTES];
    uint32_t code = 0, length = utf8_encode(bytes, codes[i]);
    CHECK(check, length == lengths[i]);
    CHECK(check, utf8_decode(bytes, length, &code) == length && code == codes[i]);
    if (length > 1) CHECK(check, utf8_decode(bytes, length - 1, &code) == 0);
  }
  static const uint32_t none[] = {0xd800, 0xdfff, 0x110000, UINT32_MAX};
  char bytes[UTF8_MAX_BYTES];
  for (size_t i = 0; i < ARRAY_COUNT(none); i++)
    CHECK(check, utf8_encode(bytes, none[i]) == 0);
  static const char *const wrong[] = {"\x80",         "\xbf",         "\xc0\x80",         "\xc1\xbf",         "\xe0\x9f\xbf",
                                      "\xed\xa0\x80", "\xed\xbf\xbf", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80",
                                      "\xff",         "\xc3(",        "\xe2\x82("};
  uint32_t code;
  for (size_t i = 0; i < ARRAY_COUNT(wrong); i++)
    CHECK(check, utf8_decode(wrong[i], strlen(wrong[i]), &code) == 0);
  CHECK(check, utf8_decode("", 0, &code) == 0);
}

static void check_picture(Check *check, const char *text, Span span, const char *hint, bool color, const char *wanted) {
  char *shown = NULL;
  size_t size = 0;
  Source *source = source_new("a.duet", text, strlen(text));
  FILE *file = open_memstream(&shown, &size);
  diag_show_place(source, span, hint, file, color);
  fclose(file);
  CHECK_TEXT(check, shown, wanted);
  free(shown);
  source_free(source);
}

static void test_pictures(Check *check) {
  check_picture(check, "x = a + b", (Span){4, 9}, NULL, false, "  --> a.duet:1:5\n   |\n 1 | x = a + b\n   |     ^^^^^\n");
  check_picture(check, "x", (Span){1, 1}, "there", false, "  --> a.duet:1:2\n   |\n 1 | x\n   |  ^\n  hint: there\n");
  check_picture(check, "\n\n\n\n\n\n\n\n\n\tx = (a +\n  b)", (Span){14, 22}, NULL, false,
                "  --> a.duet:10:6\n    |\n 10 | \tx = (a +\n    | \t    ^^^^\n");
  check_picture(check, "", (Span){0, 0}, NULL, false, "  --> a.duet:1:1\n   |\n 1 |\n   | ^\n");
  check_picture(check, "\"\xC3\xA4\" \x1b[0m \xFF)", (Span){11, 12}, NULL, false,
                "  --> a.duet:1:11\n   |\n 1 | \"\xC3\xA4\" \xEF\xBF\xBD[0m \xEF\xBF\xBD)\n   |           ^\n");
  check_picture(check, "x", (Span){0, 1}, NULL, true,
                "\x1b[34m  -->\x1b[0m a.duet:1:1\n\x1b[34m   |\x1b[0m\n\x1b[34m 1 |\x1b[0m x\n\x1b[34m   |\x1b[0m \x1b[1;31m^\x1b[0m\n");
}

static void test_list(Check *check) {
  Source *source = source_new("a.duet", "ab\ncd\n", 6);
  DiagList list;
  diag_list_init(&list, source);
  diag_add(&list, (Span){3, 5}, "second %d", 2);
  diag_hint(&list, "a %s", "hint");
  diag_add(&list, (Span){0, 1}, "first");
  char *shown = NULL;
  size_t size = 0;
  FILE *file = open_memstream(&shown, &size);
  diag_show(&list, file, false);
  diag_show_short(&list, file);
  fclose(file);
  CHECK_TEXT(check, shown,
             "SyntaxError: first\n  --> a.duet:1:1\n   |\n 1 | ab\n   | ^\n\n"
             "SyntaxError: second 2\n  --> a.duet:2:1\n   |\n 2 | cd\n   | ^^\n  hint: a hint\n"
             "a.duet:1:1: SyntaxError: first\na.duet:2:1: SyntaxError: second 2\n");
  free(shown);
  for (int i = 0; i < 20; i++) {
    diag_add(&list, (Span){0, 0}, "more");
    diag_hint(&list, "%d", i);
  }
  CHECK(check, diag_is_full(&list) && list.count == DIAG_MAX);
  CHECK_TEXT(check, list.items[DIAG_MAX - 1].hint, "7");
  diag_list_free(&list);
  CHECK(check, list.count == 0);
  source_free(source);
}

int main(void) {
  Check check = {0};
  test_lines(&check);
  test_empty(&check);
  test_characters(&check);
  test_utf8(&check);
  test_pictures(&check);
  test_list(&check);
  return check_report(&check);
}
