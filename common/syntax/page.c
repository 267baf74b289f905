/* page.c -- writing to the page.
 *
 *     wished for:   nothing   space   break, line   blank
 *     written:                " "     "\n"          "\n\n"      and after a newline the indent
 *
 * What is wished for before the first piece is left out, and a wish that no piece follows is never written: so a page neither begins nor
 * ends with white space.
 */
#include "syntax/page.h"
#include "support/memory.h"
#include <string.h>

enum { INDENT_STEP = 2 };

static void append(Page *page, const char *text, size_t length) {
  if (page->length + length + 1 > page->capacity) {
    page->capacity = memory_grow(page->capacity, page->length + length + 1);
    page->text = memory_resize(page->text, page->capacity);
  }
  memcpy(page->text + page->length, text, length);
  page->length += length;
  page->text[page->length] = '\0';
}

static void begin_line(Page *page) {
  for (uint32_t i = 0; i < page->gap_indent * INDENT_STEP; i++)
    append(page, " ", 1);
  page->line_indent = page->gap_indent;
}

/* The gap wished for; none at the very start. */
static void write_gap(Page *page) {
  if (page->gap == PAGE_SPACE && page->length > 0) append(page, " ", 1);
  if (page->gap >= PAGE_BREAK) {
    if (page->length > 0) append(page, "\n\n", page->gap == PAGE_BLANK ? 2 : 1);
    begin_line(page);
  }
  page->gap = PAGE_NOTHING;
}

void page_write(Page *page, const char *text, size_t length) {
  write_gap(page);
  append(page, text, length);
  page->fresh = false;
  page->must_break = false;
  page->glued = false;
}

void page_put(Page *page, const char *text) { page_write(page, text, strlen(text)); }

void page_wish(Page *page, PageGap gap, uint32_t indent) {
  if (gap < page->gap) return;
  page->gap = gap;
  page->gap_indent = indent;
}
