/* equal.h -- when two values are equal, and the hash that goes with it.
 *
 * Numbers by mathematical value, strings by content, everything else by identity. Never an error. What is equal has equal hashes: 1 and 1.0 do.
 */
#ifndef DUET_RUNTIME_EQUAL_H
#define DUET_RUNTIME_EQUAL_H

#include "runtime/string.h"

/* The same for an int and a float; false for any other two tags. */
bool value_equal_mixed(Value a, Value b);

/* The language's `==`. NaN is not equal to itself. Never collects. */
static inline bool value_equal(Value a, Value b) {
  if (a.tag != b.tag) return value_equal_mixed(a, b);
  if (a.tag == VALUE_STRING) return string_equal(value_as_string(a), value_as_string(b));
  if (a.tag == VALUE_FLOAT) return value_as_float(a) == value_as_float(b);
  return a.payload == b.payload;
}

/* Spreads 64 bits over 32, of which the upper ones are the best: neighbouring ints and addresses go to places far apart and hardly ever to the same. */
static inline uint32_t value_hash_payload(uint64_t payload) { return (uint32_t)(payload * UINT64_C(0x9e3779b97f4a7c15) >> 32); }

/* Is a FLOAT a whole number that is an int too? Then *whole is that int. */
static inline bool value_whole_float(Value value, int64_t *whole) {
  double f = value_as_float(value);
  /* 2^63 itself is no int; NaN fails both comparisons. */
  if (!(f >= -9223372036854775808.0 && f < 9223372036854775808.0)) return false;
  *whole = (int64_t)f;
  return f == (double)*whole;
}

uint32_t value_hash_float(Value value);

/* Any value's hash; take places in a table from its upper bits. Never collects. */
static inline uint32_t value_hash(Value value) {
  switch (value.tag) {
  case VALUE_STRING: return string_hash(value_as_string(value));
  case VALUE_FLOAT: return value_hash_float(value);
  default: return value_hash_payload(value.payload);
  }
}

#endif
