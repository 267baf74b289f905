/* eval_expr.c -- what expressions mean. One function, eval, that looks at the kind of a node and does what it says:
 *
 *          +              eval(+):  eval its left operand     2
 *        /   \                      eval its right operand    eval(*): eval 3, eval 4, multiply: 12
 *       2     *                     add                       14
 *            / \
 *           3   4
 *
 * Operands come strictly from left to right. What the operators, fields and items mean is common/runtime/ops.h's to say, for both backends; here is only the order.
 *
 * A node that leans on a left operand is evaluated in two steps: the left operand, then the rest (eval_rest), which is given the left operand's value. So a chain `a + b + c + ...` of a million
 * operands can be taken in a loop, from its far end, instead of a million calls deep.
 *
 * Roots: a value that waits in a C local while something else is evaluated is in a ROOT, or on the value stack.
 *
 * Read next: eval_call.c (what a call does), eval_stmt.c, variables.h.
 */
#include "eval_expr.h"

#include "eval_call.h"
#include "runtime/list.h"
#include "support/memory.h"
#include "trace.h"
#include "variables.h"

/* ---- leaves ---- */

/* A number means itself. Nothing is allocated. */
static Value eval_number(const Expr *expr) { return expr->kind == EXPR_INT ? value_int(expr->integer) : value_float(expr->number); }

static bool eval_string(Evaluator *ev, const Expr *expr, Value *result) {
  const String *string = literals_string(ev->rt, &ev->literals, expr->string);
  if (!string) return trace_fail(ev, expr->span);
  *result = value_string(string);
  return true;
}

static bool eval_variable(Evaluator *ev, const VarRef *ref, Span span, Value *result) {
  return ev->variables->read(ev, ref, result) || trace_fail(ev, span);
}

bool eval_function(Evaluator *ev, const FunctionNode *node, Span span, Value *result) {
  const Closure *closure = ev->variables->close_over(ev, node);
  if (!closure) return trace_fail(ev, span);
  *result = value_closure(closure);
  return true;
}

/* ---- lists and objects ---- */

static OWN_FRAME bool eval_list(Evaluator *ev, const Expr *expr, Value *result) {
  Runtime *rt = ev->rt;
  List *list = list_new(rt, expr->list.count);
  if (!list) return trace_fail(ev, expr->span);
  ROOT(rt->heap, made, value_list(list));
  ROOT(rt->heap, item, value_nil());
  for (uint32_t i = 0; i < expr->list.count; i++) {
    if (!eval(ev, expr->list.items[i], &item.value)) return false;
    if (!list_push(rt, list, item.value)) return trace_fail(ev, expr->span);
  }
  *result = made.value;
  return true;
}

static OWN_FRAME bool eval_object(Evaluator *ev, const Expr *expr, Value *result) {
  Runtime *rt = ev->rt;
  const Instance *object = instance_new(rt, NULL, expr->object.count);
  if (!object) return trace_fail(ev, expr->span);
  ROOT(rt->heap, made, value_instance(object));
  ROOT(rt->heap, value, value_nil());
  for (uint32_t i = 0; i < expr->object.count; i++) {
    const ObjectField *field = &expr->object.fields[i];
    if (!eval(ev, field->value, &value.value)) return false;
    String *name = literals_string(rt, &ev->literals, field->name);
    if (!name || !op_set_field(rt, made.value, name, value.value)) return trace_fail(ev, field->name_span);
  }
  *result = made.value;
  return true;
}

/* ---- operators ---- */

static OWN_FRAME bool eval_unary(Evaluator *ev, const Expr *expr, Value *result) {
  Value operand;
  if (!eval(ev, expr->unary.operand, &operand)) return false;
  ROOT(ev->rt->heap, kept, operand);
  return op_unary(ev->rt, expr->unary.op, operand, result) || trace_fail(ev, expr->span);
}

static OWN_FRAME bool eval_binary(Evaluator *ev, const Expr *expr, Value left, Value *result) {
  ROOT(ev->rt->heap, a, left);
  ROOT(ev->rt->heap, b, value_nil());
  if (!eval(ev, expr->binary.right, &b.value)) return false;
  return op_binary(ev->rt, expr->binary.op, a.value, b.value, result) || trace_fail(ev, expr->span);
}

/* `and` gives its left operand when that decides, else its right one. */
static bool eval_and(Evaluator *ev, const Expr *expr, Value left, Value *result) {
  if (value_truthy(left)) return eval(ev, expr->binary.right, result);
  *result = left;
  return true;
}

static bool eval_or(Evaluator *ev, const Expr *expr, Value left, Value *result) {
  if (!value_truthy(left)) return eval(ev, expr->binary.right, result);
  *result = left;
  return true;
}

static OWN_FRAME bool eval_is(Evaluator *ev, const Expr *expr, Value left, Value *result) {
  ROOT(ev->rt->heap, value, left);
  ROOT(ev->rt->heap, class, value_nil());
  bool answer;
  if (!eval(ev, expr->binary.right, &class.value)) return false;
  if (!op_is(ev->rt, value.value, class.value, &answer)) return trace_fail(ev, expr->span);
  *result = value_bool(answer);
  return true;
}

bool eval_condition(Evaluator *ev, const Expr *expr, bool *truth) {
  Value value;
  if (!eval(ev, expr, &value)) return false;
  *truth = value_truthy(value);
  return true;
}

static OWN_FRAME bool eval_conditional(Evaluator *ev, const Expr *expr, Value *result) {
  bool truth;
  if (!eval_condition(ev, expr->conditional.condition, &truth)) return false;
  return eval(ev, truth ? expr->conditional.then : expr->conditional.otherwise, result);
}

/* ---- items and fields ---- */

static OWN_FRAME bool eval_index(Evaluator *ev, const Expr *expr, Value left, Value *result) {
  ROOT(ev->rt->heap, object, left);
  ROOT(ev->rt->heap, index, value_nil());
  if (!eval(ev, expr->index.index, &index.value)) return false;
  trace_wait(ev, expr->span);
  return op_get_index(ev->rt, object.value, index.value, result) || trace_fail(ev, expr->span);
}

static OWN_FRAME bool eval_field(Evaluator *ev, const Expr *expr, Value left, Value *result) {
  ROOT(ev->rt->heap, object, left);
  String *name = literals_string(ev->rt, &ev->literals, expr->field.name);
  if (!name) return trace_fail(ev, expr->span);
  return op_get_field(ev->rt, object.value, name, result) || trace_fail(ev, expr->span);
}

/* super.m as a value: bound to self. */
static OWN_FRAME bool eval_super(Evaluator *ev, const Expr *expr, Value *result) {
  ROOT(ev->rt->heap, self, value_nil());
  ROOT(ev->rt->heap, superclass, value_nil());
  if (!eval_variable(ev, &expr->super.self, expr->span, &self.value)) return false;
  if (!eval_variable(ev, &expr->super.super, expr->span, &superclass.value)) return false;
  String *name = literals_string(ev->rt, &ev->literals, expr->super.name);
  if (!name) return trace_fail(ev, expr->span);
  return op_get_super(ev->rt, superclass.value, self.value, name, result) || trace_fail(ev, expr->span);
}

/* ---- the parts of a call ---- */

/* Puts what is called, or its receiver, on the value stack, and the arguments above it, where they lie in a row. */
static OWN_FRAME bool push_operands(Evaluator *ev, Value first, const ExprList *args) {
  if (!value_stack_has_room(&ev->values, (size_t)args->count + 1)) return runtime_out_of_memory(ev->rt);
  value_stack_push(&ev->values, first);
  for (uint32_t i = 0; i < args->count; i++) {
    Value argument;
    if (!eval(ev, args->items[i], &argument)) return false;
    value_stack_push(&ev->values, argument);
  }
  return true;
}

/* Looks `name` up in the object at `base`. A field's value takes the object's place on the stack: nothing else is sure to hold on to it. */
static OWN_FRAME bool find_method(Evaluator *ev, const Symbol *name, Value *base, Call *call) {
  String *string = literals_string(ev->rt, &ev->literals, name);
  bool is_method;
  if (!string || !op_find_method(ev->rt, *base, string, &call->callee, &is_method)) return false;
  if (is_method)
    call->self = *base;
  else
    *base = call->callee;
  return true;
}

/* `super.init()` with no init above does nothing: then the callee stays UNSET. */
static OWN_FRAME bool find_super_method(Evaluator *ev, const Expr *expr, Call *call) {
  Runtime *rt = ev->rt;
  ROOT(rt->heap, superclass, value_nil());
  if (!eval_variable(ev, &expr->super.super, expr->span, &superclass.value)) return false;
  String *name = literals_string(rt, &ev->literals, expr->super.name);
  if (!name || !op_find_super_method(rt, superclass.value, name, &call->callee)) return false;
  if (!value_is(call->callee, VALUE_UNSET) || call->argc == 0) return true;
  return error_class_arity(rt, value_as_class(superclass.value), 0, call->argc);
}

/* f(x), with the value of f. */
static OWN_FRAME bool prepare_call(Evaluator *ev, const Expr *expr, Value callee, Call *call) {
  Value *base = ev->values.top;
  if (!push_operands(ev, callee, &expr->call.args)) return false;
  *call = (Call){callee, value_unset(), expr->call.args.count, base + 1};
  return true;
}

/* o.m(x), with the value of o: m is looked up when the arguments are there. */
static OWN_FRAME bool prepare_invoke(Evaluator *ev, const Expr *expr, Value object, Call *call) {
  Value *base = ev->values.top;
  if (!push_operands(ev, object, &expr->invoke.args)) return false;
  *call = (Call){value_unset(), value_unset(), expr->invoke.args.count, base + 1};
  return find_method(ev, expr->invoke.name, base, call);
}

/* super.m(x). */
static OWN_FRAME bool prepare_super_invoke(Evaluator *ev, const Expr *expr, Call *call) {
  Value *base = ev->values.top;
  Value self;
  if (!eval_variable(ev, &expr->super.self, expr->span, &self)) return false;
  if (!push_operands(ev, self, &expr->super.args)) return false;
  *call = (Call){value_unset(), self, expr->super.args.count, base + 1};
  return find_super_method(ev, expr, call);
}

/* Evaluates what is still to be evaluated of a call and finds what it calls. `left`: the callee or receiver, UNSET for `super`. */
static bool prepare(Evaluator *ev, const Expr *expr, Value left, Call *call) {
  switch (expr->kind) {
  case EXPR_CALL: return prepare_call(ev, expr, left, call);
  case EXPR_INVOKE: return prepare_invoke(ev, expr, left, call);
  default: return prepare_super_invoke(ev, expr, call);
  }
}

/* ---- calls ---- */

static OWN_FRAME bool eval_any_call(Evaluator *ev, const Expr *expr, Value left, Value *result) {
  Value *base = ev->values.top;
  Call call;
  bool ok = prepare(ev, expr, left, &call);
  trace_wait(ev, expr->span);
  ok = ok && eval_call(ev, &call, result);
  ev->values.top = base;
  return ok || trace_fail(ev, expr->span);
}

/* `return f(x)`: a guest function is left to the trampoline (eval_call.c), with its arguments on the value stack. Anything else is called at once. */
static OWN_FRAME Status eval_tail_call(Evaluator *ev, const Expr *expr) {
  Value *base = ev->values.top;
  Value left = value_unset();
  Call call;
  if (expr->kind != EXPR_SUPER_INVOKE && !eval(ev, expr_left(expr), &left)) return STATUS_RAISED;
  bool ok = prepare(ev, expr, left, &call);
  trace_wait(ev, expr->span);
  if (ok && eval_call_is_guest(&call)) {
    if (eval_call_hand_over(ev, &call)) return STATUS_TAIL_CALL;
    ok = false;
  }
  ok = ok && eval_call(ev, &call, &ev->returned);
  ev->values.top = base;
  return ok || trace_fail(ev, expr->span) ? STATUS_RETURN : STATUS_RAISED;
}

/* Goes down to the operand that the whole comes down to. */
Status eval_tail(Evaluator *ev, const Expr *expr) {
  while (expr->kind == EXPR_CONDITIONAL || expr->kind == EXPR_AND || expr->kind == EXPR_OR) {
    if (expr->kind == EXPR_CONDITIONAL) {
      bool truth;
      if (!eval_condition(ev, expr->conditional.condition, &truth)) return STATUS_RAISED;
      expr = truth ? expr->conditional.then : expr->conditional.otherwise;
    } else {
      if (!eval(ev, expr->binary.left, &ev->returned)) return STATUS_RAISED;
      if (value_truthy(ev->returned) == (expr->kind == EXPR_OR)) return STATUS_RETURN;
      expr = expr->binary.right;
    }
  }
  bool is_call = expr->kind == EXPR_CALL || expr->kind == EXPR_INVOKE || expr->kind == EXPR_SUPER_INVOKE;
  if (is_call && expr->tail) return eval_tail_call(ev, expr);
  return eval(ev, expr, &ev->returned) ? STATUS_RETURN : STATUS_RAISED;
}

/* ---- eval ---- */

/* All that is to be done for a node that leans on a left operand, but for the left operand, whose value is `left`. */
static bool eval_rest(Evaluator *ev, const Expr *expr, Value left, Value *result) {
  switch (expr->kind) {
  case EXPR_BINARY: return eval_binary(ev, expr, left, result);
  case EXPR_AND: return eval_and(ev, expr, left, result);
  case EXPR_OR: return eval_or(ev, expr, left, result);
  case EXPR_IS: return eval_is(ev, expr, left, result);
  case EXPR_INDEX: return eval_index(ev, expr, left, result);
  case EXPR_FIELD: return eval_field(ev, expr, left, result);
  default: return eval_any_call(ev, expr, left, result); /* CALL, INVOKE */
  }
}

/* A chain too long for the C stack: its far end first, then one node after the other outward. */
static OWN_FRAME bool eval_chain(Evaluator *ev, const Expr *expr, Value *result) {
  uint32_t count;
  Expr **chain = expr_chain((Expr *)expr, &count);
  Value value = value_nil();
  bool ok = eval(ev, chain[count - 1], &value);
  for (uint32_t i = count - 1; ok && i-- > 0;)
    ok = eval_rest(ev, chain[i], value, &value);
  memory_free(chain);
  ev->counters.nodes += count - 2; /* eval counts the first and the last */
  if (ok) *result = value;
  return ok;
}

static OWN_FRAME bool eval_leaning(Evaluator *ev, const Expr *expr, Value *result) {
  if (UNLIKELY(expr->height > AST_EASY_HEIGHT)) return eval_chain(ev, expr, result);
  Value left;
  return eval(ev, expr_left(expr), &left) && eval_rest(ev, expr, left, result);
}

bool eval(Evaluator *ev, const Expr *expr, Value *result) {
  ev->counters.nodes++;
  switch (expr->kind) {
  case EXPR_NIL: *result = value_nil(); break;
  case EXPR_BOOL: *result = value_bool(expr->boolean); break;
  case EXPR_INT:
  case EXPR_FLOAT: *result = eval_number(expr); break;
  case EXPR_STRING: return eval_string(ev, expr, result);
  case EXPR_LIST: return eval_list(ev, expr, result);
  case EXPR_OBJECT: return eval_object(ev, expr, result);
  case EXPR_FUNCTION: return eval_function(ev, expr->function, expr->span, result);
  case EXPR_NAME:
  case EXPR_SELF: return eval_variable(ev, &expr->name, expr->span, result);
  case EXPR_SUPER: return eval_super(ev, expr, result);
  case EXPR_SUPER_INVOKE: return eval_any_call(ev, expr, value_unset(), result);
  case EXPR_UNARY: return eval_unary(ev, expr, result);
  case EXPR_CONDITIONAL: return eval_conditional(ev, expr, result);
  default: return eval_leaning(ev, expr, result); /* all that expr_left names */
  }
  return true;
}
