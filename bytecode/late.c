/* late.c -- which operands may wait.
 *
 * `a + f(b)` reads a first, then calls f. Pushing a means a LOAD_LOCAL, and ADD finds it on the stack. But when nothing in f(b) can change the variable a, reading it afterwards gives the same:
 *
 *     LOAD_LOCAL a; ...f(b)...; ADD      ->      ...f(b)...; ADD_LS a
 *
 * A local changes by a statement of its own function, which no expression contains, or by a function that captured it. So a local that nobody captured is always steady, and a captured one is
 * where the other operand runs no code of the program's own. A local that may be unset stays where it was: its error comes first.
 */
#include "late.h"

static bool is_plain_local(const Expr *expr) {
  return (expr->kind == EXPR_NAME || expr->kind == EXPR_SELF) && expr->name.kind == VAR_LOCAL && !expr->name.checked &&
         expr->name.index <= UINT16_MAX;
}

/* Can evaluating it change no variable? Operators, items, fields and literals run no code of the program's own. */
static bool is_quiet(const Expr *expr) {
  switch (expr->kind) {
  case EXPR_NIL:
  case EXPR_BOOL:
  case EXPR_INT:
  case EXPR_FLOAT:
  case EXPR_STRING:
  case EXPR_SELF:
  case EXPR_NAME: return true;
  case EXPR_UNARY: return is_quiet(expr->unary.operand);
  case EXPR_BINARY: return expr->height <= AST_EASY_HEIGHT && is_quiet(expr->binary.left) && is_quiet(expr->binary.right);
  case EXPR_FIELD: return expr->height <= AST_EASY_HEIGHT && is_quiet(expr->field.object);
  default: return false;
  }
}

bool late_is_steady(const Expr *expr, const Expr *other) {
  return is_plain_local(expr) && (expr->kind == EXPR_SELF || !expr->name.decl->captured || is_quiet(other));
}

/* Would an instruction take it as an operand, without a push? Then a superinstruction takes both. */
static bool is_operand(const Expr *expr) {
  switch (expr->kind) {
  case EXPR_INT:
  case EXPR_FLOAT:
  case EXPR_STRING: return true;
  default: return is_plain_local(expr);
  }
}

static Opcode local_left_form(Opcode op) {
  switch (op) {
  case OP_ADD: return OP_ADD_LS;
  case OP_SUB: return OP_SUB_LS;
  case OP_MUL: return OP_MUL_LS;
  case OP_GET_INDEX: return OP_GET_INDEX_LS;
  default: return OP_NIL;
  }
}

Opcode late_form(Opcode op, const Expr *left, const Expr *right) {
  return is_operand(right) || !late_is_steady(left, right) ? OP_NIL : local_left_form(op);
}
