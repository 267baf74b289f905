/* resolve_scope.c -- see resolve_scope.h. */
#include "syntax/resolve_scope.h"
#include <string.h>

/* ---- variables and slots ---- */

static bool is_always_set(DeclKind kind) {
  return kind == DECL_PARAM || kind == DECL_SELF || kind == DECL_SUPER || kind == DECL_FOR || kind == DECL_CATCH;
}

Variable *scope_new_variable(Resolver *r, VarDecl *decl, const Block *block) {
  Variable *variable = ARENA_NEW(&r->scratch, Variable);
  variable->name = decl->name;
  variable->decl = decl;
  variable->depth = r->function->depth;
  variable->block = block;
  variable->set = is_always_set(decl->kind);
  decl->function = r->function->node;
  return variable;
}

uint32_t scope_take_slots(Resolver *r, uint32_t count) {
  FunctionScope *function = r->function;
  uint32_t first = function->next_slot;
  function->next_slot += count;
  if (function->next_slot > function->node->slot_count) function->node->slot_count = function->next_slot;
  return first;
}

/* The script's own variables: bare ones and those of its outermost block. */
static bool outlives_script(const Resolver *r, const Variable *variable) {
  return variable->depth == 0 && (variable->block == NULL || variable->block == r->script->function->body);
}

void scope_place(Resolver *r, Variable *variable) {
  bool stays = outlives_script(r, variable);
  bool has_slot = stays && variable->hidden != NULL && variable->hidden->earlier;
  variable->decl->slot = has_slot ? variable->hidden->decl->slot : scope_take_slots(r, 1);
  if (stays && r->scope->interactive) {
    variable->decl->captured = true;
    variable->decl->starts_unset = !has_slot;
  }
}

void scope_starts_unset(Resolver *r, Variable *variable) {
  if (!variable->earlier && !(outlives_script(r, variable) && r->scope->interactive)) variable->decl->starts_unset = true;
}

/* ---- blocks ---- */

VarDecl *scope_declared_by(const Stmt *stmt) {
  if (stmt->kind == STMT_LET) return stmt->let.decl;
  if (stmt->kind == STMT_FN) return stmt->fn.decl;
  if (stmt->kind == STMT_CLASS) return stmt->class.decl;
  return NULL;
}

void scope_declare(Resolver *r, VarDecl *decl, Block *block) {
  Variable *there = names_find(r->names, decl->name);
  if (there == NULL || there->block != block) {
    names_open(r->names, scope_new_variable(r, decl, block));
    return;
  }
  decl->function = r->function->node;
  if (diag_is_full(r->diags)) return;
  diag_add(r->diags, decl->span, "'%s' is declared twice in this block", decl->name->chars);
  diag_hint(r->diags, "the first is on line %u", source_line_number(r->diags->source, there->decl->span.start));
}

void scope_declare_block(Resolver *r, Block *block, VarDecl *first) {
  uint32_t count = first != NULL;
  for (uint32_t i = 0; i < block->count; i++)
    count += scope_declared_by(block->stmts[i]) != NULL;
  block->decl_count = 0;
  if (count == 0) return;
  block->decls = arena_alloc(r->arena, count * sizeof *block->decls);
  if (first != NULL) block->decls[block->decl_count++] = first;
  for (uint32_t i = 0; i < block->count; i++) {
    VarDecl *decl = scope_declared_by(block->stmts[i]);
    if (decl != NULL) block->decls[block->decl_count++] = decl;
  }
  for (uint32_t i = 0; i < block->decl_count; i++)
    scope_declare(r, block->decls[i], block);
}

void scope_place_block(Resolver *r, Block *block, size_t mark) {
  block->first_slot = r->function->next_slot;
  for (size_t i = mark; i < r->names->open_count; i++) {
    if (r->names->open[i]->block == block) scope_place(r, r->names->open[i]);
  }
}

void scope_leave_block(Resolver *r, Block *block, size_t mark) {
  block->has_captured = false;
  for (uint32_t i = 0; i < block->decl_count; i++)
    block->has_captured |= block->decls[i]->captured;
  names_close(r->names, mark);
  r->function->next_slot = block->first_slot;
}

/* ---- captures ---- */

/* The capture of `variable`, which lives further out, by `function`. */
static Capture *capture_by(Resolver *r, FunctionScope *function, Variable *variable) {
  if (variable->capture != NULL && variable->capture->depth == function->depth) return variable->capture;
  Capture *capture = ARENA_NEW(&r->scratch, Capture);
  capture->variable = variable;
  capture->depth = function->depth;
  capture->node.from_local = function->depth == variable->depth + 1;
  capture->node.decl = variable->decl;
  capture->node.index = capture->node.from_local ? variable->decl->slot : capture_by(r, function->enclosing, variable)->position;
  capture->position = function->capture_count++;
  capture->outer = variable->capture;
  variable->capture = capture;
  variable->decl->captured = true;
  *function->last_capture = capture;
  function->last_capture = &capture->next;
  return capture;
}

void scope_finish_captures(Resolver *r, FunctionScope *function) {
  FunctionNode *node = function->node;
  node->upvalue_count = function->capture_count;
  node->upvalues = arena_alloc(r->arena, function->capture_count * sizeof *node->upvalues);
  uint32_t i = 0;
  for (Capture *capture = function->first_capture; capture != NULL; capture = capture->next) {
    node->upvalues[i] = capture->node;
    capture->variable->capture = capture->outer;
    if (capture->node.from_local && capture->variable->forward && !capture->variable->earlier) {
      capture->next_waiting = r->waiting;
      r->waiting = capture;
      capture->written = &node->upvalues[i];
    }
    i++;
  }
}

void scope_refer(Resolver *r, VarRef *ref, Variable *variable) {
  ref->decl = variable->decl;
  if (variable->decl == NULL) {
    ref->kind = VAR_BUILTIN;
    ref->index = variable->builtin;
  } else if (variable->depth == r->function->depth) {
    ref->kind = VAR_LOCAL;
    ref->index = variable->decl->slot;
  } else {
    ref->kind = VAR_UPVALUE;
    ref->index = capture_by(r, r->function, variable)->position;
  }
}

/* ---- names that only a later script can declare ---- */

Variable *scope_forward(Resolver *r, const Symbol *name, Span span) {
  VarDecl *decl = ARENA_NEW(r->arena, VarDecl);
  *decl = (VarDecl){.name = name, .kind = DECL_BARE, .span = span, .function = r->outermost->node};
  decl->captured = decl->starts_unset = true;
  Variable *variable = ARENA_NEW(&r->scratch, Variable);
  *variable = (Variable){.name = name, .decl = decl, .forward = true};
  names_set(r->names, name, variable);
  assigned_push(&r->forwards, variable);
  return variable;
}

/* Which slots the script's blocks need is known only now, so the forward names come last, and the upvalues that wait for their
 * slots get them. */
void scope_finish_forwards(Resolver *r) {
  FunctionNode *script = r->outermost->node;
  uint32_t count = script->bare_count;
  if (r->forwards.count == 0) return;
  VarDecl **bare = arena_alloc(r->arena, (count + r->forwards.count) * sizeof *bare);
  if (count > 0) memcpy(bare, script->bare, count * sizeof *bare);
  for (size_t i = 0; i < r->forwards.count; i++) {
    bare[count] = r->forwards.items[i]->decl;
    bare[count++]->slot = script->slot_count++;
    names_set(r->names, r->forwards.items[i]->name, NULL);
  }
  script->bare = bare;
  script->bare_count = count;
  for (Capture *capture = r->waiting; capture != NULL; capture = capture->next_waiting)
    capture->written->index = capture->variable->decl->slot;
}
