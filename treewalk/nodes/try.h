/* try.h -- nodes of try, catch, finally. */
#ifndef DUET_TREEWALK_NODES_TRY_H
#define DUET_TREEWALK_NODES_TRY_H

#include "scope.h"

typedef struct TryClause {
  Node *class; /* NULL: catches everything */
  const VarDecl *name;
  const Scope *scope;
  Node *body;  /* without its scope */
  Node *place; /* a node for errors of beginning the scope */
} TryClause;

/* How many temporaries a try takes, before any of its parts is built. */
enum { TRY_TEMPORARIES = 3 };

/* `clauses` are copied; `finally` may be NULL. */
Node *try_new(Builder *builder, Node *body, const TryClause *clauses, uint32_t count, Node *finally, uint32_t temporary, Span span);

#endif
