/* stack.h -- a C stack as deep as the program may need.
 *
 * How deep a guest program nests is bounded by --max-depth, not by the `ulimit -s` that the user happens to have. So everything runs on a
 * stack that is mapped for the purpose: pages that are never touched cost nothing. It belongs to a thread of its own, the portable way to
 * run on another stack.
 */
#ifndef DUET_CLI_STACK_H
#define DUET_CLI_STACK_H

#include "support/base.h"

/* Runs function(context) on a stack of `bytes` and gives its result in *result. False (errno) when there is no such stack to be had. Signals are
 * delivered to that function's thread. */
bool stack_run(size_t bytes, int (*function)(void *), void *context, int *result) MUST_CHECK;

#endif
