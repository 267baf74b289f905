/* arguments.h -- arguments are evaluated straight to where the function that is called has its first variables.
 *
 * One that is a local is copied without running its node.
 */
#ifndef DUET_TREEWALK_NODES_ARGUMENTS_H
#define DUET_TREEWALK_NODES_ARGUMENTS_H

#include "build.h"

typedef struct Argument {
  Node *node; /* NULL: a local */
  uint32_t slot;
} Argument;

/* Fills `arguments` for these nodes. */
void arguments_set(Builder *builder, Argument *arguments, Node *const *nodes, uint32_t count);

static inline Value arguments_value(const Argument *argument, Value *window) {
  return argument->node ? node_run(argument->node, window) : value_copy(&window[argument->slot]);
}

/* Fills args[0..argc). False: one raised. */
ALWAYS_INLINE bool arguments_run(const Argument *arguments, uint32_t argc, Value *window, Value *args) {
  for (uint32_t i = 0; i < argc; i++) {
    Value value = arguments_value(&arguments[i], window);
    if (node_raised(value)) return false;
    args[i] = value;
  }
  return true;
}

#endif
