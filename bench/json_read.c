/* json_read.c -- a reader by recursive descent. */
#include "json_read.h"

#include "support/memory.h"
#include "support/number.h"
#include "support/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Reader {
  Arena *arena;
  const char *at; /* the text from here on; a NUL ends it */
  unsigned depth;
} Reader;

static JsonValue *read_value(Reader *reader);

static void skip_blanks(Reader *reader) { reader->at += strspn(reader->at, " \t\r\n"); }

static bool take(Reader *reader, const char *word) {
  size_t length = strlen(word);
  if (strncmp(reader->at, word, length) != 0) return false;
  reader->at += length;
  return true;
}

static JsonValue *new_value(Reader *reader, JsonKind kind) {
  JsonValue *value = ARENA_NEW(reader->arena, JsonValue);
  value->kind = kind;
  return value;
}

/* ---- strings ---- */

/* The four hexadecimal digits of a \u, as UTF-8; gives how many bytes, 0 when they are none. */
static size_t read_code(Reader *reader, char *out) {
  uint64_t code;
  for (size_t i = 0; i < 4; i++) {
    if (!reader->at[i]) return 0;
  }
  if (number_parse_digits(reader->at, 4, 16, &code) != NUMBER_OK) return 0;
  reader->at += 4;
  return utf8_encode(out, (uint32_t)code);
}

static size_t read_escape(Reader *reader, char *out) {
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  char letter = *reader->at++;
  if (letter == 'u') return read_code(reader, out);
  const char *found = letter ? strchr(letters, letter) : NULL;
  if (!found) return 0;
  *out = meanings[found - letters];
  return 1;
}

/* A string's text, behind its opening quote; NULL when it never ends. It is never longer than what is written. */
static const char *read_chars(Reader *reader) {
  size_t room = 0;
  for (const char *end = reader->at; *end && *end != '"'; end++, room++) {
    if (*end == '\\' && end[1]) end++;
  }
  char *text = arena_alloc(reader->arena, 2 * room + UTF8_MAX_BYTES);
  char *out = text;
  while (*reader->at && *reader->at != '"') {
    if (*reader->at != '\\') {
      *out++ = *reader->at++;
      continue;
    }
    reader->at++;
    size_t length = read_escape(reader, out);
    if (length == 0) return NULL;
    out += length;
  }
  return take(reader, "\"") ? text : NULL;
}

static JsonValue *read_string(Reader *reader) {
  JsonValue *value = new_value(reader, JSON_STRING);
  value->text = read_chars(reader);
  return value->text ? value : NULL;
}

/* ---- the rest ---- */

static JsonValue *read_number(Reader *reader) {
  bool negative = take(reader, "-");
  size_t length = strspn(reader->at, "0123456789.eE+-");
  JsonValue *value = new_value(reader, JSON_NUMBER);
  if (number_parse_float(reader->at, length, &value->number) == NUMBER_MALFORMED) return NULL;
  if (negative) value->number = -value->number;
  reader->at += length;
  return value;
}

/* The items of an array or the members of an object, behind the opening bracket. */
static JsonValue *read_items(Reader *reader, JsonKind kind, const char *close) {
  JsonValue *whole = new_value(reader, kind);
  JsonValue **end = &whole->first;
  skip_blanks(reader);
  if (take(reader, close)) return whole;
  do {
    const char *key = NULL;
    skip_blanks(reader);
    if (kind == JSON_OBJECT) {
      key = take(reader, "\"") ? read_chars(reader) : NULL;
      skip_blanks(reader);
      if (!key || !take(reader, ":")) return NULL;
    }
    JsonValue *item = read_value(reader);
    if (!item) return NULL;
    item->key = key;
    *end = item;
    end = &item->next;
    skip_blanks(reader);
  } while (take(reader, ","));
  return take(reader, close) ? whole : NULL;
}

static JsonValue *read_nested(Reader *reader, JsonKind kind, const char *close) {
  if (reader->depth == JSON_READ_MAX_DEPTH) return NULL;
  reader->depth++;
  JsonValue *value = read_items(reader, kind, close);
  reader->depth--;
  return value;
}

static JsonValue *read_value(Reader *reader) {
  skip_blanks(reader);
  if (take(reader, "{")) return read_nested(reader, JSON_OBJECT, "}");
  if (take(reader, "[")) return read_nested(reader, JSON_ARRAY, "]");
  if (take(reader, "\"")) return read_string(reader);
  if (take(reader, "null")) return new_value(reader, JSON_NULL);
  bool is_true = take(reader, "true");
  if (is_true || take(reader, "false")) {
    JsonValue *value = new_value(reader, JSON_BOOL);
    value->number = is_true;
    return value;
  }
  return read_number(reader);
}

const JsonValue *json_read(Arena *arena, const char *text) {
  Reader reader = {arena, text, 0};
  const JsonValue *value = read_value(&reader);
  skip_blanks(&reader);
  return value && *reader.at == '\0' ? value : NULL;
}

const JsonValue *json_read_file(Arena *arena, const char *path) {
  FILE *file = fopen(path, "r");
  if (!file) return NULL;
  char *text = NULL;
  size_t size = 0;
  ssize_t length = getdelim(&text, &size, '\0', file);
  fclose(file);
  const JsonValue *value = length > 0 ? json_read(arena, text) : NULL;
  free(text);
  return value;
}

const JsonValue *json_read_member(const JsonValue *object, const char *key) {
  if (!object || object->kind != JSON_OBJECT) return NULL;
  for (const JsonValue *member = object->first; member; member = member->next) {
    if (strcmp(member->key, key) == 0) return member;
  }
  return NULL;
}

double json_read_number(const JsonValue *object, const char *key) {
  const JsonValue *member = json_read_member(object, key);
  return member ? member->number : 0;
}

const char *json_read_text(const JsonValue *object, const char *key) {
  const JsonValue *member = json_read_member(object, key);
  return member && member->text ? member->text : "";
}
