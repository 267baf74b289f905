/* cell.h -- a variable that outlives its block.
 *
 *     fn make_counter() { c = 0; return fn() { c = c + 1; return c } }
 *
 *     slots of make_counter      | . |----.
 *                                          >  cell { 1 }
 *     upvalues of the closure    | . |----'
 *
 * At -O1 a variable lives in a slot of its function's call, unless a nested function uses it: then the slot holds a cell, and the value is in there. Closures point to the
 * same cell, and it stays when the slots are gone. Which variables need one the resolver knows (VarDecl.captured). The VM does without cells while a call runs: see
 * bytecode/upvalue.c for the other way.
 */
#ifndef DUET_TREEWALK_CELL_H
#define DUET_TREEWALK_CELL_H

#include "runtime/runtime.h"

typedef struct Cell {
  Object object;
  Value value; /* UNSET: nothing yet */
} Cell;

/* As a slot keeps it. */
static inline Value value_cell(const Cell *cell) { return value_object(VALUE_INTERNAL, cell); }
static inline Cell *value_as_cell(Value value) { return value_as_object(value); }

/* A cell that holds `value` (rooted). NULL after out of memory. May collect. */
Cell *cell_new(Runtime *rt, Value value) MUST_CHECK;

#endif
