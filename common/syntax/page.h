/* page.h -- the text that the formatter writes, with white space decided late.
 *
 * Whoever prints a piece does not know what comes next: another statement, a comment, the closing brace. So white space is only asked
 * for, and the strongest wish since the last piece wins when the next one is written:
 *
 *     nothing < space < break (a line that may be broken here) < line (a statement begins) < blank (and an empty line before it)
 */
#ifndef DUET_SYNTAX_PAGE_H
#define DUET_SYNTAX_PAGE_H

#include "support/base.h"

typedef enum PageGap { PAGE_NOTHING, PAGE_SPACE, PAGE_BREAK, PAGE_LINE, PAGE_BLANK } PageGap;

typedef struct Page {
  char *text; /* owned */
  size_t length;
  size_t capacity;
  PageGap gap;          /* wished for before the next piece */
  uint32_t gap_indent;  /* of the new line, if it is one */
  uint32_t line_indent; /* of the line being written */
  bool fresh;           /* a block or list has just begun: no blank line here */
  bool must_break;      /* a `//` comment has been written: what comes next begins a line */
  bool glued;           /* a comment stands before what comes next, on the same line: do not part them */
} Page;

/* Writes `length` bytes, after the white space wished for. */
void page_write(Page *page, const char *text, size_t length);

/* The same for a text that ends in NUL. */
void page_put(Page *page, const char *text);

/* Wishes for a gap; `indent` (in steps) counts from PAGE_BREAK on. The newest of equal wishes wins. */
void page_wish(Page *page, PageGap gap, uint32_t indent);

/* No space before what comes next: a closing bracket or a comma. */
static inline void page_tighten(Page *page) {
  if (page->gap == PAGE_SPACE) page->gap = PAGE_NOTHING;
}

/* The last byte written, NUL at the start. */
static inline char page_last(const Page *page) { return page->length > 0 ? page->text[page->length - 1] : '\0'; }

#endif
