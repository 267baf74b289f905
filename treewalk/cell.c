/* cell.c -- see cell.h. */
#include "cell.h"

static void cell_trace(Object *object, Heap *heap) { heap_mark_value(heap, ((Cell *)object)->value); }

static size_t cell_size(const Object *object) {
  (void)object;
  return sizeof(Cell);
}

static const ObjectKind cell_kind = {"cell", cell_trace, NULL, cell_size};

Cell *cell_new(Runtime *rt, Value value) {
  Cell *cell = heap_alloc(rt->heap, &cell_kind, sizeof *cell);
  if (!cell) {
    (void)runtime_out_of_memory(rt);
    return NULL;
  }
  cell->value = value;
  return cell;
}
