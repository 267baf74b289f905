/* origin.h -- where an error came from: the place, the hint and the calls that were running.
 *
 * Made once, when an error is first located. It is kept with the error object (in a hidden field, see class.h), and beside a pending value that is no error
 * object, so a rethrow keeps it whatever the program does to e.line and e.trace. The report shows it.
 */
#ifndef DUET_RUNTIME_ORIGIN_H
#define DUET_RUNTIME_ORIGIN_H

#include "runtime/list.h"
#include "runtime/string.h"

struct Origin {
  Object object;
  const Source *source; /* outlives the heap */
  Span span;
  String *hint; /* or NULL */
  uint32_t frame_count;
  FrameInfo *frames; /* `own`; the innermost first */
  FrameInfo own[];
};

static inline Value value_origin(const Origin *origin) { return origin ? value_object(VALUE_INTERNAL, origin) : value_nil(); }
static inline Origin *value_as_origin(Value value) { return value_is(value, VALUE_INTERNAL) ? value_as_object(value) : NULL; }

/* An origin at this place with the calls that run now (rt->host.frames, if set). NULL when there is no memory: then nothing is pending that was not before. May collect. */
Origin *origin_new(Runtime *rt, const Source *source, Span span) MUST_CHECK;

/* The line of its place. `origin` must be rooted. May collect. */
uint32_t origin_line(Runtime *rt, const Origin *origin);

/* The trace as programs see it, one string for each call: `name (file:line:col)`. Equal frames near each other share one string, so the trace of
 * a recursion 10,000 deep is cheap. `origin` must be rooted. NULL after out of memory. May collect. */
List *origin_trace(Runtime *rt, const Origin *origin) MUST_CHECK;

#endif
