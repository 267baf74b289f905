/* binary.h -- nodes of the binary operators, which rewrite themselves. */
#ifndef DUET_TREEWALK_NODES_BINARY_H
#define DUET_TREEWALK_NODES_BINARY_H

#include "build.h"

/* left op right. Two temporaries, from `temporary` on, are taken: the first before `right` was built, the second before this. */
Node *binary_new(Builder *builder, BinaryOperator op, Node *left, Node *right, uint32_t temporary, Span span);

/* If `node` came from binary_new: from now on its value goes to this slot, and it is a statement. */
bool binary_store_in(Node *node, uint32_t slot);

#endif
