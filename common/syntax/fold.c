/* fold.c -- the tree with its constant parts worked out.
 *
 *     while 60 * 60 > 1 { if false { a() } else { b() } }        while true { { b() } }
 *
 * The walk goes through the tree once, operands first. A node whose operands did not change is taken over as it is; one whose
 * operands did is copied; one that can be worked out (fold_constant.c) or made cheaper (fold_reduce.c) is replaced. So the old
 * tree stays as it was, and the two share most of their nodes.
 *
 * What a program does must stay the same to the last character of an error report:
 *   - An error is raised by the same expression at the same place, if it is reached. A literal made here has the span of the
 *     whole expression that it stands for. Where a branch is chosen (`true ? a : b` is a) it keeps its own span, for the errors
 *     of its own; only where the report would show the span of the whole (the value of a throw, what is walked by `for`, a
 *     superclass, the class of a catch) nothing is chosen: see fold_shown.
 *   - Slots, upvalues and checks are those of the old tree: what is dropped never ran.
 *   - Links that lead up (VarDecl.function, FunctionNode.enclosing) still lead to the old nodes, which say the same.
 */
#include "syntax/fold.h"
#include "support/memory.h"
#include "syntax/fold_constant.h"
#include "syntax/fold_reduce.h"
#include <string.h>

typedef struct Folder {
  Arena *arena;
  SymbolTable *symbols;
  Expr **spine; /* owned; nodes whose left operand is being folded */
  size_t spine_count;
  size_t spine_capacity;
} Folder;

static Expr *fold_expr(Folder *f, Expr *expr);
static Block *fold_block(Folder *f, Block *block);
static FunctionNode *fold_function(Folder *f, FunctionNode *node);

static Expr *copy_expr(Folder *f, const Expr *expr) { return arena_copy(f->arena, expr, sizeof *expr); }

/* ---- making new nodes ---- */

/* A literal in place of `whole`: what `literal` says, if anything, at the place of `whole`. */
static Expr *literal_for(Folder *f, const Expr *whole, const Expr *literal) {
  Expr *made = copy_expr(f, literal);
  made->span = whole->span;
  made->height = 1;
  made->tail = false;
  made->folded = true;
  return made;
}

/* `chosen`, an operand, in place of `whole`. */
static Expr *choose(Folder *f, const Expr *whole, Expr *chosen) { return constant_is(chosen) ? literal_for(f, whole, chosen) : chosen; }

static Expr *binary_for(Folder *f, const Expr *whole, BinaryOperator op, const Expr *binary) {
  Expr *made = copy_expr(f, binary);
  made->binary.op = op;
  made->span = whole->span;
  made->folded = true;
  return made;
}

/* ---- expressions ---- */

/* Folds each of `list` into `folded`; false if all stayed the same. */
static bool fold_list(Folder *f, const ExprList *list, ExprList *folded) {
  bool changed = false;
  *folded = *list;
  for (uint32_t i = 0; i < list->count; i++) {
    Expr *item = fold_expr(f, list->items[i]);
    if (item == list->items[i]) continue;
    if (!changed) folded->items = arena_copy(f->arena, list->items, list->count * sizeof *list->items);
    changed = true;
    folded->items[i] = item;
  }
  return changed;
}

static Expr *fold_object(Folder *f, Expr *expr) {
  Expr *made = expr;
  for (uint32_t i = 0; i < expr->object.count; i++) {
    Expr *value = fold_expr(f, expr->object.fields[i].value);
    if (value == expr->object.fields[i].value) continue;
    if (made == expr) {
      made = copy_expr(f, expr);
      made->object.fields = arena_copy(f->arena, expr->object.fields, expr->object.count * sizeof *expr->object.fields);
    }
    made->object.fields[i].value = value;
  }
  return made;
}

static Expr *fold_unary(Folder *f, Expr *expr) {
  BinaryOperator turned;
  Expr *operand = fold_expr(f, expr->unary.operand);
  Expr result = *expr;
  if (constant_is(operand) && constant_unary(expr->unary.op, operand, &result)) return literal_for(f, expr, &result);
  if (expr->unary.op == UNARY_NOT) operand = reduce_condition(operand);
  if (expr->unary.op == UNARY_NOT && reduce_not(operand, &turned)) return binary_for(f, expr, turned, operand);
  if (operand == expr->unary.operand) return expr;
  Expr *made = copy_expr(f, expr);
  made->unary.operand = operand;
  return made;
}

static Expr *fold_conditional(Folder *f, Expr *expr) {
  Expr *condition = reduce_condition(fold_expr(f, expr->conditional.condition));
  if (constant_is(condition)) {
    Expr *branch = constant_is_true(condition) ? expr->conditional.then : expr->conditional.otherwise;
    return choose(f, expr, fold_expr(f, branch));
  }
  Expr *then = fold_expr(f, expr->conditional.then);
  Expr *otherwise = fold_expr(f, expr->conditional.otherwise);
  bool same = condition == expr->conditional.condition && then == expr->conditional.then;
  if (same && otherwise == expr->conditional.otherwise) return expr;
  Expr *made = copy_expr(f, expr);
  made->conditional.condition = condition;
  made->conditional.then = then;
  made->conditional.otherwise = otherwise;
  return made;
}

/* An expression that leans on nothing to its left. */
static Expr *fold_leaf(Folder *f, Expr *expr) {
  Expr *made = expr;
  ExprList list;
  switch (expr->kind) {
  case EXPR_UNARY: made = fold_unary(f, expr); break;
  case EXPR_CONDITIONAL: made = fold_conditional(f, expr); break;
  case EXPR_OBJECT: made = fold_object(f, expr); break;
  case EXPR_LIST:
    if (!fold_list(f, &expr->list, &list)) return expr;
    made = copy_expr(f, expr);
    made->list = list;
    break;
  case EXPR_SUPER_INVOKE:
    if (!fold_list(f, &expr->super.args, &list)) return expr;
    made = copy_expr(f, expr);
    made->super.args = list;
    break;
  case EXPR_FUNCTION: {
    FunctionNode *function = fold_function(f, expr->function);
    if (function == expr->function) return expr;
    made = copy_expr(f, expr);
    made->function = function;
    break;
  }
  default: return expr;
  }
  if (made != expr) expr_set_height(made);
  return made;
}

/* A BINARY, AND, OR or IS with its operands folded. */
static Expr *join_binary(Folder *f, Expr *expr, Expr *left, Expr *right) {
  Expr result = *expr;
  if (expr->kind == EXPR_BINARY && constant_is(left) && constant_is(right) &&
      constant_binary(f->symbols, expr->binary.op, left, right, &result))
    return literal_for(f, expr, &result);
  Expr *made = expr;
  if (left != expr->binary.left || right != expr->binary.right) {
    made = copy_expr(f, expr);
    made->binary.left = left;
    made->binary.right = right;
  }
  if (made->kind != EXPR_BINARY) return made;
  Expr *same = reduce_binary(made);
  return same != NULL ? choose(f, expr, same) : made;
}

/* A constant on the left decides now which operand is given; the right one may still be anything. */
static Expr *fold_logical(Folder *f, Expr *expr, Expr *left) {
  if (constant_is(left)) {
    bool gives_left = constant_is_true(left) == (expr->kind == EXPR_OR);
    return choose(f, expr, gives_left ? left : fold_expr(f, expr->binary.right));
  }
  return join_binary(f, expr, left, fold_expr(f, expr->binary.right));
}

/* A call, index or field on a folded left operand. */
static Expr *fold_postfix(Folder *f, Expr *expr, Expr *left) {
  bool changed = left != expr_left(expr);
  Expr copy = *expr;
  switch (expr->kind) {
  case EXPR_CALL:
    copy.call.callee = left;
    changed |= fold_list(f, &expr->call.args, &copy.call.args);
    break;
  case EXPR_INVOKE:
    copy.invoke.object = left;
    changed |= fold_list(f, &expr->invoke.args, &copy.invoke.args);
    break;
  case EXPR_INDEX:
    copy.index.object = left;
    copy.index.index = fold_expr(f, expr->index.index);
    changed |= copy.index.index != expr->index.index;
    break;
  default: copy.field.object = left; break;
  }
  return changed ? copy_expr(f, &copy) : expr;
}

/* An expression whose left operand has been folded to `left`. */
static Expr *fold_right(Folder *f, Expr *expr, Expr *left) {
  Expr *made;
  switch (expr->kind) {
  case EXPR_BINARY:
  case EXPR_IS: made = join_binary(f, expr, left, fold_expr(f, expr->binary.right)); break;
  case EXPR_AND:
  case EXPR_OR: made = fold_logical(f, expr, left); break;
  default: made = fold_postfix(f, expr, left); break;
  }
  if (made != expr) expr_set_height(made);
  return made;
}

/* Goes down the left side without recursion, then comes back up. */
static Expr *fold_expr(Folder *f, Expr *expr) {
  size_t bottom = f->spine_count;
  for (Expr *left = expr_left(expr); left != NULL; left = expr_left(expr)) {
    if (f->spine_count == f->spine_capacity) {
      f->spine_capacity = memory_grow(f->spine_capacity, f->spine_count + 1);
      f->spine = memory_resize(f->spine, f->spine_capacity * sizeof(Expr *));
    }
    f->spine[f->spine_count++] = expr;
    expr = left;
  }
  Expr *made = fold_leaf(f, expr);
  while (f->spine_count > bottom) {
    Expr *above = f->spine[--f->spine_count];
    made = fold_right(f, above, made);
  }
  return made;
}

/* An expression whose own span a report may show: nothing is chosen in its place. */
static Expr *fold_shown(Folder *f, Expr *expr) {
  Expr *made = fold_expr(f, expr);
  bool same_place = made->span.start == expr->span.start && made->span.end == expr->span.end;
  return same_place ? made : expr;
}

/* ---- statements ---- */

/* A statement like `stmt` that may be changed. */
static Stmt *copy_stmt(Folder *f, const Stmt *stmt) { return arena_copy(f->arena, stmt, sizeof *stmt); }

static Stmt *block_stmt(Folder *f, const Stmt *stmt, Block *block) {
  Stmt *made = copy_stmt(f, stmt);
  made->kind = STMT_BLOCK;
  made->block = block;
  return made;
}

/* EXPR, RETURN, THROW. */
static Stmt *fold_one(Folder *f, Stmt *stmt) {
  if (stmt->expr == NULL) return stmt;
  Expr *expr = stmt->kind == STMT_THROW ? fold_shown(f, stmt->expr) : fold_expr(f, stmt->expr);
  if (expr == stmt->expr) return stmt;
  Stmt *made = copy_stmt(f, stmt);
  made->expr = expr;
  return made;
}

static Stmt *fold_let(Folder *f, Stmt *stmt) {
  Expr *value = stmt->let.value == NULL ? NULL : fold_expr(f, stmt->let.value);
  if (value == stmt->let.value) return stmt;
  Stmt *made = copy_stmt(f, stmt);
  made->let.value = value;
  return made;
}

static Stmt *fold_assign(Folder *f, Stmt *stmt) {
  Expr *target = stmt->assign.target->kind == EXPR_NAME ? stmt->assign.target : fold_expr(f, stmt->assign.target);
  Expr *value = fold_expr(f, stmt->assign.value);
  if (target == stmt->assign.target && value == stmt->assign.value) return stmt;
  Stmt *made = copy_stmt(f, stmt);
  made->assign.target = target;
  made->assign.value = value;
  return made;
}

static Stmt *fold_fn(Folder *f, Stmt *stmt) {
  FunctionNode *function = fold_function(f, stmt->fn.function);
  if (function == stmt->fn.function) return stmt;
  Stmt *made = copy_stmt(f, stmt);
  made->fn.function = function;
  return made;
}

static Stmt *fold_class(Folder *f, Stmt *stmt) {
  Stmt *made = stmt;
  Expr *superclass = stmt->class.superclass == NULL ? NULL : fold_shown(f, stmt->class.superclass);
  if (superclass != stmt->class.superclass) {
    made = copy_stmt(f, stmt);
    made->class.superclass = superclass;
  }
  for (uint32_t i = 0; i < stmt->class.method_count; i++) {
    FunctionNode *method = fold_function(f, stmt->class.methods[i]);
    if (method == stmt->class.methods[i]) continue;
    if (made == stmt) made = copy_stmt(f, stmt);
    if (made->class.methods == stmt->class.methods)
      made->class.methods = arena_copy(f->arena, stmt->class.methods, stmt->class.method_count * sizeof(FunctionNode *));
    made->class.methods[i] = method;
  }
  return made;
}

/* An arm whose condition is false goes; one whose condition is true is the last. NULL when nothing is left. */
static Stmt *fold_if(Folder *f, Stmt *stmt) {
  IfArm *arms = arena_alloc(f->arena, stmt->if_.arm_count * sizeof *arms);
  uint32_t count = 0;
  Block *otherwise = NULL;
  bool always = false;
  bool changed = false;
  for (uint32_t i = 0; i < stmt->if_.arm_count && !always; i++) {
    IfArm arm = stmt->if_.arms[i];
    Expr *condition = reduce_condition(fold_expr(f, arm.condition));
    if (constant_is(condition)) {
      changed = true;
      always = constant_is_true(condition);
      if (always) otherwise = fold_block(f, arm.body);
      continue;
    }
    arms[count] = (IfArm){condition, fold_block(f, arm.body)};
    changed |= condition != arm.condition || arms[count].body != arm.body;
    count++;
  }
  if (!always && stmt->if_.otherwise != NULL) otherwise = fold_block(f, stmt->if_.otherwise);
  if (!changed && otherwise == stmt->if_.otherwise) return stmt;
  if (count == 0) return otherwise == NULL ? NULL : block_stmt(f, stmt, otherwise);
  Stmt *made = copy_stmt(f, stmt);
  made->if_.arms = arms;
  made->if_.arm_count = count;
  made->if_.otherwise = otherwise;
  return made;
}

/* NULL for a loop that has no turn. */
static Stmt *fold_while(Folder *f, Stmt *stmt) {
  Expr *condition = reduce_condition(fold_shown(f, stmt->while_.condition)); /* out of fuel is reported there */
  if (constant_is(condition) && !constant_is_true(condition)) return NULL;
  Block *body = fold_block(f, stmt->while_.body);
  if (condition == stmt->while_.condition && body == stmt->while_.body) return stmt;
  Stmt *made = copy_stmt(f, stmt);
  made->while_.condition = condition;
  made->while_.body = body;
  return made;
}

static Stmt *fold_for(Folder *f, Stmt *stmt) {
  Expr *iterable = fold_shown(f, stmt->for_.iterable);
  Block *body = fold_block(f, stmt->for_.body);
  if (iterable == stmt->for_.iterable && body == stmt->for_.body) return stmt;
  Stmt *made = copy_stmt(f, stmt);
  made->for_.iterable = iterable;
  made->for_.body = body;
  return made;
}

static Stmt *fold_try(Folder *f, Stmt *stmt) {
  Stmt *made = copy_stmt(f, stmt);
  uint32_t count = stmt->try_.catch_count;
  bool changed = false;
  made->try_.catches = arena_copy(f->arena, stmt->try_.catches, count * sizeof *stmt->try_.catches);
  for (uint32_t i = 0; i < count; i++) {
    CatchClause *clause = &made->try_.catches[i];
    if (clause->class_expr != NULL) clause->class_expr = fold_shown(f, clause->class_expr);
    clause->body = fold_block(f, clause->body);
    changed |= clause->class_expr != stmt->try_.catches[i].class_expr || clause->body != stmt->try_.catches[i].body;
  }
  made->try_.body = fold_block(f, stmt->try_.body);
  if (stmt->try_.finally != NULL) made->try_.finally = fold_block(f, stmt->try_.finally);
  changed |= made->try_.body != stmt->try_.body || made->try_.finally != stmt->try_.finally;
  return changed ? made : stmt;
}

/* What stands in place of `stmt`; NULL: nothing, it would do nothing. */
static Stmt *fold_stmt(Folder *f, Stmt *stmt) {
  Block *block;
  switch (stmt->kind) {
  case STMT_EXPR:
  case STMT_RETURN:
  case STMT_THROW: return fold_one(f, stmt);
  case STMT_LET: return fold_let(f, stmt);
  case STMT_ASSIGN: return fold_assign(f, stmt);
  case STMT_FN: return fold_fn(f, stmt);
  case STMT_CLASS: return fold_class(f, stmt);
  case STMT_BLOCK: block = fold_block(f, stmt->block); return block == stmt->block ? stmt : block_stmt(f, stmt, block);
  case STMT_IF: return fold_if(f, stmt);
  case STMT_WHILE: return fold_while(f, stmt);
  case STMT_FOR: return fold_for(f, stmt);
  case STMT_TRY: return fold_try(f, stmt);
  case STMT_BREAK:
  case STMT_CONTINUE: break;
  }
  return stmt;
}

static bool leaves(const Stmt *stmt) {
  return stmt->kind == STMT_RETURN || stmt->kind == STMT_THROW || stmt->kind == STMT_BREAK || stmt->kind == STMT_CONTINUE;
}

/* What stands behind a statement that leaves the block is never run, and goes. */
static Block *fold_block(Folder *f, Block *block) {
  Stmt **stmts = NULL; /* once something has changed */
  uint32_t count = 0;
  bool left = false;
  for (uint32_t i = 0; i < block->count; i++) {
    Stmt *made = left ? NULL : fold_stmt(f, block->stmts[i]);
    if (made != block->stmts[i] && stmts == NULL) stmts = arena_copy(f->arena, block->stmts, block->count * sizeof(Stmt *));
    if (made == NULL) continue;
    if (stmts != NULL) stmts[count] = made;
    count++;
    left |= leaves(made);
  }
  if (stmts == NULL) return block;
  Block *folded = arena_copy(f->arena, block, sizeof *block);
  folded->stmts = stmts;
  folded->count = count;
  return folded;
}

static FunctionNode *fold_function(Folder *f, FunctionNode *node) {
  Block *body = fold_block(f, node->body);
  if (body == node->body) return node;
  FunctionNode *folded = arena_copy(f->arena, node, sizeof *node);
  folded->body = body;
  return folded;
}

Script *fold_script(const Script *script, SymbolTable *symbols) {
  Folder folder = {.arena = script->arena, .symbols = symbols};
  Script *folded = arena_copy(script->arena, script, sizeof *script);
  folded->function = fold_function(&folder, script->function);
  memory_free(folder.spine);
  return folded;
}
