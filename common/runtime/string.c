/* string.c -- making strings, joining them, and the interned ones.
 *
 * A string is flat (its bytes right behind its head) or a prefix of a StringBuffer. Joining makes a flat string while it is short. Past that the text goes to a
 * buffer with room to spare, and joining more to the string that ends where the buffer's used part ends only writes behind it:
 *
 *     s = "..."          flat
 *     s = s + x          a buffer, a quarter larger than needed: most strings are joined once or twice and no more
 *     s = s + x          in place, until the buffer is full
 *     s = s + x          a buffer twice as large; the old one goes when the last string in it does
 *
 * So building a text of n bytes copies about 3n. Two strings that both go on from the same prefix do not disturb each other: the second finds that the used part
 * has moved on, and copies.
 *
 * Read next: string_table.c for interning.
 */
#include "runtime/string.h"
#include "runtime/string_table.h"
#include "support/utf8.h"

enum { FLAT_JOIN_MAX = 64 };
static const size_t STRING_LENGTH_LIMIT = (size_t)1 << 47;

struct StringBuffer {
  Object object;
  size_t used;
  size_t capacity;
  char bytes[];
};

static size_t flat_size(size_t length) {
  size_t size = offsetof(String, own) + length;
  return size < sizeof(String) ? sizeof(String) : size;
}

static void string_trace(Object *object, Heap *heap) {
  String *string = (String *)object;
  heap_mark_object(heap, &string->buffer->object);
}
static size_t flat_string_size(const Object *object) { return flat_size(((const String *)object)->length); }
static size_t joined_string_size(const Object *object) {
  (void)object;
  return sizeof(String);
}
static size_t buffer_size(const Object *object) { return sizeof(StringBuffer) + ((const StringBuffer *)object)->capacity; }

/* Flat strings refer to nothing, so the marker never has to look into them. */
static const ObjectKind flat_string_kind = {"string", NULL, NULL, flat_string_size};
static const ObjectKind joined_string_kind = {"string", string_trace, NULL, joined_string_size};
static const ObjectKind buffer_kind = {"string buffer", NULL, NULL, buffer_size};

/* Where a flat string's bytes stand. Not written `string->own`: to the compiler that array ends after 8. */
static char *own_bytes(String *string) { return (char *)string + offsetof(String, own); }

/* ---- making ---- */

static String *new_flat(Runtime *rt, size_t length) {
  String *string = length < STRING_LENGTH_LIMIT ? heap_alloc_raw(rt->heap, &flat_string_kind, flat_size(length)) : NULL;
  if (!string) {
    (void)runtime_out_of_memory(rt);
    return NULL;
  }
  string->length = length;
  string->chars = own_bytes(string);
  return string;
}

String *string_new_uninitialized(Runtime *rt, size_t length, char **chars) {
  String *string = new_flat(rt, length);
  if (string) *chars = own_bytes(string);
  return string;
}

String *string_new(Runtime *rt, const char *chars, size_t length) {
  if (length == 0) return rt->empty;
  if (length == 1) return rt->bytes[(unsigned char)chars[0]];
  String *string = new_flat(rt, length);
  if (string) memcpy(own_bytes(string), chars, length);
  return string;
}

String *string_slice(Runtime *rt, String *string, size_t start, size_t end) {
  if (start == 0 && end == string->length) return string;
  ROOT(rt->heap, kept, value_string(string));
  return string_new(rt, string->chars + start, end - start);
}

/* ---- joining ---- */

static String *join_flat(Runtime *rt, String *a, String *b) {
  String *string = new_flat(rt, a->length + b->length);
  if (!string) return NULL;
  memcpy(own_bytes(string), a->chars, a->length);
  memcpy(own_bytes(string) + a->length, b->chars, b->length);
  return string;
}

/* A buffer of at least `needed` bytes that begins with `a`; some larger, so that more can follow. */
static StringBuffer *new_buffer(Runtime *rt, const String *a, size_t needed) {
  bool grows = a->object.flags & STRING_IN_BUFFER;
  size_t capacity = needed + (grows ? needed : needed / 4);
  StringBuffer *buffer = heap_alloc_raw(rt->heap, &buffer_kind, sizeof *buffer + capacity);
  if (!buffer) { /* where memory is short, do without the spare room */
    capacity = needed;
    buffer = heap_alloc_raw(rt->heap, &buffer_kind, sizeof *buffer + capacity);
    if (!buffer) return NULL;
  }
  buffer->capacity = capacity;
  buffer->used = a->length;
  memcpy(buffer->bytes, a->chars, a->length);
  return buffer;
}

String *string_concat(Runtime *rt, String *a, String *b) {
  if (b->length == 0) return a;
  if (a->length == 0) return b;
  ROOT(rt->heap, a_root, value_string(a));
  ROOT(rt->heap, b_root, value_string(b));
  size_t length = a->length + b->length;
  if (length <= FLAT_JOIN_MAX) return join_flat(rt, a, b);
  StringBuffer *buffer = a->object.flags & STRING_IN_BUFFER ? a->buffer : NULL;
  if (!buffer || buffer->used != a->length || buffer->capacity - buffer->used < b->length) {
    buffer = length < STRING_LENGTH_LIMIT ? new_buffer(rt, a, length) : NULL;
    if (!buffer) {
      (void)runtime_out_of_memory(rt);
      return NULL;
    }
  }
  ROOT(rt->heap, buffer_root, value_object(VALUE_INTERNAL, buffer));
  String *string = heap_alloc_raw(rt->heap, &joined_string_kind, sizeof *string);
  if (!string) {
    (void)runtime_out_of_memory(rt);
    return NULL;
  }
  memcpy(buffer->bytes + buffer->used, b->chars, b->length);
  buffer->used = length;
  string->object.flags = STRING_IN_BUFFER;
  string->length = length;
  string->chars = buffer->bytes;
  string->buffer = buffer;
  return string;
}

/* ---- comparing ---- */

/* Eight bytes at a time, each multiplied in; the tail is read with zeros behind it, and the length tells "a" from "a\0". */
static uint32_t hash_bytes(const char *chars, size_t length) {
  const uint64_t factor = 0x9e3779b97f4a7c15u;
  uint64_t hash = (length + 1) * factor;
  for (; length >= 8; chars += 8, length -= 8) {
    uint64_t word;
    memcpy(&word, chars, 8);
    hash = (hash ^ word) * factor;
    hash ^= hash >> 32;
  }
  uint64_t tail = 0;
  memcpy(&tail, chars, length);
  hash = (hash ^ tail) * factor;
  hash = (hash ^ hash >> 32) * factor; /* what the high bytes did must reach the low bits, too */
  uint32_t folded = (uint32_t)(hash >> 32);
  return folded ? folded : 1;
}

uint32_t string_hash_slow(String *string) { return string->object.hash = hash_bytes(string->chars, string->length); }

int string_compare_slow(const String *a, const String *b) {
  size_t shorter = a->length < b->length ? a->length : b->length;
  int order = memcmp(a->chars, b->chars, shorter);
  if (order != 0) return order;
  return a->length < b->length ? -1 : a->length > b->length;
}

size_t string_char_length(const char *chars, size_t length, size_t offset) {
  uint32_t code;
  uint32_t size = utf8_decode(chars + offset, length - offset, &code);
  return size ? size : 1;
}

/* ---- interning ---- */

static bool has_bytes(const String *string, const char *chars, size_t length) {
  return string->length == length && memcmp(string->chars, chars, length) == 0;
}

static bool add_interned(Runtime *rt, String *string, uint32_t hash) {
  string->object.hash = hash;
  ROOT(rt->heap, kept, value_string(string));
  if (!string_table_add(rt->strings, rt->heap, string)) return runtime_out_of_memory(rt);
  string->object.flags |= STRING_INTERNED;
  return true;
}

String *string_intern(Runtime *rt, const char *chars, size_t length) {
  uint32_t hash = hash_bytes(chars, length);
  String *string = string_table_find(rt->strings, hash, has_bytes, chars, length);
  if (string) return string;
  string = new_flat(rt, length);
  if (!string) return NULL;
  memcpy(own_bytes(string), chars, length);
  return add_interned(rt, string, hash) ? string : NULL;
}

String *string_interned(Runtime *rt, String *string) {
  if (string->object.flags & STRING_INTERNED) return string;
  String *found = string_table_find(rt->strings, string_hash(string), has_bytes, string->chars, string->length);
  if (found) return found;
  return add_interned(rt, string, string->object.hash) ? string : NULL;
}

/* ---- starting ---- */

static bool make_names(Runtime *rt) {
  const struct {
    String **name;
    const char *text;
  } names[] = {{&rt->name_init, "init"}, {&rt->name_to_string, "to_string"}, {&rt->name_message, "message"},
               {&rt->name_line, "line"}, {&rt->name_trace, "trace"},         {&rt->name_origin, "(origin)"}};
  for (size_t i = 0; i < ARRAY_COUNT(names); i++) {
    if (!(*names[i].name = string_intern(rt, names[i].text, strlen(names[i].text)))) return false;
  }
  return true;
}

bool string_start(Runtime *rt) {
  rt->strings = string_table_new(rt->heap);
  if (!rt->strings) return runtime_out_of_memory(rt);
  if (!(rt->empty = string_intern(rt, "", 0))) return false;
  for (size_t i = 0; i < ARRAY_COUNT(rt->bytes); i++) {
    char c = (char)i;
    if (!(rt->bytes[i] = string_intern(rt, &c, 1))) return false;
  }
  return make_names(rt);
}

void string_stop(Runtime *rt) {
  if (rt->strings) string_table_free(rt->strings, rt->heap);
  rt->strings = NULL;
}
