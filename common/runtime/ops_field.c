/* ops_field.c -- o.name, o.name = v, o.name(...), super.name, and `extends`.
 *
 *     instance        its own fields, then the methods of its class (a field hides a method)
 *     class           the fields of the class object itself; its methods are its instances'
 *     string list map the methods in rt->methods
 *     all else        nothing
 *
 * What is not found is an AttributeError, with a hint where a name is nearly the same. The wings' caches stand in front of these functions and answer the same.
 */
#include "runtime/error.h"
#include "runtime/method_table.h"
#include "runtime/ops.h"
#include "support/nearest.h"

/* ---- what is not there ---- */

enum { HINT_MOST_NAMES = 256 }; /* a hint is worth a look at so many names of each sort */

static void try_name(void *context, const String *name) { nearest_try(context, name->chars, name->length); }

static void try_fields(Nearest *nearest, const Fields *fields) {
  String *name;
  Value value;
  for (uint32_t i = 0; i < HINT_MOST_NAMES && fields_at(fields, i, &name, &value); i++)
    try_name(nearest, name);
}

static void try_methods(Nearest *nearest, const Class *class) {
  const Map *methods = class->methods;
  for (uint32_t i = 0; methods && i < HINT_MOST_NAMES && i < methods->entry_count; i++) {
    if (value_is(methods->entries[i].key, VALUE_STRING)) try_name(nearest, value_as_string(methods->entries[i].key));
  }
}

/* Gives the pending error a hint when one of the names that `object` has is nearly `name`. */
static void hint_at_field(Runtime *rt, Value object, const String *name) {
  Nearest nearest;
  nearest_start(&nearest, name->chars, name->length);
  switch (object.tag) {
  case VALUE_INSTANCE:
    try_fields(&nearest, &value_as_instance(object)->fields);
    if (instance_class(value_as_instance(object))) try_methods(&nearest, instance_class(value_as_instance(object)));
    break;
  case VALUE_CLASS: try_fields(&nearest, &value_as_class(object)->fields); break;
  default: method_tables_visit(rt->methods, (ValueTag)object.tag, try_name, &nearest);
  }
  if (!nearest.found[0]) return;
  char hint[NEAREST_MAX_LENGTH + sizeof "did you mean ''?"];
  snprintf(hint, sizeof hint, "did you mean '%s'?", nearest.found);
  error_hint(rt, hint);
}

static COLD bool no_field(Runtime *rt, Value object, String *name) {
  Class *class = value_is(object, VALUE_INSTANCE) ? instance_class(value_as_instance(object)) : NULL;
  const char *before = "";
  const char *owner = value_type_name(object);
  int owner_length = (int)strlen(owner);
  if (value_is(object, VALUE_CLASS)) {
    before = "class ";
    class = value_as_class(object);
  }
  if (class) {
    owner = class->name->chars;
    owner_length = (int)class->name->length;
  }
  error_raise(rt, ERROR_ATTRIBUTE, "%s%.*s has no field '%.*s'", before, owner_length, owner, (int)name->length, name->chars);
  hint_at_field(rt, object, name);
  return false;
}

static COLD bool no_super_method(Runtime *rt, const Class *class, const String *name) {
  error_raise(rt, ERROR_ATTRIBUTE, "%.*s has no method '%.*s'", (int)class->name->length, class->name->chars, (int)name->length,
              name->chars);
  return false;
}

/* ---- fields and methods ---- */

/* What `name` is on `object`: a field (`*is_method` false), a method, or UNSET for neither. */
static Value look_up(Runtime *rt, Value object, String *name, bool *is_method) {
  Value *field = NULL;
  *is_method = false;
  switch (object.tag) {
  case VALUE_INSTANCE: {
    Instance *instance = value_as_instance(object);
    field = fields_find(rt, &instance->fields, name);
    if (field) return *field;
    *is_method = true;
    Class *class = instance_class(instance);
    return class ? class_find_method(class, name) : value_unset();
  }
  case VALUE_CLASS: field = fields_find(rt, &value_as_class(object)->fields, name); return field ? *field : value_unset();
  default: *is_method = true; return method_find(rt->methods, (ValueTag)object.tag, name);
  }
}

static bool bind(Runtime *rt, Value self, Value method, Value *result) {
  BoundMethod *bound = bound_method_new(rt, self, method);
  if (!bound) return false;
  *result = value_object(VALUE_BOUND, bound);
  return true;
}

bool op_get_field(Runtime *rt, Value object, String *name, Value *result) {
  bool is_method;
  Value found = look_up(rt, object, name, &is_method);
  if (value_is(found, VALUE_UNSET)) return no_field(rt, object, name);
  if (is_method) return bind(rt, object, found, result);
  *result = found;
  return true;
}

bool op_find_method(Runtime *rt, Value object, String *name, Value *callee, bool *is_method) {
  Value found = look_up(rt, object, name, is_method);
  if (value_is(found, VALUE_UNSET)) return no_field(rt, object, name);
  *callee = found;
  return true;
}

bool op_set_field(Runtime *rt, Value object, String *name, Value value) {
  switch (object.tag) {
  case VALUE_INSTANCE: return fields_set(rt, &value_as_instance(object)->fields, name, value);
  case VALUE_CLASS: return fields_set(rt, &value_as_class(object)->fields, name, value);
  default:
    return error_raise(rt, ERROR_ATTRIBUTE, "cannot set field '%.*s' on %s", (int)name->length, name->chars, value_type_name(object));
  }
}

/* ---- super and extends ---- */

bool op_find_super_method(Runtime *rt, Value superclass, String *name, Value *method) {
  Class *class = value_as_class(superclass);
  *method = class_find_method(class, name);
  if (!value_is(*method, VALUE_UNSET) || name == rt->name_init) return true;
  return no_super_method(rt, class, name);
}

bool op_get_super(Runtime *rt, Value superclass, Value self, String *name, Value *result) {
  Class *class = value_as_class(superclass);
  Value method = class_find_method(class, name);
  if (value_is(method, VALUE_UNSET)) return no_super_method(rt, class, name);
  return bind(rt, self, method, result);
}

bool op_extend(Runtime *rt, Value superclass, String *name, Value *result) {
  if (!value_is(superclass, VALUE_CLASS)) {
    return error_raise(rt, ERROR_TYPE, "a class can only extend a class, not %s", value_type_name(superclass));
  }
  Class *class = class_new(rt, name, value_as_class(superclass));
  if (!class) return false;
  *result = value_class(class);
  return true;
}
