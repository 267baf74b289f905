/* parse_operand.c -- operands.
 *
 *     shapes [0] .area (1, 2)
 *     ^^^^^^ ^^^^^^^^^^^^^^^^ any number of these behind it, taken in a loop: each makes a node around the one before
 *     the primary: a name, a literal, a bracketed thing, or a function
 *
 * `o.m(x)` is one node (INVOKE), since calling a method needs no bound method; `(o.m)(x)` is a CALL of a FIELD.
 */
#include "syntax/parse_operand.h"
#include "syntax/parse_function.h"
#include <string.h>

static const uint64_t smallest_int_magnitude = (uint64_t)1 << 63;

/* Items up to `close`, with commas between them and perhaps one at the end. */
static ExprList parse_items(Parser *parser, TokenKind close) {
  ExprList list;
  size_t from = parser->pending_size;
  while (!parse_check(parser, close) && !parse_check(parser, TOKEN_END) && !parser->panicking) {
    Expr *item = parser->parse_expr(parser);
    parse_push(parser, &item, sizeof item);
    if (!parse_match(parser, TOKEN_COMMA)) break;
  }
  list.items = parse_take(parser, from, sizeof(Expr *), &list.count);
  return list;
}

/* ---- behind an operand ---- */

/* `(a, b)` */
static ExprList parse_args(Parser *parser) {
  ExprList args = {NULL, 0};
  if (!parse_enter(parser)) return args;
  parse_advance(parser);
  args = parse_items(parser, TOKEN_RIGHT_PAREN);
  parse_expect(parser, TOKEN_RIGHT_PAREN, "after arguments");
  parse_leave(parser);
  return args;
}

static Expr *parse_call(Parser *parser, uint32_t start, Expr *callee) {
  ExprList args = parse_args(parser);
  Expr *expr = parse_new_expr(parser, EXPR_CALL, start);
  expr->call.callee = callee;
  expr->call.args = args;
  return expr;
}

/* `[i]` */
static Expr *parse_index(Parser *parser, uint32_t start, Expr *object) {
  if (!parse_enter(parser)) return parse_no_expr(parser);
  parse_advance(parser);
  Expr *index = parser->parse_expr(parser);
  parse_expect(parser, TOKEN_RIGHT_BRACKET, "after the index");
  parse_leave(parser);
  Expr *expr = parse_new_expr(parser, EXPR_INDEX, start);
  expr->index.object = object;
  expr->index.index = index;
  return expr;
}

/* The word behind a dot: keywords are plain names there. False, and reported, when there is none. */
static bool parse_member_name(Parser *parser, const Symbol **name, Span *span) {
  if (!token_is_word(parser->current.kind)) {
    parse_error_unexpected(parser, "expected a field name after '.'");
    return false;
  }
  parse_advance(parser);
  *name = parser->previous.symbol;
  *span = parser->previous.span;
  return true;
}

/* `.m` or `.m(x)` */
static Expr *parse_member(Parser *parser, uint32_t start, Expr *object) {
  const Symbol *name;
  Span name_span;
  parse_advance(parser);
  if (!parse_member_name(parser, &name, &name_span)) return parse_no_expr(parser);
  if (!parse_check_on_line(parser, TOKEN_LEFT_PAREN)) {
    Expr *field = parse_new_expr(parser, EXPR_FIELD, start);
    field->field.object = object;
    field->field.name = name;
    field->field.name_span = name_span;
    return field;
  }
  ExprList args = parse_args(parser);
  Expr *invoke = parse_new_expr(parser, EXPR_INVOKE, start);
  invoke->invoke.object = object;
  invoke->invoke.name = name;
  invoke->invoke.name_span = name_span;
  invoke->invoke.args = args;
  return invoke;
}

static Expr *parse_postfix(Parser *parser, uint32_t start, Expr *expr) {
  while (!parser->panicking) {
    if (parse_check(parser, TOKEN_DOT)) {
      expr = parse_member(parser, start, expr);
    } else if (parse_check_on_line(parser, TOKEN_LEFT_PAREN)) {
      expr = parse_call(parser, start, expr);
    } else if (parse_check_on_line(parser, TOKEN_LEFT_BRACKET)) {
      expr = parse_index(parser, start, expr);
    } else {
      break;
    }
    parse_measure(parser, expr);
  }
  return expr;
}

/* ---- primaries ---- */

static Expr *parse_int(Parser *parser) {
  Token token = parser->current;
  if (parse_at_smallest_int(parser)) parse_error_at(parser, token.span, "this number does not fit in 64 bits");
  parse_advance(parser);
  Expr *expr = parse_new_expr(parser, EXPR_INT, token.span.start);
  expr->integer = (int64_t)token.integer;
  return expr;
}

/* A literal or name of one token. */
static Expr *parse_word(Parser *parser, ExprKind kind) {
  parse_advance(parser);
  const Token *token = &parser->previous;
  Expr *expr = parse_new_expr(parser, kind, token->span.start);
  switch (kind) {
  case EXPR_BOOL: expr->boolean = token->kind == TOKEN_TRUE; break;
  case EXPR_FLOAT: expr->number = token->number; break;
  case EXPR_STRING: expr->string = token->symbol; break;
  case EXPR_NAME:
  case EXPR_SELF: expr->name.name = token->symbol; break;
  default: break;
  }
  return expr;
}

/* `(e)` is e itself: the tree needs no parentheses. */
static Expr *parse_parentheses(Parser *parser) {
  if (!parse_enter(parser)) return parse_no_expr(parser);
  parse_advance(parser);
  Expr *expr = parser->parse_expr(parser);
  parse_expect(parser, TOKEN_RIGHT_PAREN, "after the expression");
  parse_leave(parser);
  return expr;
}

static Expr *parse_list(Parser *parser) {
  if (!parse_enter(parser)) return parse_no_expr(parser);
  uint32_t start = parser->current.span.start;
  parse_advance(parser);
  ExprList list = parse_items(parser, TOKEN_RIGHT_BRACKET);
  parse_expect(parser, TOKEN_RIGHT_BRACKET, "after the items");
  parse_leave(parser);
  Expr *expr = parse_new_expr(parser, EXPR_LIST, start);
  expr->list = list;
  parse_measure(parser, expr);
  return expr;
}

static void parse_field(Parser *parser) {
  ObjectField field = {.name = parser->current.symbol, .name_span = parser->current.span};
  if (!token_is_word(parser->current.kind)) {
    bool reported = parse_error_unexpected(parser, "expected a field name");
    if (reported && parse_check(parser, TOKEN_STRING)) diag_hint(parser->diags, "field names stand without quotes; map() takes any keys");
    return;
  }
  parse_advance(parser);
  parse_expect(parser, TOKEN_COLON, "after the field name");
  field.value = parser->parse_expr(parser);
  parse_push(parser, &field, sizeof field);
}

static Expr *parse_object(Parser *parser) {
  if (!parse_enter(parser)) return parse_no_expr(parser);
  uint32_t start = parser->current.span.start;
  size_t from = parser->pending_size;
  parse_advance(parser);
  parse_brace_is_object(parser);
  while (!parse_check(parser, TOKEN_RIGHT_BRACE) && !parse_check(parser, TOKEN_END) && !parser->panicking) {
    parse_field(parser);
    if (!parse_match(parser, TOKEN_COMMA)) break;
  }
  uint32_t count;
  ObjectField *fields = parse_take(parser, from, sizeof(ObjectField), &count);
  parse_expect(parser, TOKEN_RIGHT_BRACE, "after the fields");
  parse_leave(parser);
  Expr *expr = parse_new_expr(parser, EXPR_OBJECT, start);
  expr->object.fields = fields;
  expr->object.count = count;
  parse_measure(parser, expr);
  return expr;
}

static Expr *parse_function_expr(Parser *parser) {
  uint32_t start = parser->current.span.start;
  parse_advance(parser);
  if (parse_check(parser, TOKEN_NAME) && parse_error_missing(parser, "expected '(' after 'fn'")) {
    diag_hint(parser->diags, "a function inside an expression has no name");
  }
  FunctionNode *function = parse_function(parser, start, NULL, NULL);
  Expr *expr = parse_new_expr(parser, EXPR_FUNCTION, start);
  expr->function = function;
  parse_measure(parser, expr);
  return expr;
}

/* `super.m` or `super.m(x)` */
static Expr *parse_super(Parser *parser) {
  uint32_t start = parser->current.span.start;
  const Symbol *super = parser->current.symbol, *name;
  Span name_span;
  parse_advance(parser);
  if (!parse_expect(parser, TOKEN_DOT, "after 'super'") || !parse_member_name(parser, &name, &name_span)) return parse_no_expr(parser);
  bool invoke = parse_check_on_line(parser, TOKEN_LEFT_PAREN);
  ExprList args = {NULL, 0};
  if (invoke) args = parse_args(parser);
  Expr *expr = parse_new_expr(parser, invoke ? EXPR_SUPER_INVOKE : EXPR_SUPER, start);
  expr->super.name = name;
  expr->super.name_span = name_span;
  expr->super.args = args;
  expr->super.self.name = symbol_intern(parser->symbols, "self", 4);
  expr->super.super.name = super;
  parse_measure(parser, expr);
  return expr;
}

/* What people coming from other languages may have meant. */
static const char *hint_for(TokenKind unexpected, TokenKind before) {
  switch (unexpected) {
  case TOKEN_NOT: return "put parentheses around 'not ...'";
  case TOKEN_AMPERSAND: return before == TOKEN_AMPERSAND ? "write 'and'" : NULL;
  case TOKEN_PIPE: return before == TOKEN_PIPE ? "write 'or'" : NULL;
  case TOKEN_DOT: return "a number needs a digit before its '.'";
  case TOKEN_STAR: return before == TOKEN_STAR ? "write pow(a, b)" : NULL;
  default: return NULL;
  }
}

static Expr *report_no_operand(Parser *parser) {
  const char *hint = hint_for(parser->current.kind, parser->previous.kind);
  bool reported = parse_error_unexpected(parser, "expected an expression");
  if (reported && hint != NULL) diag_hint(parser->diags, "%s", hint);
  return parse_no_expr(parser);
}

static Expr *parse_primary(Parser *parser) {
  switch (parser->current.kind) {
  case TOKEN_NIL: return parse_word(parser, EXPR_NIL);
  case TOKEN_TRUE:
  case TOKEN_FALSE: return parse_word(parser, EXPR_BOOL);
  case TOKEN_INT: return parse_int(parser);
  case TOKEN_FLOAT: return parse_word(parser, EXPR_FLOAT);
  case TOKEN_STRING: return parse_word(parser, EXPR_STRING);
  case TOKEN_NAME: return parse_word(parser, EXPR_NAME);
  case TOKEN_SELF: return parse_word(parser, EXPR_SELF);
  case TOKEN_SUPER: return parse_super(parser);
  case TOKEN_LEFT_PAREN: return parse_parentheses(parser);
  case TOKEN_LEFT_BRACKET: return parse_list(parser);
  case TOKEN_LEFT_BRACE: return parse_object(parser);
  case TOKEN_FN: return parse_function_expr(parser);
  default: return report_no_operand(parser);
  }
}

/* ---- operands ---- */

Expr *parse_operand(Parser *parser) {
  uint32_t start = parser->current.span.start;
  Expr *primary = parse_primary(parser);
  return parse_postfix(parser, start, primary);
}

bool parse_at_smallest_int(const Parser *parser) {
  return parse_check(parser, TOKEN_INT) && parser->current.integer == smallest_int_magnitude;
}

Expr *parse_smallest_int(Parser *parser, uint32_t start) {
  parse_advance(parser);
  Expr *expr = parse_new_expr(parser, EXPR_INT, start);
  expr->integer = INT64_MIN;
  return parse_postfix(parser, start, expr);
}
