/* sort.h -- sorting a list in place, stably. */
#ifndef DUET_RUNTIME_SORT_H
#define DUET_RUNTIME_SORT_H

#include "runtime/list.h"

/* Sorts by `compare(a, b)` (negative, zero, positive), or by `<` when it is UNSET. List and compare are rooted by the caller. When the order can't be told (mixed types, a throw, a result that is no
 * number) the list stays as it was and false is given. May collect. */
bool sort_list(Runtime *rt, List *list, Value compare) MUST_CHECK;

#endif
