/* logic.c -- operators with one operand, and those that do not always run both. */
#include "logic.h"

#include "truth.h"

/* ---- one operand ---- */

typedef struct UnaryNode {
  Node node;
  Node *operand;
  uint32_t temporary;
  UnaryOperator op;
} UnaryNode;

static Value run_not(Node *node, Value *window) {
  Value operand = node_run(((UnaryNode *)node)->operand, window);
  if (node_raised(operand)) return operand;
  return value_bool(!truth_of(operand));
}

static Value run_unary(Node *node, Value *window) {
  const UnaryNode *unary = (const UnaryNode *)node;
  Value operand = node_run(unary->operand, window);
  if (value_is(operand, VALUE_FLOAT) && unary->op == UNARY_NEGATE) return value_float(-value_as_float(operand));
  if (node_raised(operand)) return operand;
  window[unary->temporary] = operand;
  Value result;
  Runtime *rt = machine_enter(node, window);
  return op_unary(rt, unary->op, operand, &result) ? result : machine_fail(node, window);
}

Node *logic_unary(Builder *builder, UnaryOperator op, Node *operand, uint32_t temporary, Span span) {
  UnaryNode *unary = build_node(builder, sizeof *unary, op == UNARY_NOT ? run_not : run_unary, span);
  unary->operand = operand;
  unary->temporary = temporary;
  unary->op = op;
  return &unary->node;
}

/* ---- and, or, ?: ---- */

typedef struct BranchNode {
  Node node;
  Node *condition; /* and, or: the left operand */
  Node *then;      /* and, or: the right operand */
  Node *otherwise;
} BranchNode;

static Value run_and(Node *node, Value *window) {
  const BranchNode *branch = (const BranchNode *)node;
  Value left = node_run(branch->condition, window);
  if (node_raised(left) || !truth_of(left)) return left;
  return node_run(branch->then, window);
}

static Value run_or(Node *node, Value *window) {
  const BranchNode *branch = (const BranchNode *)node;
  Value left = node_run(branch->condition, window);
  if (node_raised(left) || truth_of(left)) return left;
  return node_run(branch->then, window);
}

static Value run_conditional(Node *node, Value *window) {
  const BranchNode *branch = (const BranchNode *)node;
  Value condition = node_run(branch->condition, window);
  if (node_raised(condition)) return condition;
  return node_run(truth_of(condition) ? branch->then : branch->otherwise, window);
}

static Node *new_branch(Builder *builder, Execute *execute, Node *condition, Node *then, Span span) {
  BranchNode *branch = build_node(builder, sizeof *branch, execute, span);
  branch->condition = condition;
  branch->then = then;
  return &branch->node;
}

Node *logic_and(Builder *builder, Node *left, Node *right, Span span) { return new_branch(builder, run_and, left, right, span); }
Node *logic_or(Builder *builder, Node *left, Node *right, Span span) { return new_branch(builder, run_or, left, right, span); }

Node *logic_conditional(Builder *builder, Node *condition, Node *then, Node *otherwise, Span span) {
  Node *node = new_branch(builder, run_conditional, condition, then, span);
  ((BranchNode *)node)->otherwise = otherwise;
  return node;
}

/* ---- is ---- */

typedef struct IsNode {
  Node node;
  Node *value;
  Node *class;
  uint32_t temporary;
} IsNode;

static Value run_is(Node *node, Value *window) {
  const IsNode *is = (const IsNode *)node;
  bool answer;
  Value value = node_run(is->value, window);
  if (node_raised(value)) return value;
  window[is->temporary] = value;
  Value class = node_run(is->class, window);
  if (node_raised(class)) return class;
  if (LIKELY(value_is(class, VALUE_CLASS))) {
    const Class *own = value_is(value, VALUE_INSTANCE) ? instance_class(value_as_instance(value)) : NULL;
    return value_bool(own && class_extends(own, value_as_class(class)));
  }
  window[is->temporary + 1] = class;
  Runtime *rt = machine_enter(node, window);
  return op_is(rt, value, class, &answer) ? value_bool(answer) : machine_fail(node, window);
}

Node *logic_is(Builder *builder, Node *value, Node *class, uint32_t temporary, Span span) {
  IsNode *is = build_node(builder, sizeof *is, run_is, span);
  is->value = value;
  is->class = class;
  is->temporary = temporary;
  return &is->node;
}
