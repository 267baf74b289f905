/* by_name.c -- -O0: variables are found by their names, at run time, in the chain of environments.
 *
 *     fn f(a) {
 *       for i in a { let b = i }       { i, b } -> { a, self } -> { script }
 *     }                                 a turn      a call
 *
 * Each scope of the text is one environment, made when the scope is entered. What its statements declare is entered at once, unset: so a name hides the same
 * name further out from the first line of its block on, which is what the resolver decides from the text alone. That both come to the same is the point of having both.
 *
 * The resolver's answers (VarRef.kind, index) are not looked at, but for one: that a name means a builtin, which nothing can hide then, and which is where the runtime keeps it. From the
 * resolver's tree come, besides, only the names that a scope declares, for a bare assignment declares its name for the whole function however deep in it it stands, and whether an assignment
 * may set what is unset.
 */
#include "support/memory.h"
#include "variables.h"

/* ---- the script ---- */

static void note_slot(Evaluator *ev, const VarDecl *decl) {
  uint32_t count = ev->script_name_count;
  if (decl->slot >= count) {
    ev->script_name_count = (uint32_t)memory_grow(count, decl->slot + 1);
    ev->script_names = memory_resize(ev->script_names, ev->script_name_count * sizeof *ev->script_names);
    memset(ev->script_names + count, 0, (ev->script_name_count - count) * sizeof *ev->script_names);
  }
  ev->script_names[decl->slot] = decl->name;
}

/* Enters what is new; what an earlier line of a REPL declared keeps its value until this line sets it. */
static bool enter_script_names(Evaluator *ev, VarDecl *const *decls, uint32_t count) {
  EnvCounters uncounted = {0};
  for (uint32_t i = 0; i < count; i++) {
    bool is_new = !env_find(ev->script, decls[i]->name, &uncounted);
    if (is_new && !env_define(ev->rt, ev->script, decls[i]->name, value_unset())) return false;
    note_slot(ev, decls[i]);
  }
  return true;
}

/* The outermost scope is made when the first script begins; each line of a REPL goes on with it. */
static bool enter_script(Evaluator *ev) {
  const FunctionNode *node = ev->frame->node;
  const Block *body = node->body;
  if (!ev->script) ev->script = env_new(ev->rt, NULL, node->bare_count + body->decl_count, &ev->counters.env);
  if (!ev->script) return false;
  ev->frame->environment = ev->script;
  return enter_script_names(ev, node->bare, node->bare_count) && enter_script_names(ev, body->decls, body->decl_count);
}

static void leave_script(Evaluator *ev, uint32_t keep_slots) {
  (void)ev;
  (void)keep_slots; /* the environment outlives the script as it is */
}

static Value *script_variable(const Evaluator *ev, uint32_t slot) {
  if (slot >= ev->script_name_count || !ev->script_names[slot]) return NULL;
  EnvCounters uncounted = {0};
  return env_find(ev->script, ev->script_names[slot], &uncounted);
}

/* ---- scopes ---- */

/* Opens a scope for so many names inside the one that is open. */
static Environment *open_scope(Evaluator *ev, Environment *outer, uint32_t names) {
  Environment *env = env_new(ev->rt, outer, names, &ev->counters.env);
  if (env) ev->frame->environment = env;
  return env;
}

static void close_scope(Evaluator *ev) { ev->frame->environment = ev->frame->environment->outer; }

static bool declare_unset(Evaluator *ev, VarDecl *const *decls, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    if (!env_define(ev->rt, ev->frame->environment, decls[i]->name, value_unset())) return false;
  }
  return true;
}

/* The parameters get their arguments. */
static bool bind_parameters(Evaluator *ev, const FunctionNode *node, const Value *args) {
  for (uint32_t i = 0; i < node->signature.arity; i++) {
    if (!env_define(ev->rt, ev->frame->environment, node->params[i]->name, args[i])) return false;
  }
  return true;
}

/* A fresh environment in front of the one that the function was made in, whoever calls it. */
static bool enter_call(Evaluator *ev) {
  Frame *frame = ev->frame;
  const FunctionNode *node = frame->node;
  const Block *body = node->body;
  uint32_t names = (node->self != NULL) + node->signature.arity + node->bare_count + body->decl_count;
  Environment *env = open_scope(ev, frame->closure->environment, names);
  if (!env) return false;
  if (node->self && !env_define(ev->rt, env, node->self->name, frame->self)) return false;
  if (!bind_parameters(ev, node, frame->slots)) return false;
  ev->values.top = frame->slots; /* the arguments have been taken over */
  return declare_unset(ev, node->bare, node->bare_count) && declare_unset(ev, body->decls, body->decl_count);
}

static bool enter_block(Evaluator *ev, const Block *block) {
  if (block->decl_count == 0) return true; /* nothing to hold */
  return open_scope(ev, ev->frame->environment, block->decl_count) && declare_unset(ev, block->decls, block->decl_count);
}

static void leave_block(Evaluator *ev, const Block *block) {
  if (block->decl_count > 0) close_scope(ev);
}

/* `super` is a name like any other, one that no program can write. */
static bool enter_class(Evaluator *ev, const VarDecl *hidden, Value superclass) {
  Environment *env = open_scope(ev, ev->frame->environment, 1);
  return env && env_define(ev->rt, env, hidden->name, superclass);
}

static void leave_class(Evaluator *ev, const VarDecl *hidden) {
  (void)hidden;
  close_scope(ev);
}

/* ---- names ---- */

static bool read_variable(Evaluator *ev, const VarRef *ref, Value *value) {
  const Value *found = env_find(ev->frame->environment, ref->name, &ev->counters.env);
  if (!found || value_is(*found, VALUE_UNSET)) return error_undefined(ev->rt, ref->name->chars, ref->hint);
  *value = *found;
  return true;
}

/* A builtin is no variable: if any scope around had its name, the name would mean that one. */
static bool read_name(Evaluator *ev, const VarRef *ref, Value *value) {
  if (ref->kind != VAR_BUILTIN) return read_variable(ev, ref, value);
  *value = ev->rt->builtins[ref->index];
  return true;
}

static bool assign_variable(Evaluator *ev, const VarRef *ref, bool checked, Value value) {
  Value *found = env_find(ev->frame->environment, ref->name, &ev->counters.env);
  if (!found) return env_define(ev->rt, ev->script, ref->name, value); /* the line of a REPL that declares it had no memory to begin */
  if (checked && value_is(*found, VALUE_UNSET)) return error_undefined(ev->rt, ref->name->chars, ref->hint);
  *found = value;
  return true;
}

static void set_variable(Evaluator *ev, const VarDecl *decl, Value value) {
  *env_find(ev->frame->environment, decl->name, &ev->counters.env) = value;
}

static Closure *close_over(Evaluator *ev, const FunctionNode *node) { return closure_new(ev->rt, node, ev->frame->environment, 0); }

const Variables variables_by_name = {
    .enter_script = enter_script,
    .leave_script = leave_script,
    .enter_call = enter_call,
    .enter_block = enter_block,
    .leave_block = leave_block,
    .enter_class = enter_class,
    .leave_class = leave_class,
    .read = read_name,
    .assign = assign_variable,
    .set = set_variable,
    .close_over = close_over,
    .script_variable = script_variable,
};
