/* parse_stmt.c -- blocks, and the statements that hold blocks.
 *
 * What a statement is shows in its first token. Those with blocks end with the block's `}`; the others are in parse_simple.c. An `if`
 * with its `else if`s is one statement with a list of arms, and a `try` one with a list of clauses, so a long row of them nests no
 * deeper than a short one.
 */
#include "syntax/parse_stmt.h"
#include "support/source.h"
#include "syntax/parse_class.h"
#include "syntax/parse_expr.h"
#include "syntax/parse_function.h"
#include "syntax/parse_recover.h"
#include "syntax/parse_simple.h"
#include <inttypes.h>

static Block *parse_braces(Parser *parser);

/* ---- if, while, for ---- */

/* Behind an arm: true when another one follows, its `if` being the current token. */
static bool parse_else(Parser *parser, uint32_t brackets, Stmt *stmt) {
  if (parser->panicking || !parse_match(parser, TOKEN_ELSE)) return false;
  if (parse_check_on_line(parser, TOKEN_IF)) return true;
  stmt->if_.otherwise = parse_block(parser, brackets, "after 'else'");
  return false;
}

static Stmt *parse_if(Parser *parser) {
  uint32_t brackets = parser->bracket_count;
  size_t from = parser->pending_size;
  Stmt *stmt = parse_new_stmt(parser, STMT_IF, parser->current.span.start);
  do {
    parse_advance(parser);
    IfArm arm = {.condition = parse_expr(parser)};
    arm.body = parse_block(parser, brackets, "after the condition");
    parse_push(parser, &arm, sizeof arm);
  } while (parse_else(parser, brackets, stmt));
  stmt->if_.arms = parse_take(parser, from, sizeof(IfArm), &stmt->if_.arm_count);
  return stmt;
}

static Stmt *parse_while(Parser *parser) {
  uint32_t brackets = parser->bracket_count;
  Stmt *stmt = parse_new_stmt(parser, STMT_WHILE, parser->current.span.start);
  parse_advance(parser);
  stmt->while_.condition = parse_expr(parser);
  stmt->while_.body = parse_block(parser, brackets, "after the condition");
  return stmt;
}

static Stmt *parse_for(Parser *parser) {
  uint32_t brackets = parser->bracket_count;
  Stmt *stmt = parse_new_stmt(parser, STMT_FOR, parser->current.span.start);
  parse_advance(parser);
  const Symbol *name = parse_name(parser, "a variable name");
  stmt->for_.variable = parse_new_decl(parser, name, DECL_FOR);
  parse_expect(parser, TOKEN_IN, "after the variable of 'for'");
  stmt->for_.iterable = parse_expr(parser);
  stmt->for_.body = parse_block(parser, brackets, "after the value that 'for' walks");
  return stmt;
}

/* ---- try ---- */

static void parse_catch(Parser *parser) {
  uint32_t brackets = parser->bracket_count;
  CatchClause clause = {.span = parser->current.span};
  parse_advance(parser);
  const Symbol *name = parse_name(parser, "a variable name after 'catch'");
  clause.name = parse_new_decl(parser, name, DECL_CATCH);
  if (parse_match(parser, TOKEN_IS)) clause.class_expr = parse_is_operand(parser);
  clause.body = parse_block(parser, brackets, "after the 'catch' clause");
  clause.span.end = parser->previous.span.end;
  parse_push(parser, &clause, sizeof clause);
}

static Stmt *parse_try(Parser *parser) {
  uint32_t brackets = parser->bracket_count;
  size_t from = parser->pending_size;
  Stmt *stmt = parse_new_stmt(parser, STMT_TRY, parser->current.span.start);
  parse_advance(parser);
  stmt->try_.body = parse_block(parser, brackets, "after 'try'");
  while (parse_check(parser, TOKEN_CATCH) && !parser->panicking)
    parse_catch(parser);
  stmt->try_.catches = parse_take(parser, from, sizeof(CatchClause), &stmt->try_.catch_count);
  if (parse_check(parser, TOKEN_FINALLY) && !parser->panicking) {
    parse_advance(parser);
    stmt->try_.finally = parse_block(parser, brackets, "after 'finally'");
  }
  if (stmt->try_.catch_count == 0 && stmt->try_.finally == NULL) {
    parse_error_missing(parser, "expected 'catch' or 'finally' after the 'try' block");
  }
  return stmt;
}

/* ---- functions ---- */

static Stmt *parse_fn(Parser *parser) {
  Stmt *stmt = parse_new_stmt(parser, STMT_FN, parser->current.span.start);
  parse_advance(parser);
  const Symbol *name = parse_name(parser, "a function name");
  stmt->fn.decl = parse_new_decl(parser, name, DECL_FN);
  stmt->fn.function = parse_function(parser, stmt->span.start, name, NULL);
  return stmt;
}

/* ---- any statement ---- */

static Stmt *parse_block_stmt(Parser *parser) {
  Stmt *stmt = parse_new_stmt(parser, STMT_BLOCK, parser->current.span.start);
  stmt->block = parse_braces(parser);
  return stmt;
}

/* `else`, `catch` or `finally` with nothing before it that it could belong to. */
static Stmt *report_stray(Parser *parser, const char *owner) {
  parse_error_at(parser, parser->current.span, "'%s' without %s", token_text(parser->current.kind), owner);
  return parse_new_stmt(parser, STMT_BREAK, parser->current.span.start);
}

/* A statement that holds blocks; NULL when none begins here. */
static Stmt *parse_compound(Parser *parser) {
  switch (parser->current.kind) {
  case TOKEN_LEFT_BRACE: return parse_block_stmt(parser);
  case TOKEN_IF: return parse_if(parser);
  case TOKEN_WHILE: return parse_while(parser);
  case TOKEN_FOR: return parse_for(parser);
  case TOKEN_TRY: return parse_try(parser);
  case TOKEN_CLASS: return parse_class(parser);
  case TOKEN_FN: return parse_peek(parser)->kind == TOKEN_LEFT_PAREN ? NULL : parse_fn(parser);
  case TOKEN_ELSE: return report_stray(parser, "'if'");
  case TOKEN_CATCH:
  case TOKEN_FINALLY: return report_stray(parser, "'try'");
  default: return NULL;
  }
}

static Stmt *parse_stmt(Parser *parser) {
  Stmt *stmt = parse_compound(parser);
  if (stmt == NULL) return parse_simple(parser);
  stmt->span.end = parser->previous.span.end;
  return stmt;
}

/* ---- blocks ---- */

/* Pushes the statements up to a `}` or the end of the text. */
static void parse_stmts(Parser *parser) {
  while (!parse_check(parser, TOKEN_RIGHT_BRACE) && !parse_check(parser, TOKEN_END)) {
    if (parse_match(parser, TOKEN_SEMICOLON)) continue;
    ParseMark mark = parse_mark(parser);
    Stmt *stmt = parse_stmt(parser);
    parse_push(parser, &stmt, sizeof stmt);
    if (parser->panicking) parse_recover(parser, mark);
  }
}

static void report_unclosed(Parser *parser, uint32_t start) {
  if (!parse_error_missing(parser, "expected '}' at the end of the block")) return;
  Place place = source_place(parser->source, start);
  diag_hint(parser->diags, "the block begins on line %" PRIu32, place.line);
}

static Block *parse_braces(Parser *parser) {
  Block *block = ARENA_NEW(parser->arena, Block);
  if (!parse_enter(parser)) return block;
  size_t from = parser->pending_size;
  uint32_t start = parser->current.span.start;
  parse_advance(parser);
  parse_stmts(parser);
  block->stmts = parse_take(parser, from, sizeof(Stmt *), &block->count);
  if (!parse_match(parser, TOKEN_RIGHT_BRACE)) report_unclosed(parser, start);
  parse_leave(parser);
  block->span = (Span){start, parser->previous.span.end};
  return block;
}

Block *parse_block(Parser *parser, uint32_t brackets, const char *where) {
  bool assigns = parse_check(parser, TOKEN_EQUAL) && !parser->panicking;
  parse_require_on_line(parser, TOKEN_LEFT_BRACE, where);
  if (assigns) diag_hint(parser->diags, "to compare, write '=='");
  parse_recover_block(parser, brackets);
  return parser->panicking ? ARENA_NEW(parser->arena, Block) : parse_braces(parser);
}

Block *parse_script_block(Parser *parser) {
  Block *block = ARENA_NEW(parser->arena, Block);
  size_t from = parser->pending_size;
  parse_stmts(parser);
  while (!parse_check(parser, TOKEN_END)) {
    parse_error_at(parser, parser->current.span, "'}' without '{'");
    parse_advance(parser);
    parser->panicking = parse_check(parser, TOKEN_END);
    parse_stmts(parser);
  }
  block->stmts = parse_take(parser, from, sizeof(Stmt *), &block->count);
  block->span = (Span){0, parser->source->length};
  return block;
}
