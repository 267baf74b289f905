/* trace.h -- where an error happened, and which calls were running. */
#ifndef DUET_TREEWALK_TRACE_H
#define DUET_TREEWALK_TRACE_H

#include "evaluator.h"

/* What comes next may run guest code (a call, or a `to_string` for a message): the function that is running waits for it at this place. */
static inline void trace_wait(Evaluator *ev, Span span) { ev->frame->span = span; }

/* The pending error comes from the expression with this span, in the function that is running, unless it has its place already. May collect. */
void trace_locate(Evaluator *ev, Span span) COLD;

/* The same, and gives false: `return trace_fail(ev, expr->span);`. */
static inline bool trace_fail(Evaluator *ev, Span span) {
  trace_locate(ev, span);
  return false;
}

/* Host.frames: shows every running call, the innermost first. */
void trace_frames(void *context, FrameVisitor *visit, void *visit_context);

#endif
