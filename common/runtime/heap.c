/* heap.c -- allocation, and when and how to collect.
 *
 *     heap_alloc --> a free cell of the size class            the usual way: a pop, a few stores
 *           `------> alloc_slow: collect if it is time --> carve cells, or a new block, or malloc for a large object
 *
 * A collection marks from the roots, lets the weak tables drop what is unmarked, then sweeps. It is due when the bytes in use pass `trigger`:
 * twice what survived the last one. So the work of marking is paid by the allocation of as much again, and
 * a heap of n live bytes takes about 2n. With `stress` the trigger is always 0: every allocation comes through the slow path and collects.
 *
 * Marking has no recursion. An object is white (0), grey (reached, its references not yet looked at) or black. Grey ones wait on the
 * mark stack; when that can't grow they are left grey where they are, and the whole heap is searched for them afterwards: slow, but it always ends well.
 *
 * All memory for guest objects comes through memory_get. Read cells.c for small objects, buffers.c for small buffers.
 */
#include "runtime/heap.h"
#include "runtime/buffers.h"
#include "runtime/cells.h"
#include "support/memory.h"
#include <stdlib.h>

enum { MARK_WHITE, MARK_GREY, MARK_BLACK };
enum { FIRST_TRIGGER = 1 << 20, MARK_STACK_FIRST = 256, MARK_STACK_KEPT = 1 << 14, SPAN_MIN = 16 };

/* The head before a large object, which hangs in a list instead of lying in a block. */
typedef struct Large {
  struct Large *next;
  size_t size;
} Large;

/* What waits to be traced: a grey object (count 0), or a row of values or payloads that are not yet looked at (so a long list takes one place, not one for each item). */
typedef struct MarkItem {
  const void *at;
  size_t count : 63;
  size_t is_payloads : 1;
} MarkItem;

typedef struct RootSource {
  RootFunction *function;
  void *context;
} RootSource;

typedef struct RootSources {
  RootSource *items; /* owned */
  size_t count, capacity;
} RootSources;

struct Heap {
  HeapHead head;
  size_t bytes;   /* in use: cells, large objects, buffers */
  size_t trigger; /* past so many bytes the slow path has a look */
  uint64_t allocations;
  Cells cells;
  Buffers buffers;
  Large *large;
  size_t threshold; /* the next collection, unless `limit` or `stress` comes first */
  size_t limit;
  bool stress;
  bool collecting;
  MarkItem *mark_stack; /* owned */
  size_t mark_count, mark_capacity;
  bool mark_overflowed; /* some grey object is on no stack */
  RootSources roots, weak;
  uint64_t collections;
  size_t peak_bytes;
};

/* ---- memory ---- */

#ifdef SANITIZED
/* Asked for by AddressSanitizer at the start: memory that is not to be had is NULL there too, not the end of the process. */
const char *__asan_default_options(void);
const char *__asan_default_options(void) { return "allocator_may_return_null=1"; }
#endif

/* More than any machine has; AddressSanitizer would complain of being asked for it. */
static const size_t MEMORY_MOST = (size_t)1 << 39;

/* The one door through which memory for guest objects comes: like realloc. */
static void *memory_get(void *old, size_t size) { return size <= MEMORY_MOST ? realloc(old, size) : NULL; }

static void set_trigger(Heap *heap) { heap->trigger = heap->stress ? 0 : heap->threshold < heap->limit ? heap->threshold : heap->limit; }

static void note_peak(Heap *heap) {
  if (heap->bytes > heap->peak_bytes) heap->peak_bytes = heap->bytes;
}

static bool fits(size_t bytes, size_t more, size_t most) { return more <= most && bytes <= most - more; }

/* Collects if it is time to; then, are there `more` bytes below the limit? */
static bool make_room(Heap *heap, size_t more) {
  assert(!heap->collecting);
  if (heap->stress || !fits(heap->bytes, more, heap->threshold) || !fits(heap->bytes, more, heap->limit)) heap_collect(heap);
  return fits(heap->bytes, more, heap->limit);
}

/* memory_get, with a collection before it gives up. */
static void *get_or_collect(Heap *heap, void *old, size_t size) {
  void *memory = memory_get(old, size);
  if (memory || size > MEMORY_MOST) return memory;
  heap_collect(heap);
  return memory_get(old, size);
}

Heap *heap_new(size_t max_bytes, bool stress) {
  Heap *heap = memory_get(NULL, sizeof *heap);
  if (!heap) return NULL;
  memset(heap, 0, sizeof *heap);
  heap->threshold = FIRST_TRIGGER;
  heap->stress = stress;
  heap_set_limit(heap, max_bytes);
  return heap;
}

size_t heap_set_limit(Heap *heap, size_t max_bytes) {
  size_t before = heap->limit == SIZE_MAX ? 0 : heap->limit;
  heap->limit = max_bytes ? max_bytes : SIZE_MAX;
  set_trigger(heap);
  return before;
}

static void free_contents(Object *object, Heap *heap) {
  if (object->kind->free) object->kind->free(object, heap);
}

void heap_free(Heap *heap) {
  if (!heap) return;
  cells_visit(&heap->cells, free_contents, heap);
  cells_clear(&heap->cells);
  for (void *block; (block = cells_drop_empty(&heap->cells, 0));)
    free(block);
  while (heap->large) {
    Large *large = heap->large;
    heap->large = large->next;
    free_contents((Object *)(large + 1), heap);
    free(large);
  }
  for (void *block; (block = buffers_drop_block(&heap->buffers));)
    free(block);
  free(heap->mark_stack);
  memory_free(heap->roots.items);
  memory_free(heap->weak.items);
  free(heap);
}

/* ---- objects ---- */

static void *alloc_cell(Heap *heap, size_t class) {
  void *cell = cells_take(&heap->cells, class);
  if (cell) return cell;
  if (!cells_carve(&heap->cells, class)) {
    void *block = get_or_collect(heap, NULL, CELLS_BLOCK_SIZE);
    if (block) cells_add_block(&heap->cells, block);
    /* The collection may have freed a cell even where no block is to be had. */
    cell = cells_take(&heap->cells, class);
    if (cell || !cells_carve(&heap->cells, class)) return cell;
  }
  return cells_take(&heap->cells, class);
}

static void *alloc_large(Heap *heap, size_t size) {
  if (size > PTRDIFF_MAX - sizeof(Large)) return NULL;
  Large *large = get_or_collect(heap, NULL, sizeof *large + size);
  if (!large) return NULL;
  *large = (Large){heap->large, size};
  heap->large = large;
  return large + 1;
}

static COLD void *alloc_slow(Heap *heap, const ObjectKind *kind, size_t size) {
  bool small = size <= CELLS_MAX_SIZE;
  size_t counted = small ? cells_class(size) * CELLS_STEP : size;
  if (!make_room(heap, counted)) return NULL;
  Object *object = small ? alloc_cell(heap, cells_class(size)) : alloc_large(heap, size);
  if (!object) return NULL;
  heap->bytes += counted;
  heap->allocations++;
  *object = (Object){.kind = kind};
  return object;
}

/* The usual way; heap_alloc and heap_alloc_raw differ only in what they do to the object after it. */
ALWAYS_INLINE Object *alloc(Heap *heap, const ObjectKind *kind, size_t size) {
  if (UNLIKELY(size > CELLS_MAX_SIZE)) return alloc_slow(heap, kind, size);
  size_t class = cells_class(size), bytes = heap->bytes + class * CELLS_STEP;
  FreeCell *cell = heap->cells.free[class];
  if (UNLIKELY(bytes > heap->trigger || !cell)) return alloc_slow(heap, kind, size);
  heap->cells.free[class] = cell->next;
  heap->bytes = bytes;
  heap->allocations++;
  Object *object = (Object *)cell;
  *object = (Object){.kind = kind};
  return object;
}

void *heap_alloc_raw(Heap *heap, const ObjectKind *kind, size_t size) { return alloc(heap, kind, size); }

void *heap_alloc(Heap *heap, const ObjectKind *kind, size_t size) {
  Object *object = alloc(heap, kind, size);
  if (UNLIKELY(!object)) return NULL;
  char *rest = (char *)(object + 1);
  size_t count = size - sizeof *object;
  /* Most objects are small: a few stores, which may overlap, are quicker than a call of memset. */
  if (count >= 16 && count <= 32) {
    memset(rest, 0, 16);
    memset(rest + count - 16, 0, 16);
  } else if (count > 32 && count <= 64) {
    memset(rest, 0, 32);
    memset(rest + count - 32, 0, 32);
  } else {
    memset(rest, 0, count);
  }
  return object;
}

/* ---- buffers ---- */

static bool is_small_buffer(size_t size) { return size <= BUFFERS_MAX_SIZE; }

/* Memory for a buffer, if it is to be had without a collection. */
static void *take_buffer(Heap *heap, size_t size) {
  if (!is_small_buffer(size)) return memory_get(NULL, size);
  void *buffer = buffers_take(&heap->buffers, buffers_class(size));
  if (LIKELY(buffer != NULL)) return buffer;
  void *block = memory_get(NULL, BUFFERS_BLOCK_SIZE);
  if (!block) return NULL;
  buffers_add_block(&heap->buffers, block);
  return buffers_take(&heap->buffers, buffers_class(size));
}

/* Back to where take_buffer had it from. */
static void give_buffer(Heap *heap, void *buffer, size_t size) {
  if (!is_small_buffer(size))
    free(buffer);
  else if (size > 0)
    buffers_give(&heap->buffers, buffer, buffers_class(size));
}

/* Like realloc; only large buffers are made larger or smaller where they are. */
static void *move_buffer(Heap *heap, void *old, size_t old_size, size_t new_size) {
  if (!is_small_buffer(old_size) && !is_small_buffer(new_size)) return memory_get(old, new_size);
  void *buffer = take_buffer(heap, new_size);
  if (!buffer || old_size == 0) return buffer;
  memcpy(buffer, old, old_size < new_size ? old_size : new_size);
  give_buffer(heap, old, old_size);
  return buffer;
}

void *heap_resize(Heap *heap, void *old, size_t old_size, size_t new_size) {
  if (new_size == 0) {
    heap_release(heap, old, old_size);
    return NULL;
  }
  if (!make_room(heap, new_size > old_size ? new_size - old_size : 0)) return NULL;
  void *buffer = move_buffer(heap, old, old_size, new_size);
  if (UNLIKELY(!buffer)) {
    if (new_size > MEMORY_MOST) return NULL;
    heap_collect(heap);
    buffer = move_buffer(heap, old, old_size, new_size);
    if (!buffer) return NULL;
  }
  note_peak(heap);
  heap->bytes = heap->bytes - old_size + new_size;
  return buffer;
}

void *heap_try_buffer(Heap *heap, size_t size) {
  if (heap->bytes > heap->limit || size > heap->limit - heap->bytes) return NULL;
  void *buffer = take_buffer(heap, size);
  if (buffer) heap->bytes += size;
  return buffer;
}

void *heap_shrink(Heap *heap, void *old, size_t old_size, size_t new_size) {
  void *buffer = move_buffer(heap, old, old_size, new_size);
  if (!buffer) return NULL;
  note_peak(heap);
  heap->bytes -= old_size - new_size;
  return buffer;
}

void heap_release(Heap *heap, void *buffer, size_t size) {
  note_peak(heap);
  heap->bytes -= size;
  give_buffer(heap, buffer, size);
}

/* ---- marking ---- */

/* False: the stack can't grow. */
static bool mark_push(Heap *heap, MarkItem item) {
  if (UNLIKELY(heap->mark_count == heap->mark_capacity)) {
    size_t capacity = heap->mark_capacity ? heap->mark_capacity * 2 : MARK_STACK_FIRST;
    MarkItem *stack = memory_get(heap->mark_stack, capacity * sizeof *stack);
    if (!stack) return false;
    heap->mark_stack = stack;
    heap->mark_capacity = capacity;
  }
  heap->mark_stack[heap->mark_count++] = item;
  return true;
}

void heap_mark_object(Heap *heap, Object *object) {
  if (!object || object->mark != MARK_WHITE) return;
  if (!object->kind->trace) {
    object->mark = MARK_BLACK;
    return;
  }
  object->mark = MARK_GREY;
  if (!mark_push(heap, (MarkItem){object, 0, false})) heap->mark_overflowed = true;
}

static void mark_row(Heap *heap, MarkItem row) {
  const Value *values = row.at;
  const uint64_t *payloads = row.at;
  for (size_t i = 0; i < row.count; i++) {
    if (row.is_payloads)
      heap_mark_object(heap, (Object *)(uintptr_t)payloads[i]);
    else
      heap_mark_value(heap, values[i]);
  }
}

static void mark_row_soon(Heap *heap, MarkItem row) {
  if (row.count > SPAN_MIN && mark_push(heap, row)) return;
  mark_row(heap, row);
}

void heap_mark_values(Heap *heap, const Value *values, size_t count) { mark_row_soon(heap, (MarkItem){values, count, false}); }
void heap_mark_payloads(Heap *heap, const uint64_t *payloads, size_t count) { mark_row_soon(heap, (MarkItem){payloads, count, true}); }

static void blacken(Object *object, Heap *heap) {
  object->mark = MARK_BLACK;
  object->kind->trace(object, heap);
}

/* Traces until nothing waits any more. A row is taken a few at a time, so what they lead to is done before the rest of the row. */
static void mark_drain(Heap *heap) {
  while (heap->mark_count > 0) {
    MarkItem item = heap->mark_stack[--heap->mark_count];
    if (item.count == 0) {
      blacken((Object *)item.at, heap);
      continue;
    }
    MarkItem now = item;
    if (item.count > SPAN_MIN) {
      size_t size = item.is_payloads ? sizeof(uint64_t) : sizeof(Value);
      now.count = SPAN_MIN;
      /* There is room for the rest: its own place has just become free. */
      MarkItem rest = {(const char *)item.at + SPAN_MIN * size, item.count - SPAN_MIN, item.is_payloads};
      heap->mark_stack[heap->mark_count++] = rest;
    }
    mark_row(heap, now);
  }
}

static void trace_if_grey(Object *object, Heap *heap) {
  if (object->mark != MARK_GREY) return;
  blacken(object, heap);
  mark_drain(heap);
}

static void mark_all(Heap *heap) {
  for (Root *root = heap->head.roots; root; root = root->next)
    heap_mark_value(heap, root->value);
  for (size_t i = 0; i < heap->roots.count; i++)
    heap->roots.items[i].function(heap->roots.items[i].context, heap);
  mark_drain(heap);
  while (UNLIKELY(heap->mark_overflowed)) {
    heap->mark_overflowed = false;
    cells_visit(&heap->cells, trace_if_grey, heap);
    for (Large *large = heap->large; large; large = large->next)
      trace_if_grey((Object *)(large + 1), heap);
  }
  if (heap->mark_capacity > MARK_STACK_KEPT) {
    free(heap->mark_stack);
    heap->mark_stack = NULL;
    heap->mark_capacity = 0;
  }
}

bool heap_is_marked(const Object *object) { return object->mark != MARK_WHITE; }

/* ---- sweeping ---- */

static void sweep_large(Heap *heap) {
  for (Large **link = &heap->large; *link;) {
    Large *large = *link;
    Object *object = (Object *)(large + 1);
    if (object->mark != MARK_WHITE) {
      assert(object->kind->size(object) == large->size);
      object->mark = MARK_WHITE;
      link = &large->next;
      continue;
    }
    *link = large->next;
    heap->bytes -= large->size;
    free_contents(object, heap);
    free(large);
  }
}

void heap_collect(Heap *heap) {
  note_peak(heap);
  heap->collecting = true;
  heap->collections++;
  mark_all(heap);
  for (size_t i = 0; i < heap->weak.count; i++)
    heap->weak.items[i].function(heap->weak.items[i].context, heap);
  heap->bytes -= cells_sweep(&heap->cells, heap);
  sweep_large(heap);
  heap->threshold = heap->bytes > FIRST_TRIGGER / 2 ? heap->bytes * 2 : FIRST_TRIGGER;
  set_trigger(heap);
  /* As many empty blocks are kept as can be filled before the next collection. */
  size_t keep = (heap->threshold - heap->bytes) / CELLS_BLOCK_SIZE;
  for (void *block; (block = cells_drop_empty(&heap->cells, keep));)
    free(block);
  heap->collecting = false;
}

HeapStats heap_stats(const Heap *heap) {
  size_t peak = heap->peak_bytes > heap->bytes ? heap->peak_bytes : heap->bytes;
  return (HeapStats){heap->allocations, heap->collections, heap->bytes, peak};
}

/* ---- sources of roots ---- */

static void source_add(RootSources *sources, RootFunction *function, void *context) {
  if (sources->count == sources->capacity) {
    sources->capacity = memory_grow(sources->capacity, sources->count + 1);
    sources->items = memory_resize(sources->items, sources->capacity * sizeof *sources->items);
  }
  sources->items[sources->count++] = (RootSource){function, context};
}

void heap_add_roots(Heap *heap, RootFunction *mark, void *context) { source_add(&heap->roots, mark, context); }
void heap_add_weak(Heap *heap, RootFunction *sweep, void *context) { source_add(&heap->weak, sweep, context); }

void heap_remove_roots(Heap *heap, RootFunction *mark, void *context) {
  RootSources *sources = &heap->roots;
  for (size_t i = 0; i < sources->count; i++) {
    if (sources->items[i].function != mark || sources->items[i].context != context) continue;
    sources->items[i] = sources->items[--sources->count];
    return;
  }
}
