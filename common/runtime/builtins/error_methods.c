/* error_methods.c -- what every error can: be made with a message, and say what it is. */
#include "runtime/builtins/builtins.h"
#include "runtime/error.h"
#include "runtime/format.h"

static bool run_init(BUILTIN_PARAMETERS) {
  Instance *error = value_as_instance(self);
  const String *kind = instance_class(error)->name;
  if (argc > 1) { /* counted here because the message names the class, which only the instance knows */
    return error_raise(rt, ERROR_TYPE, "%.*s() takes 0 to 1 arguments, got %u", (int)kind->length, kind->chars, argc);
  }
  if (argc > 0) *instance_error_field(rt, error, ERROR_SLOT_MESSAGE) = args[0];
  *result = value_nil();
  return true;
}

static bool run_to_string(BUILTIN_PARAMETERS) {
  String *string = format_error(rt, value_as_instance(self));
  if (!string) return false;
  *result = value_string(string);
  return true;
}

const BuiltinInfo error_methods[ERROR_METHOD_COUNT] = {
    {"init", 0, BUILTIN_ANY_COUNT, run_init, "init(), init(message): the message is \"\" unless given"},
    {"to_string", 0, 0, run_to_string, "to_string() -> string: `Kind: message`, or `Kind` where the message is empty"},
};
