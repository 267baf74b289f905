/* eval_assign.c -- assignments, in the order that the language fixes:
 *
 *     a[i] += e        a, i, the item that is there; then e; then the sum; then the item is set
 *
 * The target's parts are evaluated once, also where the target is read and written. Errors of the operator are at the whole statement, those of reading and writing at
 * the target.
 */
#include "eval_assign.h"

#include "eval_expr.h"
#include "trace.h"
#include "variables.h"

/* `old`: what the target held, for a compound assignment (rooted). */
static bool new_value(Evaluator *ev, const Stmt *stmt, Value old, Value *value) {
  if (!stmt->assign.compound) return eval(ev, stmt->assign.value, value);
  Value operand;
  if (!eval(ev, stmt->assign.value, &operand)) return false;
  ROOT(ev->rt->heap, kept, operand);
  return op_binary(ev->rt, stmt->assign.op, old, operand, value) || trace_fail(ev, stmt->span);
}

static bool assign_name(Evaluator *ev, const Stmt *stmt) {
  const Expr *target = stmt->assign.target;
  bool compound = stmt->assign.compound;
  Value value;
  ROOT(ev->rt->heap, old, value_nil());
  if (compound && !ev->variables->read(ev, &target->name, &old.value)) return trace_fail(ev, target->span);
  if (!new_value(ev, stmt, old.value, &value)) return false;
  bool checked = target->name.checked && !compound; /* what has been read is set */
  ROOT(ev->rt->heap, kept, value);
  return ev->variables->assign(ev, &target->name, checked, value) || trace_fail(ev, target->span);
}

static bool assign_index(Evaluator *ev, const Stmt *stmt) {
  Runtime *rt = ev->rt;
  const Expr *target = stmt->assign.target;
  ROOT(rt->heap, object, value_nil());
  ROOT(rt->heap, index, value_nil());
  ROOT(rt->heap, value, value_nil()); /* the old one, then the new one */
  if (!eval(ev, target->index.object, &object.value) || !eval(ev, target->index.index, &index.value)) return false;
  trace_wait(ev, target->span);
  if (stmt->assign.compound && !op_get_index(rt, object.value, index.value, &value.value)) return trace_fail(ev, target->span);
  if (!new_value(ev, stmt, value.value, &value.value)) return false;
  trace_wait(ev, target->span);
  return op_set_index(rt, object.value, index.value, value.value) || trace_fail(ev, target->span);
}

static bool assign_field(Evaluator *ev, const Stmt *stmt) {
  Runtime *rt = ev->rt;
  const Expr *target = stmt->assign.target;
  ROOT(rt->heap, object, value_nil());
  ROOT(rt->heap, value, value_nil()); /* the old one, then the new one */
  if (!eval(ev, target->field.object, &object.value)) return false;
  String *name = literals_string(rt, &ev->literals, target->field.name);
  if (!name) return trace_fail(ev, target->span);
  if (stmt->assign.compound && !op_get_field(rt, object.value, name, &value.value)) return trace_fail(ev, target->span);
  if (!new_value(ev, stmt, value.value, &value.value)) return false;
  return op_set_field(rt, object.value, name, value.value) || trace_fail(ev, target->span);
}

bool eval_assign(Evaluator *ev, const Stmt *stmt) {
  switch (stmt->assign.target->kind) {
  case EXPR_NAME: return assign_name(ev, stmt);
  case EXPR_INDEX: return assign_index(ev, stmt);
  default: return assign_field(ev, stmt); /* EXPR_FIELD */
  }
}
