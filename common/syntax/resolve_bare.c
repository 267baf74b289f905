/* resolve_bare.c -- see resolve_bare.h. */
#include "syntax/resolve_bare.h"

static void look_at_stmt(Resolver *r, const Stmt *stmt);

/* Does an assignment in the current function to what `name` means here, `variable`, make a new variable? */
static bool makes_variable(const Resolver *r, const Variable *variable) {
  if (variable == NULL || variable->decl == NULL) return true;
  if (r->function->depth == 0) return variable->forward;
  return variable->depth == 0 && variable->decl->kind == DECL_BARE;
}

static void look_at_assignment(Resolver *r, const Expr *target) {
  const Symbol *name = target->name.name;
  Variable *there = names_find(r->names, name);
  if (!makes_variable(r, there)) return;
  VarDecl *decl = ARENA_NEW(r->arena, VarDecl);
  *decl = (VarDecl){.name = name, .kind = DECL_BARE, .span = target->span};
  Variable *variable = scope_new_variable(r, decl, NULL);
  variable->hidden = there;
  variable->hides_builtin = there != NULL && there->decl == NULL;
  variable->hides_script = there != NULL && there->decl != NULL && !there->forward;
  names_set(r->names, name, variable);
  assigned_push(&r->bare, variable);
}

/* A name that only hides others while its block is looked at; resolve.c declares it properly later. */
static void hide(Resolver *r, const VarDecl *decl) {
  Variable *variable = ARENA_NEW(&r->scratch, Variable);
  *variable = (Variable){.name = decl->name, .decl = (VarDecl *)decl, .depth = r->function->depth};
  names_open(r->names, variable);
}

static void look_at_stmts(Resolver *r, const Block *block) {
  for (uint32_t i = 0; i < block->count; i++)
    look_at_stmt(r, block->stmts[i]);
}

/* `first`: the for or catch name that the block begins with, or NULL. */
static void look_at_block(Resolver *r, const Block *block, const VarDecl *first) {
  size_t mark = r->names->open_count;
  if (first != NULL) hide(r, first);
  for (uint32_t i = 0; i < block->count; i++) {
    const VarDecl *decl = scope_declared_by(block->stmts[i]);
    if (decl != NULL) hide(r, decl);
  }
  look_at_stmts(r, block);
  names_close(r->names, mark);
}

static void look_at_stmt(Resolver *r, const Stmt *stmt) {
  switch (stmt->kind) {
  case STMT_ASSIGN:
    if (stmt->assign.target->kind == EXPR_NAME) look_at_assignment(r, stmt->assign.target);
    break;
  case STMT_BLOCK: look_at_block(r, stmt->block, NULL); break;
  case STMT_IF:
    for (uint32_t i = 0; i < stmt->if_.arm_count; i++)
      look_at_block(r, stmt->if_.arms[i].body, NULL);
    if (stmt->if_.otherwise != NULL) look_at_block(r, stmt->if_.otherwise, NULL);
    break;
  case STMT_WHILE: look_at_block(r, stmt->while_.body, NULL); break;
  case STMT_FOR: look_at_block(r, stmt->for_.body, stmt->for_.variable); break;
  case STMT_TRY:
    look_at_block(r, stmt->try_.body, NULL);
    for (uint32_t i = 0; i < stmt->try_.catch_count; i++)
      look_at_block(r, stmt->try_.catches[i].body, stmt->try_.catches[i].name);
    if (stmt->try_.finally != NULL) look_at_block(r, stmt->try_.finally, NULL);
    break;
  case STMT_EXPR:
  case STMT_LET:
  case STMT_FN:
  case STMT_CLASS:
  case STMT_BREAK:
  case STMT_CONTINUE:
  case STMT_RETURN:
  case STMT_THROW: break;
  }
}

void bare_declare(Resolver *r) {
  FunctionNode *node = r->function->node;
  r->bare.count = 0;
  look_at_stmts(r, node->body);
  node->bare_count = (uint32_t)r->bare.count;
  node->bare = arena_alloc(r->arena, r->bare.count * sizeof *node->bare);
  for (uint32_t i = 0; i < node->bare_count; i++) {
    Variable *variable = r->bare.items[i];
    names_keep_open(r->names, variable);
    scope_place(r, variable);
    node->bare[i] = variable->decl;
  }
}
