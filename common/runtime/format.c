/* format.c -- values as text; see format.h.
 *
 * A container is walked with a stack of its own (a guest list, so the collector sees it and --max-heap bounds it), two items for each container that is open:
 *
 *     print([1, {a: [2, 3]}])        stack, while 2 is written:  [1, ...]  2   {a: ...}  1   [2, 3]  1
 *
 * Each holds the container and how far the walk is. A container that is open carries a mark in its object head; meeting one that does is a cycle, and prints
 * as `[...]`. The mark makes that a single look however deep the nesting is. It also holds in the to_string of an instance inside: what is being printed further out shows as `[...]` there.
 *
 * to_string is guest code: it may throw, or change what is being printed. So every step looks at the container anew, and every way out clears the marks.
 */
#include "runtime/format.h"
#include "runtime/equal.h"
#include "runtime/error.h"
#include "runtime/list.h"
#include "runtime/map.h"
#include "runtime/range.h"
#include "support/number.h"
#include "support/utf8.h"

enum { FORMAT_OPEN = 0x80 }; /* in Object.flags of lists, maps and instances: it is being printed */

/* What stands around the items of each kind of container. */
typedef struct Style {
  const char *open, *close, *cycle;
} Style;

static const Style list_style = {"[", "]", "[...]"};
static const Style map_style = {"map{", "}", "map{...}"};
static const Style object_style = {"{", "}", "{...}"};
static const Style error_style = {"", "", ": ..."};

/* ---- strings ---- */

/* The two-character escape of a byte, or 0. */
static char short_escape(unsigned char byte) {
  switch (byte) {
  case '"': return '"';
  case '\\': return '\\';
  case '\n': return 'n';
  case '\t': return 't';
  case '\r': return 'r';
  default: return 0;
  }
}

/* How many bytes from `at` on stand for themselves in a quoted string. */
static size_t plain_length(const String *string, size_t at) {
  size_t end = at;
  while (end < string->length) {
    unsigned char byte = (unsigned char)string->chars[end];
    uint32_t code;
    if (byte < 0x20 || byte == 0x7f || byte == '"' || byte == '\\') break;
    uint32_t bytes = byte < 0x80 ? 1 : utf8_decode(string->chars + end, string->length - end, &code);
    if (bytes == 0) break;
    end += bytes;
  }
  return end - at;
}

static bool append_quoted(Text *text, const String *string) {
  if (!text_append_chars(text, "\"")) return false;
  for (size_t at = 0; at < string->length; at++) {
    size_t plain = plain_length(string, at);
    if (!text_append(text, string->chars + at, plain)) return false;
    at += plain;
    if (at == string->length) break;
    unsigned char byte = (unsigned char)string->chars[at];
    char escape[16];
    if (short_escape(byte)) {
      snprintf(escape, sizeof escape, "\\%c", short_escape(byte));
    } else {
      snprintf(escape, sizeof escape, byte < 0x80 ? "\\u{%x}" : "\\x%02x", byte);
    }
    if (!text_append_chars(text, escape)) return false;
  }
  return text_append_chars(text, "\"");
}

/* ---- what has no parts ---- */

static bool append_named(Text *text, const char *before, const char *name, size_t length) {
  return text_append_chars(text, before) && text_append(text, name, length) && text_append_chars(text, ">");
}

static bool append_function(Text *text, Value value) {
  size_t length = 0;
  const char *name = function_name(value, &length);
  return name ? append_named(text, "<fn ", name, length) : text_append_chars(text, "<fn>");
}

static bool append_range(Text *text, const Range *range) {
  char chars[3 * NUMBER_TEXT_SIZE + 16];
  int length = snprintf(chars, sizeof chars, "range(%lld, %lld", (long long)range->start, (long long)range->end);
  if (range->step != 1) length += snprintf(chars + length, sizeof chars - (size_t)length, ", %lld", (long long)range->step);
  return text_append(text, chars, (size_t)length) && text_append_chars(text, ")");
}

/* Anything but lists, maps and instances. */
static bool append_simple(Text *text, Value value, bool quoted) {
  char number[NUMBER_TEXT_SIZE];
  switch (value.tag) {
  case VALUE_BOOL: return text_append_chars(text, value_as_bool(value) ? "true" : "false");
  case VALUE_INT: return text_append(text, number, number_format_int(number, value_as_int(value)));
  case VALUE_FLOAT: return text_append(text, number, number_format_float(number, value_as_float(value)));
  case VALUE_STRING: return quoted ? append_quoted(text, value_as_string(value)) : text_append_string(text, value_as_string(value));
  case VALUE_RANGE: return append_range(text, value_as_range(value));
  case VALUE_CLOSURE:
  case VALUE_BOUND:
  case VALUE_BUILTIN: return append_function(text, value);
  case VALUE_CLASS: {
    const String *name = value_as_class(value)->name;
    return append_named(text, "<class ", name->chars, name->length);
  }
  default: return text_append_chars(text, "nil");
  }
}

/* ---- instances ---- */

/* What `to_string` of the instance gives; `method` is a guest function. */
static bool append_to_string(Runtime *rt, Text *text, Value method, Value self) {
  ROOT(rt->heap, result, value_nil());
  if (!runtime_call_method(rt, method, self, 0, NULL, &result.value)) return false;
  if (!value_is(result.value, VALUE_STRING)) {
    return error_raise(rt, ERROR_TYPE, "to_string() must return a string, not %s", value_type_name(result.value));
  }
  return text_append_string(text, value_as_string(result.value));
}

/* ---- the walk ---- */

/* How the container prints that `value` is; NULL: it has no parts to walk. */
static const Style *style_of(Runtime *rt, Value value) {
  switch (value.tag) {
  case VALUE_LIST: return &list_style;
  case VALUE_MAP: return &map_style;
  case VALUE_INSTANCE: {
    const Class *class = instance_class(value_as_instance(value));
    if (!class) return &object_style;
    /* Programs can't make a builtin a method, so a builtin to_string is Error's own. */
    return value_is(class_find_method(class, rt->name_to_string), VALUE_BUILTIN) ? &error_style : NULL;
  }
  default: return NULL;
  }
}

/* One walk: the text it adds to, and the stack of open containers. */
typedef struct Walk {
  Runtime *rt;
  Text *text;
  List *stack; /* rooted by format_append; three items for each open container, as below */
} Walk;

/* The container, the index of its next part, and the value behind the key just written (or UNSET). */
enum { OPEN_CONTAINER, OPEN_NEXT, OPEN_WAITING, OPEN_SIZE };

static size_t place_of(const Walk *walk, int which) { return walk->stack->count - OPEN_SIZE + (size_t)which; }

/* What the innermost container's items on the stack say. */
static Value get(const Walk *walk, int which) { return list_get(walk->stack, place_of(walk, which)); }

static bool MUST_CHECK set(Walk *walk, int which, Value value) { return list_set(walk->rt, walk->stack, place_of(walk, which), value); }

static void drop_to(Walk *walk, size_t height) {
  while (walk->stack->count > height)
    list_remove(walk->rt, walk->stack, walk->stack->count - 1);
}

static void close_container(Walk *walk) {
  ((Object *)value_as_object(get(walk, OPEN_CONTAINER)))->flags &= (uint8_t)~FORMAT_OPEN;
  drop_to(walk, walk->stack->count - OPEN_SIZE);
}

/* Begins a container: from here on it is marked, and stands on the stack. */
static bool open_container(Walk *walk, Value container) {
  const Value items[OPEN_SIZE] = {container, value_int(0), value_unset()};
  assert(walk->stack != NULL); /* there is one for every value that is a container */
  size_t height = walk->stack->count;
  for (int i = 0; i < OPEN_SIZE; i++) {
    if (list_push(walk->rt, walk->stack, items[i])) continue;
    drop_to(walk, height);
    return false;
  }
  ((Object *)value_as_object(container))->flags |= FORMAT_OPEN;
  return true;
}

/* Writes one value, or begins it when it is a container. The value must be rooted. */
static bool write_value(Walk *walk, Value value, bool quoted) {
  Text *text = walk->text;
  const Style *style = style_of(walk->rt, value);
  const Class *class = value_is(value, VALUE_INSTANCE) ? instance_class(value_as_instance(value)) : NULL;
  if (style) {
    if (class && !text_append_string(text, class->name)) return false; /* an error: its kind comes first */
    if (((Object *)value_as_object(value))->flags & FORMAT_OPEN) return text_append_chars(text, style->cycle);
    return text_append_chars(text, style->open) && open_container(walk, value);
  }
  if (!class) return append_simple(text, value, quoted);
  Value method = class_find_method(class, walk->rt->name_to_string);
  if (!value_is(method, VALUE_UNSET)) return append_to_string(walk->rt, text, method, value);
  return append_named(text, "<", class->name->chars, class->name->length);
}

/* One part of a container: an item, with a key in front of it or a name. */
typedef struct Part {
  int64_t next; /* where to go on after it */
  Value key;    /* UNSET: none */
  String *name; /* NULL: none */
  Value value;
} Part;

static bool next_entry(const Map *map, int64_t at, Part *part) {
  while (at < map->entry_count && value_is(map->entries[at].key, VALUE_UNSET))
    at++;
  if (at >= map->entry_count) return false;
  *part = (Part){at + 1, map->entries[at].key, NULL, map->entries[at].value};
  return true;
}

/* The only part of an error is its message, unless that is empty. */
static bool next_of_error(Runtime *rt, Instance *error, int64_t at, Part *part) {
  const Value *message = fields_find(rt, &error->fields, rt->name_message);
  if (at > 0 || !message) return false;
  part->value = *message;
  return !value_is(*message, VALUE_STRING) || value_as_string(*message)->length > 0;
}

/* Part `at` of the container as it is now; false when there is none left. */
static bool next_part(Runtime *rt, Value container, int64_t at, Part *part) {
  *part = (Part){at + 1, value_unset(), NULL, value_nil()};
  if (value_is(container, VALUE_MAP)) return next_entry(value_as_map(container), at, part);
  if (value_is(container, VALUE_LIST)) {
    const List *list = value_as_list(container);
    if ((uint64_t)at >= list->count) return false;
    part->value = list_get(list, (size_t)at);
    return true;
  }
  Instance *instance = value_as_instance(container);
  if (instance_class(instance)) return next_of_error(rt, instance, at, part);
  return fields_at(&instance->fields, (uint32_t)at, &part->name, &part->value);
}

/* Writes the value behind the key that was written last. */
static bool write_waiting(Walk *walk) {
  ROOT(walk->rt->heap, value, get(walk, OPEN_WAITING));
  return set(walk, OPEN_WAITING, value_unset()) && text_append_chars(walk->text, ": ") && write_value(walk, value.value, true);
}

/* Writes the next part of the innermost container, or its end. */
static bool write_next(Walk *walk) {
  if (!value_is(get(walk, OPEN_WAITING), VALUE_UNSET)) return write_waiting(walk);
  Value container = get(walk, OPEN_CONTAINER);
  int64_t at = value_as_int(get(walk, OPEN_NEXT));
  const Style *style = style_of(walk->rt, container);
  Part part;
  if (!next_part(walk->rt, container, at, &part)) {
    close_container(walk);
    return text_append_chars(walk->text, style->close);
  }
  ROOT(walk->rt->heap, root, part.value); /* a to_string may take it out of the container */
  if (!set(walk, OPEN_NEXT, value_int(part.next))) return false;
  if (style == &error_style) return text_append_chars(walk->text, ": ") && write_value(walk, part.value, false);
  if (at > 0 && !text_append_chars(walk->text, ", ")) return false;
  if (!value_is(part.key, VALUE_UNSET)) {
    if (!set(walk, OPEN_WAITING, part.value)) return false;
    root.value = part.key;
    return write_value(walk, part.key, true);
  }
  if (part.name && !(text_append_string(walk->text, part.name) && text_append_chars(walk->text, ": "))) return false;
  return write_value(walk, part.value, true);
}

/* Writes `value`, a container or not, with all that is in it. */
static bool walk_value(Walk *walk, Value value, bool quoted) {
  bool ok = write_value(walk, value, quoted);
  while (ok && walk->stack->count > 0)
    ok = runtime_poll(walk->rt) && write_next(walk);
  while (walk->stack->count > 0)
    close_container(walk);
  return ok;
}

bool format_append(Runtime *rt, Text *text, Value value, bool quoted) {
  Walk walk = {rt, text, NULL};
  if (!style_of(rt, value)) return write_value(&walk, value, quoted); /* no parts: no stack */
  walk.stack = list_new(rt, 0);
  if (!walk.stack) return false;
  ROOT(rt->heap, root, value_list(walk.stack));
  return walk_value(&walk, value, quoted);
}

String *format_value(Runtime *rt, Value value) {
  if (value_is(value, VALUE_STRING)) return value_as_string(value);
  TEXT(rt, text);
  return format_append(rt, &text, value, false) ? text_string(&text) : NULL;
}

String *format_quoted(Runtime *rt, Value value) {
  TEXT(rt, text);
  return format_append(rt, &text, value, true) ? text_string(&text) : NULL;
}

String *format_error(Runtime *rt, Instance *error) {
  TEXT(rt, text);
  Part part;
  if (!text_append_string(&text, instance_class(error)->name)) return NULL;
  if (!next_of_error(rt, error, 0, &part)) return text_string(&text);
  ROOT(rt->heap, message, part.value);
  return text_append_chars(&text, ": ") && format_append(rt, &text, message.value, false) ? text_string(&text) : NULL;
}
