/* describe.c -- see describe.h. */
#include "describe.h"

#include "closure.h"
#include "runtime/class.h"
#include "runtime/list.h"
#include "support/number.h"

#include <string.h>

enum { SHOWN_BYTES = 16, SHOWN_FIELDS = 8 };

int describe_function(const Proto *proto, FILE *file) {
  const Signature *signature = proto->signature;
  if (signature->is_script) return fprintf(file, "<script>");
  const char *name = signature->name ? signature->name->chars : "fn";
  return signature->owner ? fprintf(file, "%s.%s", signature->owner->chars, name) : fprintf(file, "%s", name);
}

uint32_t describe_line(const Proto *proto, uint32_t offset) {
  Span span = offset < proto->code_length ? proto_span(proto, offset) : proto->signature->span;
  return source_line_number(proto->signature->source, span.start);
}

/* ---- values ---- */

static void describe_string(const String *string, FILE *file) {
  size_t shown = string->length < SHOWN_BYTES ? string->length : SHOWN_BYTES;
  fputc('"', file);
  for (size_t i = 0; i < shown; i++) {
    unsigned char byte = (unsigned char)string->chars[i];
    if (byte == '"' || byte == '\\')
      fprintf(file, "\\%c", byte);
    else if (byte == '\n')
      fputs("\\n", file);
    else if (byte < ' ' || byte >= 0x7f) /* also the parts of longer characters, of which the last may be cut */
      fprintf(file, "\\x%02x", byte);
    else
      fputc(byte, file);
  }
  fputs(shown < string->length ? "\"..." : "\"", file);
}

static void describe_callable(const char *what, Value value, FILE *file) {
  size_t length = 0;
  const char *name = function_name(value, &length);
  fprintf(file, "%s%s%.*s", what, name ? " " : "", (int)length, name ? name : "");
}

static void describe_class_name(const Class *class, FILE *file) { fprintf(file, "%.*s", (int)class->name->length, class->name->chars); }

static void describe_instance(const Instance *instance, FILE *file) {
  const Class *class = instance_class(instance);
  if (class)
    describe_class_name(class, file);
  else
    fputs("object", file);
}

void describe_value(Value value, FILE *file) {
  char text[NUMBER_TEXT_SIZE];
  switch (value.tag) {
  case VALUE_UNSET: fputc('-', file); return;
  case VALUE_NIL: fputs("nil", file); return;
  case VALUE_BOOL: fputs(value.payload ? "true" : "false", file); return;
  case VALUE_INT: fwrite(text, 1, number_format_int(text, value_as_int(value)), file); return;
  case VALUE_FLOAT: fwrite(text, 1, number_format_float(text, value_as_float(value)), file); return;
  case VALUE_STRING: describe_string(value_as_string(value), file); return;
  case VALUE_LIST: fprintf(file, "list of %zu", (size_t)value_as_list(value)->count); return;
  case VALUE_MAP: fprintf(file, "map of %zu", (size_t)value_as_map(value)->count); return;
  case VALUE_INSTANCE: describe_instance(value_as_instance(value), file); return;
  case VALUE_CLOSURE: describe_callable("fn", value, file); return;
  case VALUE_BOUND: describe_callable("method", value, file); return;
  case VALUE_BUILTIN: describe_callable("builtin", value, file); return;
  case VALUE_CLASS:
    fputs("class ", file);
    describe_class_name(value_as_class(value), file);
    return;
  case VALUE_INTERNAL: fputs("origin", file); return;
  default: fputs(value_type_name(value), file); return;
  }
}

/* ---- what caches are asked by ---- */

/* The fields from the root on: each shape knows only the last. */
static void describe_fields(const Shape *shape, FILE *file) {
  const String *names[SHOWN_FIELDS];
  uint32_t count = 0, passed = 0;
  for (; shape->parent && shape->count > shape->hidden; shape = shape->parent) {
    if (shape->count - shape->hidden > SHOWN_FIELDS)
      passed++;
    else
      names[count++] = shape->name;
  }
  for (uint32_t i = count; i > 0; i--)
    fprintf(file, "%s%.*s", i < count ? ", " : "", (int)names[i - 1]->length, names[i - 1]->chars);
  if (passed) fprintf(file, ", %u more", passed);
}

static void describe_shape(const Shape *shape, FILE *file) {
  if (shape->class)
    describe_class_name(shape->class, file);
  else
    fputs("object", file);
  fputc('{', file);
  if (shape->is_dictionary)
    fputs("dictionary", file);
  else
    describe_fields(shape, file);
  fputc('}', file);
}

void describe_key(const void *key, FILE *file) {
  if (!key) {
    fputs("never cached", file);
  } else if ((uintptr_t)key < VALUE_TAG_COUNT) {
    fputs(value_type_name((Value){(uint64_t)(uintptr_t)key, 0}), file);
  } else if (strcmp(((const Object *)key)->kind->name, "class") == 0) {
    fputs("class ", file);
    describe_class_name(key, file);
  } else {
    describe_shape(key, file);
  }
}
