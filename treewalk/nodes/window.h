/* window.h -- where the variables and unfinished results of a running function are.
 *
 *     f's window:     | n | i | a temporary | . | . | g's arguments ... |
 *                                              \_/
 *                     g's window:    closure, caller | a | b | locals | temporaries |
 *                                                    ^ window
 *
 * All windows lie in one stack of values (value_stack.h), each over the end of its caller's: the caller evaluates the arguments straight to where they are the callee's first slots. How
 * many slots a function needs, for variables and for temporaries, and which temporary is where, is known before it runs; so there is no stack pointer to move.
 *
 * Two slots below its start a window says what runs in it:
 *
 *     window[-2]  the closure
 *     window[-1]  the caller's window, and the node of the call (as raw words: no value has an address for its tag)
 *
 * What the collector needs. Every slot of the innermost window and below it holds something valid at all times: a call clears what is not its arguments. When the machine goes into the
 * runtime it says where it is (machine_enter); the node there knows how many slots are in use, and a collection empties those above.
 */
#ifndef DUET_TREEWALK_NODES_WINDOW_H
#define DUET_TREEWALK_NODES_WINDOW_H

#include "../cell.h"
#include "code.h"

/* What a call needs below its first argument: for the two above, and for a `self` that is found only when the arguments are there. */
enum { WINDOW_HEAD = 2, WINDOW_BEFORE_ARGS = 3 };

static inline const Lambda *window_closure(const Value *window) { return value_as_object(window[-2]); }
static inline Value *window_caller(const Value *window) { return (Value *)(uintptr_t)window[-1].tag; }
static inline Node *window_waiting(const Value *window) { return (Node *)(uintptr_t)window[-1].payload; }

static inline void window_set_head(Value *window, const Lambda *closure, const Value *caller, const Node *waiting) {
  window[-2] = value_object(VALUE_CLOSURE, closure);
  window[-1] = (Value){(uint64_t)(uintptr_t)caller, (uint64_t)(uintptr_t)waiting};
}

static_assert(VALUE_UNSET == 0, "an empty slot is all zeros");

/* Slots from..end hold nothing. */
static inline void window_clear(Value *window, uint32_t from, uint32_t end) {
  for (Value *slot = window + from; slot < window + end; slot++)
    memset(slot, 0, sizeof *slot); /* value_unset, in one store */
}

/* The value of a variable that is kept in a cell. */
static inline Value *window_cell(const Value *window, uint32_t slot) { return &value_as_cell(window[slot])->value; }
static inline Value *window_upvalue(const Value *window, uint32_t index) { return &window_closure(window)->upvalues[index]->value; }

#endif
