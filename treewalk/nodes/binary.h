/* binary.h -- nodes of the binary operators, which rewrite themselves. */
#ifndef DUET_TREEWALK_NODES_BINARY_H
#define DUET_TREEWALK_NODES_BINARY_H

#include "build.h"

/* left op right. Two temporaries, from `temporary` on, are taken: the first before `right` was built, the second before this. */
Node *binary_new(Builder *builder, BinaryOperator op, Node *left, Node *right, uint32_t temporary, Span span);

/* If `node` came from binary_new: from now on its value goes to this slot, and it is a statement. */
bool binary_store_in(Node *node, uint32_t slot);

/* What a comparison between locals and constants comes down to. */
typedef struct Comparison {
  BinaryOperator op; /* EQUAL to GREATER_EQUAL */
  bool of_ints;      /* both are ints, as far as was seen; else the right one is a constant that is no number, and op EQUAL or NOT_EQUAL */
  bool has_constant;
  uint32_t left_slot;
  uint32_t right_slot;
  Value constant;
} Comparison;

/* Is `node` one that has taken such a function? Then its parent may as well compare itself. */
bool binary_is_comparison(const Node *node, Comparison *comparison);

#endif
