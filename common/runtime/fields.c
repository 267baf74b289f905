/* fields.c -- reading, setting and adding fields, by name; see fields.h for the two forms.
 *
 * An object that outgrows the room it was made with tells its shape's root (slot_hint), so that the next instances of its class are made large enough at once.
 */
#include "runtime/fields.h"
#include "runtime/map.h"

enum { FIRST_CAPACITY = 4, SLOT_HINT_MAX = 32 };

static Map *dictionary(const Fields *fields) { return value_as_map(fields->slots[0]); }

/* How many slots hold something. */
static uint32_t slots_used(const Fields *fields) { return fields->shape->is_dictionary ? 1 : fields->shape->count; }

void fields_trace(Object *object, Heap *heap) {
  Fields *fields = (Fields *)object;
  if (!fields->shape) return; /* not finished yet */
  heap_mark_object(heap, &fields->shape->object);
  heap_mark_values(heap, fields->slots, slots_used(fields));
}

void fields_free(Object *object, Heap *heap) {
  Fields *fields = (Fields *)object;
  if (fields->capacity > fields->inline_capacity) heap_release(heap, fields->slots, fields->capacity * sizeof(Value));
}

/* Makes room for `count` slots. */
static bool reserve(Runtime *rt, Fields *fields, uint32_t count) {
  if (count <= fields->capacity) return true;
  uint32_t capacity = fields->capacity < FIRST_CAPACITY ? FIRST_CAPACITY : fields->capacity * 2;
  bool is_inline = fields->capacity == fields->inline_capacity;
  Value *old = is_inline ? NULL : fields->slots;
  Value *slots = heap_resize(rt->heap, old, old ? fields->capacity * sizeof(Value) : 0, capacity * sizeof(Value));
  if (!slots) return runtime_out_of_memory(rt);
  if (is_inline && fields->capacity > 0) memcpy(slots, fields->slots, fields->capacity * sizeof(Value));
  fields->slots = slots;
  fields->capacity = capacity;
  return true;
}

bool fields_extend(Runtime *rt, Fields *fields, Shape *next, Value value) {
  if (UNLIKELY(next->count > fields->capacity) && !reserve(rt, fields, next->count)) return false;
  fields->slots[next->count - 1] = value;
  fields->shape = next;
  if (fields->capacity > fields->inline_capacity && next->count > next->root->slot_hint && next->count <= SLOT_HINT_MAX) {
    next->root->slot_hint = next->count;
  }
  return true;
}

/* ---- dictionary mode ---- */

/* The fields as a map, in the order of their slots. */
static Map *collect_fields(Runtime *rt, const Fields *fields) {
  String *names[SHAPE_MAX_FIELDS] = {NULL};
  for (const Shape *shape = fields->shape; shape->name; shape = shape->parent)
    names[shape->count - 1] = shape->name;
  Map *map = map_new(rt);
  if (!map) return NULL;
  ROOT(rt->heap, kept, value_map(map));
  for (uint32_t i = 0; i < fields->shape->count; i++) {
    if (!map_set(rt, map, value_string(names[i]), fields->slots[i])) return NULL;
  }
  return map;
}

static bool become_dictionary(Runtime *rt, Fields *fields, Shape *shape) {
  Map *map = collect_fields(rt, fields);
  if (!map) return false;
  ROOT(rt->heap, kept, value_map(map));
  if (!reserve(rt, fields, 1)) return false;
  fields->slots[0] = value_map(map);
  fields->shape = shape;
  return true;
}

/* ---- by name ---- */

Value *fields_find(Runtime *rt, Fields *fields, String *name) {
  if (UNLIKELY(fields->shape->is_dictionary)) return map_find(dictionary(fields), value_string(name));
  int slot = shape_find(rt, fields->shape, name);
  return slot == SHAPE_NOT_FOUND ? NULL : &fields->slots[slot];
}

bool fields_set(Runtime *rt, Fields *fields, String *name, Value value) {
  if (UNLIKELY(fields->shape->is_dictionary)) return map_set(rt, dictionary(fields), value_string(name), value);
  int slot = shape_find(rt, fields->shape, name);
  if (slot != SHAPE_NOT_FOUND) {
    fields->slots[slot] = value;
    return true;
  }
  Shape *next = shape_add(rt, fields->shape, name);
  if (!next) return false;
  if (LIKELY(!next->is_dictionary)) return fields_extend(rt, fields, next, value);
  return become_dictionary(rt, fields, next) && map_set(rt, dictionary(fields), value_string(name), value);
}

/* ---- in order ---- */

bool fields_at(const Fields *fields, uint32_t index, String **name, Value *value) {
  if (index >= fields_count(fields)) return false;
  const Shape *shape = fields->shape;
  index += shape->hidden;
  if (shape->is_dictionary) { /* fields are never deleted, so there are no holes */
    const MapEntry *entry = &dictionary(fields)->entries[index];
    *name = value_as_string(entry->key);
    *value = entry->value;
    return true;
  }
  while (shape->count > index + 1)
    shape = shape->parent;
  *name = shape->name;
  *value = fields->slots[index];
  return true;
}

uint32_t fields_count(const Fields *fields) {
  const Shape *shape = fields->shape;
  return (shape->is_dictionary ? dictionary(fields)->count : shape->count) - shape->hidden;
}
