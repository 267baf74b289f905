/* parse_simple.c -- simple statements, and where they end.
 *
 *     let x = 1               ends at its newline
 *     x += 1; print(x)        or at `;`
 *     total = price +         goes on: an operand is missing
 *         tax
 *     names.map(upper)        goes on: the next line begins with `.`
 *          .join(", ")
 *
 * The last two need no rule here, since the expression has taken those lines already. All that is left to ask is whether the next
 * token is on a new line, or closes the block.
 */
#include "syntax/parse_simple.h"
#include "syntax/parse_expr.h"

/* The operator of `+=` and its like, -1 when `kind` is none of them. */
static int compound_operator(TokenKind kind) {
  switch (kind) {
  case TOKEN_PLUS_EQUAL: return BINARY_ADD;
  case TOKEN_MINUS_EQUAL: return BINARY_SUBTRACT;
  case TOKEN_STAR_EQUAL: return BINARY_MULTIPLY;
  case TOKEN_SLASH_EQUAL: return BINARY_DIVIDE;
  case TOKEN_PERCENT_EQUAL: return BINARY_MODULO;
  case TOKEN_AMPERSAND_EQUAL: return BINARY_BIT_AND;
  case TOKEN_PIPE_EQUAL: return BINARY_BIT_OR;
  case TOKEN_CARET_EQUAL: return BINARY_BIT_XOR;
  case TOKEN_LESS_LESS_EQUAL: return BINARY_SHIFT_LEFT;
  case TOKEN_GREATER_GREATER_EQUAL: return BINARY_SHIFT_RIGHT;
  default: return -1;
  }
}

static bool is_assignment(TokenKind kind) { return kind == TOKEN_EQUAL || compound_operator(kind) >= 0; }

/* ---- the end of a statement ---- */

static bool ends_here(const Parser *parser) {
  switch (parser->current.kind) {
  case TOKEN_SEMICOLON:
  case TOKEN_RIGHT_BRACE:
  case TOKEN_END: return true;
  default: return parser->current.newline_before;
  }
}

static const char *hint_for_rest(const Parser *parser) {
  TokenKind kind = parser->current.kind;
  if (is_assignment(kind)) return "an assignment is a statement, not an expression; to compare, write '=='";
  if (kind == TOKEN_COLON) return "a statement that begins with '{' is a block; put parentheses around an object";
  return NULL;
}

static void parse_end(Parser *parser) {
  if (parse_match(parser, TOKEN_SEMICOLON) || ends_here(parser)) return;
  const char *hint = hint_for_rest(parser);
  bool reported = parse_error_unexpected(parser, "expected a new line or ';' after the statement");
  if (reported && hint != NULL) diag_hint(parser->diags, "%s", hint);
}

/* Called with the statement's last token taken. */
static Stmt *finish(Parser *parser, Stmt *stmt) {
  stmt->span.end = parser->previous.span.end;
  parse_end(parser);
  return stmt;
}

/* ---- assignments and expressions ---- */

/* `start` is where the statement begins: a name or field behind a parenthesis begins later. */
static void check_target(Parser *parser, const Expr *target, uint32_t start) {
  Span span = {start, parser->previous.span.end};
  if (target->kind != EXPR_NAME && target->kind != EXPR_INDEX && target->kind != EXPR_FIELD) {
    parse_error_at(parser, span, "cannot assign to this: only to a name, an index or a field");
  } else if (target->span.start != start) {
    parse_error_at(parser, span, "cannot assign to a target in parentheses");
  }
}

static Stmt *parse_assign_or_expr(Parser *parser) {
  uint32_t start = parser->current.span.start;
  Expr *expr = parse_expr(parser);
  TokenKind kind = parser->current.kind;
  if (parser->panicking || parser->current.newline_before || !is_assignment(kind)) {
    Stmt *stmt = parse_new_stmt(parser, STMT_EXPR, start);
    stmt->expr = expr;
    return finish(parser, stmt);
  }
  check_target(parser, expr, start);
  parse_advance(parser);
  Stmt *stmt = parse_new_stmt(parser, STMT_ASSIGN, start);
  stmt->assign.target = expr;
  stmt->assign.compound = kind != TOKEN_EQUAL;
  if (stmt->assign.compound) stmt->assign.op = (BinaryOperator)compound_operator(kind);
  stmt->assign.value = parse_expr(parser);
  return finish(parser, stmt);
}

/* ---- statements that begin with a keyword ---- */

static Stmt *parse_let(Parser *parser) {
  Stmt *stmt = parse_new_stmt(parser, STMT_LET, parser->current.span.start);
  parse_advance(parser);
  const Symbol *name = parse_name(parser, "a variable name");
  stmt->let.decl = parse_new_decl(parser, name, DECL_LET);
  parse_expect_on_line(parser, TOKEN_EQUAL, "after the variable name");
  stmt->let.value = parse_expr(parser);
  return finish(parser, stmt);
}

static Stmt *parse_return(Parser *parser) {
  Stmt *stmt = parse_new_stmt(parser, STMT_RETURN, parser->current.span.start);
  parse_advance(parser);
  stmt->expr = ends_here(parser) ? NULL : parse_expr(parser);
  return finish(parser, stmt);
}

static Stmt *parse_throw(Parser *parser) {
  Stmt *stmt = parse_new_stmt(parser, STMT_THROW, parser->current.span.start);
  parse_advance(parser);
  if (ends_here(parser)) {
    Span behind = {parser->previous.span.end, parser->previous.span.end};
    parse_error_at(parser, behind, "expected a value after 'throw'");
    stmt->expr = parse_no_expr(parser);
  } else {
    stmt->expr = parse_expr(parser);
  }
  return finish(parser, stmt);
}

static Stmt *parse_jump(Parser *parser, StmtKind kind) {
  Stmt *stmt = parse_new_stmt(parser, kind, parser->current.span.start);
  parse_advance(parser);
  return finish(parser, stmt);
}

Stmt *parse_simple(Parser *parser) {
  switch (parser->current.kind) {
  case TOKEN_LET: return parse_let(parser);
  case TOKEN_RETURN: return parse_return(parser);
  case TOKEN_THROW: return parse_throw(parser);
  case TOKEN_BREAK: return parse_jump(parser, STMT_BREAK);
  case TOKEN_CONTINUE: return parse_jump(parser, STMT_CONTINUE);
  default: return parse_assign_or_expr(parser);
  }
}
