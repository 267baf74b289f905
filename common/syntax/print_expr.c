/* print_expr.c -- expressions as text.
 *
 * The tree has no parentheses; they are put back where the text would otherwise mean another tree. Each operand is written for the
 * loosest precedence that may stand there:
 *
 *     BINARY *                 left  of *: at least 11, the + has 10: parentheses
 *      |-- BINARY +            right of *: at least 12
 *      |    |-- NAME a
 *      |    `-- NAME b         (a + b) * c
 *      `-- NAME c
 *
 * Others that the author wrote around an operand stay too, since they were meant to help the reader.
 *
 * A chain that leans left may be a million operands long, so it is written by a loop: all opening parentheses on the way down to its
 * first operand, then operator by operator on the way back.
 */
#include "syntax/print_expr.h"
#include "support/memory.h"
#include "support/number.h"
#include "syntax/print_list.h"

/* ---- precedence ---- */

enum { PRECEDENCE_PRIMARY = PRECEDENCE_POSTFIX };

static bool is_minus_literal(const Expr *expr) { return expr->kind == EXPR_INT && expr->integer < 0; }

static int precedence(const Expr *expr) {
  switch (expr->kind) {
  case EXPR_CONDITIONAL: return PRECEDENCE_CONDITIONAL;
  case EXPR_OR: return PRECEDENCE_OR;
  case EXPR_AND: return PRECEDENCE_AND;
  case EXPR_IS: return PRECEDENCE_COMPARISON;
  case EXPR_BINARY: return binary_operator_precedence(expr->binary.op);
  case EXPR_UNARY: return expr->unary.op == UNARY_NOT ? PRECEDENCE_NOT : PRECEDENCE_UNARY;
  default: return is_minus_literal(expr) ? PRECEDENCE_UNARY : PRECEDENCE_PRIMARY;
  }
}

/* The loosest precedence that may stand to the left in `expr`: its own, but comparisons do not chain. */
static int lowest_on_left(const Expr *expr) {
  int own = precedence(expr);
  return own == PRECEDENCE_COMPARISON ? own + 1 : own;
}

typedef struct Parentheses {
  bool written;   /* by the formatter */
  uint32_t start; /* of the operand in the source, with the parentheses that the author wrote */
} Parentheses;

static bool is_plain(const Expr *expr) { return precedence(expr) == PRECEDENCE_PRIMARY && expr->kind != EXPR_FUNCTION; }

/* Parentheses are written where the tree needs them. Others stay where the author put them around an operand, but not around a whole
 * expression or a plain name. `parent` is the node whose left operand `expr` is, or NULL. */
static Parentheses parentheses(const Printer *printer, const Expr *expr, const Expr *parent, int lowest) {
  Parentheses result = {false, expr->span.start};
  bool in_source = lowest != PRINT_WHOLE && !expr->folded && print_in_parentheses(printer, expr->span, &result.start);
  bool called = parent != NULL && parent->kind == EXPR_CALL; /* (o.m)(x) is not o.m(x) */
  result.written = expr == printer->guarded || precedence(expr) < lowest || (in_source && !is_plain(expr)) ||
                   (called && (expr->kind == EXPR_FIELD || expr->kind == EXPR_SUPER));
  return result;
}

/* ---- operands without a left one ---- */

/* A literal as it was written; one that the folder made, as it prints. */
static void print_number(Printer *printer, const Expr *expr) {
  const char *text = printer->script->source->text;
  Span span = expr->span;
  char made[NUMBER_TEXT_SIZE];
  if (expr->folded) {
    size_t length = expr->kind == EXPR_INT ? number_format_int(made, expr->integer) : number_format_float(made, expr->number);
    page_write(&printer->page, made, length);
    return;
  }
  if (is_minus_literal(expr)) { /* there may be blanks behind the minus */
    print_text(printer, "-");
    span.start = span.end - 1;
    while (text[span.start - 1] == '_' || (text[span.start - 1] >= '0' && text[span.start - 1] <= 'z'))
      span.start--;
  }
  page_write(&printer->page, text + span.start, span.end - span.start);
}

static void print_string(Printer *printer, const Expr *expr) {
  page_write(&printer->page, printer->script->source->text + expr->span.start, expr->span.end - expr->span.start);
}

static void print_items(Printer *printer, const char *open, const char *close, const ExprList *items, Span brackets, bool last_comma) {
  PrintList list = print_list_open(printer, open, brackets.start + 1);
  for (uint32_t i = 0; i < items->count; i++) {
    print_list_item(printer, &list, items->items[i]->span.start);
    print_expr(printer, items->items[i], PRINT_WHOLE);
    print_list_item_end(&list, items->items[i]->span.end);
  }
  print_list_close(printer, &list, close, brackets.end - 1, last_comma);
}

static void print_object(Printer *printer, const Expr *expr) {
  PrintList list = print_list_open(printer, "{", expr->span.start + 1);
  for (uint32_t i = 0; i < expr->object.count; i++) {
    const ObjectField *field = &expr->object.fields[i];
    print_list_item(printer, &list, field->name_span.start);
    print_symbol(printer, field->name);
    print_text(printer, ":");
    print_space(printer);
    print_expr(printer, field->value, PRINT_WHOLE);
    print_list_item_end(&list, field->value->span.end);
  }
  print_list_close(printer, &list, "}", expr->span.end - 1, true);
}

/* Arguments; `end` is where what is called ends, `call` the whole call's end. */
static void print_args(Printer *printer, const ExprList *args, uint32_t end, uint32_t call_end) {
  Span parentheses = {print_find(printer, end, '('), call_end};
  print_items(printer, "(", ")", args, parentheses, false);
}

static void print_unary(Printer *printer, const Expr *expr) {
  print_text(printer, unary_operator_text(expr->unary.op));
  bool is_not = expr->unary.op == UNARY_NOT;
  if (is_not) print_space(printer);
  print_expr(printer, expr->unary.operand, is_not ? PRECEDENCE_NOT : PRECEDENCE_UNARY);
}

static void print_conditional(Printer *printer, const Expr *expr) {
  const Expr *condition = expr->conditional.condition, *then = expr->conditional.then, *otherwise = expr->conditional.otherwise;
  uint32_t indent = print_continued_indent(printer);
  print_expr(printer, condition, PRECEDENCE_OR);
  print_comments(printer, print_find(printer, condition->span.end, '?'), indent);
  print_break(printer, condition->span.end, then->span.start);
  print_text(printer, "?");
  print_space(printer);
  print_expr(printer, then, PRECEDENCE_CONDITIONAL);
  print_comments(printer, print_find(printer, then->span.end, ':'), indent);
  print_break(printer, then->span.end, otherwise->span.start);
  print_text(printer, ":");
  print_space(printer);
  print_expr(printer, otherwise, PRECEDENCE_CONDITIONAL);
}

/* `.name`; a line may begin with the dot. */
static void print_member(Printer *printer, uint32_t end, const Symbol *name, Span name_span) {
  print_comments(printer, name_span.start, print_continued_indent(printer));
  page_tighten(&printer->page);
  if (print_has_newline(printer, end, name_span.start)) {
    page_wish(&printer->page, PAGE_BREAK, print_continued_indent(printer));
  }
  print_text(printer, ".");
  print_symbol(printer, name);
}

static void print_super(Printer *printer, const Expr *expr) {
  print_text(printer, "super");
  print_member(printer, expr->span.start + 5, expr->super.name, expr->super.name_span);
  if (expr->kind == EXPR_SUPER_INVOKE) print_args(printer, &expr->super.args, expr->super.name_span.end, expr->span.end);
}

static void print_function_expr(Printer *printer, const Expr *expr) {
  print_text(printer, "fn");
  print_function(printer, expr->function, expr->span.start + 2, printer->page.line_indent);
}

/* Any expression that has no left operand. */
static void print_operand(Printer *printer, const Expr *expr) {
  switch (expr->kind) {
  case EXPR_NIL: print_text(printer, "nil"); break;
  case EXPR_BOOL: print_text(printer, expr->boolean ? "true" : "false"); break;
  case EXPR_INT:
  case EXPR_FLOAT: print_number(printer, expr); break;
  case EXPR_STRING: print_string(printer, expr); break;
  case EXPR_NAME:
  case EXPR_SELF: print_symbol(printer, expr->name.name); break;
  case EXPR_LIST: print_items(printer, "[", "]", &expr->list, expr->span, true); break;
  case EXPR_OBJECT: print_object(printer, expr); break;
  case EXPR_FUNCTION: print_function_expr(printer, expr); break;
  case EXPR_SUPER:
  case EXPR_SUPER_INVOKE: print_super(printer, expr); break;
  case EXPR_UNARY: print_unary(printer, expr); break;
  case EXPR_CONDITIONAL: print_conditional(printer, expr); break;
  default: assert(!"an expression without a left operand"); break;
  }
}

/* ---- what follows a left operand ---- */

/* An operator and its right operand. `and` and `or` may begin a line, the others end one. */
static void print_infix(Printer *printer, const Expr *expr, const char *operator, bool may_begin_line) {
  const Expr *left = expr->binary.left, *right = expr->binary.right;
  uint32_t sign = print_find(printer, left->span.end, operator[0]);
  if (may_begin_line) {
    print_comments(printer, sign, print_continued_indent(printer));
    print_break(printer, left->span.end, right->span.start);
    print_text(printer, operator);
    print_space(printer);
  } else {
    print_inline_comments(printer, sign);
    print_space(printer);
    print_text(printer, operator);
    print_break(printer, left->span.end, right->span.start);
  }
  print_expr(printer, right, precedence(expr) + 1);
}

static void print_index(Printer *printer, const Expr *expr) {
  print_text(printer, "[");
  print_expr(printer, expr->index.index, PRINT_WHOLE);
  print_comments(printer, expr->span.end - 1, print_continued_indent(printer));
  page_tighten(&printer->page);
  print_text(printer, "]");
}

/* All of `expr` but its left operand. */
static void print_rest(Printer *printer, const Expr *expr) {
  switch (expr->kind) {
  case EXPR_BINARY: print_infix(printer, expr, binary_operator_text(expr->binary.op), false); break;
  case EXPR_AND: print_infix(printer, expr, "and", true); break;
  case EXPR_OR: print_infix(printer, expr, "or", true); break;
  case EXPR_IS: print_infix(printer, expr, "is", false); break;
  case EXPR_CALL: print_args(printer, &expr->call.args, expr->call.callee->span.end, expr->span.end); break;
  case EXPR_FIELD: print_member(printer, expr->field.object->span.end, expr->field.name, expr->field.name_span); break;
  case EXPR_INDEX: print_index(printer, expr); break;
  case EXPR_INVOKE:
    print_member(printer, expr->invoke.object->span.end, expr->invoke.name, expr->invoke.name_span);
    print_args(printer, &expr->invoke.args, expr->invoke.name_span.end, expr->span.end);
    break;
  default: assert(!"an expression with a left operand"); break;
  }
}

/* ---- chains ---- */

/* The parentheses of chain[i], where the chain as a whole is written for `lowest`. */
static Parentheses chain_parentheses(const Printer *printer, Expr *const *chain, uint32_t i, int lowest) {
  if (i == 0) return parentheses(printer, chain[0], NULL, lowest);
  return parentheses(printer, chain[i], chain[i - 1], lowest_on_left(chain[i - 1]));
}

void print_expr(Printer *printer, const Expr *expr, int lowest) {
  uint32_t count;
  Expr **chain = expr_chain((Expr *)expr, &count);
  for (uint32_t i = 0; i < count; i++) {
    Parentheses around = chain_parentheses(printer, chain, i, lowest);
    print_comments(printer, around.start, print_continued_indent(printer));
    if (around.written) print_text(printer, "(");
  }
  print_comments(printer, chain[count - 1]->span.start, print_continued_indent(printer));
  for (uint32_t i = count; i-- > 0;) {
    if (i + 1 == count) {
      print_operand(printer, chain[i]);
    } else {
      print_rest(printer, chain[i]);
    }
    if (chain_parentheses(printer, chain, i, lowest).written) {
      page_tighten(&printer->page);
      print_text(printer, ")");
    }
  }
  memory_free(chain);
}

const Expr *print_first_operand(const Expr *expr) {
  for (;;) {
    const Expr *left = expr->kind == EXPR_CONDITIONAL ? expr->conditional.condition : expr_left(expr);
    if (left == NULL) return expr;
    expr = left;
  }
}

/* ---- functions ---- */

void print_function(Printer *printer, const FunctionNode *function, uint32_t end, uint32_t indent) {
  uint32_t parenthesis = print_find(printer, end, '(');
  PrintList list = print_list_open(printer, "(", parenthesis + 1);
  for (uint32_t i = 0; i < function->signature.arity; i++) {
    print_list_item(printer, &list, function->params[i]->span.start);
    print_symbol(printer, function->params[i]->name);
    print_list_item_end(&list, function->params[i]->span.end);
  }
  print_list_close(printer, &list, ")", print_find(printer, list.end, ')'), false);
  printer->print_block(printer, function->body, indent);
}
