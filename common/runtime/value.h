/* value.h -- one value of the running program: a tag and a payload, 16 bytes.
 *
 *     tag      payload
 *     INT      the int itself
 *     FLOAT    the bits of the double
 *     BOOL     0 or 1
 *     STRING.. the address of an object on the heap
 *
 * Ints and floats need no allocation and no unpacking. Both halves are plain 64-bit words, and values are passed by value: the
 * calling convention keeps each in two registers. UNSET is no value a program can hold: it marks a variable that nothing was stored in yet.
 */
#ifndef DUET_RUNTIME_VALUE_H
#define DUET_RUNTIME_VALUE_H

#include "support/base.h"
#include <string.h>

typedef struct Object Object;

typedef enum ValueTag {
  VALUE_UNSET,
  VALUE_NIL,
  VALUE_BOOL,
  VALUE_INT,
  VALUE_FLOAT,
  VALUE_STRING, /* from here on the payload is an Object */
  VALUE_LIST,
  VALUE_MAP,
  VALUE_RANGE,
  VALUE_INSTANCE, /* type() says object */
  VALUE_CLOSURE,  /* from here to BUILTIN type() says function */
  VALUE_BOUND,    /* a method with its self */
  VALUE_BUILTIN,
  VALUE_CLASS,
  VALUE_INTERNAL, /* an object that programs never see (an error's origin), kept in a value */
  VALUE_TAG_COUNT
} ValueTag;

typedef struct Value {
  uint64_t tag; /* a ValueTag */
  uint64_t payload;
} Value;

static inline Value value_unset(void) { return (Value){VALUE_UNSET, 0}; }
static inline Value value_nil(void) { return (Value){VALUE_NIL, 0}; }
static inline Value value_bool(bool b) { return (Value){VALUE_BOOL, b}; }
static inline Value value_int(int64_t i) { return (Value){VALUE_INT, (uint64_t)i}; }
static inline Value value_float(double f) {
  Value value = {VALUE_FLOAT, 0};
  memcpy(&value.payload, &f, sizeof f);
  return value;
}
/* `tag` says what kind of object it is. */
static inline Value value_object(ValueTag tag, const void *object) { return (Value){tag, (uint64_t)(uintptr_t)object}; }

static inline bool value_is(Value value, ValueTag tag) { return value.tag == (uint64_t)tag; }
static inline bool value_is_number(Value value) { return value.tag == VALUE_INT || value.tag == VALUE_FLOAT; }
static inline bool value_has_fields(Value value) { return value.tag == VALUE_INSTANCE || value.tag == VALUE_CLASS; }
static inline bool value_is_object(Value value) { return value.tag >= VALUE_STRING; }

/* The value at `from`, as two words. Copied as a struct, gcc loads each half once for the copy and once more for its use. */
static inline Value value_copy(const Value *from) { return (Value){from->tag, from->payload}; }

/* Copies a value that may have just been written. In a loop, or as a struct, compilers copy with one 16-byte load, which has to wait until both 8-byte stores have left the store buffer: 10
 * times the cost of two loads that are forwarded. An empty asm in between keeps the words apart. */
static inline void value_move(Value *to, const Value *from) {
  uint64_t tag = from->tag, payload = from->payload;
  __asm__("" : "+r"(tag));
  __asm__("" : "+r"(payload));
  to->tag = tag;
  to->payload = payload;
}

/* What a value holds; the caller has looked at the tag. */
static inline bool value_as_bool(Value value) { return value.payload != 0; }
static inline int64_t value_as_int(Value value) { return (int64_t)value.payload; }
static inline double value_as_float(Value value) {
  double f;
  memcpy(&f, &value.payload, sizeof f);
  return f;
}
static inline void *value_as_object(Value value) { return (void *)(uintptr_t)value.payload; }

/* An INT or FLOAT as a double. */
static inline double value_to_float(Value value) { return value.tag == VALUE_INT ? (double)value_as_int(value) : value_as_float(value); }

/* The one definition of truth: nil, false, 0 and 0.0 (and -0.0) are false. */
static inline bool value_truthy(Value value) {
  switch (value.tag) {
  case VALUE_NIL: return false;
  case VALUE_BOOL:
  case VALUE_INT: return value.payload != 0;
  case VALUE_FLOAT: return value_as_float(value) != 0;
  default: return true;
  }
}

/* The very same value: tag and payload. Not the language's `==`, see equal.h. */
static inline bool value_identical(Value a, Value b) { return a.tag == b.tag && a.payload == b.payload; }

/* What type() gives: "int", "object", "function" ... */
const char *value_type_name(Value value);

#endif
