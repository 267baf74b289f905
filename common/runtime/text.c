/* text.c -- growing texts; see text.h. */
#include "runtime/text.h"

void text_init(Text *text, Runtime *rt) {
  text->rt = rt;
  text->bytes = text->own;
  text->length = 0;
  text->capacity = TEXT_OWN_SIZE;
}

void text_free(Text *text) {
  if (text->bytes != text->own) heap_release(text->rt->heap, text->bytes, text->capacity);
}

/* Doubles the buffer, or makes it as large as it must be: appending is linear in all that is appended. */
static bool grow(Text *text, size_t needed) {
  size_t capacity = text->capacity > SIZE_MAX / 2 ? needed : text->capacity * 2;
  if (capacity < needed) capacity = needed;
  bool is_own = text->bytes == text->own;
  char *bytes = heap_resize(text->rt->heap, is_own ? NULL : text->bytes, is_own ? 0 : text->capacity, capacity);
  if (!bytes) return runtime_out_of_memory(text->rt);
  if (is_own) memcpy(bytes, text->own, text->length);
  text->bytes = bytes;
  text->capacity = capacity;
  return true;
}

bool text_reserve(Text *text, size_t length) {
  if (LIKELY(length <= text->capacity - text->length)) return true;
  if (length > SIZE_MAX - text->length) return runtime_out_of_memory(text->rt);
  return grow(text, text->length + length);
}

bool text_append(Text *text, const char *bytes, size_t length) {
  if (!text_reserve(text, length)) return false;
  memcpy(text->bytes + text->length, bytes, length);
  text->length += length;
  return true;
}

bool text_append_chars(Text *text, const char *chars) { return text_append(text, chars, strlen(chars)); }

bool text_append_string(Text *text, const String *string) { return text_append(text, string->chars, string->length); }

String *text_string(Text *text) { return string_new(text->rt, text->bytes, text->length); }
