/* equal.h -- when two values are equal, and the hash that goes with it.
 *
 * Numbers by mathematical value, strings by content, everything else by identity. Never an error. What is equal has equal hashes: 1 and 1.0 do.
 */
#ifndef DUET_RUNTIME_EQUAL_H
#define DUET_RUNTIME_EQUAL_H

#include "runtime/string.h"

/* The language's `==`. NaN is not equal to itself. Never collects. */
bool value_equal(Value a, Value b);

/* Any value's hash. Never collects. */
uint32_t value_hash(Value value);

#endif
