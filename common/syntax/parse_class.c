/* parse_class.c -- classes.
 *
 *     class Square extends Shape {
 *       init(side) { super.init("square"); self.side = side }      a method: a function without `fn`
 *       area() { return self.side * self.side }
 *     }
 *
 * After an error inside the braces the next line is taken for the next method, as the next line of a block is for the next statement.
 */
#include "syntax/parse_class.h"
#include "syntax/parse_function.h"
#include "syntax/parse_operand.h"
#include "syntax/parse_recover.h"

/* Names of methods may be keywords. */
static void parse_method(Parser *parser, const Symbol *owner) {
  uint32_t start = parser->current.span.start;
  bool is_fn = parse_check(parser, TOKEN_FN) && token_is_word(parse_peek(parser)->kind);
  if (is_fn && parse_error_unexpected(parser, "expected a method name")) {
    diag_hint(parser->diags, "methods are written without 'fn'");
  } else if (!token_is_word(parser->current.kind)) {
    parse_error_unexpected(parser, "expected a method name");
  }
  if (parser->panicking) return;
  parse_advance(parser);
  FunctionNode *method = parse_function(parser, start, parser->previous.symbol, owner);
  parse_push(parser, &method, sizeof method);
}

/* Of methods with one name the last stays, at the first one's place. */
static void keep_each_method_once(Parser *parser, Stmt *stmt) {
  FunctionNode **written = stmt->class.written;
  uint32_t written_count = stmt->class.written_count, count = 0;
  parse_begin_names(parser);
  for (uint32_t i = 0; i < written_count; i++) {
    if (parse_first_position(parser, written[i]->signature.name, count) == count) count++;
  }
  stmt->class.methods = written;
  stmt->class.method_count = count;
  if (count == written_count) return;
  stmt->class.methods = arena_alloc(parser->arena, count * sizeof(FunctionNode *));
  for (uint32_t i = 0; i < written_count; i++) {
    stmt->class.methods[parse_first_position(parser, written[i]->signature.name, 0)] = written[i];
  }
}

/* What stands between the braces; the `{` has been taken. */
static void parse_methods(Parser *parser, Stmt *stmt) {
  size_t from = parser->pending_size;
  while (!parse_check(parser, TOKEN_RIGHT_BRACE) && !parse_check(parser, TOKEN_END)) {
    if (parse_match(parser, TOKEN_SEMICOLON)) continue;
    ParseMark mark = parse_mark(parser);
    parse_method(parser, stmt->class.decl->name);
    if (parser->panicking) parse_recover(parser, mark);
  }
  stmt->class.written = parse_take(parser, from, sizeof(FunctionNode *), &stmt->class.written_count);
  keep_each_method_once(parser, stmt);
}

static void parse_extends(Parser *parser, Stmt *stmt) {
  stmt->class.superclass = parse_operand(parser);
  VarDecl *decl = parse_new_decl(parser, symbol_intern(parser->symbols, "super", 5), DECL_SUPER);
  decl->span = stmt->class.superclass->span;
  stmt->class.super_decl = decl;
}

Stmt *parse_class(Parser *parser) {
  uint32_t start = parser->current.span.start;
  uint32_t brackets = parser->bracket_count;
  Stmt *stmt = parse_new_stmt(parser, STMT_CLASS, start);
  parse_advance(parser);
  const Symbol *name = parse_name(parser, "a class name");
  stmt->class.decl = parse_new_decl(parser, name, DECL_CLASS);
  if (parse_match(parser, TOKEN_EXTENDS)) parse_extends(parser, stmt);
  parse_recover_block(parser, brackets);
  if (!parse_require_on_line(parser, TOKEN_LEFT_BRACE, "before the methods of a class") || !parse_enter(parser)) return stmt;
  parse_advance(parser);
  parse_methods(parser, stmt);
  parse_expect(parser, TOKEN_RIGHT_BRACE, "after the methods of a class");
  parse_leave(parser);
  stmt->span.end = parser->previous.span.end;
  return stmt;
}
