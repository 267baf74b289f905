/* string.h -- immutable strings of bytes.
 *
 * A string's bytes stand right behind its head, or in a buffer that it shares with the strings it grew from:
 *
 *     s = "ab" + x ; s = s + y     buffer: [ a b x x y y y . . . . ]
 *                                   first s |-------|
 *                                  second s |-------------|
 *
 * Appending to the string that ends where the buffer's used part ends writes into the spare room behind it, so building a text
 * with `s += x` in a loop is linear. The bytes of the older, shorter strings never change.
 *
 * Interned strings (constants, names, one-byte strings) are unique: equal ones are the same object, so most comparisons end at the pointers.
 */
#ifndef DUET_RUNTIME_STRING_H
#define DUET_RUNTIME_STRING_H

#include "runtime/runtime.h"

typedef struct StringBuffer StringBuffer;

struct String {
  Object object;     /* hash: object.hash, 0 until it is needed; flags: STRING_INTERNED */
  size_t length;     /* bytes */
  const char *chars; /* in `own` or in the buffer; not NUL-terminated */
  union {
    StringBuffer *buffer; /* chars point into its bytes */
    char own[8];          /* really `length` bytes */
  };
};

enum { STRING_INTERNED = 1, STRING_IN_BUFFER = 2 };

static inline String *value_as_string(Value value) { return value_as_object(value); }
static inline Value value_string(const String *string) { return value_object(VALUE_STRING, string); }

/* A string with a copy of these bytes (one byte or none: the preallocated one). NULL after out of memory. May collect. */
String *string_new(Runtime *rt, const char *chars, size_t length) MUST_CHECK;

/* A string of `length` bytes for the caller to fill through `*chars` before anything else happens. NULL after out of memory. May collect. */
String *string_new_uninitialized(Runtime *rt, size_t length, char **chars) MUST_CHECK;

/* The one interned string with these bytes. NULL after out of memory. May collect. */
String *string_intern(Runtime *rt, const char *chars, size_t length) MUST_CHECK;

/* The interned string equal to `string` (itself where it is interned). NULL after out of memory. May collect. */
String *string_interned(Runtime *rt, String *string) MUST_CHECK;

/* a + b; roots its arguments itself. NULL after out of memory. May collect. */
String *string_concat(Runtime *rt, String *a, String *b) MUST_CHECK;

/* Bytes start..end (0 <= start <= end <= length); roots its argument itself. NULL after out of memory. May collect. */
String *string_slice(Runtime *rt, String *string, size_t start, size_t end) MUST_CHECK;

/* Never 0; kept in the string. */
uint32_t string_hash_slow(String *string);
static inline uint32_t string_hash(String *string) { return LIKELY(string->object.hash) ? string->object.hash : string_hash_slow(string); }

/* Do two strings have the same bytes? Most questions are answered before the bytes are looked at. */
static inline bool string_equal(const String *a, const String *b) {
  if (a == b) return true;
  if (a->length != b->length || (a->object.flags & b->object.flags & STRING_INTERNED)) return false;
  if (a->object.hash != b->object.hash && a->object.hash && b->object.hash) return false;
  return memcmp(a->chars, b->chars, a->length) == 0;
}

/* Bytewise: negative, 0 or positive. */
int string_compare_slow(const String *a, const String *b);
static inline int string_compare(const String *a, const String *b) {
  if (a->length > 0 && b->length > 0 && a->chars[0] != b->chars[0]) return (unsigned char)a->chars[0] - (unsigned char)b->chars[0];
  return string_compare_slow(a, b);
}

/* How many bytes the character at `offset` has: a well-formed UTF-8 sequence, else one byte. */
size_t string_char_length(const char *chars, size_t length, size_t offset);

/* For startup.c: the table of interned strings, rt->bytes, rt->empty and the rt->name_*. False: no memory. May collect. */
bool string_start(Runtime *rt) MUST_CHECK;
/* Frees the table; no collection may follow. */
void string_stop(Runtime *rt);

#endif
