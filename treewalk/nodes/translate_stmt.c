/* translate_stmt.c -- statements.
 *
 * Compound assignments need no nodes of their own: `x += e` is `x = x + e`, where the operator's errors are at the whole statement. Parts of a target that are evaluated once are kept in temporaries first:
 *
 *     o().f += e        t = o();  t.f = t.f + e
 */
#include "translate_stmt.h"

#include "binary.h"
#include "branch.h"
#include "class_node.h"
#include "field.h"
#include "flow.h"
#include "index.h"
#include "leaf.h"
#include "literal.h"
#include "store.h"
#include "support/memory.h"
#include "translate_expr.h"
#include "try.h"

static Node *statement(Translator *t, const Stmt *stmt);

/* ---- blocks ---- */

Node *translate_statements(Translator *t, const Block *block, bool want_result) {
  Node **nodes = memory_alloc((block->count + 1) * sizeof *nodes);
  bool *drops = memory_alloc(block->count + 1);
  for (uint32_t i = 0; i < block->count; i++) {
    nodes[i] = statement(t, block->stmts[i]);
    bool is_result = want_result && i + 1 == block->count;
    drops[i] = block->stmts[i]->kind == STMT_EXPR && !is_result;
  }
  Node *node = scope_sequence(&t->builder, nodes, drops, block->count, block->span);
  memory_free(nodes);
  memory_free(drops);
  return node;
}

static const Scope *scope_of(Translator *t, const Block *block) { return scope_new(&t->builder, block->decls, block->decl_count); }

Node *translate_block(Translator *t, const Block *block) {
  return scope_block(&t->builder, scope_of(t, block), translate_statements(t, block, false), block->span);
}

/* ---- assignments ---- */

/* What a target gets: `value`, or for a compound assignment `old` op `value`. */
static Node *new_value(Translator *t, const Stmt *stmt, Node *old) {
  if (!stmt->assign.compound) return translate_expr(t, stmt->assign.value);
  Builder *b = &t->builder;
  uint32_t temporary = build_take(b, 1);
  Node *value = translate_expr(t, stmt->assign.value);
  build_take(b, 1);
  Node *node = binary_new(b, stmt->assign.op, old, value, temporary, stmt->span);
  build_release(b, temporary);
  return node;
}

static Node *assign_name(Translator *t, const Stmt *stmt) {
  const Expr *target = stmt->assign.target;
  bool compound = stmt->assign.compound;
  Node *old = compound ? leaf_variable(&t->builder, &target->name, target->span) : NULL;
  Node *value = new_value(t, stmt, old);
  return store_assign(&t->builder, &target->name, target->name.checked && !compound, value, target->span); /* what has been read is set */
}

/* A part of a target that is needed twice: kept in the temporary, which is taken, by a statement that comes first (`*first`). What reads it is given back. */
static Node *keep(Translator *t, const Expr *part, Node **first) {
  Builder *b = &t->builder;
  uint32_t temporary = b->depth;
  Node *value = translate_expr(t, part);
  build_take(b, 1);
  *first = store_slot(b, temporary, value, part->span);
  return leaf_slot(b, temporary, part->span);
}

static Node *after(Translator *t, Node *const *first, uint32_t count, Node *last, Span span) {
  Node *const nodes[] = {first[0], count > 1 ? first[1] : last, last};
  static const bool drops[3] = {false};
  return scope_sequence(&t->builder, nodes, drops, count + 1, span);
}

static Node *set_item(Translator *t, const Stmt *stmt, Node *object, Node *index, uint32_t temporary) {
  Builder *b = &t->builder;
  const Expr *target = stmt->assign.target;
  Node *old = NULL;
  if (stmt->assign.compound) {
    uint32_t first = build_take(b, 2);
    old = index_get(b, object, index, first, target->span);
    build_release(b, first);
  }
  Node *value = new_value(t, stmt, old);
  build_take(b, 1);
  return index_set(b, object, index, value, temporary, target->span);
}

static Node *assign_item(Translator *t, const Stmt *stmt) {
  Builder *b = &t->builder;
  const Expr *target = stmt->assign.target;
  uint32_t start = b->depth;
  Node *node;
  if (stmt->assign.compound) {
    Node *first[2];
    Node *object = keep(t, target->index.object, &first[0]);
    Node *index = keep(t, target->index.index, &first[1]);
    uint32_t temporary = build_take(b, 2);
    node = after(t, first, 2, set_item(t, stmt, object, index, temporary), stmt->span);
  } else {
    Node *object = translate_expr(t, target->index.object);
    uint32_t temporary = build_take(b, 1);
    Node *index = translate_expr(t, target->index.index);
    build_take(b, 1);
    node = set_item(t, stmt, object, index, temporary);
  }
  build_release(b, start);
  return node;
}

static Node *set_field(Translator *t, const Stmt *stmt, Node *object, uint32_t temporary) {
  Builder *b = &t->builder;
  const Expr *target = stmt->assign.target;
  Node *old = NULL;
  if (stmt->assign.compound) {
    uint32_t first = build_take(b, 1);
    old = field_get(b, object, target->field.name, first, target->span);
    build_release(b, first);
  }
  Node *value = new_value(t, stmt, old);
  build_take(b, 1);
  return field_set(b, object, target->field.name, value, temporary, target->span);
}

static Node *assign_field(Translator *t, const Stmt *stmt) {
  Builder *b = &t->builder;
  const Expr *target = stmt->assign.target;
  uint32_t start = b->depth;
  uint32_t slot;
  Node *first[1] = {NULL};
  Node *object = translate_expr(t, target->field.object);
  if (stmt->assign.compound && !leaf_is_slot(object, &slot)) object = keep(t, target->field.object, first);
  uint32_t temporary = build_take(b, 1);
  Node *node = set_field(t, stmt, object, temporary);
  if (first[0]) node = after(t, first, 1, node, stmt->span);
  build_release(b, start);
  return node;
}

static Node *assign(Translator *t, const Stmt *stmt) {
  switch (stmt->assign.target->kind) {
  case EXPR_NAME: return assign_name(t, stmt);
  case EXPR_INDEX: return assign_item(t, stmt);
  default: return assign_field(t, stmt); /* EXPR_FIELD */
  }
}

/* ---- definitions ---- */

static Node *define_function(Translator *t, const Stmt *stmt) {
  Node *closure = literal_closure(&t->builder, t->function(t, stmt->fn.function), stmt->span);
  return store_declared(&t->builder, stmt->fn.decl, closure, stmt->span);
}

static Node *define_class(Translator *t, const Stmt *stmt) {
  Builder *b = &t->builder;
  uint32_t count = stmt->class.method_count;
  ClassMethod *methods = memory_alloc((count + 1) * sizeof *methods);
  uint32_t temporary = build_take(b, CLASS_TEMPORARIES);
  Node *superclass = stmt->class.superclass ? translate_expr(t, stmt->class.superclass) : NULL;
  for (uint32_t i = 0; i < count; i++) {
    const FunctionNode *method = stmt->class.methods[i];
    methods[i] = (ClassMethod){t->function(t, method), build_place(b, method->signature.span)};
  }
  Node *node = class_node_new(b, stmt, superclass, methods, temporary);
  build_release(b, temporary);
  memory_free(methods);
  return node;
}

/* ---- control flow ---- */

/* `else if` is an `if` in the `else`: the last arm is made first. */
static Node *branch(Translator *t, const Stmt *stmt) {
  uint32_t count = stmt->if_.arm_count;
  Node **conditions = memory_alloc(count * sizeof *conditions);
  Node **bodies = memory_alloc(count * sizeof *bodies);
  for (uint32_t i = 0; i < count; i++) {
    conditions[i] = translate_expr(t, stmt->if_.arms[i].condition);
    bodies[i] = translate_block(t, stmt->if_.arms[i].body);
  }
  Node *node = stmt->if_.otherwise ? translate_block(t, stmt->if_.otherwise) : NULL;
  for (uint32_t i = count; i-- > 0;)
    node = branch_if(&t->builder, conditions[i], bodies[i], node, stmt->span);
  memory_free(conditions);
  memory_free(bodies);
  return node;
}

static Node *for_loop(Translator *t, const Stmt *stmt) {
  Builder *b = &t->builder;
  ForParts parts = {.variable = stmt->for_.variable, .state = stmt->for_.state_slot, .body_span = stmt->for_.body->span};
  parts.iterable = translate_expr(t, stmt->for_.iterable);
  parts.item = build_take(b, 1);
  parts.scope = scope_of(t, stmt->for_.body);
  parts.body = translate_statements(t, stmt->for_.body, false);
  Node *node = flow_for(b, &parts, stmt->span);
  build_release(b, parts.item);
  return node;
}

static Node *throw_value(Translator *t, const Stmt *stmt) {
  Builder *b = &t->builder;
  Node *value = translate_expr(t, stmt->expr);
  uint32_t temporary = build_take(b, 1);
  Node *node = flow_throw(b, value, temporary, stmt->expr->span);
  build_release(b, temporary);
  return node;
}

static TryClause try_clause(Translator *t, const CatchClause *clause) {
  TryClause made = {.name = clause->name, .scope = scope_of(t, clause->body)};
  made.class = clause->class_expr ? translate_expr(t, clause->class_expr) : NULL;
  made.body = translate_statements(t, clause->body, false);
  made.place = build_place(&t->builder, clause->body->span);
  return made;
}

static Node *try_statement(Translator *t, const Stmt *stmt) {
  Builder *b = &t->builder;
  uint32_t count = stmt->try_.catch_count;
  TryClause *clauses = memory_alloc((count + 1) * sizeof *clauses);
  uint32_t temporary = build_take(b, TRY_TEMPORARIES);
  Node *body = translate_block(t, stmt->try_.body);
  for (uint32_t i = 0; i < count; i++)
    clauses[i] = try_clause(t, &stmt->try_.catches[i]);
  Node *finally = stmt->try_.finally ? translate_block(t, stmt->try_.finally) : NULL;
  Node *node = try_new(b, body, clauses, count, finally, temporary, stmt->span);
  build_release(b, temporary);
  memory_free(clauses);
  return node;
}

static Node *return_value(Translator *t, const Stmt *stmt) {
  return stmt->expr ? translate_tail(t, stmt->expr) : leaf_constant(&t->builder, value_nil(), stmt->span);
}

static Node *loop(Translator *t, const Stmt *stmt) {
  Node *condition = translate_expr(t, stmt->while_.condition);
  return branch_while(&t->builder, condition, translate_block(t, stmt->while_.body), stmt->span);
}

/* ---- all of them ---- */

static Node *statement(Translator *t, const Stmt *stmt) {
  Builder *b = &t->builder;
  switch (stmt->kind) {
  case STMT_EXPR: return translate_expr(t, stmt->expr);
  case STMT_LET: return store_declared(b, stmt->let.decl, translate_expr(t, stmt->let.value), stmt->span);
  case STMT_ASSIGN: return assign(t, stmt);
  case STMT_FN: return define_function(t, stmt);
  case STMT_CLASS: return define_class(t, stmt);
  case STMT_BLOCK: return translate_block(t, stmt->block);
  case STMT_IF: return branch(t, stmt);
  case STMT_WHILE: return loop(t, stmt);
  case STMT_FOR: return for_loop(t, stmt);
  case STMT_BREAK: return flow_break(b, stmt->span);
  case STMT_CONTINUE: return flow_continue(b, stmt->span);
  case STMT_RETURN: return return_value(t, stmt);
  case STMT_THROW: return throw_value(t, stmt);
  case STMT_TRY: return try_statement(t, stmt);
  }
  __builtin_unreachable();
}
