/* function.h -- things that can be called.
 *
 * A closure belongs to the wing that made it: the tree-walker's holds an environment, the VM's its bytecode and upvalues. Both begin with Function,
 * which is all that the runtime knows of them. Builtins are C functions. A bound method is a method read off an object, with its self.
 */
#ifndef DUET_RUNTIME_FUNCTION_H
#define DUET_RUNTIME_FUNCTION_H

#include "runtime/runtime.h"

typedef struct Function {
  Object object;
  const Signature *signature; /* outlives the heap */
} Function;

typedef struct BoundMethod {
  Object object;
  Value self;
  Value method; /* a CLOSURE or a BUILTIN */
} BoundMethod;

/* `args` are rooted by the caller and stay where they are; `self` is UNSET for plain functions. Gives false after raising. May collect. */
typedef bool BuiltinFunction(Runtime *rt, Value self, uint32_t argc, const Value *args, Value *result);

enum { BUILTIN_ANY_COUNT = 0x7fffffff };

/* One builtin, where it is defined: what it is called, takes and does. */
typedef struct BuiltinInfo {
  const char *name;
  uint32_t min_args;
  uint32_t max_args; /* BUILTIN_ANY_COUNT: as many as you like */
  BuiltinFunction *function;
  const char *doc; /* "slice(start, end) -> list: ..." */
} BuiltinInfo;

typedef struct Builtin {
  Object object;
  const BuiltinInfo *info;
} Builtin;

static inline Function *value_as_function(Value value) { return value_as_object(value); }
static inline BoundMethod *value_as_bound(Value value) { return value_as_object(value); }
static inline Builtin *value_as_builtin(Value value) { return value_as_object(value); }

/* Arguments must be rooted. NULL after out of memory. May collect. */
BoundMethod *bound_method_new(Runtime *rt, Value self, Value method) MUST_CHECK;
Builtin *builtin_new(Runtime *rt, const BuiltinInfo *info) MUST_CHECK;

/* The name as `<fn name>` shows it; NULL for an anonymous function. `value` is any of the function kinds. `*length` is its length. */
const char *function_name(Value value, size_t *length);

#endif
