/* resolve_assigned_test.c -- which reads need a check (`?` in the notation of resolve_session.h), and which are proved not to. */
#include "resolve_session.h"

static void test_straight_line(Check *check) {
  USES(check, "print(x); x = 1; print(x)", "B0 L0? L0 B0 L0");
  USES(check, "let a = a", "L0?");
  USES(check, "x += 1; x += 1", "L0? L0");
  USES(check, "print(a, a); let a = 1; a", "B0 L0? L0 L0"); /* who passes the check has proved it */
  USES(check, "a = 1; let a = 2; a = 3", "L0? L0");
  USES(check, "{ a; let a = 1 } { let a = 1; a }", "L0? L0");
  USES(check, "fn f(a) { a; for i in a { i } try { a } catch e { e } }", "L0 L0 L3 L0 L1");
}

static void test_branches(Check *check) {
  USES(check, "if 1 { x = 1 } else { x = 2 } x", "L0 L0 L0");
  USES(check, "if 1 { x = 1 } x", "L0 L0?");
  USES(check, "if 1 { x = 1 } else if 2 { x = 2 } x", "L0 L0 L0?");
  USES(check, "if 1 { x = 1 } else if 2 { x = 2 } else { y = 3 } x", "L0 L0 L1 L0?");
  USES(check, "fn f() { if 1 { x = 1 } else { return } x }", "L0 L0");
  USES(check, "fn f() { if 1 { return } else { x = 1 } x }", "L0 L0");
  USES(check, "if 1 { throw 1 } else if 2 { x = 1 } else { x = 2 } x", "L0 L0 L0");
  USES(check, "fn f() { if 1 { return } else { return } x; x = 1 }", "L0? L0");
  USES(check, "fn f() { return; g = fn() { if 1 { x = 1 } else { x = 2 } return x } }", "L0 L0 L0 L0");
  USES(check, "if 1 { if 2 { x = 1 } else { x = 2 } } else { x = 3 } x", "L0 L0 L0 L0");
  USES(check, "if x { y = 1 } else { y = 2 } x; y; x = 1", "L1? L0 L0 L1 L0 L1");
  USES(check, "x and y; x; y; x = 1; y = 1", "L0? L1? L0 L1? L0 L1");
  USES(check, "(1 and x); x; x = 1", "L0? L0? L0");
  USES(check, "(1 ? x : 2); x; x = 1", "L0? L0? L0");
}

static void test_loops(Check *check) {
  USES(check, "while 1 { x = 1; x } x", "L0 L0 L0?");
  USES(check, "while 1 { x; x = 1 }", "L0? L0");
  USES(check, "for i in 3 { x = i } x", "L0 L3 L0?");
  USES(check, "while x { x } x; x = 1", "L0? L0 L0 L0");
  USES(check, "while 1 { if 2 { x = 1 } else { break } x }", "L0 L0");
  USES(check, "while 1 { if 2 { x = 1 } else { continue } x }", "L0 L0");
}

static void test_tries(Check *check) {
  USES(check, "try { x = 1 } catch e { e } x", "L0 L1 L0?");
  USES(check, "try { x = 1 } catch e { x } x", "L0 L0? L0"); /* either way it is proved */
  USES(check, "try { x = 1 } catch e { x = 2 } x", "L0 L0 L0");
  USES(check, "try { x = 1 } catch e { throw e } x", "L0 L1 L0");
  USES(check, "try { x = 1 } finally { x } x", "L0 L0? L0");
  USES(check, "try { y } finally { x = 1 } x; y = 1", "L1? L0 L0 L1");
  USES(check, "try { x = 1 } catch e { y = 1 } finally { z = 1 } x; y; z", "L0 L1 L2 L0? L1? L2");
}

static void test_functions_see(Check *check) {
  USES(check, "x = 1; fn f() { return x }", "L0 U0");
  USES(check, "fn f() { return x } x = g()", "U0? L0 -");
  USES(check, "fn f() { return x } x = 1", "U0 L0"); /* nothing can call f in between */
  USES(check, "fn f() { return g() } fn g() { return f() }", "U0 U0");
  USES(check, "fn f() { return g() } f(); fn g() {}", "U0? L0");
  USES(check, "fn f() { return A() } class A { m() { return [A, f] } } fn g() { return f }", "U0 U0 U1 U0");
  USES(check, "fn f() { return A() } class A extends B { } class B {}", "U0? L2?");
  USES(check, "class B extends A { m() { return B } } A = 1", "L0? U0 L0");
  USES(check, "let f = fn() { return f() }", "U0");
  USES(check, "f = fn() { return f() }", "L0 U0");
  USES(check, "let f = g(fn() { return f() })", "- U0?");
  USES(check, "let a = 1; fn f() { return b } let b = [a]", "U0? L0");
  USES(check, "fn f() { return b } let b = []; let c = {}; fn g() { return c }", "U0 U0");
  USES(check, "fn f() { x = 1; fn g() { x; y } y = 2 }", "L0 U0 U1 L1");
  USES(check, "fn f() { fn g() { x = 1; x } g(); x }", "L0 L0 L0 -"); /* x is g's own */
  USES(check, "fn f() { x; fn g() { x = 1; x } x = 2 }", "L0? U0 U0 L0");
}

static void test_assignment_needs_its_let(Check *check) {
  USES(check, "fn f() { n = 1 } f(); let n = 2", "U0? L0");
  USES(check, "fn f() { n = 1; n } f(); fn n() {}", "U0? U0 L0");
  USES(check, "let n = 2; fn f() { n = 1 }", "U0");
}

/* Who may be found unset must be marked unset before. */
static void test_starts_unset(Check *check) {
  Session session;
  session_begin(&session, false);
  FunctionNode *script = session_run(&session, "a; let a = 1; let b = a; c = b; fn f() { d } f(); d = 1; e += 1");
  CHECK_TEXT(check, session.uses, "L3? L3 L0 L4 U0? L5 L1 L2?");
  CHECK(check, script->body->decls[0]->starts_unset && !script->body->decls[1]->starts_unset);
  CHECK(check, script->bare_count == 3 && !script->bare[0]->starts_unset && script->bare[1]->starts_unset && script->bare[2]->starts_unset);
  session_end(&session);
}

int main(void) {
  Check check = {0};
  test_straight_line(&check);
  test_branches(&check);
  test_loops(&check);
  test_tries(&check);
  test_functions_see(&check);
  test_assignment_needs_its_let(&check);
  test_starts_unset(&check);
  return check_report(&check);
}
