/* host.c -- a builtin calls back: list.map(f), sort(compare), to_string.
 *
 * It is a call like any other, on top of the one that the builtin runs in. The builtin has no frame: in a trace, the callback was called by the function that called the builtin.
 */
#include "host.h"

#include "eval_call.h"
#include "trace.h"

static bool call(void *context, Value callee, Value self, uint32_t argc, const Value *args, Value *result) {
  Evaluator *ev = context;
  Value *base = ev->values.top;
  if (!value_stack_has_room(&ev->values, (size_t)argc + 1)) return runtime_out_of_memory(ev->rt);
  value_stack_push(&ev->values, callee);
  for (uint32_t i = 0; i < argc; i++)
    value_stack_push(&ev->values, args[i]);
  Call request = {callee, self, argc, base + 1};
  bool ok = eval_call(ev, &request, result);
  ev->values.top = base;
  return ok;
}

void host_attach(Evaluator *ev) { ev->rt->host = (Host){ev, call, trace_frames}; }
