/* steps.h -- the ladder on a terminal: its rungs, then each benchmark on each rung, then what did not pay. */
#ifndef DUET_BENCH_STEPS_H
#define DUET_BENCH_STEPS_H

#include "screen.h"

void steps_show(const Screen *screen);

#endif
