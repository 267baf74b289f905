/* equal.c -- see equal.h. What is equal must hash alike: a float with a whole value hashes as that int does. */
#include "runtime/equal.h"
#include "support/arith.h"

bool value_equal_mixed(Value a, Value b) {
  if (a.tag == VALUE_INT && b.tag == VALUE_FLOAT) return arith_compare_int_float(value_as_int(a), value_as_float(b)) == ARITH_SAME;
  if (a.tag == VALUE_FLOAT && b.tag == VALUE_INT) return arith_compare_int_float(value_as_int(b), value_as_float(a)) == ARITH_SAME;
  return false;
}

uint32_t value_hash_float(Value value) {
  int64_t whole;
  return value_hash_payload(value_whole_float(value, &whole) ? (uint64_t)whole : value.payload);
}
