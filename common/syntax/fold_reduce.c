/* fold_reduce.c -- see fold_reduce.h. */
#include "syntax/fold_reduce.h"

enum { LOOK_DEPTH = 6 }; /* how deep an operand is looked into, so that long chains stay linear */

/* Does `expr`, when it gives anything, give an int? */
static bool gives_int(const Expr *expr, int depth) {
  if (expr->kind == EXPR_INT) return true;
  if (expr->kind == EXPR_UNARY) {
    if (expr->unary.op == UNARY_BIT_NOT) return true;
    return expr->unary.op == UNARY_NEGATE && depth > 0 && gives_int(expr->unary.operand, depth - 1);
  }
  if (expr->kind != EXPR_BINARY) return false;
  switch (expr->binary.op) {
  case BINARY_BIT_AND:
  case BINARY_BIT_OR:
  case BINARY_BIT_XOR:
  case BINARY_SHIFT_LEFT:
  case BINARY_SHIFT_RIGHT: return true;
  case BINARY_ADD:
  case BINARY_SUBTRACT:
  case BINARY_MULTIPLY:
  case BINARY_DIVIDE:
  case BINARY_MODULO: return depth > 0 && gives_int(expr->binary.left, depth - 1) && gives_int(expr->binary.right, depth - 1);
  default: return false;
  }
}

static bool is_int(const Expr *expr, int64_t value) { return expr->kind == EXPR_INT && expr->integer == value; }

/* `left op value` is left. */
static bool right_is_neutral(BinaryOperator op, const Expr *right) {
  switch (op) {
  case BINARY_ADD:
  case BINARY_SUBTRACT:
  case BINARY_BIT_OR:
  case BINARY_BIT_XOR:
  case BINARY_SHIFT_LEFT:
  case BINARY_SHIFT_RIGHT: return is_int(right, 0);
  case BINARY_MULTIPLY:
  case BINARY_DIVIDE: return is_int(right, 1);
  case BINARY_BIT_AND: return is_int(right, -1);
  default: return false;
  }
}

/* `value op right` is right. */
static bool left_is_neutral(BinaryOperator op, const Expr *left) {
  switch (op) {
  case BINARY_ADD:
  case BINARY_BIT_OR:
  case BINARY_BIT_XOR: return is_int(left, 0);
  case BINARY_MULTIPLY: return is_int(left, 1);
  case BINARY_BIT_AND: return is_int(left, -1);
  default: return false;
  }
}

Expr *reduce_binary(const Expr *expr) {
  Expr *left = expr->binary.left;
  Expr *right = expr->binary.right;
  if (right_is_neutral(expr->binary.op, right) && gives_int(left, LOOK_DEPTH)) return left;
  if (left_is_neutral(expr->binary.op, left) && gives_int(right, LOOK_DEPTH)) return right;
  return NULL;
}

bool reduce_not(const Expr *operand, BinaryOperator *op) {
  if (operand->kind != EXPR_BINARY) return false;
  if (operand->binary.op != BINARY_EQUAL && operand->binary.op != BINARY_NOT_EQUAL) return false;
  *op = operand->binary.op == BINARY_EQUAL ? BINARY_NOT_EQUAL : BINARY_EQUAL;
  return true;
}

static bool is_not(const Expr *expr) { return expr->kind == EXPR_UNARY && expr->unary.op == UNARY_NOT; }

Expr *reduce_condition(Expr *expr) {
  while (is_not(expr) && is_not(expr->unary.operand))
    expr = expr->unary.operand->unary.operand;
  return expr;
}
