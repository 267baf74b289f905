/* class_node.h -- nodes of class statements. */
#ifndef DUET_TREEWALK_NODES_CLASS_NODE_H
#define DUET_TREEWALK_NODES_CLASS_NODE_H

#include "build.h"

typedef struct ClassMethod {
  const Code *code;
  Node *place; /* where its errors are */
} ClassMethod;

/* How many temporaries a class statement takes, before its parts are built. */
enum { CLASS_TEMPORARIES = 3 };

/* `superclass` may be NULL; `methods` are copied. */
Node *class_node_new(Builder *builder, const Stmt *stmt, Node *superclass, const ClassMethod *methods, uint32_t temporary);

#endif
