/* build.h -- making nodes: what each room's constructors need while a function is translated.
 *
 * Temporaries are handed out like the plates of a stack: who needs one takes it before the parts that come after are translated, and they are given back in one go.
 * The highest count is the size of the window.
 */
#ifndef DUET_TREEWALK_NODES_BUILD_H
#define DUET_TREEWALK_NODES_BUILD_H

#include "machine.h"

typedef struct Builder {
  Machine *machine;
  Code *code;     /* under construction */
  uint32_t depth; /* slots in use at this place: variables and temporaries */
  uint32_t most;  /* that were in use at once, so far */
} Builder;

/* A node of `size` bytes, zeroed behind its head. Its depth is the builder's: all temporaries that it uses itself are to be taken before. */
void *build_node(Builder *builder, size_t size, Execute *execute, Span span);

/* A node that is never run: errors that happen at no other node's place point at it. */
Node *build_place(Builder *builder, Span span);

/* Zeroed memory that lives as long as the nodes. */
void *build_memory(Builder *builder, size_t size);

/* Takes `count` temporaries in a row and gives the first one's slot. */
static inline uint32_t build_take(Builder *builder, uint32_t count) {
  uint32_t first = builder->depth;
  builder->depth += count;
  if (builder->depth > builder->most) builder->most = builder->depth;
  return first;
}

/* Gives back all temporaries from `first` on. */
static inline void build_release(Builder *builder, uint32_t first) { builder->depth = first; }

#endif
