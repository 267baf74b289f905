/* closure.h -- the VM's functions: code, and the variables that it captured.
 *
 *     Closure counter
 *       proto     -> the compiled code, shared by all counters
 *       upvalues  -> [ c ]   one Upvalue for each captured variable
 */
#ifndef DUET_BYTECODE_CLOSURE_H
#define DUET_BYTECODE_CLOSURE_H

#include "chunk.h"
#include "runtime/function.h"
#include "upvalue.h"

typedef struct Closure {
  Function function;
  const Proto *proto;
  Upvalue *upvalues[]; /* proto->upvalue_count; NULL only while it is being made */
} Closure;

static inline Closure *value_as_closure(Value value) { return value_as_object(value); }
static inline Value value_closure(const Closure *closure) { return value_object(VALUE_CLOSURE, closure); }

/* A closure whose upvalues are still NULL. NULL after out of memory. May collect. */
Closure *closure_new(Runtime *rt, const Proto *proto) MUST_CHECK;

#endif
