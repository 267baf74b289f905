/* value_stack.h -- where values wait that belong to a call under way.
 *
 *     | script's slots | f | a | b | slots of f | ...        (free)
 *                          ^                        ^
 *                          arguments of f           top
 *
 * The evaluator's own stack is the C stack; this one beside it holds what must lie in a row and be seen by the collector: the arguments of calls, and at -O1
 * the slots of running functions. It is mapped in one piece, as large as --max-depth could need, and never moves: builtins are handed plain addresses of their
 * arguments. Pages that are never touched cost nothing.
 *
 * Everything between start and top is a root. Who pushes cuts the stack back to where it was, on every way out.
 */
#ifndef DUET_TREEWALK_VALUE_STACK_H
#define DUET_TREEWALK_VALUE_STACK_H

#include "runtime/heap.h"

typedef struct ValueStack {
  Value *start; /* mapped */
  Value *top;   /* one past the last value */
  Value *end;   /* one past what may be used */
} ValueStack;

/* An empty stack for `max_depth` nested calls. False: it can't be mapped. */
bool value_stack_map(ValueStack *stack, uint32_t max_depth) MUST_CHECK;
void value_stack_unmap(ValueStack *stack);

/* Marks every value on it. */
void value_stack_mark(const ValueStack *stack, Heap *heap);

static inline bool value_stack_has_room(const ValueStack *stack, size_t count) { return (size_t)(stack->end - stack->top) >= count; }

/* The caller has asked for room. */
static inline void value_stack_push(ValueStack *stack, Value value) { *stack->top++ = value; }

#endif
