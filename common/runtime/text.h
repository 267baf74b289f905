/* text.h -- a text that is being put together, piece by piece, before it becomes a string.
 *
 *     TEXT(rt, text);
 *     if (!text_append_chars(&text, "range(")) return NULL;
 *     ...
 *     return text_string(&text);
 *
 * Short texts stay in the C frame; longer ones move to a buffer that is counted as the heap's, so that --max-heap bounds a text while it grows. The buffer
 * goes when the C block ends, on every way out.
 */
#ifndef DUET_RUNTIME_TEXT_H
#define DUET_RUNTIME_TEXT_H

#include "runtime/string.h"

enum { TEXT_OWN_SIZE = 240 };

typedef struct Text {
  Runtime *rt;
  char *bytes; /* `own`, or a heap buffer of `capacity` bytes */
  size_t length;
  size_t capacity;
  char own[TEXT_OWN_SIZE];
} Text;

/* A text named `name`, empty, that ends with the C block. */
#define TEXT(runtime, name)                      \
  __attribute__((cleanup(text_free))) Text name; \
  text_init(&name, (runtime))

void text_init(Text *text, Runtime *rt);
void text_free(Text *text);

/* Adds bytes at the end; when they belong to a string, that string is rooted by the caller. False after out of memory. May collect. */
bool text_append(Text *text, const char *bytes, size_t length) MUST_CHECK;
bool text_append_chars(Text *text, const char *chars) MUST_CHECK; /* up to the NUL */
bool text_append_string(Text *text, const String *string) MUST_CHECK;

/* Makes room for `length` more bytes at text->bytes + text->length; the caller fills them and adds to text->length. */
bool text_reserve(Text *text, size_t length) MUST_CHECK;

/* What was put together, as a string. NULL after out of memory. May collect. */
String *text_string(Text *text) MUST_CHECK;

#endif
