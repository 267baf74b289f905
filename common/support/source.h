/* source.h -- a text that a program was read from, and places in it.
 *
 * A place is kept as a Span of byte offsets, eight bytes in every node and table. Lines and columns are worked out only when
 * somebody must be told: source_place searches the table of line starts, then counts code points from there.
 */
#ifndef DUET_SUPPORT_SOURCE_H
#define DUET_SUPPORT_SOURCE_H

#include "support/base.h"

/* Bytes start..end of a source, `end` excluded. */
typedef struct Span {
  uint32_t start;
  uint32_t end;
} Span;

/* Line and column as people count: from 1; a column is a code point (a tab is one, so is a byte that is not UTF-8). */
typedef struct Place {
  uint32_t line;
  uint32_t column;
} Place;

typedef struct Source {
  char *name;            /* owned; as reports show it: `prices.duet`, `<stdin>` */
  char *text;            /* owned; NUL-terminated, but may hold NULs too */
  uint32_t length;       /* bytes, without that NUL */
  uint32_t *line_starts; /* owned; the offset of each line's first byte */
  uint32_t line_count;
} Source;

enum { SOURCE_MAX_LENGTH = 0x7fffffff };

/* A new source with its own copies of name and text; a byte order mark at the start is left out. `length` is at most SOURCE_MAX_LENGTH. To
 * be freed with source_free. */
Source *source_new(const char *name, const char *text, size_t length);

/* Frees a source and its texts; NULL is fine. */
void source_free(Source *source);

/* The place of byte `offset`; an offset past the end is the end's place. */
Place source_place(const Source *source, uint32_t offset);

/* Its line alone: quicker, for nothing is counted, however long the line is. */
uint32_t source_line_number(const Source *source, uint32_t offset);

/* The text of line `line` (from 1) without its newline or CR; `*length` is its length in bytes. */
const char *source_line(const Source *source, uint32_t line, uint32_t *length);

/* From the start of `first` to the end of `last`. */
static inline Span span_join(Span first, Span last) { return (Span){first.start, last.end}; }

#endif
