/* print_tree.c -- the picture of the tree that --ast shows.
 *
 *     ASSIGN                  one node a line: its kind, then what it carries
 *      |-- NAME x             a line's beginning shows the way up: | where more children follow, blank where the last one hangs
 *      `-- BINARY +
 *           |-- INT 2
 *           `-- INT 3
 *
 * Each function prints one node and then its children, of which it must know the last, since that gets a corner. Levels past
 * TREE_MAX_DEPTH are shown as `...`: a chain of a million operands is as deep as it is long, and its picture would be a triangle.
 */
#include "support/number.h"
#include "syntax/printer.h"
#include <inttypes.h>

enum { TREE_MAX_DEPTH = 200 };

typedef struct Tree {
  FILE *file;
  uint32_t depth;
  bool last[TREE_MAX_DEPTH + 1]; /* of the open nodes: is it its parent's last child? */
} Tree;

/* ---- lines ---- */

/* Begins the line of a node one level below the open ones, and opens it. False, with `...` in its place, when that is too deep. */
static bool begin_node(Tree *tree, bool last) {
  for (uint32_t i = 1; i < tree->depth; i++)
    fputs(tree->last[i] ? "     " : " |   ", tree->file);
  if (tree->depth > 0) fputs(last ? " `-- " : " |-- ", tree->file);
  if (tree->depth == TREE_MAX_DEPTH) {
    fputs("...\n", tree->file);
    return false;
  }
  tree->last[tree->depth++] = last;
  return true;
}

static void end_node(Tree *tree) { tree->depth--; }

/* A symbol behind a blank. */
static void put_symbol(Tree *tree, const Symbol *symbol) {
  fputc(' ', tree->file);
  fwrite(symbol->chars, 1, symbol->length, tree->file);
}

static void put_escaped(Tree *tree, unsigned char c) {
  switch (c) {
  case '"': fputs("\\\"", tree->file); break;
  case '\\': fputs("\\\\", tree->file); break;
  case '\n': fputs("\\n", tree->file); break;
  case '\t': fputs("\\t", tree->file); break;
  case '\r': fputs("\\r", tree->file); break;
  default:
    if (c < 0x20 || c >= 0x7f) {
      fprintf(tree->file, "\\x%02x", c);
    } else {
      fputc(c, tree->file);
    }
  }
}

static void put_string(Tree *tree, const Symbol *string) {
  fputs(" \"", tree->file);
  for (uint32_t i = 0; i < string->length; i++)
    put_escaped(tree, (unsigned char)string->chars[i]);
  fputc('"', tree->file);
}

static void put_params(Tree *tree, const FunctionNode *function) {
  fputc('(', tree->file);
  for (uint32_t i = 0; i < function->signature.arity; i++)
    fprintf(tree->file, "%s%s", i > 0 ? ", " : "", function->params[i]->name->chars);
  fputc(')', tree->file);
}

/* ---- expressions ---- */

static void show_expr(Tree *tree, const Expr *expr, bool last);
static void show_stmts(Tree *tree, const Block *block);

static void show_exprs(Tree *tree, const ExprList *list) {
  for (uint32_t i = 0; i < list->count; i++)
    show_expr(tree, list->items[i], i + 1 == list->count);
}

static void show_two(Tree *tree, const Expr *first, const Expr *second) {
  show_expr(tree, first, false);
  show_expr(tree, second, true);
}

static void show_fields(Tree *tree, const Expr *expr) {
  for (uint32_t i = 0; i < expr->object.count; i++) {
    const ObjectField *field = &expr->object.fields[i];
    if (!begin_node(tree, i + 1 == expr->object.count)) return;
    fputs("FIELD", tree->file);
    put_symbol(tree, field->name);
    fputc('\n', tree->file);
    show_expr(tree, field->value, true);
    end_node(tree);
  }
}

static const char *kind_text(ExprKind kind) {
  static const char *const texts[] = {
      [EXPR_NIL] = "NIL",
      [EXPR_BOOL] = "BOOL",
      [EXPR_INT] = "INT",
      [EXPR_FLOAT] = "FLOAT",
      [EXPR_STRING] = "STRING",
      [EXPR_LIST] = "LIST",
      [EXPR_OBJECT] = "OBJECT",
      [EXPR_FUNCTION] = "FUNCTION",
      [EXPR_NAME] = "NAME",
      [EXPR_SELF] = "SELF",
      [EXPR_SUPER] = "SUPER",
      [EXPR_UNARY] = "UNARY",
      [EXPR_BINARY] = "BINARY",
      [EXPR_AND] = "AND",
      [EXPR_OR] = "OR",
      [EXPR_IS] = "IS",
      [EXPR_CONDITIONAL] = "CONDITIONAL",
      [EXPR_CALL] = "CALL",
      [EXPR_INVOKE] = "INVOKE",
      [EXPR_SUPER_INVOKE] = "SUPER_INVOKE",
      [EXPR_INDEX] = "INDEX",
      [EXPR_FIELD] = "FIELD",
  };
  return texts[kind];
}

/* What the node's line says behind its kind. */
static void put_expr_details(Tree *tree, const Expr *expr) {
  char number[NUMBER_TEXT_SIZE];
  switch (expr->kind) {
  case EXPR_BOOL: fputs(expr->boolean ? " true" : " false", tree->file); break;
  case EXPR_INT: fprintf(tree->file, " %" PRId64, expr->integer); break;
  case EXPR_FLOAT:
    number_format_float(number, expr->number);
    fprintf(tree->file, " %s", number);
    break;
  case EXPR_STRING: put_string(tree, expr->string); break;
  case EXPR_NAME: put_symbol(tree, expr->name.name); break;
  case EXPR_FUNCTION:
    fputc(' ', tree->file);
    put_params(tree, expr->function);
    break;
  case EXPR_UNARY: fprintf(tree->file, " %s", unary_operator_text(expr->unary.op)); break;
  case EXPR_BINARY: fprintf(tree->file, " %s", binary_operator_text(expr->binary.op)); break;
  case EXPR_INVOKE: put_symbol(tree, expr->invoke.name); break;
  case EXPR_SUPER:
  case EXPR_SUPER_INVOKE: put_symbol(tree, expr->super.name); break;
  case EXPR_FIELD: put_symbol(tree, expr->field.name); break;
  default: break;
  }
}

static void show_call(Tree *tree, const Expr *callee, const ExprList *args) {
  show_expr(tree, callee, args->count == 0);
  show_exprs(tree, args);
}

static void show_operands(Tree *tree, const Expr *expr) {
  switch (expr->kind) {
  case EXPR_LIST: show_exprs(tree, &expr->list); break;
  case EXPR_OBJECT: show_fields(tree, expr); break;
  case EXPR_FUNCTION: show_stmts(tree, expr->function->body); break;
  case EXPR_UNARY: show_expr(tree, expr->unary.operand, true); break;
  case EXPR_BINARY:
  case EXPR_AND:
  case EXPR_OR:
  case EXPR_IS: show_two(tree, expr->binary.left, expr->binary.right); break;
  case EXPR_CONDITIONAL:
    show_expr(tree, expr->conditional.condition, false);
    show_two(tree, expr->conditional.then, expr->conditional.otherwise);
    break;
  case EXPR_CALL: show_call(tree, expr->call.callee, &expr->call.args); break;
  case EXPR_INVOKE: show_call(tree, expr->invoke.object, &expr->invoke.args); break;
  case EXPR_SUPER_INVOKE: show_exprs(tree, &expr->super.args); break;
  case EXPR_INDEX: show_two(tree, expr->index.object, expr->index.index); break;
  case EXPR_FIELD: show_expr(tree, expr->field.object, true); break;
  default: break;
  }
}

static void show_expr(Tree *tree, const Expr *expr, bool last) {
  if (!begin_node(tree, last)) return;
  fputs(kind_text(expr->kind), tree->file);
  put_expr_details(tree, expr);
  fputc('\n', tree->file);
  show_operands(tree, expr);
  end_node(tree);
}

/* ---- statements ---- */

/* A line with `label`, and a name behind it unless NULL; opens the node. */
static bool begin_labelled(Tree *tree, const char *label, const Symbol *name, bool last) {
  if (!begin_node(tree, last)) return false;
  fputs(label, tree->file);
  if (name != NULL) put_symbol(tree, name);
  fputc('\n', tree->file);
  return true;
}

static void show_block(Tree *tree, const char *label, const Block *block, bool last) {
  if (!begin_labelled(tree, label, NULL, last)) return;
  show_stmts(tree, block);
  end_node(tree);
}

static void show_function(Tree *tree, const char *label, const FunctionNode *function, bool last) {
  if (!begin_node(tree, last)) return;
  fputs(label, tree->file);
  put_symbol(tree, function->signature.name);
  put_params(tree, function);
  fputc('\n', tree->file);
  show_stmts(tree, function->body);
  end_node(tree);
}

/* A keyword with one expression, or none. */
static void show_keyword(Tree *tree, const char *label, const Symbol *name, const Expr *expr, bool last) {
  if (!begin_labelled(tree, label, name, last)) return;
  if (expr != NULL) show_expr(tree, expr, true);
  end_node(tree);
}

static void show_assign(Tree *tree, const Stmt *stmt, bool last) {
  if (!begin_node(tree, last)) return;
  fputs("ASSIGN", tree->file);
  if (stmt->assign.compound) fprintf(tree->file, " %s=", binary_operator_text(stmt->assign.op));
  fputc('\n', tree->file);
  show_two(tree, stmt->assign.target, stmt->assign.value);
  end_node(tree);
}

static void show_class(Tree *tree, const Stmt *stmt, bool last) {
  uint32_t count = stmt->class.method_count;
  if (!begin_labelled(tree, "CLASS", stmt->class.decl->name, last)) return;
  if (stmt->class.superclass != NULL) show_keyword(tree, "EXTENDS", NULL, stmt->class.superclass, count == 0);
  for (uint32_t i = 0; i < count; i++)
    show_function(tree, "METHOD", stmt->class.methods[i], i + 1 == count);
  end_node(tree);
}

static void show_if(Tree *tree, const Stmt *stmt, bool last) {
  uint32_t count = stmt->if_.arm_count;
  if (!begin_labelled(tree, "IF", NULL, last)) return;
  for (uint32_t i = 0; i < count; i++) {
    show_expr(tree, stmt->if_.arms[i].condition, false);
    show_block(tree, "THEN", stmt->if_.arms[i].body, i + 1 == count && stmt->if_.otherwise == NULL);
  }
  if (stmt->if_.otherwise != NULL) show_block(tree, "ELSE", stmt->if_.otherwise, true);
  end_node(tree);
}

/* WHILE and FOR: what is tested or walked, then the body. */
static void show_loop(Tree *tree, const char *label, const Symbol *name, const Expr *expr, const Block *body, bool last) {
  if (!begin_labelled(tree, label, name, last)) return;
  show_expr(tree, expr, false);
  show_block(tree, "BLOCK", body, true);
  end_node(tree);
}

static void show_catch(Tree *tree, const CatchClause *clause, bool last) {
  if (!begin_labelled(tree, "CATCH", clause->name->name, last)) return;
  if (clause->class_expr != NULL) show_expr(tree, clause->class_expr, false);
  show_block(tree, "BLOCK", clause->body, true);
  end_node(tree);
}

static void show_try(Tree *tree, const Stmt *stmt, bool last) {
  uint32_t count = stmt->try_.catch_count;
  bool has_finally = stmt->try_.finally != NULL;
  if (!begin_labelled(tree, "TRY", NULL, last)) return;
  show_block(tree, "BLOCK", stmt->try_.body, false);
  for (uint32_t i = 0; i < count; i++)
    show_catch(tree, &stmt->try_.catches[i], i + 1 == count && !has_finally);
  if (has_finally) show_block(tree, "FINALLY", stmt->try_.finally, true);
  end_node(tree);
}

static void show_stmt(Tree *tree, const Stmt *stmt, bool last) {
  switch (stmt->kind) {
  case STMT_EXPR: show_expr(tree, stmt->expr, last); break;
  case STMT_LET: show_keyword(tree, "LET", stmt->let.decl->name, stmt->let.value, last); break;
  case STMT_ASSIGN: show_assign(tree, stmt, last); break;
  case STMT_FN: show_function(tree, "FN", stmt->fn.function, last); break;
  case STMT_CLASS: show_class(tree, stmt, last); break;
  case STMT_BLOCK: show_block(tree, "BLOCK", stmt->block, last); break;
  case STMT_IF: show_if(tree, stmt, last); break;
  case STMT_WHILE: show_loop(tree, "WHILE", NULL, stmt->while_.condition, stmt->while_.body, last); break;
  case STMT_FOR: show_loop(tree, "FOR", stmt->for_.variable->name, stmt->for_.iterable, stmt->for_.body, last); break;
  case STMT_BREAK: show_keyword(tree, "BREAK", NULL, NULL, last); break;
  case STMT_CONTINUE: show_keyword(tree, "CONTINUE", NULL, NULL, last); break;
  case STMT_RETURN: show_keyword(tree, "RETURN", NULL, stmt->expr, last); break;
  case STMT_THROW: show_keyword(tree, "THROW", NULL, stmt->expr, last); break;
  case STMT_TRY: show_try(tree, stmt, last); break;
  }
}

static void show_stmts(Tree *tree, const Block *block) {
  for (uint32_t i = 0; i < block->count; i++)
    show_stmt(tree, block->stmts[i], i + 1 == block->count);
}

void print_tree(const Script *script, FILE *file) {
  Tree tree = {.file = file};
  show_stmts(&tree, script->function->body);
}
