/* object.h -- the head that every object on the heap begins with.
 *
 *     +------+------+-------+-------+------+----------------------
 *     | kind | mark | flags | spare | hash | what the kind adds ...
 *     +------+------+-------+-------+------+----------------------
 *       8      1      1       2       4       bytes
 *
 * The collector knows no kind of object. Each object points to its ObjectKind, a table of functions that stands in that kind's own room: how to
 * mark what it refers to, how to give back what it owns. So lists, classes and the wings' closures are all alike to heap.c.
 *
 * Read next: heap.h.
 */
#ifndef DUET_RUNTIME_OBJECT_H
#define DUET_RUNTIME_OBJECT_H

#include "runtime/value.h"

typedef struct Heap Heap;

typedef struct ObjectKind {
  const char *name;
  void (*trace)(Object *object, Heap *heap); /* marks what it refers to; NULL: nothing. Must not allocate */
  void (*free)(Object *object, Heap *heap);  /* gives back its buffers, not itself, and looks at no other object; NULL: it has none */
  size_t (*size)(
      const Object *object); /* bytes of the object itself, as they were asked from heap_alloc; the sweep checks large ones by it */
} ObjectKind;

struct Object {
  const ObjectKind *kind;
  uint8_t mark;   /* the collector's */
  uint8_t flags;  /* the kind's own */
  uint16_t spare; /* the kind's own */
  uint32_t hash;  /* the kind's own; strings keep theirs here */
};

#endif
