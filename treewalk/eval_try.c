/* eval_try.c -- try, catch, finally.
 *
 * An error is a status like `break` and `return`: RAISED comes out of the body, and here is the statement that knows what to do with it. It takes the pending error
 * from the runtime, and then nothing is pending: the clause that matches runs as any block does, and may raise anew. If none matches, the error is put back as it was.
 *
 *     body  --RAISED-->  catch e is A    no
 *                        catch e         yes: its block          --status-->  finally  --status, unless it has one of its own-->
 *
 * `finally` runs whatever the status is, once. What was under way (an error, a returned value) waits in a root meanwhile. An end that no program may catch passes by all of this.
 */
#include "eval_try.h"

#include "block.h"
#include "eval_expr.h"
#include "trace.h"

/* Does the clause catch `error` (rooted)? */
static OWN_FRAME bool clause_matches(Evaluator *ev, const CatchClause *clause, Value error, bool *matches) {
  *matches = true;
  if (!clause->class_expr) return true;
  ROOT(ev->rt->heap, class, value_nil());
  if (!eval(ev, clause->class_expr, &class.value)) return false;
  return op_is(ev->rt, error, class.value, matches) || trace_fail(ev, clause->class_expr->span);
}

static OWN_FRAME Status run_catches(Evaluator *ev, const Stmt *stmt) {
  Runtime *rt = ev->rt;
  ROOT(rt->heap, error, value_nil());
  ROOT(rt->heap, origin, value_nil());
  error.value = error_take(rt, &origin.value);
  for (uint32_t i = 0; i < stmt->try_.catch_count; i++) {
    const CatchClause *clause = &stmt->try_.catches[i];
    bool matches;
    if (!clause_matches(ev, clause, error.value, &matches)) return STATUS_RAISED;
    if (matches) return block_run_with(ev, clause->body, clause->name, error.value);
  }
  (void)error_rethrow(rt, error.value, origin.value);
  return STATUS_RAISED;
}

/* Runs `finally` after an error, which goes on behind it unless the block ends otherwise. */
static OWN_FRAME Status finally_after_error(Evaluator *ev, const Block *finally) {
  Runtime *rt = ev->rt;
  ROOT(rt->heap, error, value_nil());
  ROOT(rt->heap, origin, value_nil());
  error.value = error_take(rt, &origin.value);
  Status status = block_run(ev, finally);
  if (status != STATUS_NORMAL) return status;
  (void)error_rethrow(rt, error.value, origin.value);
  return STATUS_RAISED;
}

/* Runs `finally` after `before`, which is any status but an error: the value of a `return` has been worked out and does not change any more. */
static OWN_FRAME Status finally_after(Evaluator *ev, const Block *finally, Status before) {
  ROOT(ev->rt->heap, returned, ev->returned);
  Status status = block_run(ev, finally);
  if (status != STATUS_NORMAL) return status;
  ev->returned = returned.value;
  return before;
}

static bool is_uncatchable(const Evaluator *ev, Status status) { return status == STATUS_RAISED && !error_is_catchable(ev->rt); }

Status eval_try(Evaluator *ev, const Stmt *stmt) {
  Status status = block_run(ev, stmt->try_.body);
  if (status == STATUS_RAISED && stmt->try_.catch_count > 0 && error_is_catchable(ev->rt)) status = run_catches(ev, stmt);
  if (!stmt->try_.finally || is_uncatchable(ev, status)) return status;
  return status == STATUS_RAISED ? finally_after_error(ev, stmt->try_.finally) : finally_after(ev, stmt->try_.finally, status);
}
