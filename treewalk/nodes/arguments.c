/* arguments.c -- see arguments.h. */
#include "arguments.h"

#include "leaf.h"

void arguments_set(Builder *builder, Argument *arguments, Node *const *nodes, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    bool is_local = builder->machine->techniques.fuse && leaf_is_slot(nodes[i], &arguments[i].slot);
    arguments[i].node = is_local ? NULL : nodes[i];
  }
}
