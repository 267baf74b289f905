/* call_plain.h -- nodes of f(x). */
#ifndef DUET_TREEWALK_NODES_CALL_PLAIN_H
#define DUET_TREEWALK_NODES_CALL_PLAIN_H

#include "build.h"

/* A call; `args` is the slot of its first argument: WINDOW_BEFORE_ARGS temporaries below it were taken before the arguments were built, and one for each of them behind it.
 * `arguments` are copied. `tail`: it is what the function returns. */
Node *call_plain_new(Builder *builder, Node *callee, Node *const *arguments, uint32_t argc, uint32_t args, bool tail, Span span);

#endif
