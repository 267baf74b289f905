/* startup.h -- making a runtime whole and taking it apart: the only room that knows all the others. */
#ifndef DUET_RUNTIME_STARTUP_H
#define DUET_RUNTIME_STARTUP_H

#include "runtime/runtime.h"

/* A runtime with its heap, strings, classes and builtins. The wing sets `host` before it runs anything. NULL when memory (or limits.max_heap) does not even reach for that. */
Runtime *runtime_new(const Limits *limits);
void runtime_free(Runtime *rt);

/* The names of the builtins in the order of rt->builtins, for the resolver: functions, then the error classes. `*count` of them, static. */
const char *const *runtime_builtin_names(uint32_t *count);

#endif
