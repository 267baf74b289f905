/* ast.c -- the few questions about the tree that every stage asks.
 *
 * All three are about height. A tree that leans left is as high as it has operands:
 *
 *     a + b + c + d          +         chain: three + nodes, then a
 *                           / \
 *                          +   d       height 4
 *                         / \
 *                        +   c
 *                       / \
 *                      a   b
 *
 * A stage that recurses into such a tree would need C stack for each operand. One that walks the chain from its far end needs a loop.
 */
#include "syntax/ast.h"
#include "support/memory.h"

Expr *expr_left(const Expr *expr) {
  switch (expr->kind) {
  case EXPR_BINARY:
  case EXPR_AND:
  case EXPR_OR:
  case EXPR_IS: return expr->binary.left;
  case EXPR_CALL: return expr->call.callee;
  case EXPR_INVOKE: return expr->invoke.object;
  case EXPR_INDEX: return expr->index.object;
  case EXPR_FIELD: return expr->field.object;
  default: return NULL;
  }
}

Expr **expr_chain(Expr *expr, uint32_t *count) {
  uint32_t length = 0;
  for (const Expr *at = expr; at != NULL; at = expr_left(at))
    length++;
  Expr **chain = memory_alloc(length * sizeof(Expr *));
  length = 0;
  for (Expr *at = expr; at != NULL; at = expr_left(at))
    chain[length++] = at;
  *count = length;
  return chain;
}

static uint32_t higher(uint32_t height, const Expr *operand) {
  return operand != NULL && operand->height > height ? operand->height : height;
}

static uint32_t highest_of(uint32_t height, const ExprList *list) {
  for (uint32_t i = 0; i < list->count; i++)
    height = higher(height, list->items[i]);
  return height;
}

static uint32_t highest_field(const Expr *expr) {
  uint32_t height = 0;
  for (uint32_t i = 0; i < expr->object.count; i++)
    height = higher(height, expr->object.fields[i].value);
  return height;
}

/* The height of the highest operand. */
static uint32_t operands_height(const Expr *expr) {
  switch (expr->kind) {
  case EXPR_LIST: return highest_of(0, &expr->list);
  case EXPR_OBJECT: return highest_field(expr);
  case EXPR_FUNCTION: return expr->function->height;
  case EXPR_UNARY: return expr->unary.operand->height;
  case EXPR_BINARY:
  case EXPR_AND:
  case EXPR_OR:
  case EXPR_IS: return higher(expr->binary.left->height, expr->binary.right);
  case EXPR_CONDITIONAL: return higher(higher(expr->conditional.condition->height, expr->conditional.then), expr->conditional.otherwise);
  case EXPR_CALL: return highest_of(expr->call.callee->height, &expr->call.args);
  case EXPR_INVOKE: return highest_of(expr->invoke.object->height, &expr->invoke.args);
  case EXPR_SUPER_INVOKE: return highest_of(0, &expr->super.args);
  case EXPR_INDEX: return higher(expr->index.object->height, expr->index.index);
  case EXPR_FIELD: return expr->field.object->height;
  default: return 0;
  }
}

void expr_set_height(Expr *expr) {
  uint32_t below = operands_height(expr);
  expr->height = below < UINT32_MAX ? below + 1 : UINT32_MAX;
}
