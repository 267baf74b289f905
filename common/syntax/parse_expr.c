/* parse_expr.c -- expressions, by precedence climbing.
 *
 * One function, parse_operators, knows all binary operators. It is called with the lowest precedence that it may take; a tighter
 * operator on the right is left to a call of itself:
 *
 *     2 + 3 * 4 - 5      parse_operators(or)        takes 2, sees +
 *                          parse_operators(* )      takes 3 * 4, sees -, which binds no tighter than +: goes back
 *                        makes 2 + (3 * 4), sees -, goes on in its loop: so chains to the left need no recursion, however long
 *
 * An expression's span leaves out parentheses around it, but reaches over those inside it: `(a + b).c` begins at the `(`. So each
 * function notes where its text begins before it parses, and does not look at its operands' spans.
 */
#include "syntax/parse_expr.h"
#include "syntax/parse_operand.h"

/* ---- what may follow an operand ---- */

typedef struct Infix {
  signed char precedence; /* 0: not an infix operator */
  signed char kind;       /* ExprKind */
  signed char op;         /* BinaryOperator of an EXPR_BINARY */
} Infix;

static Infix infix_of(TokenKind kind) {
  BinaryOperator op;
  switch (kind) {
  case TOKEN_OR: return (Infix){PRECEDENCE_OR, EXPR_OR, 0};
  case TOKEN_AND: return (Infix){PRECEDENCE_AND, EXPR_AND, 0};
  case TOKEN_IS: return (Infix){PRECEDENCE_COMPARISON, EXPR_IS, 0};
  case TOKEN_EQUAL_EQUAL: op = BINARY_EQUAL; break;
  case TOKEN_BANG_EQUAL: op = BINARY_NOT_EQUAL; break;
  case TOKEN_LESS: op = BINARY_LESS; break;
  case TOKEN_LESS_EQUAL: op = BINARY_LESS_EQUAL; break;
  case TOKEN_GREATER: op = BINARY_GREATER; break;
  case TOKEN_GREATER_EQUAL: op = BINARY_GREATER_EQUAL; break;
  case TOKEN_PIPE: op = BINARY_BIT_OR; break;
  case TOKEN_CARET: op = BINARY_BIT_XOR; break;
  case TOKEN_AMPERSAND: op = BINARY_BIT_AND; break;
  case TOKEN_LESS_LESS: op = BINARY_SHIFT_LEFT; break;
  case TOKEN_GREATER_GREATER: op = BINARY_SHIFT_RIGHT; break;
  case TOKEN_PLUS: op = BINARY_ADD; break;
  case TOKEN_MINUS: op = BINARY_SUBTRACT; break;
  case TOKEN_STAR: op = BINARY_MULTIPLY; break;
  case TOKEN_SLASH: op = BINARY_DIVIDE; break;
  case TOKEN_PERCENT: op = BINARY_MODULO; break;
  default: return (Infix){0};
  }
  return (Infix){(signed char)binary_operator_precedence(op), EXPR_BINARY, (signed char)op};
}

/* The operator that goes on with the expression here, if any: a line that begins with `and` or `or` goes on, one that begins with `-`
 * does not. */
static Infix next_infix(const Parser *parser) {
  TokenKind kind = parser->current.kind;
  bool new_line = parser->current.newline_before && parse_newlines_count(parser);
  if (new_line && kind != TOKEN_AND && kind != TOKEN_OR) return (Infix){0};
  return infix_of(kind);
}

/* ---- operators ---- */

static Expr *parse_operators(Parser *parser, int lowest);

/* The operand to the right of an operator, one level deeper. */
static Expr *parse_right(Parser *parser, int lowest) {
  if (!parse_enter(parser)) return parse_no_expr(parser);
  Expr *right = parse_operators(parser, lowest);
  parse_leave(parser);
  return right;
}

static Expr *new_unary(Parser *parser, uint32_t start, UnaryOperator op, Expr *operand) {
  Expr *expr = parse_new_expr(parser, EXPR_UNARY, start);
  expr->unary.op = op;
  expr->unary.operand = operand;
  parse_measure(parser, expr);
  return expr;
}

static Expr *parse_unary(Parser *parser) {
  bool negate = parse_check(parser, TOKEN_MINUS);
  if (!negate && !parse_check(parser, TOKEN_TILDE)) return parse_operand(parser);
  if (!parse_enter(parser)) return parse_no_expr(parser);
  uint32_t start = parser->current.span.start;
  parse_advance(parser);
  Expr *expr;
  if (negate && parse_at_smallest_int(parser)) {
    expr = parse_smallest_int(parser, start);
  } else {
    Expr *operand = parse_unary(parser);
    expr = new_unary(parser, start, negate ? UNARY_NEGATE : UNARY_BIT_NOT, operand);
  }
  parse_leave(parser);
  return expr;
}

static Expr *parse_not(Parser *parser) {
  uint32_t start = parser->current.span.start;
  parse_advance(parser);
  Expr *operand = parse_right(parser, PRECEDENCE_NOT);
  return new_unary(parser, start, UNARY_NOT, operand);
}

static Expr *parse_infix(Parser *parser, uint32_t start, Expr *left, Infix infix) {
  parse_advance(parser);
  Expr *right = parse_right(parser, infix.precedence + 1);
  Expr *expr = parse_new_expr(parser, (ExprKind)infix.kind, start);
  expr->binary.op = (BinaryOperator)infix.op;
  expr->binary.left = left;
  expr->binary.right = right;
  parse_measure(parser, expr);
  return expr;
}

/* An operand and the operators behind it that bind as tightly as `lowest` or tighter. */
static Expr *parse_operators(Parser *parser, int lowest) {
  uint32_t start = parser->current.span.start;
  bool is_not = parse_check(parser, TOKEN_NOT) && lowest <= PRECEDENCE_NOT;
  Expr *expr = is_not ? parse_not(parser) : parse_unary(parser);
  bool compared = false;
  while (!parser->panicking) {
    Infix infix = next_infix(parser);
    if (infix.precedence == 0 || infix.precedence < lowest) break;
    bool comparison = infix.precedence == PRECEDENCE_COMPARISON;
    if (comparison && compared) {
      if (parse_error_at(parser, parser->current.span, "comparisons do not chain")) diag_hint(parser->diags, "join them with 'and'");
      break;
    }
    compared = comparison;
    expr = parse_infix(parser, start, expr, infix);
  }
  return expr;
}

Expr *parse_is_operand(Parser *parser) { return parse_operators(parser, PRECEDENCE_COMPARISON + 1); }

/* ---- c ? a : b ---- */

/* A branch, one level deeper. */
static Expr *parse_branch(Parser *parser) {
  if (!parse_enter(parser)) return parse_no_expr(parser);
  Expr *branch = parse_expr(parser);
  parse_leave(parser);
  return branch;
}

static Expr *parse_conditional(Parser *parser, uint32_t start, Expr *condition) {
  parse_advance(parser);
  Expr *then = parse_branch(parser);
  Expr *otherwise = then;
  if (parse_expect(parser, TOKEN_COLON, "after the first branch of '?'")) otherwise = parse_branch(parser);
  Expr *expr = parse_new_expr(parser, EXPR_CONDITIONAL, start);
  expr->conditional.condition = condition;
  expr->conditional.then = then;
  expr->conditional.otherwise = otherwise;
  parse_measure(parser, expr);
  return expr;
}

Expr *parse_expr(Parser *parser) {
  uint32_t start = parser->current.span.start;
  Expr *expr = parse_operators(parser, PRECEDENCE_OR);
  if (parse_check(parser, TOKEN_QUESTION) && !parser->panicking) expr = parse_conditional(parser, start, expr);
  return expr;
}
