/* sort_payloads.h -- sorting a list whose items are all ints, all floats or all strings, by `<`: the payloads are enough. */
#ifndef DUET_RUNTIME_SORT_PAYLOADS_H
#define DUET_RUNTIME_SORT_PAYLOADS_H

#include "runtime/list.h"

/* Is there an order for items that all have this tag? */
bool sort_payloads_can(uint64_t tag);

/* Sorts in place, stably, a list whose items all have `tag`, one that can. False: no memory, or the run ends; then the list is as it was. May collect. */
bool sort_payloads(Runtime *rt, List *list, ValueTag tag) MUST_CHECK;

#endif
