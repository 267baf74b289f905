/* truth.h -- what a condition came to. */
#ifndef DUET_TREEWALK_NODES_TRUTH_H
#define DUET_TREEWALK_NODES_TRUTH_H

#include "node.h"

/* Is a condition's value true? It is nearly always a bool. `value` is none that raised. */
static inline bool truth_of(Value value) {
  if (LIKELY(value_is(value, VALUE_BOOL))) return value_as_bool(value);
  return value_truthy(value);
}

#endif
