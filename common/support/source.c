/* source.c -- keeping a text, and finding places in it.
 *
 * The line table is made once, when the text comes in; a place is then a binary search for the line and a count of the characters from
 * its start:
 *
 *     text:         x = 1\n  y = 2\nz
 *     line_starts:  0      6        14        offset 8: line 2, column 3
 *
 * A byte order mark at the very start is no part of the program and is left out here, so that nobody else need know of it.
 */
#include "support/source.h"
#include "support/memory.h"
#include "support/utf8.h"
#include <string.h>

static const char *skip_byte_order_mark(const char *text, size_t *length) {
  if (*length < 3 || memcmp(text, "\xEF\xBB\xBF", 3) != 0) return text;
  *length -= 3;
  return text + 3;
}

static void find_lines(Source *source) {
  size_t capacity = memory_grow(0, 1);
  source->line_starts = memory_alloc(capacity * sizeof(uint32_t));
  source->line_count = 1; /* the first one starts at 0 */
  const char *end = source->text + source->length;
  for (const char *at = source->text; (at = memchr(at, '\n', (size_t)(end - at))) != NULL;) {
    at++;
    if (source->line_count == capacity) {
      capacity = memory_grow(capacity, capacity + 1);
      source->line_starts = memory_resize(source->line_starts, capacity * sizeof(uint32_t));
    }
    source->line_starts[source->line_count++] = (uint32_t)(at - source->text);
  }
}

Source *source_new(const char *name, const char *text, size_t length) {
  assert(length <= SOURCE_MAX_LENGTH);
  text = skip_byte_order_mark(text, &length);
  Source *source = memory_alloc(sizeof(Source));
  source->name = memory_copy_text(name, strlen(name));
  source->text = memory_copy_text(text, length);
  source->length = (uint32_t)length;
  find_lines(source);
  return source;
}

void source_free(Source *source) {
  if (source == NULL) return;
  memory_free(source->name);
  memory_free(source->text);
  memory_free(source->line_starts);
  memory_free(source);
}

/* The last line that starts at or before `offset`, from 0. */
static uint32_t find_line(const Source *source, uint32_t offset) {
  uint32_t low = 0, high = source->line_count;
  while (high - low > 1) {
    uint32_t middle = low + (high - low) / 2;
    if (source->line_starts[middle] <= offset) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}

uint32_t source_line_number(const Source *source, uint32_t offset) {
  return find_line(source, offset < source->length ? offset : source->length) + 1;
}

Place source_place(const Source *source, uint32_t offset) {
  if (offset > source->length) offset = source->length;
  uint32_t line = find_line(source, offset);
  uint32_t column = 1;
  for (uint32_t at = source->line_starts[line]; at < offset; column++) {
    uint32_t code;
    uint32_t bytes = utf8_decode(source->text + at, source->length - at, &code);
    at += bytes > 0 ? bytes : 1;
  }
  return (Place){line + 1, column};
}

const char *source_line(const Source *source, uint32_t line, uint32_t *length) {
  assert(line >= 1 && line <= source->line_count);
  uint32_t start = source->line_starts[line - 1];
  uint32_t end = line < source->line_count ? source->line_starts[line] - 1 : source->length;
  if (end > start && source->text[end - 1] == '\r') end--;
  *length = end - start;
  return source->text + start;
}
