/* translate_expr.c -- expressions.
 *
 * Temporaries are the point here. A value that waits while something else is evaluated is kept in one: so it is taken (build_take) behind the part that gives the value and before the
 * part that is evaluated next, and that part's own lie above it.
 *
 *     f(x) + g(y)       left part       f(x), from temporary t on
 *                       t               its value
 *                       right part      g(y), from t + 1 on
 *
 * The left operand of a node is translated before the rest of it (translate_rest), so that a chain that leans left can be taken in a loop.
 */
#include "translate_expr.h"

#include "binary.h"
#include "call_plain.h"
#include "field.h"
#include "flow.h"
#include "index.h"
#include "invoke.h"
#include "leaf.h"
#include "literal.h"
#include "logic.h"
#include "support/memory.h"

/* ---- operators ---- */

static Node *unary(Translator *t, const Expr *expr) {
  Builder *b = &t->builder;
  Node *operand = translate_expr(t, expr->unary.operand);
  uint32_t temporary = build_take(b, 1);
  Node *node = logic_unary(b, expr->unary.op, operand, temporary, expr->span);
  build_release(b, temporary);
  return node;
}

static Node *binary(Translator *t, const Expr *expr, Node *left) {
  Builder *b = &t->builder;
  uint32_t temporary = build_take(b, 1);
  Node *right = translate_expr(t, expr->binary.right);
  build_take(b, 1);
  Node *node = expr->kind == EXPR_IS ? logic_is(b, left, right, temporary, expr->span)
                                     : binary_new(b, expr->binary.op, left, right, temporary, expr->span);
  build_release(b, temporary);
  return node;
}

static Node *conditional(Translator *t, const Expr *expr) {
  Node *condition = translate_expr(t, expr->conditional.condition);
  Node *then = translate_expr(t, expr->conditional.then);
  return logic_conditional(&t->builder, condition, then, translate_expr(t, expr->conditional.otherwise), expr->span);
}

/* ---- items and fields ---- */

static Node *item(Translator *t, const Expr *expr, Node *object) {
  Builder *b = &t->builder;
  uint32_t temporary = build_take(b, 1);
  Node *index = translate_expr(t, expr->index.index);
  build_take(b, 1);
  Node *node = index_get(b, object, index, temporary, expr->span);
  build_release(b, temporary);
  return node;
}

static Node *field(Translator *t, const Expr *expr, Node *object) {
  Builder *b = &t->builder;
  uint32_t temporary = build_take(b, 1);
  Node *node = field_get(b, object, expr->field.name, temporary, expr->span);
  build_release(b, temporary);
  return node;
}

static Node *super_field(Translator *t, const Expr *expr) {
  Builder *b = &t->builder;
  Node *self = leaf_variable(b, &expr->super.self, expr->span);
  Node *superclass = leaf_variable(b, &expr->super.super, expr->span);
  uint32_t temporary = build_take(b, 2);
  Node *node = field_super(b, self, superclass, expr->super.name, temporary, expr->span);
  build_release(b, temporary);
  return node;
}

/* ---- calls ---- */

/* The arguments, each with the temporary that it is left in behind it; `*args` is the first one's slot. The array is the caller's, to free. */
static Node **arguments(Translator *t, const ExprList *list, uint32_t *args) {
  Builder *b = &t->builder;
  Node **nodes = memory_alloc((list->count + 1) * sizeof *nodes);
  *args = build_take(b, WINDOW_BEFORE_ARGS) + WINDOW_BEFORE_ARGS;
  for (uint32_t i = 0; i < list->count; i++) {
    nodes[i] = translate_expr(t, list->items[i]);
    build_take(b, 1);
  }
  return nodes;
}

/* `left`: the callee or the receiver; NULL for `super`. */
static Node *call(Translator *t, const Expr *expr, Node *left, bool tail) {
  Builder *b = &t->builder;
  const ExprList *list = expr->kind == EXPR_CALL ? &expr->call.args : expr->kind == EXPR_INVOKE ? &expr->invoke.args : &expr->super.args;
  uint32_t args;
  Node **nodes = arguments(t, list, &args);
  Node *node;
  if (expr->kind == EXPR_CALL) {
    node = call_plain_new(b, left, nodes, list->count, args, tail, expr->span);
  } else if (expr->kind == EXPR_INVOKE) {
    node = invoke_new(b, left, expr->invoke.name, nodes, list->count, args, tail, expr->span);
  } else {
    Node *self = leaf_variable(b, &expr->super.self, expr->span);
    Node *superclass = leaf_variable(b, &expr->super.super, expr->span);
    node = invoke_super(b, self, superclass, expr->super.name, nodes, list->count, args, tail, expr->span);
  }
  build_release(b, args - WINDOW_BEFORE_ARGS);
  memory_free(nodes);
  return node;
}

/* ---- literals ---- */

static const Expr *part_of(const Expr *expr, uint32_t index) {
  return expr->kind == EXPR_LIST ? expr->list.items[index] : expr->object.fields[index].value;
}

static Node *literal(Translator *t, const Expr *expr) {
  Builder *b = &t->builder;
  uint32_t count = expr->kind == EXPR_LIST ? expr->list.count : expr->object.count;
  Node **parts = memory_alloc((count + 1) * sizeof *parts);
  uint32_t temporary = b->depth;
  for (uint32_t i = 0; i < count; i++) {
    if (i == LITERAL_MOST_TEMPORARIES) build_take(b, 2);
    parts[i] = translate_expr(t, part_of(expr, i));
    if (i < LITERAL_MOST_TEMPORARIES) build_take(b, 1);
  }
  if (count <= LITERAL_MOST_TEMPORARIES) build_take(b, 2);
  Node *node = expr->kind == EXPR_LIST ? literal_list(b, parts, count, temporary, expr->span)
                                       : literal_object(b, expr->object.fields, parts, count, temporary, expr->span);
  build_release(b, temporary);
  memory_free(parts);
  return node;
}

/* ---- all of them ---- */

/* All that is to be made for an expression that leans on a left operand, but for that operand, which `left` evaluates. */
static Node *translate_rest(Translator *t, const Expr *expr, Node *left) {
  Builder *b = &t->builder;
  switch (expr->kind) {
  case EXPR_BINARY:
  case EXPR_IS: return binary(t, expr, left);
  case EXPR_AND: return logic_and(b, left, translate_expr(t, expr->binary.right), expr->span);
  case EXPR_OR: return logic_or(b, left, translate_expr(t, expr->binary.right), expr->span);
  case EXPR_INDEX: return item(t, expr, left);
  case EXPR_FIELD: return field(t, expr, left);
  default: return call(t, expr, left, false);
  }
}

/* A chain too long for the C stack, here and when it runs: its far end first, then one node after the other, each with the value of the one before in a temporary. */
static Node *chain(Translator *t, const Expr *expr) {
  Builder *b = &t->builder;
  uint32_t count;
  Expr **exprs = expr_chain((Expr *)expr, &count);
  Node **nodes = memory_alloc(count * sizeof *nodes);
  uint32_t temporary = build_take(b, 1);
  Node *left = leaf_slot(b, temporary, expr->span);
  nodes[0] = translate_expr(t, exprs[count - 1]);
  for (uint32_t i = 1; i < count; i++)
    nodes[i] = translate_rest(t, exprs[count - 1 - i], left);
  Node *node = flow_chain(b, nodes, count, temporary, expr->span);
  build_release(b, temporary);
  memory_free(nodes);
  memory_free(exprs);
  return node;
}

static Node *translate_leaning(Translator *t, const Expr *expr) {
  if (UNLIKELY(expr->height > AST_EASY_HEIGHT)) return chain(t, expr);
  return translate_rest(t, expr, translate_expr(t, expr_left(expr)));
}

Node *translate_expr(Translator *t, const Expr *expr) {
  Builder *b = &t->builder;
  switch (expr->kind) {
  case EXPR_NIL: return leaf_constant(b, value_nil(), expr->span);
  case EXPR_BOOL: return leaf_constant(b, value_bool(expr->boolean), expr->span);
  case EXPR_INT: return leaf_constant(b, value_int(expr->integer), expr->span);
  case EXPR_FLOAT: return leaf_constant(b, value_float(expr->number), expr->span);
  case EXPR_STRING: return leaf_string(b, expr->string, expr->span);
  case EXPR_LIST:
  case EXPR_OBJECT: return literal(t, expr);
  case EXPR_FUNCTION: return literal_closure(b, t->function(t, expr->function), expr->span);
  case EXPR_NAME:
  case EXPR_SELF: return leaf_variable(b, &expr->name, expr->span);
  case EXPR_SUPER: return super_field(t, expr);
  case EXPR_SUPER_INVOKE: return call(t, expr, NULL, false);
  case EXPR_UNARY: return unary(t, expr);
  case EXPR_CONDITIONAL: return conditional(t, expr);
  default: return translate_leaning(t, expr); /* all that expr_left names */
  }
}

/* ---- what is returned ---- */

static Node *tail_conditional(Translator *t, const Expr *expr) {
  Node *condition = translate_expr(t, expr->conditional.condition);
  Node *then = translate_tail(t, expr->conditional.then);
  return logic_conditional(&t->builder, condition, then, translate_tail(t, expr->conditional.otherwise), expr->span);
}

Node *translate_tail(Translator *t, const Expr *expr) {
  Builder *b = &t->builder;
  switch (expr->kind) {
  case EXPR_CONDITIONAL: return tail_conditional(t, expr);
  case EXPR_AND:
  case EXPR_OR: {
    Node *left = translate_expr(t, expr->binary.left);
    Node *right = translate_tail(t, expr->binary.right);
    return expr->kind == EXPR_AND ? logic_and(b, left, right, expr->span) : logic_or(b, left, right, expr->span);
  }
  case EXPR_CALL:
  case EXPR_INVOKE:
    if (expr->tail && expr->height <= AST_EASY_HEIGHT) return call(t, expr, translate_expr(t, expr_left(expr)), true);
    break;
  case EXPR_SUPER_INVOKE: return call(t, expr, NULL, expr->tail);
  default: break;
  }
  return translate_expr(t, expr);
}
