/* value.c -- the names of types. */
#include "runtime/value.h"

const char *value_type_name(Value value) {
  static const char *const names[VALUE_TAG_COUNT] = {
      [VALUE_UNSET] = "nil",        [VALUE_NIL] = "nil",         [VALUE_BOOL] = "bool",         [VALUE_INT] = "int",
      [VALUE_FLOAT] = "float",      [VALUE_STRING] = "string",   [VALUE_LIST] = "list",         [VALUE_MAP] = "map",
      [VALUE_RANGE] = "range",      [VALUE_INSTANCE] = "object", [VALUE_CLOSURE] = "function",  [VALUE_BOUND] = "function",
      [VALUE_BUILTIN] = "function", [VALUE_CLASS] = "class",     [VALUE_INTERNAL] = "internal",
  };
  return names[value.tag];
}
