/* block.c -- see block.h. */
#include "block.h"

#include "trace.h"
#include "variables.h"

static Status enter_failed(Evaluator *ev, const Block *block) {
  trace_locate(ev, block->span);
  return STATUS_RAISED;
}

Status block_run(Evaluator *ev, const Block *block) {
  if (!ev->variables->enter_block(ev, block)) return enter_failed(ev, block);
  Status status = ev->run_statements(ev, block);
  ev->variables->leave_block(ev, block);
  return status;
}

Status block_run_with(Evaluator *ev, const Block *block, const VarDecl *first, Value value) {
  if (!ev->variables->enter_block(ev, block)) return enter_failed(ev, block);
  ev->variables->set(ev, first, value);
  Status status = ev->run_statements(ev, block);
  ev->variables->leave_block(ev, block);
  return status;
}
