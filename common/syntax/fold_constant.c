/* fold_constant.c -- see fold_constant.h. */
#include "syntax/fold_constant.h"
#include "support/arith.h"
#include <string.h>

bool constant_is(const Expr *expr) {
  switch (expr->kind) {
  case EXPR_NIL:
  case EXPR_BOOL:
  case EXPR_INT:
  case EXPR_FLOAT:
  case EXPR_STRING: return true;
  default: return false;
  }
}

bool constant_is_true(const Expr *expr) {
  switch (expr->kind) {
  case EXPR_NIL: return false;
  case EXPR_BOOL: return expr->boolean;
  case EXPR_INT: return expr->integer != 0;
  case EXPR_FLOAT: return expr->number != 0; /* a NaN is true */
  default: return true;
  }
}

static bool give_bool(Expr *result, bool value) {
  result->kind = EXPR_BOOL;
  result->boolean = value;
  return true;
}

static bool give_int(Expr *result, int64_t value) {
  result->kind = EXPR_INT;
  result->integer = value;
  return true;
}

static bool give_float(Expr *result, double value) {
  result->kind = EXPR_FLOAT;
  result->number = value;
  return true;
}

bool constant_unary(UnaryOperator op, const Expr *operand, Expr *result) {
  int64_t integer;
  if (op == UNARY_NOT) return give_bool(result, !constant_is_true(operand));
  if (operand->kind == EXPR_FLOAT && op == UNARY_NEGATE) return give_float(result, -operand->number);
  if (operand->kind != EXPR_INT) return false;
  if (op == UNARY_BIT_NOT) return give_int(result, ~operand->integer);
  return arith_negate(operand->integer, &integer) == ARITH_OK && give_int(result, integer);
}

/* ---- two numbers ---- */

static bool is_number(const Expr *expr) { return expr->kind == EXPR_INT || expr->kind == EXPR_FLOAT; }

static double as_double(const Expr *expr) { return expr->kind == EXPR_INT ? (double)expr->integer : expr->number; }

static ArithOrder compare_doubles(double a, double b) {
  if (a < b) return ARITH_LESS;
  if (a > b) return ARITH_GREATER;
  return a == b ? ARITH_SAME : ARITH_UNORDERED;
}

static ArithOrder compare_numbers(const Expr *a, const Expr *b) {
  if (a->kind == EXPR_INT && b->kind == EXPR_INT) return a->integer < b->integer ? ARITH_LESS : a->integer > b->integer;
  if (a->kind == EXPR_INT) return arith_compare_int_float(a->integer, b->number);
  if (b->kind == EXPR_FLOAT) return compare_doubles(a->number, b->number);
  ArithOrder reversed = arith_compare_int_float(b->integer, a->number);
  return reversed == ARITH_UNORDERED ? ARITH_UNORDERED : -reversed;
}

static bool compute_numbers(BinaryOperator op, const Expr *a, const Expr *b, Expr *result) {
  int64_t integer;
  if (a->kind == EXPR_INT && b->kind == EXPR_INT) {
    return arith_int(op, a->integer, b->integer, &integer) == ARITH_OK && give_int(result, integer);
  }
  switch (op) {
  case BINARY_ADD:
  case BINARY_SUBTRACT:
  case BINARY_MULTIPLY:
  case BINARY_DIVIDE:
  case BINARY_MODULO: return give_float(result, arith_float(op, as_double(a), as_double(b)));
  default: return false; /* the int operators */
  }
}

/* ---- two strings ---- */

static ArithOrder compare_strings(const Symbol *a, const Symbol *b) {
  int order = memcmp(a->chars, b->chars, a->length < b->length ? a->length : b->length);
  if (order != 0) return order < 0 ? ARITH_LESS : ARITH_GREATER;
  return a->length < b->length ? ARITH_LESS : a->length > b->length;
}

static bool join_strings(SymbolTable *symbols, const Symbol *a, const Symbol *b, Expr *result) {
  char text[FOLD_MAX_STRING];
  if (a->length > FOLD_MAX_STRING || b->length > FOLD_MAX_STRING - a->length) return false;
  memcpy(text, a->chars, a->length);
  memcpy(text + a->length, b->chars, b->length);
  result->kind = EXPR_STRING;
  result->string = symbol_intern(symbols, text, (size_t)a->length + b->length);
  return true;
}

/* ---- any two ---- */

static bool is_comparison(BinaryOperator op) {
  switch (op) {
  case BINARY_EQUAL:
  case BINARY_NOT_EQUAL:
  case BINARY_LESS:
  case BINARY_LESS_EQUAL:
  case BINARY_GREATER:
  case BINARY_GREATER_EQUAL: return true;
  default: return false;
  }
}

/* Constants that are neither two numbers nor two strings. */
static bool same_constant(const Expr *a, const Expr *b) {
  if (a->kind != b->kind) return false;
  return a->kind == EXPR_NIL || (a->kind == EXPR_BOOL && a->boolean == b->boolean);
}

bool constant_binary(SymbolTable *symbols, BinaryOperator op, const Expr *left, const Expr *right, Expr *result) {
  if (is_number(left) && is_number(right)) {
    if (is_comparison(op)) return give_bool(result, arith_holds(op, compare_numbers(left, right)));
    return compute_numbers(op, left, right, result);
  }
  if (left->kind == EXPR_STRING && right->kind == EXPR_STRING) {
    if (is_comparison(op)) return give_bool(result, arith_holds(op, compare_strings(left->string, right->string)));
    return op == BINARY_ADD && join_strings(symbols, left->string, right->string, result);
  }
  if (op == BINARY_EQUAL) return give_bool(result, same_constant(left, right));
  if (op == BINARY_NOT_EQUAL) return give_bool(result, !same_constant(left, right));
  return false;
}
