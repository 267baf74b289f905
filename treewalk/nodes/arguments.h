/* arguments.h -- arguments are evaluated straight to where the function that is called has its first variables. */
#ifndef DUET_TREEWALK_NODES_ARGUMENTS_H
#define DUET_TREEWALK_NODES_ARGUMENTS_H

#include "node.h"

/* Fills args[0..argc). False: one raised. */
ALWAYS_INLINE bool arguments_run(Node *const *nodes, uint32_t argc, Value *window, Value *args) {
  for (uint32_t i = 0; i < argc; i++) {
    Value value = node_run(nodes[i], window);
    if (node_raised(value)) return false;
    args[i] = value;
  }
  return true;
}

#endif
