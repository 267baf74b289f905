/* shape.h -- which field is in which slot (hidden classes).
 *
 *     {} --x--> {x:0} --y--> {x:0, y:1}        p = {}; p.x = 1; p.y = 2
 *                  `---z--> {x:0, z:1}
 *
 * Objects that got the same fields in the same order share one shape, a node of a tree of transitions. So "this object has that
 * shape" tells at one comparison where each field is: what inline caches live on. Every class has a root shape of its own, therefore a shape also tells the class.
 *
 * Past SHAPE_MAX_FIELDS fields, SHAPE_MAX_TRANSITIONS ways on from one shape or SHAPE_MAX_TREE shapes under one root, an object goes to dictionary mode:
 * its shape is its class's dictionary shape, never cached, and its fields are in a map in slot 0.
 *
 * The first `hidden` fields belong to the runtime (an error's origin): programs can't name them, and fields_at and fields_count pass over them.
 */
#ifndef DUET_RUNTIME_SHAPE_H
#define DUET_RUNTIME_SHAPE_H

#include "runtime/string.h"

enum { SHAPE_MAX_FIELDS = 128, SHAPE_MAX_TRANSITIONS = 64, SHAPE_MAX_TREE = 8192, SHAPE_NOT_FOUND = -1 };

typedef struct ShapeTable ShapeTable; /* shape_table.h */

struct Shape {
  Object object;
  Shape *parent;      /* NULL for a root */
  String *name;       /* interned; the field it adds to parent; NULL for a root */
  Class *class;       /* of the objects that have it; NULL: plain objects, and the objects that classes themselves are */
  Shape *dictionary;  /* the dictionary shape of this tree (on the root; made when first needed) */
  Shape *root;        /* of this tree; itself for a root */
  uint32_t count;     /* fields, hidden ones too */
  uint32_t hidden;    /* how many of the first fields are the runtime's own */
  uint32_t tree_size; /* on the root: shapes under it */
  uint32_t slot_hint; /* on the root: the most fields an object was seen with; a class's new instances get that much room at once */
  bool is_dictionary;
  ShapeTable *transitions; /* field name -> next shape; NULL: none */
  ShapeTable *slots;       /* field name -> slot, made at the first look-up */
};

/* A root shape: no fields. NULL after out of memory. May collect. */
Shape *shape_new_root(Runtime *rt, Class *class) MUST_CHECK;

/* The slot of `name` (interned), or SHAPE_NOT_FOUND. Not for dictionary shapes. Never collects and never fails (without memory for a table it walks the chain). */
int shape_find(Runtime *rt, Shape *shape, String *name);

/* The shape with `name` added: a known transition or a new one; the dictionary shape past the limits. NULL after out of memory. May collect; shape and name must be reachable. */
Shape *shape_add(Runtime *rt, Shape *shape, String *name) MUST_CHECK;

/* shape_add for a field of the runtime's own; only onto a root, or onto hidden fields. */
Shape *shape_add_hidden(Runtime *rt, Shape *shape, String *name) MUST_CHECK;

/* For startup.c, after string_start: rt->object_shape and rt->class_shape. May collect. */
bool shape_start(Runtime *rt) MUST_CHECK;

#endif
