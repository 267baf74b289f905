/* branch.h -- nodes of if and while, which rewrite themselves for what their condition is. */
#ifndef DUET_TREEWALK_NODES_BRANCH_H
#define DUET_TREEWALK_NODES_BRANCH_H

#include "build.h"

/* `otherwise` may be NULL. */
Node *branch_if(Builder *builder, Node *condition, Node *then, Node *otherwise, Span span);
Node *branch_while(Builder *builder, Node *condition, Node *body, Span span);

#endif
