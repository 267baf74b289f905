/* flow.h -- nodes of for, break, continue, throw. */
#ifndef DUET_TREEWALK_NODES_FLOW_H
#define DUET_TREEWALK_NODES_FLOW_H

#include "scope.h"

/* What `for` knows of its loop. */
typedef struct ForParts {
  Node *iterable;
  const VarDecl *variable;
  const Scope *scope; /* of the body, or NULL */
  Node *body;         /* without its scope */
  uint32_t state;     /* two slots in a row */
  uint32_t item;      /* a temporary, taken */
  Span body_span;
} ForParts;
Node *flow_for(Builder *builder, const ForParts *parts, Span span);

Node *flow_break(Builder *builder, Span span);
Node *flow_continue(Builder *builder, Span span);

/* One temporary is taken. `span`: of the value. */
Node *flow_throw(Builder *builder, Node *value, uint32_t temporary, Span span);

/* nodes[0], then each other one, which finds the value of the one before in the temporary, which is taken: a chain too long for the C stack. */
Node *flow_chain(Builder *builder, Node *const *nodes, uint32_t count, uint32_t temporary, Span span);

#endif
