/* interpreter.c -- making a tree-walker, running a script on it, and what it shows the collector. */
#include "interpreter.h"

#include "eval_stmt.h"
#include "host.h"
#include "support/memory.h"
#include "trace.h"

static void mark_roots(void *context, Heap *heap) {
  const Evaluator *ev = context;
  value_stack_mark(&ev->values, heap);
  literals_mark(&ev->literals, heap);
  heap_mark_value(heap, ev->returned);
  heap_mark_object(heap, (Object *)ev->script);
  for (const Frame *frame = ev->frame; frame; frame = frame->caller) {
    heap_mark_object(heap, (Object *)frame->closure);
    heap_mark_object(heap, (Object *)frame->environment);
    heap_mark_value(heap, frame->self);
  }
}

Evaluator *interpreter_new(Runtime *rt, const Variables *variables, size_t stack_per_call) {
  Evaluator *ev = memory_alloc(sizeof *ev);
  ev->rt = rt;
  ev->variables = variables;
  ev->run_statements = exec_statements;
  ev->c_stack_size = (ptrdiff_t)(stack_per_call * rt->max_depth);
  if (!value_stack_map(&ev->values, rt->max_depth)) {
    memory_free(ev);
    return NULL;
  }
  host_attach(ev);
  heap_add_roots(rt->heap, mark_roots, ev);
  return ev;
}

void interpreter_free(Evaluator *ev) {
  heap_remove_roots(ev->rt->heap, mark_roots, ev);
  value_stack_unmap(&ev->values);
  literals_free(&ev->literals);
  memory_free(ev->script_names);
  memory_free(ev);
}

static Status run_script(Evaluator *ev, const Block *body, bool want_result, Value *result) {
  if (ev->variables->enter_script(ev)) return exec_script(ev, body, want_result, result);
  trace_locate(ev, body->span);
  return STATUS_RAISED;
}

bool interpreter_run(Evaluator *ev, const Script *script, bool want_result, uint32_t keep_slots, Value *result) {
  Frame frame = {.node = script->function, .slots = ev->values.start};
  *result = value_unset();
  ev->c_stack_start = __builtin_frame_address(0);
  ev->frame = &frame;
  Status status = run_script(ev, script->function->body, want_result, result);
  ev->frame = NULL;
  ev->variables->leave_script(ev, keep_slots);
  return status != STATUS_RAISED;
}
