/* logic.h -- nodes of `not`, `-`, `~`, `and`, `or`, `?:` and `is`. */
#ifndef DUET_TREEWALK_NODES_LOGIC_H
#define DUET_TREEWALK_NODES_LOGIC_H

#include "build.h"

/* `temporary` is taken, for the operand. */
Node *logic_unary(Builder *builder, UnaryOperator op, Node *operand, uint32_t temporary, Span span);
Node *logic_and(Builder *builder, Node *left, Node *right, Span span);
Node *logic_or(Builder *builder, Node *left, Node *right, Span span);
Node *logic_conditional(Builder *builder, Node *condition, Node *then, Node *otherwise, Span span);

/* Two temporaries are taken from `temporary` on, the first before `class` was built. */
Node *logic_is(Builder *builder, Node *value, Node *class, uint32_t temporary, Span span);

#endif
