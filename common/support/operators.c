/* operators.c -- the operator table as arrays.
 *
 * Every array here is the table BINARY_OPERATORS read along one of its columns, so an operator is added in one place.
 */
#include "support/operators.h"

static const char *const binary_texts[] = {
#define X(NAME, text, precedence) text,
    BINARY_OPERATORS(X)
#undef X
};

static const signed char binary_precedences[] = {
#define X(NAME, text, precedence) precedence,
    BINARY_OPERATORS(X)
#undef X
};

const char *binary_operator_text(BinaryOperator op) { return binary_texts[op]; }

int binary_operator_precedence(BinaryOperator op) { return binary_precedences[op]; }

const char *unary_operator_text(UnaryOperator op) {
  switch (op) {
  case UNARY_NEGATE: return "-";
  case UNARY_BIT_NOT: return "~";
  case UNARY_NOT: return "not";
  }
  return "";
}
