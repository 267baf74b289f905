/* host.h -- what the runtime asks of the wing that runs the program. */
#ifndef DUET_TREEWALK_HOST_H
#define DUET_TREEWALK_HOST_H

#include "evaluator.h"

/* Makes this evaluator the host of its runtime. */
void host_attach(Evaluator *ev);

#endif
