/* invoke.h -- nodes of o.m(x) and super.m(x). */
#ifndef DUET_TREEWALK_NODES_INVOKE_H
#define DUET_TREEWALK_NODES_INVOKE_H

#include "build.h"

/* As call_plain_new; `object` is evaluated first, `name` is looked up when the arguments are there. */
Node *invoke_new(Builder *builder, Node *object, const Symbol *name, Node *const *arguments, uint32_t argc, uint32_t args, bool tail,
                 Span span);

/* super.m(x): `self` and `superclass` read variables. */
Node *invoke_super(Builder *builder, Node *self, Node *superclass, const Symbol *name, Node *const *arguments, uint32_t argc, uint32_t args,
                   bool tail, Span span);

#endif
