/* fold_test.c -- what the folder makes of small programs, written as a nested list: `(+ a 1)`, `(if c [...] [...])`. */
#include "check.h"
#include "support/number.h"
#include "syntax/fold.h"
#include "syntax/parser.h"
#include "syntax/resolve.h"
#include <stdlib.h>

static const char *const BUILTINS[] = {"f", "g", "a", "b", "c", "s"};

typedef struct Folding {
  SymbolTable symbols;
  ScriptScope *scope;
  Arena arena;
  Source *source;
  Script *before;
  Script *after;
  char text[2000];
} Folding;

/* ---- a tree as text ---- */

static void put_expr(char *text, const Expr *expr);
static void put_block(char *text, const Block *block);

static void put(char *text, const char *more) { strcat(text, more); }

static void put_list(char *text, const ExprList *list) {
  for (uint32_t i = 0; i < list->count; i++) {
    put(text, " ");
    put_expr(text, list->items[i]);
  }
}

static void put_two(char *text, const char *op, const Expr *left, const Expr *right) {
  put(text, "(");
  put(text, op);
  put(text, " ");
  put_expr(text, left);
  put(text, " ");
  put_expr(text, right);
  put(text, ")");
}

static void put_literal(char *text, const Expr *expr) {
  char number[NUMBER_TEXT_SIZE] = "nil";
  if (expr->kind == EXPR_BOOL) sprintf(number, "%s", expr->boolean ? "true" : "false");
  if (expr->kind == EXPR_INT) number_format_int(number, expr->integer);
  if (expr->kind == EXPR_FLOAT) number_format_float(number, expr->number);
  put(text, number);
}

static void put_expr(char *text, const Expr *expr) {
  switch (expr->kind) {
  case EXPR_NAME: put(text, expr->name.name->chars); break;
  case EXPR_STRING: sprintf(text + strlen(text), "\"%s\"", expr->string->chars); break;
  case EXPR_UNARY:
    sprintf(text + strlen(text), "(%s ", unary_operator_text(expr->unary.op));
    put_expr(text, expr->unary.operand);
    put(text, ")");
    break;
  case EXPR_BINARY: put_two(text, binary_operator_text(expr->binary.op), expr->binary.left, expr->binary.right); break;
  case EXPR_AND: put_two(text, "and", expr->binary.left, expr->binary.right); break;
  case EXPR_OR: put_two(text, "or", expr->binary.left, expr->binary.right); break;
  case EXPR_IS: put_two(text, "is", expr->binary.left, expr->binary.right); break;
  case EXPR_CONDITIONAL:
    put(text, "(? ");
    put_expr(text, expr->conditional.condition);
    put(text, " ");
    put_expr(text, expr->conditional.then);
    put(text, " ");
    put_expr(text, expr->conditional.otherwise);
    put(text, ")");
    break;
  case EXPR_CALL:
    put(text, "(");
    put_expr(text, expr->call.callee);
    put_list(text, &expr->call.args);
    put(text, ")");
    break;
  case EXPR_INVOKE:
    sprintf(text + strlen(text), "(.%s ", expr->invoke.name->chars);
    put_expr(text, expr->invoke.object);
    put_list(text, &expr->invoke.args);
    put(text, ")");
    break;
  case EXPR_INDEX: put_two(text, "[]", expr->index.object, expr->index.index); break;
  case EXPR_FIELD:
    put_expr(text, expr->field.object);
    put(text, ".");
    put(text, expr->field.name->chars);
    break;
  case EXPR_LIST:
    put(text, "(list");
    put_list(text, &expr->list);
    put(text, ")");
    break;
  case EXPR_OBJECT:
    put(text, "(object");
    for (uint32_t i = 0; i < expr->object.count; i++) {
      put(text, " ");
      put_expr(text, expr->object.fields[i].value);
    }
    put(text, ")");
    break;
  case EXPR_FUNCTION:
    put(text, "fn");
    put_block(text, expr->function->body);
    break;
  default: put_literal(text, expr); break;
  }
}

static void put_head(char *text, const char *head, const Expr *expr) {
  put(text, "(");
  put(text, head);
  put(text, " ");
  put_expr(text, expr);
}

static void put_try(char *text, const Stmt *stmt) {
  put(text, "(try");
  put_block(text, stmt->try_.body);
  for (uint32_t i = 0; i < stmt->try_.catch_count; i++) {
    put(text, " catch ");
    if (stmt->try_.catches[i].class_expr != NULL) put_expr(text, stmt->try_.catches[i].class_expr);
    put_block(text, stmt->try_.catches[i].body);
  }
  if (stmt->try_.finally != NULL) put_block(text, stmt->try_.finally);
  put(text, ")");
}

static void put_stmt(char *text, const Stmt *stmt) {
  switch (stmt->kind) {
  case STMT_EXPR: put_expr(text, stmt->expr); return;
  case STMT_BLOCK: put_block(text, stmt->block); return;
  case STMT_TRY: put_try(text, stmt); return;
  case STMT_BREAK: put(text, "break"); return;
  case STMT_CONTINUE: put(text, "continue"); return;
  case STMT_FN:
    put(text, "(fn");
    put_block(text, stmt->fn.function->body);
    break;
  case STMT_LET: put_head(text, "let", stmt->let.value); break;
  case STMT_THROW: put_head(text, "throw", stmt->expr); break;
  case STMT_RETURN:
    if (stmt->expr == NULL) {
      put(text, "return");
      return;
    }
    put_head(text, "return", stmt->expr);
    break;
  case STMT_ASSIGN:
    put_head(text, "=", stmt->assign.target);
    put(text, " ");
    put_expr(text, stmt->assign.value);
    break;
  case STMT_CLASS:
    put(text, "(class ");
    if (stmt->class.superclass != NULL) put_expr(text, stmt->class.superclass);
    for (uint32_t i = 0; i < stmt->class.method_count; i++)
      put_block(text, stmt->class.methods[i]->body);
    break;
  case STMT_IF:
    put(text, "(if");
    for (uint32_t i = 0; i < stmt->if_.arm_count; i++) {
      put(text, " ");
      put_expr(text, stmt->if_.arms[i].condition);
      put_block(text, stmt->if_.arms[i].body);
    }
    if (stmt->if_.otherwise != NULL) put_block(text, stmt->if_.otherwise);
    break;
  case STMT_WHILE:
    put_head(text, "while", stmt->while_.condition);
    put_block(text, stmt->while_.body);
    break;
  case STMT_FOR:
    put_head(text, "for", stmt->for_.iterable);
    put_block(text, stmt->for_.body);
    break;
  }
  put(text, ")");
}

static void put_block(char *text, const Block *block) {
  put(text, " [");
  for (uint32_t i = 0; i < block->count; i++) {
    if (i > 0) put(text, " ");
    put_stmt(text, block->stmts[i]);
  }
  put(text, "]");
}

/* ---- folding ---- */

static bool fold_begin(Check *check, Folding *folding, const char *text) {
  DiagList diags;
  *folding = (Folding){0};
  symbol_table_init(&folding->symbols);
  arena_init(&folding->arena);
  folding->scope = script_scope_new(&folding->symbols, BUILTINS, ARRAY_COUNT(BUILTINS), false);
  folding->source = source_new("test.duet", text, strlen(text));
  diag_list_init(&diags, folding->source);
  folding->before = parse_script(folding->source, &folding->symbols, &folding->arena, &diags);
  if (diags.count == 0) resolve_script(folding->before, folding->scope, &diags);
  bool good = CHECK(check, diags.count == 0);
  diag_list_free(&diags);
  if (!good) return false;
  char before[2000] = "";
  char still[2000] = "";
  put_block(before, folding->before->function->body);
  folding->after = fold_script(folding->before, &folding->symbols);
  put_block(still, folding->before->function->body);
  CHECK_TEXT(check, still, before); /* the old tree is as it was */
  put_block(folding->text, folding->after->function->body);
  return true;
}

static void fold_end(Folding *folding) {
  script_scope_free(folding->scope);
  arena_free(&folding->arena);
  symbol_table_free(&folding->symbols);
  source_free(folding->source);
}

static void check_fold(Check *check, const char *text, const char *wanted, int line) {
  Folding folding;
  char in_block[2000];
  snprintf(in_block, sizeof in_block, " [%s]", wanted);
  if (fold_begin(check, &folding, text)) check_text(check, folding.text, in_block, __FILE__, line);
  fold_end(&folding);
}

#define FOLDS(check, text, wanted) check_fold((check), (text), (wanted), __LINE__)
#define STAYS(check, text, same) check_fold((check), (text), (same), __LINE__)

static void test_numbers(Check *check) {
  FOLDS(check, "2 + 3 * 4 - 10 / 2", "9");
  FOLDS(check, "-7 / 2; -7 % 2; 7 % -2", "-3 -1 1");
  FOLDS(check, "1 + 0.5; 2 * 1.0; 1.0 / 0; 0.0 / 0.0; 7.5 % 2", "1.5 2.0 inf nan 1.5");
  FOLDS(check, "-0.0; 0.0 * -1; 0 * -1; -(0.0)", "-0.0 -0.0 0 -0.0");
  FOLDS(check, "6 & 3; 6 | 3; 6 ^ 3; ~0; 1 << 62; -8 >> 1", "2 7 5 -1 4611686018427387904 -4");
  FOLDS(check, "9007199254740993 == 9007199254740992.0; 1 == 1.0; 0.0 == -0.0", "false true true");
  FOLDS(check, "9223372036854775807 < 9223372036854775808.0; 1.5 > 1; 2 >= 2.5", "true true false");
  FOLDS(check, "0.0 / 0.0 == 0.0 / 0.0; 0.0 / 0.0 != 1; 0.0 / 0.0 < 1; not (0.0 / 0.0 < 1)", "false true false true");
  FOLDS(check, "9223372036854775807 + -1; -9223372036854775808 % -1", "9223372036854775806 0");
}

/* What raises an error when it runs stays, to raise it there. */
static void test_errors_stay(Check *check) {
  STAYS(check, "1 / 0; 1 % 0", "(/ 1 0) (% 1 0)");
  STAYS(check, "9223372036854775807 + 1", "(+ 9223372036854775807 1)");
  STAYS(check, "-9223372036854775808 / -1", "(/ -9223372036854775808 -1)");
  STAYS(check, "1 << 64; 1 << -1; 1 << 63; 1 >> 64", "(<< 1 64) (<< 1 -1) (<< 1 63) (>> 1 64)");
  FOLDS(check, "-(-9223372036854775808)", "(- -9223372036854775808)");
  STAYS(check, "1 + \"a\"; \"a\" * 2; -\"a\"; ~1.5; nil + 1; true < false",
        "(+ 1 \"a\") (* \"a\" 2) (- \"a\") (~ 1.5) (+ nil 1) (< true false)");
  STAYS(check, "1.0 & 1; \"a\" < 1", "(& 1.0 1) (< \"a\" 1)");
  FOLDS(check, "f(1 / 0 + (1 + 1))", "(f (+ (/ 1 0) 2))");
}

static void test_other_values(Check *check) {
  FOLDS(check, "\"a\" + \"b\" + \"c\"; \"a\" == \"a\"; \"a\" < \"b\"; \"ab\" > \"a\"; \"\" >= \"a\"", "\"abc\" true true true false");
  FOLDS(check, "nil == nil; nil == false; true == true; true != false; 1 == \"1\"; nil != 0", "true false true true false true");
  FOLDS(check, "not nil; not 0; not 0.0; not -0.0; not \"\"; not 1; not (0.0 / 0.0)", "true true true true false false false");
  FOLDS(check, "a == 1 + 1; a + 1 + 2", "(== a 2) (+ (+ a 1) 2)");
}

static void test_long_strings(Check *check) {
  Folding folding;
  char text[1000] = "s = \"\"";
  for (int i = 0; i < 60; i++)
    strcat(text, " + \"abcdef\"");
  if (fold_begin(check, &folding, text)) {
    const Expr *value = folding.after->function->body->stmts[0]->assign.value;
    CHECK(check, value->kind == EXPR_BINARY); /* no string is made longer than a bound */
    while (value->kind == EXPR_BINARY)
      value = value->binary.left;
    CHECK(check, value->kind == EXPR_STRING && value->string->length > 100 && value->string->length <= 128);
  }
  fold_end(&folding);
}

static void test_choices(Check *check) {
  FOLDS(check, "true and a; nil and a; 1 or a; 0 or a", "a nil 1 a");
  FOLDS(check, "a and true; a or 1 + 1; (1 and 0) or a", "(and a true) (or a 2) a");
  FOLDS(check, "true ? a : b; 0 ? a : b; 1 > 2 ? a : 3 + 4; c ? 1 + 1 : 2 + 2", "a b 7 (? c 2 4)");
  FOLDS(check, "f(false and nowhere, 2 * 3).m(1 + 1)[1 + 1].x", "([] (.m (f false 6) 2) 2).x");
  FOLDS(check, "[1 + 1, a, {x: 2 + 2}]; fn() { return 1 + 1 }", "(list 2 a (object 4)) fn [(return 2)]");
}

static void test_reduced(Check *check) {
  FOLDS(check, "not (a == b); not (a != b); not (a < b)", "(!= a b) (== a b) (not (< a b))");
  FOLDS(check, "not not a; not not not a; not not not not a", "(not (not a)) (not a) (not (not a))");
  FOLDS(check, "not not a ? 1 : 2; while not not a { } if not not a { }", "(? a 1 2) (while a []) (if a [])");
  FOLDS(check, "(a & 1) + 0; 0 + (a | 1); (a ^ b) * 1; (a << 1) / 1; ~a - 0", "(& a 1) (| a 1) (^ a b) (<< a 1) (~ a)");
  FOLDS(check, "((a & 1) + (b & 1)) * 1; (~a | 0) << 0; -1 & ~a", "(+ (& a 1) (& b 1)) (~ a) (~ a)");
  STAYS(check, "a + 0; a * 1; a - 0; a * 0; a - a; a == a; a | 0; a / 1",
        "(+ a 0) (* a 1) (- a 0) (* a 0) (- a a) (== a a) (| a 0) (/ a 1)");
  STAYS(check, "0 - ~a; ~a + 0.0; ~a * 1.0; ~a * 0; (a + 1) + 0", "(- 0 (~ a)) (+ (~ a) 0.0) (* (~ a) 1.0) (* (~ a) 0) (+ (+ a 1) 0)");
}

static void test_dead_branches(Check *check) {
  FOLDS(check, "if true { f() } else { g() }; a", " [(f)] a");
  FOLDS(check, "if false { f() }; if nil { f() } else { g() }", " [(g)]");
  FOLDS(check, "if a { f() } else if false { g() } else { s() }", "(if a [(f)] [(s)])");
  FOLDS(check, "if a { f() } else if 1 { g() } else { s() }", "(if a [(f)] [(g)])");
  FOLDS(check, "if false { f() } else if a { g() }", "(if a [(g)])");
  FOLDS(check, "while 1 > 2 { f() } while 1 < 2 { f(1 + 1) }", "(while true [(f 2)])");
  FOLDS(check, "fn x() { return 1; f(); fn y() { } } a", "(fn [(return 1)]) a");
  FOLDS(check, "while a { break; f() } while a { continue; f() } throw a; f()", "(while a [break]) (while a [continue]) (throw a)");
  FOLDS(check, "try { f(1 + 1) } catch e is g { 2 * 2 } catch e { } finally { if 0 { } }", "(try [(f 2)] catch g [4] catch  [] [])");
  FOLDS(check, "class K extends f { m() { return 1 + 1 } n() { return a } }", "(class f [(return 2)] [(return a)])");
}

/* ---- places ---- */

static void test_places(Check *check) {
  Folding folding;
  if (fold_begin(check, &folding, "x = (1 + 2) * 3")) {
    const Expr *value = folding.after->function->body->stmts[0]->assign.value;
    const Expr *old = folding.before->function->body->stmts[0]->assign.value;
    CHECK(check, value->kind == EXPR_INT && value->integer == 9 && value->folded && value->height == 1);
    CHECK(check, value->span.start == old->span.start && value->span.end == old->span.end);
    CHECK(check, old->kind == EXPR_BINARY && !old->folded);
  }
  fold_end(&folding);
  /* A chosen branch keeps its own place; so where the place of the whole is shown, nothing is chosen. */
  FOLDS(check, "throw true ? a : b", "(throw (? true a b))");
  FOLDS(check, "throw true ? 1 + 1 : b", "(throw 2)");
  FOLDS(check, "for i in true and a { }", "(for (and true a) [])");
  FOLDS(check, "try { } catch e is (1 or a)[0] { }", "(try [] catch ([] 1 0) [])");
}

/* What did not change is the very same node. */
static void test_sharing(Check *check) {
  Folding folding;
  if (fold_begin(check, &folding, "a; fn x() { return b } y = 1 + 1")) {
    const Block *before = folding.before->function->body;
    const Block *after = folding.after->function->body;
    CHECK(check, before != after && before->stmts[0] == after->stmts[0] && before->stmts[1] == after->stmts[1]);
    CHECK(check, before->stmts[2] != after->stmts[2] && before->stmts[2]->assign.target == after->stmts[2]->assign.target);
    CHECK(check, folding.after->function->slot_count == folding.before->function->slot_count);
  }
  fold_end(&folding);
  if (fold_begin(check, &folding, "a; b = f(a)")) CHECK(check, folding.before->function == folding.after->function);
  fold_end(&folding);
}

/* A chain of a million operands, and one that can be worked out. */
static void test_long_chains(Check *check) {
  enum { COUNT = 200000 };
  static const char *const OPERANDS[] = {" + a", " + 1"};
  for (int i = 0; i < 2; i++) {
    char *text = malloc(COUNT * 4 + 10);
    char *end = text + sprintf(text, "%s", OPERANDS[i] + 3);
    for (int j = 1; j < COUNT; j++)
      end += sprintf(end, "%s", OPERANDS[i]);
    Folding folding = {0};
    DiagList diags;
    symbol_table_init(&folding.symbols);
    arena_init(&folding.arena);
    folding.scope = script_scope_new(&folding.symbols, BUILTINS, ARRAY_COUNT(BUILTINS), false);
    folding.source = source_new("test.duet", text, strlen(text));
    diag_list_init(&diags, folding.source);
    folding.before = parse_script(folding.source, &folding.symbols, &folding.arena, &diags);
    resolve_script(folding.before, folding.scope, &diags);
    CHECK(check, diags.count == 0);
    const Expr *folded = fold_script(folding.before, &folding.symbols)->function->body->stmts[0]->expr;
    CHECK(check, i == 0 ? folded->height == COUNT : folded->kind == EXPR_INT && folded->integer == COUNT);
    free(text);
    fold_end(&folding);
  }
}

int main(void) {
  Check check = {0};
  test_numbers(&check);
  test_errors_stay(&check);
  test_other_values(&check);
  test_long_strings(&check);
  test_choices(&check);
  test_reduced(&check);
  test_dead_branches(&check);
  test_places(&check);
  test_sharing(&check);
  test_long_chains(&check);
  return check_report(&check);
}
