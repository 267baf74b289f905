/* class.h -- classes and their instances.
 *
 * A class has methods by name (its superclass's are copied in when it is made, so a look-up never climbs), fields of its own, and a root shape for its instances.
 * Methods never change once the class statement has run; therefore a cached method stays right as long as the shape is the same.
 */
#ifndef DUET_RUNTIME_CLASS_H
#define DUET_RUNTIME_CLASS_H

#include "runtime/fields.h"
#include "runtime/map.h"

typedef struct Instance {
  Fields fields; /* slots, at first, are `own` */
  Value own[];
} Instance;

struct Class {
  Fields fields; /* of the class object itself: A.count = 0 */
  String *name;
  Class *superclass; /* NULL: none */
  Map *methods;      /* interned name -> closure or builtin, inherited ones included */
  Value init;        /* the method init, or UNSET */
  Shape *root_shape; /* where its instances start: no fields; an error's origin, message, line, trace */
  bool is_error;     /* Error or a subclass: instances start with message, line, trace */
};

static inline Instance *value_as_instance(Value value) { return value_as_object(value); }
static inline Class *value_as_class(Value value) { return value_as_object(value); }
static inline Value value_instance(const Instance *instance) { return value_object(VALUE_INSTANCE, instance); }
static inline Value value_class(const Class *class) { return value_object(VALUE_CLASS, class); }

/* A class without methods of its own; superclass may be NULL. Arguments must be rooted. NULL after out of memory. May collect. */
Class *class_new(Runtime *rt, String *name, Class *superclass) MUST_CHECK;

/* The class Error: like class_new, and its instances and those of every class below it carry an error's fields. */
Class *class_new_error_root(Runtime *rt, String *name) MUST_CHECK;

/* Adds or replaces a method, while the class is made. All must be rooted. May collect. */
bool class_add_method(Runtime *rt, Class *class, String *name, Value method) MUST_CHECK;

/* The method, inherited or own, or UNSET. Never collects. */
Value class_find_method(const Class *class, String *name);

/* Is it `ancestor` or below it? */
bool class_extends(const Class *class, const Class *ancestor);

/* The fields that an error is made with. */
typedef enum ErrorSlot { ERROR_SLOT_ORIGIN, ERROR_SLOT_MESSAGE, ERROR_SLOT_LINE, ERROR_SLOT_TRACE, ERROR_SLOT_COUNT } ErrorSlot;

/* Such a field of an error object. Never collects. */
Value *instance_error_field(Runtime *rt, Instance *error, ErrorSlot slot);

/* The class of an instance; NULL for a plain object. */
static inline Class *instance_class(const Instance *instance) { return instance->fields.shape->class; }

/* A new instance (class NULL: a plain object, with room for `capacity` fields). An error's has its message, line and trace. init is not run. `class` must be rooted. May collect. */
Instance *instance_new(Runtime *rt, Class *class, uint32_t capacity) MUST_CHECK;

#endif
