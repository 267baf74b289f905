/* heap.h -- where guest objects live, and the collector that takes back those nobody can reach.
 *
 * Mark and sweep, precise, never moving. Small objects come from blocks of one size class each (cells.h), large ones from malloc; so do small and large buffers (buffers.h).
 *
 *     root sources --+
 *     Root chain ----+--> mark stack --> trace of each kind --> everything reachable is marked; the rest is swept
 *
 * The heap knows no kind of object: each Object points to its ObjectKind, a table of functions defined in that kind's own room. Nor does
 * it know the runtime or the wings: whoever holds values registers a RootSource, a function that marks them.
 *
 * A value that only a C local holds across an allocation must be rooted, with the one idiom that there is:
 *
 *     ROOT(heap, list, value_object(VALUE_LIST, new_list));     list.value stays alive until the end of this C block
 *
 * "May collect" at a prototype means: every value that the caller still needs must be rooted, or reachable from something that is.
 */
#ifndef DUET_RUNTIME_HEAP_H
#define DUET_RUNTIME_HEAP_H

#include "runtime/object.h"

typedef void RootFunction(void *context, Heap *heap);

/* A local variable that the collector sees. A chain through the C stack: no limit, no allocation. */
typedef struct Root {
  struct Root *next;
  struct Root **chain; /* the heap's head of the chain */
  Value value;
} Root;

typedef struct HeapStats {
  uint64_t allocations; /* objects made */
  uint64_t collections;
  size_t bytes; /* in use now, objects and buffers */
  size_t peak_bytes;
} HeapStats;

/* What the inline functions below need; the rest is private to heap.c. */
typedef struct HeapHead {
  Root *roots;
} HeapHead;

/* A heap that gives at most `max_bytes` (0: no limit), collecting at every allocation when `stress`. NULL when there is no memory for it. */
Heap *heap_new(size_t max_bytes, bool stress);

/* Frees every object and the heap. No ROOT of it may still be in scope. */
void heap_free(Heap *heap);

/* A new object of `size` bytes, zeroed behind its head. NULL when the limit or the memory is used up, even after a collection. May collect. */
void *heap_alloc(Heap *heap, const ObjectKind *kind, size_t size) MUST_CHECK;

/* The same, with nothing behind the head set: for kinds whose trace reads nothing there before the maker has filled it (strings). */
void *heap_alloc_raw(Heap *heap, const ObjectKind *kind, size_t size) MUST_CHECK;

/* A buffer that belongs to one object (a list's items), counted as the heap's: `old` (NULL when old_size is 0) made `new_size` bytes long, what is new not
 * zeroed. new_size 0 frees it. NULL, with `old` untouched, when there is no memory. May collect (before anything moves). */
void *heap_resize(Heap *heap, void *old, size_t old_size, size_t new_size) MUST_CHECK;

/* A new buffer, only if it is to be had without a collection; else NULL. For tables that merely make something faster. Never collects. */
void *heap_try_buffer(Heap *heap, size_t size) MUST_CHECK;

/* Gives back the end of a buffer (0 < new_size <= old_size). NULL, with `old` as it was, when the system will not have it so. Never collects. */
void *heap_shrink(Heap *heap, void *old, size_t old_size, size_t new_size) MUST_CHECK;

/* Frees such a buffer; never collects. For the free functions of kinds. */
void heap_release(Heap *heap, void *buffer, size_t size);

/* For trace functions and root sources: this is reachable. `object` may be NULL. */
void heap_mark_object(Heap *heap, Object *object);
static inline void heap_mark_value(Heap *heap, Value value) {
  if (value_is_object(value)) heap_mark_object(heap, value_as_object(value));
}
/* Marks `count` values in a row. */
void heap_mark_values(Heap *heap, const Value *values, size_t count);
/* Marks `count` objects in a row, each given as the payload of a value. */
void heap_mark_payloads(Heap *heap, const uint64_t *payloads, size_t count);

/* `mark(context, heap)` is called at every collection, until it is removed. */
void heap_add_roots(Heap *heap, RootFunction *mark, void *context);
void heap_remove_roots(Heap *heap, RootFunction *mark, void *context);

/* `sweep(context, heap)` is called after marking and before anything is freed: for tables that hold objects weakly. heap_is_marked tells it what stays. */
void heap_add_weak(Heap *heap, RootFunction *sweep, void *context);
bool heap_is_marked(const Object *object);

void heap_collect(Heap *heap);

/* Sets the limit (0: none) and gives the one before. To make the report of an out of memory, the limit is lifted for a moment. */
size_t heap_set_limit(Heap *heap, size_t max_bytes);

HeapStats heap_stats(const Heap *heap);

/* ---- the root idiom ---- */

static inline Root root_push(Heap *heap, Value value) { return (Root){((HeapHead *)heap)->roots, &((HeapHead *)heap)->roots, value}; }
static inline void root_pop(Root *root) { *root->chain = root->next; }

#define ROOT(heap, name, initial)                                              \
  __attribute__((cleanup(root_pop))) Root name = root_push((heap), (initial)); \
  *name.chain = &name

#endif
