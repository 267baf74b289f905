/* store.h -- nodes that set variables: x = e, let x = e, fn x() { }. */
#ifndef DUET_TREEWALK_NODES_STORE_H
#define DUET_TREEWALK_NODES_STORE_H

#include "build.h"

/* x = value. `checked`: NameError, at `span`, when x is unset. */
Node *store_assign(Builder *builder, const VarRef *ref, bool checked, Node *value, Span span);

/* Sets a variable where it is declared. */
Node *store_declared(Builder *builder, const VarDecl *decl, Node *value, Span span);

/* Sets a temporary. */
Node *store_slot(Builder *builder, uint32_t slot, Node *value, Span span);

#endif
