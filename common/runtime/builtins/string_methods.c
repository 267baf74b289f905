/* string_methods.c -- the methods of strings.
 *
 * A string is bytes: lengths, positions and slices count bytes, upper and lower change ASCII letters only. chars() walks characters as `for` does.
 */
#include "runtime/builtins/arguments.h"
#include "runtime/builtins/builtins.h"
#include "runtime/builtins/join.h"
#include "runtime/error.h"
#include "runtime/text.h"

static bool give(String *string, Value *result) {
  if (!string) return false;
  *result = value_string(string);
  return true;
}

/* ---- searching ---- */

/* Where `part` stands in `string` at or after `start`, or NULL. */
static const char *find(const String *string, const String *part, size_t start) {
  return memmem(string->chars + start, string->length - start, part->chars, part->length);
}

METHOD(len, 0, 0, "len() -> int: how many bytes") {
  *result = value_int((int64_t)value_as_string(self)->length);
  return true;
}

METHOD(find, 1, 1, "find(part) -> int: where part first stands, or -1") {
  String *part;
  if (!argument_string(rt, "find", args[0], &part)) return false;
  const char *found = find(value_as_string(self), part, 0);
  *result = value_int(found ? found - value_as_string(self)->chars : -1);
  return true;
}

METHOD(contains, 1, 1, "contains(part) -> bool: does part stand in it?") {
  String *part;
  if (!argument_string(rt, "contains", args[0], &part)) return false;
  *result = value_bool(find(value_as_string(self), part, 0) != NULL);
  return true;
}

METHOD(starts_with, 1, 1, "starts_with(part) -> bool: does it begin with part?") {
  String *part;
  String *string = value_as_string(self);
  if (!argument_string(rt, "starts_with", args[0], &part)) return false;
  *result = value_bool(part->length <= string->length && memcmp(string->chars, part->chars, part->length) == 0);
  return true;
}

METHOD(ends_with, 1, 1, "ends_with(part) -> bool: does it end with part?") {
  String *part;
  String *string = value_as_string(self);
  if (!argument_string(rt, "ends_with", args[0], &part)) return false;
  bool fits = part->length <= string->length;
  *result = value_bool(fits && memcmp(string->chars + (string->length - part->length), part->chars, part->length) == 0);
  return true;
}

/* ---- parts ---- */

METHOD(slice, 1, 2, "slice(start), slice(start, end) -> string: the bytes from start to end, without end") {
  size_t start;
  size_t end;
  String *string = value_as_string(self);
  if (!argument_slice(rt, argc, args, string->length, &start, &end)) return false;
  return give(string_slice(rt, string, start, end), result);
}

METHOD(trim, 0, 0, "trim() -> string: without the ASCII blanks at both ends") {
  String *string = value_as_string(self);
  size_t start = 0;
  size_t end = string->length;
  while (start < end && argument_is_blank(string->chars[start]))
    start++;
  while (end > start && argument_is_blank(string->chars[end - 1]))
    end--;
  return give(string_slice(rt, string, start, end), result);
}

/* Adds bytes start..end of `string` to `list`; both are rooted. */
static bool push_slice(Runtime *rt, List *list, String *string, size_t start, size_t end) {
  String *piece = string_slice(rt, string, start, end);
  if (!piece) return false;
  ROOT(rt->heap, root, value_string(piece));
  return list_push(rt, list, root.value);
}

METHOD(split, 1, 1, "split(separator) -> list: the parts between the separators") {
  String *separator;
  String *string = value_as_string(self);
  if (!argument_string(rt, "split", args[0], &separator)) return false;
  if (separator->length == 0) return error_raise(rt, ERROR_VALUE, "split() needs a separator that is not empty");
  List *list = list_new(rt, 0);
  if (!list) return false;
  ROOT(rt->heap, root, value_list(list));
  size_t start = 0;
  for (const char *found; (found = find(string, separator, start)) != NULL;) {
    size_t end = (size_t)(found - string->chars);
    if (!push_slice(rt, list, string, start, end)) return false;
    start = end + separator->length;
  }
  if (!push_slice(rt, list, string, start, string->length)) return false;
  *result = value_list(list);
  return true;
}

METHOD(chars, 0, 0, "chars() -> list: its characters") {
  String *string = value_as_string(self);
  List *list = list_new(rt, 0);
  if (!list) return false;
  ROOT(rt->heap, root, value_list(list));
  for (size_t at = 0; at < string->length;) {
    size_t length = string_char_length(string->chars, string->length, at);
    if (!push_slice(rt, list, string, at, at + length)) return false;
    at += length;
  }
  *result = value_list(list);
  return true;
}

METHOD(bytes, 0, 0, "bytes() -> list: its bytes as ints") {
  String *string = value_as_string(self);
  List *list = list_new(rt, string->length);
  if (!list) return false;
  ROOT(rt->heap, root, value_list(list));
  for (size_t i = 0; i < string->length; i++) {
    if (!list_push(rt, list, value_int((unsigned char)string->chars[i]))) return false;
  }
  *result = value_list(list);
  return true;
}

/* ---- made anew ---- */

/* A copy in which the letters from `first` to `first` + 25 are moved by `distance`. */
static bool change_case(Runtime *rt, String *string, char first, int distance, Value *result) {
  char *chars;
  String *changed = string_new_uninitialized(rt, string->length, &chars);
  if (!changed) return false;
  for (size_t i = 0; i < string->length; i++) {
    char c = string->chars[i];
    chars[i] = (char)(c >= first && c < first + 26 ? c + distance : c);
  }
  return give(changed, result);
}

METHOD(upper, 0, 0, "upper() -> string: with its ASCII letters as capitals") {
  return change_case(rt, value_as_string(self), 'a', 'A' - 'a', result);
}

METHOD(lower, 0, 0, "lower() -> string: with its ASCII capitals as small letters") {
  return change_case(rt, value_as_string(self), 'A', 'a' - 'A', result);
}

METHOD(replace, 2, 2, "replace(old, new) -> string: with new wherever old stood") {
  String *old;
  String *new;
  String *string = value_as_string(self);
  if (!argument_string(rt, "replace", args[0], &old) || !argument_string(rt, "replace", args[1], &new)) return false;
  if (old->length == 0) return error_raise(rt, ERROR_VALUE, "replace() needs a text that is not empty");
  TEXT(rt, text);
  size_t start = 0;
  for (const char *found; (found = find(string, old, start)) != NULL;) {
    size_t end = (size_t)(found - string->chars);
    if (!text_append(&text, string->chars + start, end - start) || !text_append_string(&text, new)) return false;
    start = end + old->length;
  }
  if (!text_append(&text, string->chars + start, string->length - start)) return false;
  return give(text_string(&text), result);
}

METHOD(repeat, 1, 1, "repeat(n) -> string: n times itself") {
  int64_t count;
  size_t length;
  String *string = value_as_string(self);
  if (!argument_int(rt, "repeat", args[0], &count)) return false;
  if (count < 0) return error_raise(rt, ERROR_VALUE, "repeat() needs a count of 0 or more");
  if (__builtin_mul_overflow(string->length, (uint64_t)count, &length)) return runtime_out_of_memory(rt);
  char *chars;
  String *repeated = string_new_uninitialized(rt, length, &chars);
  if (!repeated) return false;
  /* What is there already is copied behind itself, so that the number of copies doubles. */
  size_t done = length < string->length ? length : string->length;
  memcpy(chars, string->chars, done);
  while (done < length) {
    size_t more = done < length - done ? done : length - done;
    memcpy(chars + done, chars, more);
    done += more;
  }
  return give(repeated, result);
}

METHOD(join, 1, 1, "join(list) -> string: the items' texts with this one between them") {
  List *list;
  if (!argument_list(rt, "join", args[0], &list)) return false;
  return give(join_list(rt, list, value_as_string(self)), result);
}

static const BuiltinInfo *const rows[] = {
    METHOD_ROW(len),   METHOD_ROW(find),  METHOD_ROW(contains), METHOD_ROW(starts_with), METHOD_ROW(ends_with),
    METHOD_ROW(slice), METHOD_ROW(trim),  METHOD_ROW(split),    METHOD_ROW(chars),       METHOD_ROW(bytes),
    METHOD_ROW(upper), METHOD_ROW(lower), METHOD_ROW(replace),  METHOD_ROW(repeat),      METHOD_ROW(join),
};

const BuiltinTable string_methods = {rows, ARRAY_COUNT(rows)};
