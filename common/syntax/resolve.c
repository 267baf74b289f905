/* resolve.c -- the walk that gives every name its variable.
 *
 *     fn total(prices) {                      prices: a parameter, slot 0
 *       sum = 0                               sum: a bare variable, slot 1
 *       for price in prices { sum += price }  price: slot 4, behind two hidden ones
 *       return sum * rate                     rate: the script's, an upvalue; certainly set? resolve_assigned.c knows
 *     }
 *
 * One walk, in the order in which the program would run: on the way into a scope its names are declared, on the way out they are
 * taken back. Functions are walked where they are made; what is certainly set there is certainly set in them too, for they are
 * called later.
 *
 * A run of statements that can neither fail nor call anything, `fn` statements above all, counts as one step: no function that is
 * made in it can be called before all of it has run, so each sees all the variables of the run as set. That is why functions that
 * call each other need no checks.
 *
 * Depth. What leans left is taken in a loop (walk_expr); all else nests no deeper than the parser allows.
 */
#include "syntax/resolve.h"
#include "support/memory.h"
#include "syntax/resolve_bare.h"
#include "syntax/resolve_hint.h"

static void walk_expr(Resolver *r, Expr *expr);
static void walk_stmt(Resolver *r, Stmt *stmt);
static void walk_function(Resolver *r, FunctionNode *node, Variable *super);

/* ---- names ---- */

/* Can a variable be made of a name that nobody has declared? What the script itself reads, it reads now; what a function reads, a
 * later script can still declare. */
static bool can_wait(const Resolver *r) { return r->scope->interactive && r->function->depth > 0; }

/* A name that is read. A check that is passed proves the variable set, so the next read needs none. */
static void read_name(Resolver *r, Expr *expr) {
  VarRef *ref = &expr->name;
  Variable *variable = names_find(r->names, ref->name);
  bool undeclared = variable == NULL || variable->forward;
  if (undeclared) ref->hint = hint_for_undeclared(r, ref->name);
  if (variable == NULL && can_wait(r)) variable = scope_forward(r, ref->name, expr->span);
  if (variable == NULL || (undeclared && !variable->earlier && !can_wait(r))) {
    ref->kind = VAR_UNDECLARED;
    return;
  }
  scope_refer(r, ref, variable);
  if (variable->set) return;
  ref->checked = true;
  scope_starts_unset(r, variable);
  if (!undeclared) ref->hint = hint_for_unset(r, variable);
  assigned_set(&r->assigned, variable);
}

/* Assigning a let, fn or class needs its statement to have run; an earlier script's may be set again even if its line failed. */
static bool must_be_set_to_assign(const Variable *variable) {
  DeclKind kind = variable->decl->kind;
  return !variable->earlier && (kind == DECL_LET || kind == DECL_FN || kind == DECL_CLASS);
}

static void assign_name(Resolver *r, Expr *target) {
  Variable *variable = names_find(r->names, target->name.name);
  scope_refer(r, &target->name, variable);
  if (!variable->set && must_be_set_to_assign(variable)) {
    target->name.checked = true;
    scope_starts_unset(r, variable);
  }
  assigned_set(&r->assigned, variable);
}

static void read_self(Resolver *r, VarRef *ref, Span span) {
  if (r->function->self == NULL)
    diag_add(r->diags, span, "'self' outside a method");
  else
    scope_refer(r, ref, r->function->self);
}

static void read_super(Resolver *r, Expr *expr) {
  Span word = {expr->span.start, expr->span.start + 5};
  if (r->function->self == NULL)
    diag_add(r->diags, word, "'super' outside a method");
  else if (r->function->super == NULL)
    diag_add(r->diags, word, "'super' in a class that extends nothing");
  else {
    scope_refer(r, &expr->super.self, r->function->self);
    scope_refer(r, &expr->super.super, r->function->super);
  }
}

/* ---- expressions ---- */

static void walk_list(Resolver *r, const ExprList *list) {
  for (uint32_t i = 0; i < list->count; i++)
    walk_expr(r, list->items[i]);
}

/* A part that may not run: what it proves set is proved only for itself. */
static void walk_maybe(Resolver *r, Expr *expr) {
  AssignedMark mark = assigned_mark(&r->assigned);
  walk_expr(r, expr);
  assigned_go_back(&r->assigned, mark);
}

static void walk_object(Resolver *r, Expr *expr) {
  for (uint32_t i = 0; i < expr->object.count; i++)
    walk_expr(r, expr->object.fields[i].value);
}

/* An expression that leans on nothing to its left. */
static void walk_leaf(Resolver *r, Expr *expr) {
  switch (expr->kind) {
  case EXPR_NAME: read_name(r, expr); break;
  case EXPR_SELF: read_self(r, &expr->name, expr->span); break;
  case EXPR_SUPER: read_super(r, expr); break;
  case EXPR_SUPER_INVOKE:
    read_super(r, expr);
    walk_list(r, &expr->super.args);
    break;
  case EXPR_FUNCTION: walk_function(r, expr->function, r->function->super); break;
  case EXPR_LIST: walk_list(r, &expr->list); break;
  case EXPR_OBJECT: walk_object(r, expr); break;
  case EXPR_UNARY: walk_expr(r, expr->unary.operand); break;
  case EXPR_CONDITIONAL:
    walk_expr(r, expr->conditional.condition);
    walk_maybe(r, expr->conditional.then);
    walk_maybe(r, expr->conditional.otherwise);
    break;
  default: break; /* literals */
  }
}

/* The rest of an expression whose left operand has been walked. */
static void walk_right(Resolver *r, Expr *expr) {
  switch (expr->kind) {
  case EXPR_BINARY:
  case EXPR_IS: walk_expr(r, expr->binary.right); break;
  case EXPR_AND:
  case EXPR_OR: walk_maybe(r, expr->binary.right); break;
  case EXPR_CALL: walk_list(r, &expr->call.args); break;
  case EXPR_INVOKE: walk_list(r, &expr->invoke.args); break;
  case EXPR_INDEX: walk_expr(r, expr->index.index); break;
  default: break; /* FIELD */
  }
}

/* Goes down the left side without recursion, then comes back up. */
static void walk_expr(Resolver *r, Expr *expr) {
  size_t bottom = r->spine_count;
  for (Expr *left = expr_left(expr); left != NULL; left = expr_left(expr)) {
    if (r->spine_count == r->spine_capacity) {
      r->spine_capacity = memory_grow(r->spine_capacity, r->spine_count + 1);
      r->spine = memory_resize(r->spine, r->spine_capacity * sizeof *r->spine);
    }
    r->spine[r->spine_count++] = expr;
    expr = left;
  }
  walk_leaf(r, expr);
  while (r->spine_count > bottom)
    walk_right(r, r->spine[--r->spine_count]);
}

/* ---- blocks ---- */

/* Is this a value that is there at once, without a call or an error on the way? */
static bool is_quiet_value(const Expr *expr) {
  switch (expr->kind) {
  case EXPR_NIL:
  case EXPR_BOOL:
  case EXPR_INT:
  case EXPR_FLOAT:
  case EXPR_STRING:
  case EXPR_FUNCTION: return true;
  case EXPR_LIST: return expr->list.count == 0;
  case EXPR_OBJECT: return expr->object.count == 0;
  default: return false;
  }
}

/* The variable that a statement sets, if it does nothing else: it makes a function or a class, or gives a variable a plain value.
 * Else NULL. */
static Variable *set_quietly(const Resolver *r, const Stmt *stmt) {
  const VarDecl *decl = scope_declared_by(stmt);
  Variable *variable;
  switch (stmt->kind) {
  case STMT_FN: return names_find(r->names, decl->name);
  case STMT_CLASS: return stmt->class.superclass == NULL ? names_find(r->names, decl->name) : NULL;
  case STMT_LET: return stmt->let.value != NULL && is_quiet_value(stmt->let.value) ? names_find(r->names, decl->name) : NULL;
  case STMT_ASSIGN:
    if (stmt->assign.compound || stmt->assign.target->kind != EXPR_NAME || !is_quiet_value(stmt->assign.value)) return NULL;
    variable = names_find(r->names, stmt->assign.target->name.name);
    return variable->set || !must_be_set_to_assign(variable) ? variable : NULL;
  default: return NULL;
  }
}

/* Takes the run of quiet statements that begins at `i` for done; gives the index behind it. In an interactive scope a run may be
 * cut short by the end of memory and the next line goes on, so there each statement is a run of its own. */
static uint32_t begin_run(Resolver *r, const Block *block, uint32_t i) {
  Variable *variable = set_quietly(r, block->stmts[i]);
  if (variable == NULL) return i + 1;
  assigned_set(&r->assigned, variable);
  for (i++; i < block->count && !r->scope->interactive; i++) {
    variable = set_quietly(r, block->stmts[i]);
    if (variable == NULL) break;
    assigned_set(&r->assigned, variable);
  }
  return i;
}

static void walk_stmts(Resolver *r, const Block *block) {
  uint32_t run_end = 0;
  for (uint32_t i = 0; i < block->count; i++) {
    if (i >= run_end) run_end = begin_run(r, block, i);
    walk_stmt(r, block->stmts[i]);
  }
}

/* `first`: the for or catch name that the block begins with, or NULL. */
static void walk_block(Resolver *r, Block *block, VarDecl *first) {
  size_t mark = r->names->open_count;
  scope_declare_block(r, block, first);
  scope_place_block(r, block, mark);
  walk_stmts(r, block);
  scope_leave_block(r, block, mark);
}

/* ---- functions ---- */

static Variable *make_self(Resolver *r, FunctionNode *node) {
  Variable *self = scope_new_variable(r, node->self, NULL);
  node->self->slot = scope_take_slots(r, 1);
  return self;
}

static bool any_captured(const FunctionNode *node) {
  bool captured = node->self != NULL && node->self->captured;
  for (uint32_t i = 0; i < node->signature.arity; i++)
    captured |= node->params[i]->captured;
  for (uint32_t i = 0; i < node->bare_count; i++)
    captured |= node->bare[i]->captured;
  return captured;
}

/* The body of r->function, whose self is there already. */
static void walk_body(Resolver *r) {
  FunctionNode *node = r->function->node;
  Block *body = node->body;
  for (uint32_t i = 0; i < node->signature.arity; i++) {
    node->params[i]->slot = scope_take_slots(r, 1);
    scope_declare(r, node->params[i], body);
  }
  size_t block_mark = r->names->open_count;
  scope_declare_block(r, body, NULL);
  bare_declare(r);
  scope_place_block(r, body, block_mark);
  walk_stmts(r, body);
}

/* `super`: what holds the superclass for a method, and for the functions in it. */
static void walk_function(Resolver *r, FunctionNode *node, Variable *super) {
  FunctionScope function = {.enclosing = r->function, .node = node, .depth = r->function->depth + 1, .super = super};
  function.self = r->function->self;
  function.last_capture = &function.first_capture;
  AssignedMark outside = assigned_mark(&r->assigned);
  size_t mark = r->names->open_count;
  r->assigned.dead = false;
  r->function = &function;
  node->slot_count = 0;
  if (node->self != NULL) function.self = make_self(r, node);
  walk_body(r);
  scope_leave_block(r, node->body, mark);
  node->has_captured = any_captured(node);
  scope_finish_captures(r, &function);
  r->function = function.enclosing;
  assigned_go_back(&r->assigned, outside);
}

/* ---- statements ---- */

/* Marks the calls that may reuse the frame: what `expr` gives is what the function gives. */
static void mark_tail(Expr *expr) {
  switch (expr->kind) {
  case EXPR_CALL:
  case EXPR_INVOKE:
  case EXPR_SUPER_INVOKE: expr->tail = true; break;
  case EXPR_AND:
  case EXPR_OR: mark_tail(expr->binary.right); break;
  case EXPR_CONDITIONAL:
    mark_tail(expr->conditional.then);
    mark_tail(expr->conditional.otherwise);
    break;
  default: break;
  }
}

static void walk_return(Resolver *r, Stmt *stmt) {
  const FunctionNode *node = r->function->node;
  Span word = {stmt->span.start, stmt->span.start + 6};
  if (r->function->enclosing == NULL)
    diag_add(r->diags, word, "'return' outside a function");
  else if (node->signature.is_init && stmt->expr != NULL)
    diag_add(r->diags, word, "'return' with a value in init");
  if (stmt->expr != NULL) {
    walk_expr(r, stmt->expr);
    if (r->function->tries == 0) mark_tail(stmt->expr);
  }
  r->assigned.dead = true;
}

static void walk_assign(Resolver *r, Stmt *stmt) {
  Expr *target = stmt->assign.target;
  if (target->kind == EXPR_INDEX) {
    walk_expr(r, target->index.object);
    walk_expr(r, target->index.index);
  } else if (target->kind == EXPR_FIELD) {
    walk_expr(r, target->field.object);
  } else if (stmt->assign.compound) {
    read_name(r, target);
  }
  walk_expr(r, stmt->assign.value);
  if (target->kind == EXPR_NAME && !stmt->assign.compound) assign_name(r, target);
}

static void walk_class(Resolver *r, Stmt *stmt) {
  Variable *super = NULL;
  uint32_t first_slot = r->function->next_slot;
  if (stmt->class.superclass != NULL) walk_expr(r, stmt->class.superclass);
  if (stmt->class.super_decl != NULL) {
    super = scope_new_variable(r, stmt->class.super_decl, NULL);
    stmt->class.super_decl->slot = scope_take_slots(r, 1);
  }
  /* No method can be called before the class is there. */
  assigned_set(&r->assigned, names_find(r->names, stmt->class.decl->name));
  for (uint32_t i = 0; i < stmt->class.written_count; i++)
    walk_function(r, stmt->class.written[i], super);
  r->function->next_slot = first_slot;
}

static void walk_if(Resolver *r, Stmt *stmt) {
  walk_expr(r, stmt->if_.arms[0].condition);
  AssignedBranch branch = assigned_branch_begin(&r->assigned);
  for (uint32_t i = 0; i < stmt->if_.arm_count; i++) {
    if (i > 0) walk_expr(r, stmt->if_.arms[i].condition);
    walk_block(r, stmt->if_.arms[i].body, NULL);
    assigned_arm_ends(&r->assigned, &branch);
  }
  if (stmt->if_.otherwise != NULL) walk_block(r, stmt->if_.otherwise, NULL);
  assigned_arm_ends(&r->assigned, &branch);
  assigned_branch_end(&r->assigned, &branch);
}

/* A loop's body, which may run no turn at all. */
static void walk_turns(Resolver *r, Block *body, VarDecl *variable) {
  AssignedMark mark = assigned_mark(&r->assigned);
  r->function->loops++;
  walk_block(r, body, variable);
  r->function->loops--;
  assigned_go_back(&r->assigned, mark);
}

static void walk_for(Resolver *r, Stmt *stmt) {
  walk_expr(r, stmt->for_.iterable);
  stmt->for_.state_slot = scope_take_slots(r, 2);
  walk_turns(r, stmt->for_.body, stmt->for_.variable);
  r->function->next_slot = stmt->for_.state_slot;
}

/* The body may be left anywhere, so a catch and `finally` can rely only on what was set before it. Behind the statement, its body
 * or one of its catches has come to its end, and `finally` too. */
static void walk_try(Resolver *r, Stmt *stmt) {
  uint32_t first_slot = r->function->next_slot;
  r->function->tries++;
  if (stmt->try_.finally != NULL) stmt->try_.finally_slot = scope_take_slots(r, 3);
  AssignedBranch branch = assigned_branch_begin(&r->assigned);
  walk_block(r, stmt->try_.body, NULL);
  assigned_arm_ends(&r->assigned, &branch);
  for (uint32_t i = 0; i < stmt->try_.catch_count; i++) {
    CatchClause *clause = &stmt->try_.catches[i];
    if (clause->class_expr != NULL) walk_expr(r, clause->class_expr);
    walk_block(r, clause->body, clause->name);
    assigned_arm_ends(&r->assigned, &branch);
  }
  if (stmt->try_.finally != NULL) walk_block(r, stmt->try_.finally, NULL);
  assigned_branch_end(&r->assigned, &branch);
  r->function->tries--;
  r->function->next_slot = first_slot;
}

static void walk_stmt(Resolver *r, Stmt *stmt) {
  switch (stmt->kind) {
  case STMT_EXPR: walk_expr(r, stmt->expr); break;
  case STMT_LET:
    if (stmt->let.value != NULL) walk_expr(r, stmt->let.value);
    assigned_set(&r->assigned, names_find(r->names, stmt->let.decl->name));
    break;
  case STMT_ASSIGN: walk_assign(r, stmt); break;
  case STMT_FN: walk_function(r, stmt->fn.function, r->function->super); break;
  case STMT_CLASS: walk_class(r, stmt); break;
  case STMT_BLOCK: walk_block(r, stmt->block, NULL); break;
  case STMT_IF: walk_if(r, stmt); break;
  case STMT_WHILE:
    walk_expr(r, stmt->while_.condition);
    walk_turns(r, stmt->while_.body, NULL);
    break;
  case STMT_FOR: walk_for(r, stmt); break;
  case STMT_BREAK:
    if (r->function->loops == 0) diag_add(r->diags, stmt->span, "'break' outside a loop");
    r->assigned.dead = true;
    break;
  case STMT_CONTINUE:
    if (r->function->loops == 0) diag_add(r->diags, stmt->span, "'continue' outside a loop");
    r->assigned.dead = true;
    break;
  case STMT_RETURN: walk_return(r, stmt); break;
  case STMT_THROW:
    walk_expr(r, stmt->expr);
    r->assigned.dead = true;
    break;
  case STMT_TRY: walk_try(r, stmt); break;
  }
}

/* ---- the script ---- */

/* What the script declared stays in the scope; in the order of the slots, so forward names come last. */
static void keep_variables(ScriptScope *scope, const FunctionNode *node, size_t forward_count) {
  size_t own_count = node->bare_count - forward_count;
  for (size_t i = 0; i < own_count; i++)
    script_scope_keep(scope, node->bare[i], false);
  for (uint32_t i = 0; i < node->body->decl_count; i++)
    script_scope_keep(scope, node->body->decls[i], false);
  for (size_t i = own_count; i < node->bare_count; i++)
    script_scope_keep(scope, node->bare[i], true);
}

void resolve_script(Script *script, ScriptScope *scope, DiagList *diags) {
  FunctionNode *node = script->function;
  FunctionScope function = {.node = node, .next_slot = scope->slot_count};
  function.last_capture = &function.first_capture;
  Resolver r = {.scope = scope, .names = &scope->names, .script = script, .arena = script->arena, .diags = diags};
  r.function = r.outermost = &function;
  r.hint_budget = HINT_BUDGET;
  arena_init(&r.scratch);
  uint32_t errors_before = diags->count;
  node->slot_count = scope->slot_count;
  walk_body(&r);
  scope_leave_block(&r, node->body, 0);
  scope_finish_captures(&r, &function);
  scope_finish_forwards(&r);
  assigned_go_back(&r.assigned, (AssignedMark){0, false});
  /* The script's variables live on behind its end: nothing is to be closed there. */
  node->body->has_captured = false;
  node->has_captured = false;
  if (diags->count == errors_before) keep_variables(scope, node, r.forwards.count);
  assigned_free(&r.assigned);
  memory_free(r.bare.items);
  memory_free(r.forwards.items);
  memory_free(r.spine);
  arena_free(&r.scratch);
}
