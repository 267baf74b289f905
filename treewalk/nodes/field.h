/* field.h -- nodes of o.name, o.name = v and super.name. */
#ifndef DUET_TREEWALK_NODES_FIELD_H
#define DUET_TREEWALK_NODES_FIELD_H

#include "build.h"

/* `temporary` is taken, for the object. */
Node *field_get(Builder *builder, Node *object, const Symbol *name, uint32_t temporary, Span span);

/* Two temporaries are taken, the first before `value` was built. */
Node *field_set(Builder *builder, Node *object, const Symbol *name, Node *value, uint32_t temporary, Span span);

/* super.name as a value. Two temporaries are taken. */
Node *field_super(Builder *builder, Node *self, Node *superclass, const Symbol *name, uint32_t temporary, Span span);

#endif
