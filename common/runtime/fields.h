/* fields.h -- objects with named fields: instances, and classes themselves, begin with Fields.
 *
 *     by shape:         shape {x:0, y:1}    slots [ 1 | 2 ]
 *     as a dictionary:  shape dictionary    slots [ map{"x": 1, "y": 2} ]
 *
 * The slots lie behind the object itself at first; when they outgrow the room there, they move to a buffer. How an object gets to dictionary mode: see shape.h.
 */
#ifndef DUET_RUNTIME_FIELDS_H
#define DUET_RUNTIME_FIELDS_H

#include "runtime/shape.h"

typedef struct Fields {
  Object object;
  Shape *shape;
  Value *slots;             /* shape->count of them; behind the instance itself, or a buffer of its own */
  uint32_t capacity;        /* of slots */
  uint32_t inline_capacity; /* slots that were allocated with the object */
} Fields;

/* The field `name`, or NULL. Never collects. */
Value *fields_find(Runtime *rt, Fields *fields, String *name);

/* Sets or adds a field. All must be rooted. False after out of memory. May collect. */
bool fields_set(Runtime *rt, Fields *fields, String *name, Value value) MUST_CHECK;

/* Moves to `next` (a one-step transition of its shape, no dictionary) and stores the new field's value: what a cache of an added field does. */
bool fields_extend(Runtime *rt, Fields *fields, Shape *next, Value value) MUST_CHECK;

/* Field `index` in order of addition, for printing: false past the last. Never collects. */
bool fields_at(const Fields *fields, uint32_t index, String **name, Value *value);
uint32_t fields_count(const Fields *fields);

/* For the kinds that begin with Fields. */
void fields_trace(Object *object, Heap *heap);
void fields_free(Object *object, Heap *heap);

#endif
