/* resolve_test.c -- slots, captures, tail calls, errors, hints: what the resolver says of small programs, in the notation of
 * resolve_session.h. */
#include "resolve_session.h"

/* ---- which variable ---- */

static void test_slots(Check *check) {
  USES(check, "x = 2 + 3 * 4", "L0");
  USES(check, "x = 1; y = x; x = y", "L0 L1 L0 L0 L1");
  USES(check, "let a = 1; b = a", "L0 L1"); /* bare variables first */
  USES(check, "fn f(a, b) { c = a; let d = b; return d }", "L2 L0 L1 L3");
  USES(check, "fn f() { { let a = 1; a } { let b = 2; b } c = 3 }", "L1 L1 L0");
  USES(check, "fn f(l) { for x in l { x } y = 1 }", "L0 L4 L1");
  USES(check, "fn f() { try { let a = 1; a } finally { let b = 2; b } let c = 1; c }", "L4 L4 L0");
  USES(check, "fn f() { try { f } catch e { e } }", "U0 L0");
  USES(check, "class A { m(x) { return [self, x] } }", "L0 L1");
  USES(check, "for i in 3 {} { let a = 1; a } try {} finally {} { let b = 1; b }", "L0 L0");
  USES(check, "fn f(A) { class B extends A {} { let c = 1; c } }", "L0 L2");
}

static void test_bare(Check *check) {
  USES(check, "fn f() { a = 1; fn g() { a = 2; b = 3; b } }", "L0 U0 L0 L0");
  USES(check, "i = 1; fn f() { i = 2; i } fn g() { i }", "L0 L0 L0 U0");
  USES(check, "let i = 1; fn f() { i = 2 }", "U0");
  USES(check, "fn f() { fn g() { x = 1 } x = 2 }", "U0 L0");
  USES(check, "fn f() { { let x = 1; x = 2 } x = 3 }", "L1 L0");
  USES(check, "print = 1; print", "L0 L0");
  USES(check, "print(len)", "B0 B1");
  USES(check, "nowhere", "-");
  USES(check, "{ x = 1; fn f() { x = 2 } }", "L0 L0");
  USES(check, "{ let x = 1; fn f() { x = 2 } }", "U0");
}

static void test_captures(Check *check) {
  Session session;
  session_begin(&session, false);
  FunctionNode *script = session_run(&session, "fn f(a, b) { return fn() { return fn() { return b + a + b } } }");
  CHECK_TEXT(check, session.uses, "U0 U1 U0");
  FunctionNode *f = script->body->stmts[0]->fn.function;
  FunctionNode *g = f->body->stmts[0]->expr->function;
  FunctionNode *h = g->body->stmts[0]->expr->function;
  CHECK(check, f->upvalue_count == 0 && g->upvalue_count == 2 && h->upvalue_count == 2);
  CHECK(check, g->upvalues[0].from_local && g->upvalues[0].index == 1 && g->upvalues[0].decl == f->params[1]);
  CHECK(check, g->upvalues[1].from_local && g->upvalues[1].index == 0);
  CHECK(check, !h->upvalues[0].from_local && h->upvalues[0].index == 0);
  CHECK(check, !h->upvalues[1].from_local && h->upvalues[1].index == 1);
  CHECK(check, f->has_captured && f->params[0]->captured && f->params[1]->captured && !g->has_captured);
  session_end(&session);

  session_begin(&session, false);
  script = session_run(&session, "fn f() { { let a = 1; let b = 2; fn g() { return a } } let c = 3 }");
  f = script->body->stmts[0]->fn.function;
  Block *inner = f->body->stmts[0]->block;
  CHECK(check, inner->has_captured && !f->body->has_captured && !f->has_captured);
  CHECK(check, inner->decl_count == 3 && inner->decls[0]->captured && !inner->decls[1]->captured);
  CHECK(check, inner->first_slot == 1 && inner->decls[2]->slot == 3 && f->slot_count == 4);
  CHECK(check, f->body->decl_count == 1 && f->body->decls[0]->slot == 0 && f->body->decls[0]->function == f);
  session_end(&session);
}

/* Many variables captured by many functions: each once, in time that grows no faster. */
static void test_many_captures(Check *check) {
  enum { COUNT = 70000 };
  char *text = memory_alloc((size_t)COUNT * 30 + 100);
  char *end = text + sprintf(text, "fn f() {\n");
  for (int i = 0; i < COUNT; i++)
    end += sprintf(end, "let v%d = 1\n", i);
  end += sprintf(end, "return fn() { return fn() {\n");
  for (int i = 0; i < COUNT; i++)
    end += sprintf(end, "v%d; v0\n", i);
  sprintf(end, "} } }");
  Session session;
  DiagList diags;
  session_begin(&session, false);
  Source *source = session.sources[session.count++] = source_new("test.duet", text, strlen(text));
  diag_list_init(&diags, source);
  Script *script = parse_script(source, &session.symbols, &session.arena, &diags);
  resolve_script(script, session.scope, &diags);
  CHECK(check, diags.count == 0);
  FunctionNode *f = script->function->body->stmts[0]->fn.function;
  FunctionNode *g = f->body->stmts[COUNT]->expr->function;
  FunctionNode *h = g->body->stmts[0]->expr->function;
  CHECK(check, f->slot_count == COUNT && g->upvalue_count == COUNT && h->upvalue_count == COUNT);
  CHECK(check, h->upvalues[COUNT - 1].index == COUNT - 1 && g->upvalues[COUNT - 1].index == COUNT - 1);
  memory_free(text);
  session_end(&session);
}

static void test_hidden_slots(Check *check) {
  Session session;
  session_begin(&session, false);
  FunctionNode *script = session_run(&session, "for i in 3 { try { let a = 1 } catch e { let b = 2 } finally { let c = 3 } }");
  Stmt *loop = script->body->stmts[0];
  Stmt *try = loop->for_.body->stmts[0];
  CHECK(check, loop->for_.state_slot == 0 && loop->for_.body->first_slot == 2 && loop->for_.body->decls[0] == loop->for_.variable);
  CHECK(check, try->try_.finally_slot == 3 && try->try_.body->first_slot == 6);
  CHECK(check, try->try_.catches[0].body->decls[0]->slot == 6 && try->try_.catches[0].body->decls[1]->slot == 7);
  CHECK(check, try->try_.finally->first_slot == 6 && script->slot_count == 8);
  session_end(&session);

  session_begin(&session, false);
  script = session_run(&session, "class A {} class B extends A { m() { return super.m() } n() { return super.n } }");
  Stmt *class = script->body->stmts[1];
  CHECK_TEXT(check, session.uses, "L0 L0 U0 L0 U0");
  CHECK(check, class->class.super_decl->slot == 2 && class->class.super_decl->captured && script->slot_count == 3);
  session_end(&session);
}

/* ---- tail calls ---- */

static const Expr *returned(const FunctionNode *script) {
  const Block *body = script->body->stmts[0]->fn.function->body;
  return body->stmts[body->count - 1]->expr;
}

static void test_tail(Check *check) {
  Session session;
  session_begin(&session, false);
  const Expr *expr = returned(session_run(&session, "fn f() { return (f(f())) }"));
  CHECK(check, expr->tail && !expr->call.args.items[0]->tail);
  expr = returned(session_run(&session, "fn f() { return f() ? o.m() : f() and f() or f() }"));
  CHECK(check, !expr->conditional.condition->tail && expr->conditional.then->tail);
  expr = expr->conditional.otherwise;
  CHECK(check, expr->kind == EXPR_OR && expr->binary.right->tail);
  CHECK(check, !expr->binary.left->binary.left->tail && !expr->binary.left->binary.right->tail);
  expr = returned(session_run(&session, "fn f() { return f() + 1 }"));
  CHECK(check, !expr->binary.left->tail);
  const Block *body =
      session_run(&session, "fn f() { try { return f() } finally { fn g() { return f() } } }")->body->stmts[0]->fn.function->body;
  CHECK(check, !body->stmts[0]->try_.body->stmts[0]->expr->tail);
  CHECK(check, body->stmts[0]->try_.finally->stmts[0]->fn.function->body->stmts[0]->expr->tail);
  session_end(&session);
}

/* ---- errors ---- */

static void test_errors(Check *check) {
  ERRORS(check, "let a = 1\nlet a = 2", "2:5 'a' is declared twice in this block");
  ERRORS(check, "fn f(a, a) {}", "1:9 'a' is declared twice in this block");
  ERRORS(check, "fn f(a) { let a = 1 }", "1:15 'a' is declared twice in this block");
  ERRORS(check, "fn f(a) { { let a = 1 } }", "");
  ERRORS(check, "for a in 1 { class a {} }", "1:20 'a' is declared twice in this block");
  ERRORS(check, "try {} catch a { fn a() {} }", "1:21 'a' is declared twice in this block");
  ERRORS(check, "return 1", "1:1 'return' outside a function");
  ERRORS(check, "{ return }", "1:3 'return' outside a function");
  ERRORS(check, "class A { init() { return 1 } }", "1:20 'return' with a value in init");
  ERRORS(check, "class A { init() { return } m() { return 1 } }", "");
  ERRORS(check, "class A { init() { fn f() { return 1 } } }", "");
  ERRORS(check, "break; continue", "1:1 'break' outside a loop; 1:8 'continue' outside a loop");
  ERRORS(check, "while 1 { fn f() { break } continue }", "1:20 'break' outside a loop");
  ERRORS(check, "self; fn f() { self }", "1:1 'self' outside a method; 1:16 'self' outside a method");
  ERRORS(check, "super.m()", "1:1 'super' outside a method");
  ERRORS(check, "class A { m() { super.m } }", "1:17 'super' in a class that extends nothing");
  ERRORS(check, "class A extends B { m() { class C { n() { super.n() } } } }", "1:43 'super' in a class that extends nothing");
  ERRORS(check, "class A extends B { m() { fn f() { return [self, super.m] } } }", "");
  ERRORS(check, "class A { m() { return 1 } m() { self; break } m() { } }", "1:40 'break' outside a loop");
  ERRORS(check, "x = {a: self, a: 1}", "1:9 'self' outside a method");
}

/* ---- a scope with more than one script ---- */

static void test_interactive(Check *check) {
  Session session;
  uint32_t count;
  session_begin(&session, true);
  FunctionNode *first = session_run(&session, "x = 1; fn even(n) { return odd(n) }");
  CHECK_TEXT(check, session.uses, "L0 U0? L0");
  CHECK(check, first->bare_count == 2 && first->bare[1]->slot == 2 && first->bare[1]->starts_unset && first->slot_count == 3);
  FunctionNode *even = first->body->stmts[1]->fn.function;
  CHECK(check, even->upvalues[0].from_local && even->upvalues[0].index == 2);
  CHECK(check, !first->has_captured && !first->body->has_captured && first->bare[0]->captured && first->bare[0]->starts_unset);
  CHECK(check, script_scope_slot_count(session.scope) == 3);

  FunctionNode *second = session_run(&session, "fn odd(n) { return even(n) } x; let y = x; { let z = 1; z }");
  CHECK_TEXT(check, session.uses, "U0? L0 L0? L0 L4");
  CHECK(check, second->body->decls[0]->slot == 2 && !second->body->decls[0]->starts_unset && second->slot_count == 5);
  CHECK(check, script_scope_slot_count(session.scope) == 4);

  session_run(&session, "let a = 1; let a = 2; b = 3; fn f() { c }");
  CHECK_TEXT(check, session.errors, "1:16 'a' is declared twice in this block");
  session_run(&session, "a; b");
  CHECK_TEXT(check, session.uses, "- -"); /* nothing of a script with an error stays */

  session_run(&session, "let x = x; fn g() { x = 2; y = 3 }");
  CHECK_TEXT(check, session.uses, "L0? U0 U1");
  VarDecl *const *variables = script_scope_variables(session.scope, &count);
  CHECK(check, count == 5 && variables[0]->kind == DECL_LET && variables[0]->slot == 0);
  CHECK_TEXT(check, variables[4]->name->chars, "g");
  session_end(&session);
}

/* ---- hints ---- */

/* The hint of the last statement's name, or "". */
static const char *hint_of(Session *session, const char *text) {
  const FunctionNode *function = session_run(session, text);
  const Stmt *last = function->body->stmts[function->body->count - 1];
  if (last->kind == STMT_FN) last = last->fn.function->body->stmts[0];
  const Expr *expr = last->kind == STMT_ASSIGN ? last->assign.target : last->expr;
  return expr->name.hint == NULL ? "" : expr->name.hint;
}

static void test_hints(Check *check) {
  Session session;
  session_begin(&session, false);
  CHECK_TEXT(check, hint_of(&session, "price = 1; prcie"), "did you mean 'price'?");
  CHECK_TEXT(check, hint_of(&session, "prnt"), "did you mean 'print'?");
  CHECK_TEXT(check, hint_of(&session, "null"), "did you mean 'nil'?");
  CHECK_TEXT(check, hint_of(&session, "println"), "did you mean 'print'?");
  session_end(&session);
  session_begin(&session, false);
  CHECK_TEXT(check, hint_of(&session, "{ let total = 1 } total"), "");
  CHECK_TEXT(check, hint_of(&session, "z"), "");
  CHECK_TEXT(check, hint_of(&session, "i = 1; fn f() { i += 1 }"),
             "the script's 'i' is hidden by this function's own; declare the script's with let to share it");
  CHECK_TEXT(check, hint_of(&session, "fn f() { len += 1 }"), "the builtin 'len' is hidden by a variable of the same name");
  session_end(&session);

  session_begin(&session, true);
  session_run(&session, "counter = 1; fn f() { return conter }");
  CHECK_TEXT(check, hint_of(&session, "countr"), "did you mean 'counter'?");
  CHECK_TEXT(check, hint_of(&session, "conter"), "did you mean 'counter'?");
  session_run(&session, "conter = 1");
  CHECK_TEXT(check, hint_of(&session, "conter"), "");
  CHECK_TEXT(check, hint_of(&session, "fn g() { conter += 1 }"),
             "the script's 'conter' is hidden by this function's own; declare the script's with let to share it");
  session_end(&session);
}

int main(void) {
  Check check = {0};
  test_slots(&check);
  test_bare(&check);
  test_captures(&check);
  test_many_captures(&check);
  test_hidden_slots(&check);
  test_tail(&check);
  test_errors(&check);
  test_interactive(&check);
  test_hints(&check);
  return check_report(&check);
}
