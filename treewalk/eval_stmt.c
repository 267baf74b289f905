/* eval_stmt.c -- what statements do. One function, exec, that looks at the kind of a statement, as eval does for expressions.
 *
 * How a statement ended is its status. `break` does nothing but end with BREAK; the block that it stands in ends with it too, and so on outward, until a loop sees it, stops, and ends
 * normally. `return` is the same with a call instead of a loop, an error with a `try`. So no jumps are needed, neither here nor in C:
 *
 *     while c { if d { break } }        break: BREAK -> block: BREAK -> if: BREAK -> block: BREAK -> while: NORMAL
 *
 * Read next: eval_try.c, eval_assign.c, eval_class.c.
 */
#include "eval_stmt.h"

#include "block.h"
#include "eval_assign.h"
#include "eval_class.h"
#include "eval_expr.h"
#include "eval_try.h"
#include "runtime/iterate.h"
#include "trace.h"
#include "variables.h"

static Status status_of(bool ok) { return ok ? STATUS_NORMAL : STATUS_RAISED; }

static Status fail(Evaluator *ev, Span span) {
  trace_locate(ev, span);
  return STATUS_RAISED;
}

/* ---- simple statements ---- */

/* The value of an expression statement is dropped. */
static OWN_FRAME bool exec_expr(Evaluator *ev, const Stmt *stmt) {
  Value dropped;
  return eval(ev, stmt->expr, &dropped);
}

static OWN_FRAME bool exec_let(Evaluator *ev, const Stmt *stmt) {
  Value value;
  if (!eval(ev, stmt->let.value, &value)) return false;
  ev->variables->set(ev, stmt->let.decl, value);
  return true;
}

static OWN_FRAME bool exec_fn(Evaluator *ev, const Stmt *stmt) {
  Value closure;
  if (!eval_function(ev, stmt->fn.function, stmt->span, &closure)) return false;
  ev->variables->set(ev, stmt->fn.decl, closure);
  return true;
}

static OWN_FRAME bool exec_throw(Evaluator *ev, const Stmt *stmt) {
  Value value;
  if (!eval(ev, stmt->expr, &value)) return false;
  (void)error_throw(ev->rt, value);
  return trace_fail(ev, stmt->expr->span);
}

static OWN_FRAME Status exec_return(Evaluator *ev, const Stmt *stmt) {
  if (stmt->expr) return eval_tail(ev, stmt->expr);
  ev->returned = value_nil();
  return STATUS_RETURN;
}

/* ---- if and loops ---- */

/* The first arm whose condition is true; else `else`; else nothing. */
static OWN_FRAME Status exec_if(Evaluator *ev, const Stmt *stmt) {
  for (uint32_t i = 0; i < stmt->if_.arm_count; i++) {
    const IfArm *arm = &stmt->if_.arms[i];
    bool truth;
    if (!eval_condition(ev, arm->condition, &truth)) return STATUS_RAISED;
    if (truth) return block_run(ev, arm->body);
  }
  return stmt->if_.otherwise ? block_run(ev, stmt->if_.otherwise) : STATUS_NORMAL;
}

/* A turn begins: one more unit of --fuel. `span`: where it is when it ran out. */
static bool begin_turn(Evaluator *ev, Span span) {
  ev->counters.turns++;
  return runtime_tick(ev->rt) || trace_fail(ev, span);
}

/* Does the loop go on after a turn that ended so? */
static bool goes_on(Status turn) { return turn == STATUS_NORMAL || turn == STATUS_CONTINUE; }

/* How a loop ends whose last turn ended so. */
static Status loop_status(Status turn) { return turn == STATUS_BREAK ? STATUS_NORMAL : turn; }

static OWN_FRAME Status exec_while(Evaluator *ev, const Stmt *stmt) {
  const Expr *condition = stmt->while_.condition;
  for (;;) {
    bool truth;
    if (!eval_condition(ev, condition, &truth)) return STATUS_RAISED;
    if (!truth) return STATUS_NORMAL;
    if (!begin_turn(ev, condition->span)) return STATUS_RAISED;
    Status turn = block_run(ev, stmt->while_.body);
    if (!goes_on(turn)) return loop_status(turn);
  }
}

/* Walks what state[0] and state[1] stand for. state[2] is for the item. */
static OWN_FRAME Status run_turns(Evaluator *ev, const Stmt *stmt, Value *state) {
  Span span = stmt->for_.iterable->span;
  for (;;) {
    bool done;
    if (!iterate_next(ev->rt, state, &state[2], &done)) return fail(ev, span);
    if (done) return STATUS_NORMAL;
    if (!begin_turn(ev, span)) return STATUS_RAISED;
    Status turn = block_run_with(ev, stmt->for_.body, stmt->for_.variable, state[2]);
    if (!goes_on(turn)) return loop_status(turn);
  }
}

/* The walk's state is kept on the value stack, where the collector sees it. */
static OWN_FRAME Status exec_for(Evaluator *ev, const Stmt *stmt) {
  enum { STATE_VALUES = 3 };
  const Expr *iterable = stmt->for_.iterable;
  Value *state = ev->values.top;
  Value walked;
  if (!eval(ev, iterable, &walked)) return STATUS_RAISED;
  if (!value_stack_has_room(&ev->values, STATE_VALUES)) {
    (void)runtime_out_of_memory(ev->rt);
    return fail(ev, iterable->span);
  }
  for (uint32_t i = 0; i < STATE_VALUES; i++)
    value_stack_push(&ev->values, walked);
  Status status;
  if (iterate_begin(ev->rt, walked, state))
    status = run_turns(ev, stmt, state);
  else
    status = fail(ev, iterable->span);
  if (status != STATUS_TAIL_CALL) ev->values.top = state;
  return status;
}

/* ---- exec ---- */

Status exec(Evaluator *ev, const Stmt *stmt) {
  switch (stmt->kind) {
  case STMT_EXPR: return status_of(exec_expr(ev, stmt));
  case STMT_LET: return status_of(exec_let(ev, stmt));
  case STMT_ASSIGN: return status_of(eval_assign(ev, stmt));
  case STMT_FN: return status_of(exec_fn(ev, stmt));
  case STMT_CLASS: return status_of(eval_class(ev, stmt));
  case STMT_BLOCK: return block_run(ev, stmt->block);
  case STMT_IF: return exec_if(ev, stmt);
  case STMT_WHILE: return exec_while(ev, stmt);
  case STMT_FOR: return exec_for(ev, stmt);
  case STMT_BREAK: return STATUS_BREAK;
  case STMT_CONTINUE: return STATUS_CONTINUE;
  case STMT_RETURN: return exec_return(ev, stmt);
  case STMT_THROW: return status_of(exec_throw(ev, stmt));
  case STMT_TRY: return eval_try(ev, stmt);
  }
  __builtin_unreachable();
}

static Status exec_first(Evaluator *ev, const Block *block, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    Status status = exec(ev, block->stmts[i]);
    if (status != STATUS_NORMAL) return status;
  }
  return STATUS_NORMAL;
}

Status exec_statements(Evaluator *ev, const Block *block) { return exec_first(ev, block, block->count); }

Status exec_script(Evaluator *ev, const Block *block, bool want_result, Value *result) {
  uint32_t last = block->count - 1;
  if (!want_result || block->count == 0 || block->stmts[last]->kind != STMT_EXPR) return exec_statements(ev, block);
  Status status = exec_first(ev, block, last);
  if (status != STATUS_NORMAL) return status;
  return status_of(eval(ev, block->stmts[last]->expr, result));
}
