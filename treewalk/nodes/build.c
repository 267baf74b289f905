/* build.c -- see build.h. */
#include "build.h"

void *build_node(Builder *builder, size_t size, Execute *execute, Span span) {
  Node *node = arena_alloc(&builder->machine->arena, size);
  node->execute = execute;
  node->code = builder->code;
  node->span = span;
  node->depth = builder->depth;
  builder->machine->stats.nodes++;
  return node;
}

static Value run_place(Node *node, Value *window) { return machine_fail(node, window); }

Node *build_place(Builder *builder, Span span) { return build_node(builder, sizeof(Node), run_place, span); }

void *build_memory(Builder *builder, size_t size) { return arena_alloc(&builder->machine->arena, size); }
