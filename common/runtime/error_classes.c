/* error_classes.c -- the builtin classes of errors: Error, and one below it for each kind. */
#include "runtime/error.h"

const char *error_kind_name(ErrorKind kind) {
  static const char *const names[] = {
#define X(KIND, class) #class,
      ERROR_KINDS(X)
#undef X
  };
  return names[kind];
}

static bool add_methods(Runtime *rt, Class *class, const BuiltinInfo *methods, size_t count) {
  for (size_t i = 0; i < count; i++) {
    Builtin *builtin = builtin_new(rt, &methods[i]);
    if (!builtin) return false;
    ROOT(rt->heap, method, value_object(VALUE_BUILTIN, builtin));
    String *name = string_intern(rt, methods[i].name, strlen(methods[i].name));
    if (!name) return false;
    ROOT(rt->heap, name_root, value_string(name));
    if (!class_add_method(rt, class, name, method.value)) return false;
  }
  return true;
}

bool error_start(Runtime *rt, const BuiltinInfo *methods, size_t count) {
  for (ErrorKind kind = ERROR_ERROR; kind < ERROR_KIND_COUNT; kind++) {
    const char *text = error_kind_name(kind);
    String *name = string_intern(rt, text, strlen(text));
    if (!name) return false;
    ROOT(rt->heap, kept, value_string(name));
    Class *class = kind == ERROR_ERROR ? class_new_error_root(rt, name) : class_new(rt, name, rt->errors[ERROR_ERROR]);
    if (!class) return false;
    rt->errors[kind] = class;
    if (kind == ERROR_ERROR && !add_methods(rt, class, methods, count)) return false;
  }
  return true;
}
