/* eval_class.c -- a class statement: the class is made, given its methods one by one, and then stored under its name.
 *
 *     class A extends B { m() { super.m() } }
 *
 *     hidden scope: { super: B }      the methods are closures made in it, and find B there when they say `super`
 *
 * So `super` means the class that stood behind `extends` when the statement ran, whatever becomes of the name B later, and whoever calls the method.
 */
#include "eval_class.h"

#include "eval_expr.h"
#include "trace.h"
#include "variables.h"

static bool add_methods(Evaluator *ev, const Stmt *stmt, Class *class) {
  for (uint32_t i = 0; i < stmt->class.method_count; i++) {
    const FunctionNode *method = stmt->class.methods[i];
    ROOT(ev->rt->heap, closure, value_nil());
    if (!eval_function(ev, method, method->signature.span, &closure.value)) return false;
    String *name = literals_string(ev->rt, &ev->literals, method->signature.name);
    if (!name || !class_add_method(ev->rt, class, name, closure.value)) return trace_fail(ev, method->signature.span);
  }
  return true;
}

/* Sets the class's name, which is in the scope around the hidden one. */
static bool finish(Evaluator *ev, const Stmt *stmt, Value class) {
  ev->variables->set(ev, stmt->class.decl, class);
  return true;
}

static bool make_class(Evaluator *ev, const Stmt *stmt) {
  const VarDecl *decl = stmt->class.decl;
  String *name = literals_string(ev->rt, &ev->literals, decl->name);
  Class *class = name ? class_new(ev->rt, name, NULL) : NULL;
  if (!class) return trace_fail(ev, decl->span);
  ROOT(ev->rt->heap, made, value_class(class));
  return add_methods(ev, stmt, class) && finish(ev, stmt, made.value);
}

static bool make_subclass(Evaluator *ev, const Stmt *stmt) {
  Runtime *rt = ev->rt;
  Span span = stmt->class.superclass->span;
  ROOT(rt->heap, superclass, value_nil());
  ROOT(rt->heap, made, value_nil());
  if (!eval(ev, stmt->class.superclass, &superclass.value)) return false;
  String *name = literals_string(rt, &ev->literals, stmt->class.decl->name);
  if (!name || !op_extend(rt, superclass.value, name, &made.value)) return trace_fail(ev, span);
  if (!ev->variables->enter_class(ev, stmt->class.super_decl, superclass.value)) return trace_fail(ev, span);
  bool ok = add_methods(ev, stmt, value_as_class(made.value));
  ev->variables->leave_class(ev, stmt->class.super_decl);
  return ok && finish(ev, stmt, made.value);
}

bool eval_class(Evaluator *ev, const Stmt *stmt) { return stmt->class.superclass ? make_subclass(ev, stmt) : make_class(ev, stmt); }
