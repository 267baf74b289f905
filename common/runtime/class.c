/* class.c -- making classes and instances; see class.h.
 *
 * An error's instances do not start empty: their class's root shape has the fields origin (hidden), message, line and trace already, in slots 0 to 3.
 */
#include "runtime/class.h"

static size_t instance_bytes(uint32_t capacity) { return offsetof(Instance, own) + capacity * sizeof(Value); }
static size_t instance_size(const Object *object) { return instance_bytes(((const Fields *)object)->inline_capacity); }
static const ObjectKind instance_kind = {"object", fields_trace, fields_free, instance_size};

static void class_trace(Object *object, Heap *heap) {
  Class *class = (Class *)object;
  fields_trace(object, heap);
  heap_mark_object(heap, &class->name->object);
  if (class->superclass) heap_mark_object(heap, &class->superclass->fields.object);
  if (class->methods) heap_mark_object(heap, &class->methods->object);
  if (class->root_shape) heap_mark_object(heap, &class->root_shape->object);
  heap_mark_value(heap, class->init);
}
static size_t class_size(const Object *object) {
  (void)object;
  return sizeof(Class);
}
static const ObjectKind class_kind = {"class", class_trace, fields_free, class_size};

/* ---- classes ---- */

static bool copy_methods(Runtime *rt, Map *to, const Map *from) {
  for (uint32_t i = 0; i < from->entry_count; i++) {
    if (!map_set(rt, to, from->entries[i].key, from->entries[i].value)) return false;
  }
  return true;
}

/* The shape that the class's instances start with. */
static bool make_root_shape(Runtime *rt, Class *class) {
  class->root_shape = shape_new_root(rt, class);
  if (!class->root_shape || !class->is_error) return class->root_shape != NULL;
  String *const names[] = {rt->name_message, rt->name_line, rt->name_trace};
  Shape *shape = shape_add_hidden(rt, class->root_shape, rt->name_origin);
  for (size_t i = 0; shape && i < ARRAY_COUNT(names); i++)
    shape = shape_add(rt, shape, names[i]);
  if (!shape) return false;
  class->root_shape = shape;
  return true;
}

static Class *make_class(Runtime *rt, String *name, Class *superclass, bool is_error) {
  Class *class = heap_alloc(rt->heap, &class_kind, sizeof *class);
  if (!class) {
    (void)runtime_out_of_memory(rt);
    return NULL;
  }
  class->name = name;
  class->superclass = superclass;
  class->is_error = is_error;
  class->fields.shape = rt->class_shape;
  ROOT(rt->heap, kept, value_class(class));
  if (!(class->methods = map_new(rt)) || !make_root_shape(rt, class)) return NULL;
  class->root_shape->root->slot_hint = is_error ? ERROR_SLOT_COUNT : 0;
  if (superclass) {
    if (!copy_methods(rt, class->methods, superclass->methods)) return NULL;
    class->init = superclass->init;
    class->root_shape->root->slot_hint = superclass->root_shape->root->slot_hint;
  }
  return class;
}

Class *class_new(Runtime *rt, String *name, Class *superclass) {
  return make_class(rt, name, superclass, superclass && superclass->is_error);
}

Class *class_new_error_root(Runtime *rt, String *name) { return make_class(rt, name, NULL, true); }

bool class_add_method(Runtime *rt, Class *class, String *name, Value method) {
  if (!map_set(rt, class->methods, value_string(name), method)) return false;
  if (name == rt->name_init) class->init = method;
  return true;
}

Value class_find_method(const Class *class, String *name) {
  const Value *method = map_find(class->methods, value_string(name));
  return method ? *method : value_unset();
}

bool class_extends(const Class *class, const Class *ancestor) {
  for (; class; class = class->superclass) {
    if (class == ancestor) return true;
  }
  return false;
}

/* ---- instances ---- */

static void start_error(Runtime *rt, Instance *instance) {
  Value *slots = instance->fields.slots;
  slots[ERROR_SLOT_ORIGIN] = value_nil();
  slots[ERROR_SLOT_MESSAGE] = value_string(rt->empty);
  slots[ERROR_SLOT_LINE] = value_nil();
  slots[ERROR_SLOT_TRACE] = value_nil();
}

Value *instance_error_field(Runtime *rt, Instance *error, ErrorSlot slot) {
  Fields *fields = &error->fields;
  if (LIKELY(!fields->shape->is_dictionary)) return &fields->slots[slot];
  String *const names[ERROR_SLOT_COUNT] = {rt->name_origin, rt->name_message, rt->name_line, rt->name_trace};
  return fields_find(rt, fields, names[slot]);
}

Instance *instance_new(Runtime *rt, Class *class, uint32_t capacity) {
  Shape *shape = class ? class->root_shape : rt->object_shape;
  if (class && shape->root->slot_hint > capacity) capacity = shape->root->slot_hint;
  Instance *instance = heap_alloc(rt->heap, &instance_kind, instance_bytes(capacity));
  if (!instance) {
    (void)runtime_out_of_memory(rt);
    return NULL;
  }
  instance->fields.slots = instance->own;
  instance->fields.capacity = instance->fields.inline_capacity = capacity;
  instance->fields.shape = shape;
  if (class && class->is_error) start_error(rt, instance);
  return instance;
}
