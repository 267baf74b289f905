/* leaf.h -- nodes without parts: constants and variables. */
#ifndef DUET_TREEWALK_NODES_LEAF_H
#define DUET_TREEWALK_NODES_LEAF_H

#include "build.h"

Node *leaf_constant(Builder *builder, Value value, Span span);
Node *leaf_string(Builder *builder, const Symbol *symbol, Span span);

/* Reads a variable. */
Node *leaf_variable(Builder *builder, const VarRef *ref, Span span);

/* Reads a slot that is certainly set and holds no cell: a temporary, say. */
Node *leaf_slot(Builder *builder, uint32_t slot, Span span);

/* Is it a plain read of a slot, that its parent may as well do itself? */
bool leaf_is_slot(const Node *node, uint32_t *slot);

/* The same for a cell of the closure, which is certainly set. */
bool leaf_is_upvalue(const Node *node, uint32_t *index);

/* Is it a constant that is no string? */
bool leaf_is_constant(const Node *node, Value *value);

#endif
