/* equal.c -- see equal.h. What is equal must hash alike: a float with a whole value hashes as that int does. */
#include "runtime/equal.h"
#include "support/arith.h"

bool value_equal(Value a, Value b) {
  if (a.tag == b.tag) {
    if (a.tag == VALUE_FLOAT) return value_as_float(a) == value_as_float(b);
    if (a.tag == VALUE_STRING) return string_equal(value_as_string(a), value_as_string(b));
    return a.payload == b.payload;
  }
  if (a.tag == VALUE_INT && b.tag == VALUE_FLOAT) return arith_compare_int_float(value_as_int(a), value_as_float(b)) == ARITH_SAME;
  if (a.tag == VALUE_FLOAT && b.tag == VALUE_INT) return arith_compare_int_float(value_as_int(b), value_as_float(a)) == ARITH_SAME;
  return false;
}

/* Spreads 64 bits over 32: neighbouring ints and addresses go to places far apart. */
static uint32_t hash_word(uint64_t word) {
  word *= 0x9e3779b97f4a7c15u;
  word ^= word >> 32;
  word *= 0xd6e8feb86659fd93u;
  return (uint32_t)(word >> 32);
}

static uint32_t hash_float(Value value) {
  double f = value_as_float(value);
  /* 2^63 itself is no int; NaN fails both comparisons. */
  if (f >= -9223372036854775808.0 && f < 9223372036854775808.0 && f == (double)(int64_t)f) return hash_word((uint64_t)(int64_t)f);
  return hash_word(value.payload);
}

uint32_t value_hash(Value value) {
  switch (value.tag) {
  case VALUE_STRING: return string_hash(value_as_string(value));
  case VALUE_FLOAT: return hash_float(value);
  default: return hash_word(value.payload);
  }
}
