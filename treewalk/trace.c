/* trace.c -- see trace.h.
 *
 * An error comes back through the C functions as a false result, from the innermost node outward. The first one that knows a place gives it: that is the expression
 * that failed, since those inside it succeeded. All others call trace_fail too, and change nothing.
 */
#include "trace.h"

void trace_locate(Evaluator *ev, Span span) { error_locate(ev->rt, ev->frame->node->signature.source, span); }

void trace_frames(void *context, FrameVisitor *visit, void *visit_context) {
  const Evaluator *ev = context;
  for (const Frame *frame = ev->frame; frame; frame = frame->caller) {
    FrameInfo info = {&frame->node->signature, frame->span};
    visit(visit_context, &info);
  }
}
