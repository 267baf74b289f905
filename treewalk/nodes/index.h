/* index.h -- nodes of a[i] and a[i] = v. */
#ifndef DUET_TREEWALK_NODES_INDEX_H
#define DUET_TREEWALK_NODES_INDEX_H

#include "build.h"

/* Temporaries in a row are taken: the first before `index` was built, the second before this (before `value`), the third (for `value`) before this. */
Node *index_get(Builder *builder, Node *object, Node *index, uint32_t temporary, Span span);
Node *index_set(Builder *builder, Node *object, Node *index, Node *value, uint32_t temporary, Span span);

#endif
