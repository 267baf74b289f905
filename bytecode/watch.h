/* watch.h -- the loop that runs while somebody watches. */
#ifndef DUET_BYTECODE_WATCH_H
#define DUET_BYTECODE_WATCH_H

#include "observe.h"

/* As interp_run, of which it takes the place while vm->observer is set. */
bool watch_run(Vm *vm) MUST_CHECK;

#endif
