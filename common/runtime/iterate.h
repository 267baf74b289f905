/* iterate.h -- what `for x in` walks, and how.
 *
 * The state of a walk is two values that the wing keeps (in slots or on its stack, rooted): the thing that is walked, and a cursor. A list is walked by index against its length of
 * the moment; a map notices when it gained or lost keys.
 */
#ifndef DUET_RUNTIME_ITERATE_H
#define DUET_RUNTIME_ITERATE_H

#include "runtime/runtime.h"

/* Sets state[0], state[1] for a walk over `iterable`. TypeError when it can't be walked. */
bool iterate_begin(Runtime *rt, Value iterable, Value state[2]) MUST_CHECK;

/* The next item into *item, or *done = true. May collect (characters of a string). */
bool iterate_next(Runtime *rt, Value state[2], Value *item, bool *done) MUST_CHECK;

#endif
