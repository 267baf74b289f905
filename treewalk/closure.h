/* closure.h -- a function of the program as a value: its tree, and the variables that were around it when it was made.
 *
 * How the variables are kept is the level's business: -O0 keeps the environment whole, -O1 only the cells of those that the function uses.
 */
#ifndef DUET_TREEWALK_CLOSURE_H
#define DUET_TREEWALK_CLOSURE_H

#include "cell.h"
#include "env.h"
#include "runtime/function.h"
#include "syntax/ast.h"

typedef struct Closure {
  Function function; /* first: what the runtime knows */
  const FunctionNode *node;
  Environment *environment; /* -O0 */
  uint32_t upvalue_count;   /* -O1 */
  Cell *upvalues[];
} Closure;

static inline Closure *value_as_closure(Value value) { return value_as_object(value); }
static inline Value value_closure(const Closure *closure) { return value_object(VALUE_CLOSURE, closure); }

/* A closure with room for so many upvalues, for the caller to fill before anything else is allocated. `environment` (or NULL) must be rooted. NULL after out of memory. May collect. */
Closure *closure_new(Runtime *rt, const FunctionNode *node, Environment *environment, uint32_t upvalue_count) MUST_CHECK;

#endif
