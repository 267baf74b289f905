/* print_stmt.c -- statements as text.
 *
 * One statement a line, except in a block that the author wrote on one line: that stays as it is, with `;` between its statements. Up
 * to one empty line between statements is kept.
 *
 *     if x > 0 { return x }         one line, as written
 *     while x < 10 {                or several: the statements one step deeper
 *       x += 1
 *     }
 */
#include "syntax/print_stmt.h"
#include "syntax/print_expr.h"

/* ---- blocks ---- */

/* Whether what stands between two braces goes on one line. */
static bool is_one_line(const Printer *printer, Span braces) {
  return !print_has_newline(printer, braces.start, braces.end) && !print_has_line_comment(printer, braces.start);
}

/* Opens braces. The comments before them which need a line come behind the brace, where they may have one. */
static void open_braces(Printer *printer, Span braces) {
  print_inline_comments(printer, braces.start);
  print_space(printer);
  print_text(printer, "{");
  print_space(printer);
  printer->page.fresh = true;
}

/* Before a statement or method that begins at `start`, on a line of its own. */
static void begin_line(Printer *printer, uint32_t start) {
  Page *page = &printer->page;
  print_comments(printer, start, printer->indent);
  if (page->glued) return;
  page_wish(page, print_blank_before(printer, start) && !page->fresh ? PAGE_BLANK : PAGE_LINE, printer->indent);
}

static void close_braces(Printer *printer, Span braces, bool one_line, uint32_t indent) {
  print_comments(printer, braces.end - 1, printer->indent);
  if (printer->page.fresh) {
    page_tighten(&printer->page); /* {} */
  } else if (one_line) {
    print_space(printer);
  } else {
    page_wish(&printer->page, PAGE_LINE, indent);
  }
  print_text(printer, "}");
}

static bool ends_with_block(const Stmt *stmt) {
  switch (stmt->kind) {
  case STMT_FN:
  case STMT_CLASS:
  case STMT_BLOCK:
  case STMT_IF:
  case STMT_WHILE:
  case STMT_FOR:
  case STMT_TRY: return true;
  default: return false;
  }
}

static void print_stmt(Printer *printer, const Stmt *stmt);

static void print_stmts(Printer *printer, const Block *block, bool one_line) {
  for (uint32_t i = 0; i < block->count; i++) {
    const Stmt *stmt = block->stmts[i];
    if (!one_line) {
      begin_line(printer, stmt->span.start);
    } else if (i > 0) {
      if (!ends_with_block(block->stmts[i - 1])) print_text(printer, ";");
      print_space(printer);
    }
    print_comments(printer, stmt->span.start, printer->indent);
    print_stmt(printer, stmt);
  }
}

void print_block(Printer *printer, const Block *block, uint32_t indent) {
  uint32_t outer = printer->indent;
  bool one_line = is_one_line(printer, block->span);
  open_braces(printer, block->span);
  printer->indent = indent + 1;
  print_stmts(printer, block, one_line);
  close_braces(printer, block->span, one_line, indent);
  printer->indent = outer;
  printer->one_line = one_line;
}

static void print_body(Printer *printer, const Block *block) { print_block(printer, block, printer->indent); }

/* ---- if, while, for, try ---- */

/* The expression of a header, in front of its block. */
static void print_header_expr(Printer *printer, const Expr *expr, int lowest) {
  print_space(printer);
  printer->continued = PRINT_CONTINUED_HEADER;
  print_expr(printer, expr, lowest);
  printer->continued = PRINT_CONTINUED;
}

/* Before `else`, `catch` or `finally`, which begins at `start`, behind `block`: on a line of its own only behind a block of one line. */
static void continue_stmt(Printer *printer, const Block *block, uint32_t start) {
  bool one_line = printer->one_line;
  print_comments(printer, start, printer->indent);
  if (one_line && print_has_newline(printer, block->span.end, start)) {
    page_wish(&printer->page, PAGE_LINE, printer->indent);
  } else {
    print_space(printer);
  }
}

/* `else`, behind the arm's block `before`. */
static void print_else(Printer *printer, const Block *before) {
  continue_stmt(printer, before, print_find(printer, before->span.end, 'e'));
  print_text(printer, "else");
}

static void print_arm(Printer *printer, const IfArm *arm) {
  print_text(printer, "if");
  print_header_expr(printer, arm->condition, PRINT_WHOLE);
  print_body(printer, arm->body);
}

static void print_if(Printer *printer, const Stmt *stmt) {
  const IfArm *arm = stmt->if_.arms;
  print_arm(printer, arm);
  for (uint32_t i = 1; i < stmt->if_.arm_count; i++) {
    print_else(printer, arm->body);
    print_space(printer);
    arm = &stmt->if_.arms[i];
    print_arm(printer, arm);
  }
  if (stmt->if_.otherwise == NULL) return;
  print_else(printer, arm->body);
  print_body(printer, stmt->if_.otherwise);
}

static void print_while(Printer *printer, const Stmt *stmt) {
  print_text(printer, "while");
  print_header_expr(printer, stmt->while_.condition, PRINT_WHOLE);
  print_body(printer, stmt->while_.body);
}

static void print_for(Printer *printer, const Stmt *stmt) {
  print_text(printer, "for ");
  print_symbol(printer, stmt->for_.variable->name);
  print_text(printer, " in");
  print_header_expr(printer, stmt->for_.iterable, PRINT_WHOLE);
  print_body(printer, stmt->for_.body);
}

static void print_catch(Printer *printer, const CatchClause *clause) {
  print_text(printer, "catch ");
  print_symbol(printer, clause->name->name);
  if (clause->class_expr != NULL) {
    print_text(printer, " is");
    print_header_expr(printer, clause->class_expr, PRECEDENCE_COMPARISON + 1);
  }
  print_body(printer, clause->body);
}

static void print_try(Printer *printer, const Stmt *stmt) {
  const Block *before = stmt->try_.body;
  print_text(printer, "try");
  print_body(printer, before);
  for (uint32_t i = 0; i < stmt->try_.catch_count; i++) {
    const CatchClause *clause = &stmt->try_.catches[i];
    continue_stmt(printer, before, clause->span.start);
    print_catch(printer, clause);
    before = clause->body;
  }
  if (stmt->try_.finally == NULL) return;
  continue_stmt(printer, before, print_find(printer, before->span.end, 'f'));
  print_text(printer, "finally");
  print_body(printer, stmt->try_.finally);
}

/* ---- functions and classes ---- */

static void print_fn(Printer *printer, const Stmt *stmt) {
  print_text(printer, "fn ");
  print_symbol(printer, stmt->fn.decl->name);
  print_function(printer, stmt->fn.function, stmt->fn.decl->span.end, printer->indent);
}

static void print_methods(Printer *printer, const Stmt *stmt, bool one_line) {
  for (uint32_t i = 0; i < stmt->class.written_count; i++) {
    const FunctionNode *method = stmt->class.written[i];
    uint32_t start = method->signature.span.start;
    if (one_line) {
      print_space(printer);
    } else {
      begin_line(printer, start);
    }
    print_comments(printer, start, printer->indent);
    print_symbol(printer, method->signature.name);
    print_function(printer, method, start + method->signature.name->length, printer->indent);
  }
}

static void print_class(Printer *printer, const Stmt *stmt) {
  uint32_t header_end = stmt->class.decl->span.end;
  print_text(printer, "class ");
  print_symbol(printer, stmt->class.decl->name);
  if (stmt->class.superclass != NULL) {
    print_text(printer, " extends");
    print_header_expr(printer, stmt->class.superclass, PRECEDENCE_POSTFIX);
    header_end = stmt->class.superclass->span.end;
  }
  Span braces = {print_find(printer, header_end, '{'), stmt->span.end};
  bool one_line = is_one_line(printer, braces);
  open_braces(printer, braces);
  printer->indent++;
  print_methods(printer, stmt, one_line);
  close_braces(printer, braces, one_line, printer->indent - 1);
  printer->indent--;
}

/* ---- simple statements ---- */

/* The value behind `=`, whose left side ends at `end`. */
static void print_value(Printer *printer, const Expr *value, uint32_t end) {
  print_break(printer, end, value->span.start);
  print_expr(printer, value, PRINT_WHOLE);
}

static void print_let(Printer *printer, const Stmt *stmt) {
  print_text(printer, "let ");
  print_symbol(printer, stmt->let.decl->name);
  print_text(printer, " =");
  print_value(printer, stmt->let.value, stmt->let.decl->span.end);
}

static void print_assign(Printer *printer, const Stmt *stmt) {
  const Expr *target = stmt->assign.target;
  print_expr(printer, target, PRECEDENCE_POSTFIX);
  print_inline_comments(printer, print_find(printer, target->span.end, '='));
  print_space(printer);
  if (stmt->assign.compound) print_text(printer, binary_operator_text(stmt->assign.op));
  print_text(printer, "=");
  print_value(printer, stmt->assign.value, target->span.end);
}

/* `return` and `throw` end with their line. If a comment would put the value on another one, parentheses hold it. */
static void print_keyword_value(Printer *printer, const char *keyword, const Expr *value) {
  print_text(printer, keyword);
  if (value == NULL) return;
  print_space(printer);
  bool hold = print_has_breaking_comment(printer, print_first_operand(value)->span.start);
  if (hold) print_text(printer, "(");
  print_expr(printer, value, PRINT_WHOLE);
  if (hold) print_text(printer, ")");
}

static void print_kind(Printer *printer, const Stmt *stmt) {
  switch (stmt->kind) {
  case STMT_EXPR: print_expr(printer, stmt->expr, PRINT_WHOLE); break;
  case STMT_LET: print_let(printer, stmt); break;
  case STMT_ASSIGN: print_assign(printer, stmt); break;
  case STMT_FN: print_fn(printer, stmt); break;
  case STMT_CLASS: print_class(printer, stmt); break;
  case STMT_BLOCK: print_body(printer, stmt->block); break;
  case STMT_IF: print_if(printer, stmt); break;
  case STMT_WHILE: print_while(printer, stmt); break;
  case STMT_FOR: print_for(printer, stmt); break;
  case STMT_BREAK: print_text(printer, "break"); break;
  case STMT_CONTINUE: print_text(printer, "continue"); break;
  case STMT_RETURN: print_keyword_value(printer, "return", stmt->expr); break;
  case STMT_THROW: print_keyword_value(printer, "throw", stmt->expr); break;
  case STMT_TRY: print_try(printer, stmt); break;
  }
}

/* The object that the statement's text would begin with, or NULL. */
static const Expr *leading_object(const Stmt *stmt) {
  if (stmt->kind != STMT_EXPR && stmt->kind != STMT_ASSIGN) return NULL;
  const Expr *first = print_first_operand(stmt->kind == STMT_EXPR ? stmt->expr : stmt->assign.target);
  return first->kind == EXPR_OBJECT ? first : NULL;
}

static void print_stmt(Printer *printer, const Stmt *stmt) {
  const Expr *outer_guarded = printer->guarded; /* this statement may stand in a function inside an expression */
  uint32_t outer_continued = printer->continued;
  printer->guarded = leading_object(stmt);
  printer->continued = PRINT_CONTINUED;
  print_kind(printer, stmt);
  printer->guarded = outer_guarded;
  printer->continued = outer_continued;
}

/* ---- the script ---- */

void print_script(Printer *printer) {
  printer->page.fresh = true;
  print_stmts(printer, printer->script->function->body, false);
  print_comments(printer, UINT32_MAX, 0);
}
