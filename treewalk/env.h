/* env.h -- environments: tables from names to values, one for each scope that is open, chained from the innermost out.
 *
 *     x = 1
 *     fn f(a) { let b = 2; return a + b + x }
 *
 *     f runs:   { a: 7, b: 2 } ---> { x: 1, f: <fn f> }
 *               the call            the script
 *
 * To read a name is to look in one table after the other until one has it. This is the whole of -O0's variables, and the picture that the word "scope" stands for.
 * A closure keeps the environment that it was made in; a call of it puts a fresh one in front of that.
 *
 * Each table is a hash table with open addressing, keyed by the address of the name's Symbol: equal names are the same symbol, and its hash is known.
 * An entry whose value is UNSET is there, and hides the same name further out, but holds nothing yet.
 */
#ifndef DUET_TREEWALK_ENV_H
#define DUET_TREEWALK_ENV_H

#include "runtime/runtime.h"
#include "support/symbol.h"

typedef struct EnvEntry {
  const Symbol *name; /* NULL: free */
  Value value;
} EnvEntry;

typedef struct Environment Environment;
struct Environment {
  Object object;
  Environment *outer; /* NULL for the outermost */
  uint32_t count;
  uint32_t capacity;     /* of entries: a power of two, never full */
  uint32_t own_capacity; /* of own */
  EnvEntry *entries;     /* own, or, once it has grown, the heap's */
  EnvEntry own[];
};

/* What look-ups cost, for --stats. */
typedef struct EnvCounters {
  uint64_t made;    /* environments */
  uint64_t lookups; /* names looked up */
  uint64_t tables;  /* tables looked into for them */
  uint64_t probes;  /* entries compared */
} EnvCounters;

/* An empty environment in front of `outer` (rooted; or NULL), with room for `names` names. NULL after out of memory. May collect. */
Environment *env_new(Runtime *rt, Environment *outer, uint32_t names, EnvCounters *counters) MUST_CHECK;

/* Enters `name` with this value, or gives it this value where it is entered already. Both must be rooted. False after out of memory. May collect where more names come than env_new was told. */
bool env_define(Runtime *rt, Environment *env, const Symbol *name, Value value) MUST_CHECK;

/* The value of `name` in the nearest environment that has it, from `env` on outward; NULL: none has. Valid until that environment grows. Never collects. */
Value *env_find(Environment *env, const Symbol *name, EnvCounters *counters);

#endif
