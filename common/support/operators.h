/* operators.h -- the operators of Duet, one row each: what they are written as and how tightly they bind.
 *
 * The parser, the printer, the folder and both wings take their facts from here. Precedences, low to high, leave room for `?:`, `or`,
 * `and`, `not` (1 to 4), which are no binary operators: they do not always evaluate both sides.
 */
#ifndef DUET_SUPPORT_OPERATORS_H
#define DUET_SUPPORT_OPERATORS_H

/* X(NAME, text, precedence); all associate to the left, comparisons do not chain. */
#define BINARY_OPERATORS(X) \
  X(EQUAL, "==", 5)         \
  X(NOT_EQUAL, "!=", 5)     \
  X(LESS, "<", 5)           \
  X(LESS_EQUAL, "<=", 5)    \
  X(GREATER, ">", 5)        \
  X(GREATER_EQUAL, ">=", 5) \
  X(BIT_OR, "|", 6)         \
  X(BIT_XOR, "^", 7)        \
  X(BIT_AND, "&", 8)        \
  X(SHIFT_LEFT, "<<", 9)    \
  X(SHIFT_RIGHT, ">>", 9)   \
  X(ADD, "+", 10)           \
  X(SUBTRACT, "-", 10)      \
  X(MULTIPLY, "*", 11)      \
  X(DIVIDE, "/", 11)        \
  X(MODULO, "%", 11)

enum {
  PRECEDENCE_CONDITIONAL = 1,
  PRECEDENCE_OR = 2,
  PRECEDENCE_AND = 3,
  PRECEDENCE_NOT = 4,
  PRECEDENCE_COMPARISON = 5, /* `is` too */
  PRECEDENCE_UNARY = 12,
  PRECEDENCE_POSTFIX = 13
};

typedef enum BinaryOperator {
#define X(NAME, text, precedence) BINARY_##NAME,
  BINARY_OPERATORS(X)
#undef X
      BINARY_OPERATOR_COUNT
} BinaryOperator;

typedef enum UnaryOperator { UNARY_NEGATE, UNARY_BIT_NOT, UNARY_NOT } UnaryOperator;

/* How it is written: "+". */
const char *binary_operator_text(BinaryOperator op);

/* How tightly it binds, 5 to 11. */
int binary_operator_precedence(BinaryOperator op);

/* "-", "~" or "not". */
const char *unary_operator_text(UnaryOperator op);

#endif
