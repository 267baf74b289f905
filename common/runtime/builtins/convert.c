/* convert.c -- from one type to another: str, int, float, chr, ord, and what type a value has.
 *
 * Numbers are read in one form wherever they come from: blanks around allowed, a sign, then ASCII digits; never `_`, never hex, whatever the locale.
 */
#include "runtime/builtins/arguments.h"
#include "runtime/builtins/builtins.h"
#include "runtime/error.h"
#include "runtime/format.h"
#include "support/number.h"
#include "support/utf8.h"
#include <math.h>

BUILTIN(str, 1, 1, "str(x) -> string: x as print shows it") {
  String *string = format_value(rt, args[0]);
  if (!string) return false;
  *result = value_string(string);
  return true;
}

BUILTIN(type, 1, 1, "type(x) -> string: the name of x's type") {
  const char *name = value_type_name(args[0]);
  String *string = string_intern(rt, name, strlen(name));
  if (!string) return false;
  *result = value_string(string);
  return true;
}

/* ---- numbers from text ---- */

/* A number's text without the blanks around it and its sign. */
typedef struct NumberText {
  const char *digits;
  size_t length;
  bool is_negative;
} NumberText;

static NumberText strip(const String *string) {
  const char *start = string->chars;
  const char *end = start + string->length;
  while (start < end && argument_is_blank(*start))
    start++;
  while (end > start && argument_is_blank(end[-1]))
    end--;
  bool has_sign = start < end && (*start == '-' || *start == '+');
  bool is_negative = has_sign && *start == '-';
  start += has_sign;
  return (NumberText){start, (size_t)(end - start), is_negative};
}

static COLD bool cannot_read(Runtime *rt, const char *name, Value value) {
  TEXT(rt, text);
  if (!text_append_chars(&text, name) || !text_append_chars(&text, "() cannot read ")) return false;
  if (!format_append(rt, &text, value, true)) return false;
  String *message = text_string(&text);
  if (!message) return false;
  ROOT(rt->heap, root, value_string(message));
  return error_raise_string(rt, ERROR_VALUE, message);
}

static bool int_of_text(Runtime *rt, Value value, Value *result) {
  NumberText text = strip(value_as_string(value));
  uint64_t magnitude;
  NumberResult read = number_parse_digits(text.digits, text.length, 10, &magnitude);
  if (read == NUMBER_MALFORMED) return cannot_read(rt, "int", value);
  uint64_t largest = text.is_negative ? UINT64_C(1) << 63 : (uint64_t)INT64_MAX;
  if (read == NUMBER_TOO_LARGE || magnitude > largest) return error_raise(rt, ERROR_OVERFLOW, "integer overflow");
  *result = value_int((int64_t)(text.is_negative ? 0 - magnitude : magnitude));
  return true;
}

static bool float_of_text(Runtime *rt, Value value, Value *result) {
  NumberText text = strip(value_as_string(value));
  double number;
  if (text.length == 3 && memcmp(text.digits, "inf", 3) == 0) {
    number = INFINITY;
  } else if (text.length == 3 && memcmp(text.digits, "nan", 3) == 0) {
    number = NAN;
  } else if (number_parse_float(text.digits, text.length, &number) == NUMBER_MALFORMED) {
    return cannot_read(rt, "float", value);
  }
  *result = value_float(text.is_negative ? -number : number);
  return true;
}

BUILTIN(int, 1, 1, "int(x) -> int: a float without its fraction, or the int that a text spells") {
  int64_t whole;
  switch (args[0].tag) {
  case VALUE_INT: *result = args[0]; return true;
  case VALUE_FLOAT:
    if (!argument_whole(rt, "int", value_as_float(args[0]), &whole)) return false;
    *result = value_int(whole);
    return true;
  case VALUE_STRING: return int_of_text(rt, args[0], result);
  default: return argument_error(rt, "int", "a number or a string", args[0]);
  }
}

BUILTIN(float, 1, 1, "float(x) -> float: the nearest float to a number, or to the one that a text spells") {
  switch (args[0].tag) {
  case VALUE_INT: *result = value_float((double)value_as_int(args[0])); return true;
  case VALUE_FLOAT: *result = args[0]; return true;
  case VALUE_STRING: return float_of_text(rt, args[0], result);
  default: return argument_error(rt, "float", "a number or a string", args[0]);
  }
}

/* ---- characters ---- */

BUILTIN(chr, 1, 1, "chr(code) -> string: the character with this code point") {
  int64_t code;
  char bytes[UTF8_MAX_BYTES];
  if (!argument_int(rt, "chr", args[0], &code)) return false;
  uint32_t length = code < 0 || code > UTF8_LAST_CODE ? 0 : utf8_encode(bytes, (uint32_t)code);
  if (length == 0) return error_raise(rt, ERROR_VALUE, "chr() needs a code point, not %lld", (long long)code);
  String *string = string_new(rt, bytes, length);
  if (!string) return false;
  *result = value_string(string);
  return true;
}

BUILTIN(ord, 1, 1, "ord(s) -> int: the code point of the one character in s") {
  String *string;
  uint32_t code = 0;
  if (!argument_string(rt, "ord", args[0], &string)) return false;
  uint32_t length = utf8_decode(string->chars, string->length, &code);
  if (length == 0 || length != string->length) return error_raise(rt, ERROR_VALUE, "ord() needs one character");
  *result = value_int(code);
  return true;
}
