/* try.c -- try, catch, finally. The body gives SIGNAL_RAISED, and here is the node that knows what to do with it: as at -O0, see ../eval_try.c.
 *
 * What was under way while `finally` runs (the error and its origin, or the value that is being returned) waits in temporaries.
 */
#include "try.h"

typedef struct TryNode {
  Node node;
  Node *body;
  Node *finally;
  uint32_t temporary; /* error, origin, class */
  uint32_t count;
  TryClause clauses[];
} TryNode;

static bool clause_matches(const TryClause *clause, Value *window, Value *kept, bool *matches) {
  *matches = true;
  if (!clause->class) return true;
  kept[2] = node_run(clause->class, window);
  if (node_raised(kept[2])) {
    kept[2] = value_unset();
    return false;
  }
  if (op_is(machine_enter(clause->class, window), kept[0], kept[2], matches)) return true;
  (void)machine_fail(clause->class, window);
  return false;
}

static Value run_clause(const TryClause *clause, Value *window, Value error) {
  if (!scope_enter(clause->scope, clause->place, window)) return node_signal(SIGNAL_RAISED);
  scope_set(window, clause->name->slot, clause->name->captured, error);
  return node_run(clause->body, window);
}

static Value run_catches(const TryNode *try, Value *window) {
  Value *kept = window + try->temporary;
  Runtime *rt = machine_enter(&try->node, window);
  kept[0] = error_take(rt, &kept[1]);
  for (uint32_t i = 0; i < try->count; i++) {
    bool matches;
    if (!clause_matches(&try->clauses[i], window, kept, &matches)) return node_signal(SIGNAL_RAISED);
    if (matches) return run_clause(&try->clauses[i], window, kept[0]);
  }
  (void)error_rethrow(rt, kept[0], kept[1]);
  return node_signal(SIGNAL_RAISED);
}

static Value finally_after_error(const TryNode *try, Value *window) {
  Value *kept = window + try->temporary;
  Runtime *rt = machine_enter(&try->node, window);
  kept[0] = error_take(rt, &kept[1]);
  Value status = node_run(try->finally, window);
  if (!value_is(status, VALUE_UNSET)) return status;
  (void)error_rethrow(rt, kept[0], kept[1]);
  return node_signal(SIGNAL_RAISED);
}

/* Runs `finally` after any end but an error: the value of a `return` has been worked out and does not change any more. */
static Value finally_after(const TryNode *try, Value *window, Value before) {
  bool is_value = before.tag < VALUE_TAG_COUNT;
  window[try->temporary] = is_value ? before : value_unset();
  Value status = node_run(try->finally, window);
  return value_is(status, VALUE_UNSET) ? before : status;
}

static bool is_uncatchable(const TryNode *try, Value status) { return node_raised(status) && !error_is_catchable(try->node.code->rt); }

static Value run_try(Node *node, Value *window) {
  const TryNode *try = (const TryNode *)node;
  Value status = node_run(try->body, window);
  if (node_raised(status) && try->count > 0 && error_is_catchable(node->code->rt)) status = run_catches(try, window);
  if (!try->finally || is_uncatchable(try, status)) return status;
  return node_raised(status) ? finally_after_error(try, window) : finally_after(try, window, status);
}

Node *try_new(Builder *builder, Node *body, const TryClause *clauses, uint32_t count, Node *finally, uint32_t temporary, Span span) {
  TryNode *try = build_node(builder, sizeof *try + count * sizeof(TryClause), run_try, span);
  try->body = body;
  try->finally = finally;
  try->temporary = temporary;
  try->count = count;
  for (uint32_t i = 0; i < count; i++)
    try->clauses[i] = clauses[i];
  return &try->node;
}
