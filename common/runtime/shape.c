/* shape.c -- the tree of shapes: adding a field, finding a field.
 *
 * A shape knows only the field that it adds; the others are its ancestors'. Finding a field climbs the chain while the shape is small, and asks a
 * table of its own (name -> slot, made at the first such look) when it is not. A shape refers to its children and they to it, so a tree lives
 * as long as anything refers to any of it; SHAPE_MAX_TREE bounds what a program can make of it.
 *
 * Read next: fields.c, the objects that have shapes.
 */
#include "runtime/shape.h"
#include "runtime/shape_table.h"

/* A chain longer than this gets a table. */
enum { CHAIN_MAX = 8 };

static void shape_trace(Object *object, Heap *heap) {
  Shape *shape = (Shape *)object;
  heap_mark_object(heap, (Object *)shape->parent);
  heap_mark_object(heap, (Object *)shape->name);
  heap_mark_object(heap, (Object *)shape->class);
  heap_mark_object(heap, (Object *)shape->dictionary);
  heap_mark_object(heap, (Object *)shape->root);
  /* The names in `slots` are those of the chain. */
  const ShapeTable *next = shape->transitions;
  for (uint32_t i = 0; next && i < next->capacity; i++) {
    if (next->entries[i].name) heap_mark_object(heap, &next->entries[i].shape->object);
  }
}
static void shape_free(Object *object, Heap *heap) {
  Shape *shape = (Shape *)object;
  shape_table_free(shape->transitions, heap);
  shape_table_free(shape->slots, heap);
}
static size_t shape_size(const Object *object) {
  (void)object;
  return sizeof(Shape);
}
static const ObjectKind shape_kind = {"shape", shape_trace, shape_free, shape_size};

static Shape *shape_new(Runtime *rt, Class *class) {
  Shape *shape = heap_alloc(rt->heap, &shape_kind, sizeof *shape);
  if (!shape) {
    (void)runtime_out_of_memory(rt);
    return NULL;
  }
  shape->class = class;
  return shape;
}

Shape *shape_new_root(Runtime *rt, Class *class) {
  Shape *root = shape_new(rt, class);
  if (root) root->root = root;
  return root;
}

bool shape_start(Runtime *rt) { return (rt->object_shape = shape_new_root(rt, NULL)) && (rt->class_shape = shape_new_root(rt, NULL)); }

/* ---- finding ---- */

static int climb(const Shape *shape, const String *name) {
  for (; shape->name; shape = shape->parent) {
    if (shape->name == name) return (int)shape->count - 1;
  }
  return SHAPE_NOT_FOUND;
}

int shape_find(Runtime *rt, Shape *shape, String *name) {
  if (!shape->slots) {
    if (shape->count <= CHAIN_MAX) return climb(shape, name);
    shape->slots = shape_table_try_new(rt->heap, shape->count);
    if (!shape->slots) return climb(shape, name);
    for (const Shape *s = shape; s->name; s = s->parent)
      shape_table_add(shape->slots, (ShapeEntry){.name = s->name, .slot = s->count - 1});
  }
  const ShapeEntry *entry = shape_table_find(shape->slots, name);
  return entry ? (int)entry->slot : SHAPE_NOT_FOUND;
}

/* ---- adding ---- */

/* The shape that all objects of this tree share once they are in dictionary mode. */
static Shape *dictionary_shape(Runtime *rt, Shape *shape) {
  Shape *root = shape->root;
  if (root->dictionary) return root->dictionary;
  Shape *dictionary = shape_new(rt, root->class);
  if (!dictionary) return NULL;
  dictionary->root = root;
  dictionary->hidden = shape->hidden;
  dictionary->is_dictionary = true;
  return root->dictionary = dictionary;
}

Shape *shape_add(Runtime *rt, Shape *shape, String *name) {
  if (shape->is_dictionary) return shape;
  const ShapeEntry *known = shape_table_find(shape->transitions, name);
  if (known) return known->shape;
  bool wide = shape->transitions && shape->transitions->count >= SHAPE_MAX_TRANSITIONS;
  if (wide || shape->count >= SHAPE_MAX_FIELDS || shape->root->tree_size >= SHAPE_MAX_TREE) return dictionary_shape(rt, shape);
  /* All that can fail comes first. */
  if (!shape_table_reserve(&shape->transitions, rt->heap)) {
    (void)runtime_out_of_memory(rt);
    return NULL;
  }
  Shape *next = shape_new(rt, shape->class);
  if (!next) return NULL;
  next->parent = shape;
  next->name = name;
  next->root = shape->root;
  next->count = shape->count + 1;
  next->hidden = shape->hidden;
  next->root->tree_size++;
  shape_table_add(shape->transitions, (ShapeEntry){.name = name, .shape = next});
  return next;
}

Shape *shape_add_hidden(Runtime *rt, Shape *shape, String *name) {
  assert(shape->count == shape->hidden);
  Shape *next = shape_add(rt, shape, name);
  if (next) next->hidden = next->count;
  return next;
}
