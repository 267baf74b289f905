/* tracer.h -- --trace: every event on a line of its own, as it happens.
 *
 *     op         fib              0  LESS_LI                   0     2        | (n = 3)
 *     hit        area            12  GET_FIELD_LOCAL_CACHED    0     1  side  | Square{side}
 *     enter      fib            depth 3  n = 2
 */
#ifndef DUET_BYTECODE_TRACER_H
#define DUET_BYTECODE_TRACER_H

#include "disassemble.h"
#include "observe.h"

/* Which events, as bits. */
enum { TRACER_OPS = 1 << 0, TRACER_CALLS = 1 << 1, TRACER_CACHE = 1 << 2, TRACER_TIER = 1 << 3 };

typedef struct Tracer Tracer;

/* A tracer that writes to `file` (the caller's, as `options` are), to be freed with tracer_free. NULL: no memory. */
Tracer *tracer_new(uint32_t events, const DisassembleOptions *options, FILE *file);
void tracer_free(Tracer *tracer);

/* For vm->observer; the tracer's own. */
Listener *tracer_listener(Tracer *tracer);

#endif
