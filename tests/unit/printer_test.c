/* printer_test.c -- the formatter: golden pairs, and for each of them that the tree stays the same and a second run changes nothing. */
#include "check.h"
#include "parsed.h"
#include "support/memory.h"
#include "syntax/printer.h"
#include <stdlib.h>

static char *show_tree(const Parsed *parsed) {
  char *shown = NULL;
  size_t size = 0;
  FILE *file = open_memstream(&shown, &size);
  print_tree(parsed->script, file);
  fclose(file);
  return shown;
}

/* Formats `text`; the caller frees the result. NULL when it does not parse. */
static char *format(const char *text, char **tree) {
  Parsed parsed;
  parsed_text(&parsed, text);
  char *formatted = NULL;
  size_t length = 0;
  *tree = NULL;
  if (parsed.diags.count == 0) {
    formatted = print_formatted(parsed.script, &length);
    *tree = show_tree(&parsed);
  } else {
    diag_show_short(&parsed.diags, stdout);
  }
  parsed_free(&parsed);
  return formatted;
}

/* `text` becomes `wanted`. */
static void check_format(Check *check, const char *text, const char *wanted) {
  char *tree = NULL, *tree_again = NULL;
  char *once = format(text, &tree);
  if (!CHECK(check, once != NULL)) {
    printf("  %s\n", text);
    return;
  }
  CHECK_TEXT(check, once, wanted);
  char *twice = format(once, &tree_again);
  if (CHECK(check, twice != NULL)) {
    CHECK_TEXT(check, twice, once);
    CHECK_TEXT(check, tree_again, tree);
  }
  free(tree);
  free(tree_again);
  memory_free(once);
  memory_free(twice);
}

static void check_same(Check *check, const char *text) { check_format(check, text, text); }

static void test_blanks(Check *check) {
  check_format(check, "", "");
  check_format(check, "\n\n  // only a comment  \n\n", "// only a comment\n");
  check_format(check, "x=1", "x = 1\n");
  check_format(check, "x  =  1  ;;  y=2 ;", "x = 1\ny = 2\n");
  check_format(check, "\n\n\na()\n\n\n\nb()\nc()\n\n\n", "a()\n\nb()\nc()\n");
  check_format(check, "x=-1+~2*not_a-(- -3)", "x = -1 + ~2 * not_a - (--3)\n");
  check_format(check, "print( a,b ,[ 1,2 ],{ a:1 , b : 2 } )", "print(a, b, [1, 2], {a: 1, b: 2})\n");
  check_format(check, "x=a?b:c\ny=a.b . c [ 1 ]( 2 )", "x = a ? b : c\ny = a.b.c[1](2)\n");
  check_format(check, "x+=1;x-=1;x*=1;x/=1;x%=1;x&=1;x|=1;x^=1;x<<=1;x>>=1",
               "x += 1\nx -= 1\nx *= 1\nx /= 1\nx %= 1\nx &= 1\nx |= 1\nx ^= 1\nx <<= 1\nx >>= 1\n");
  check_format(check, "a=1\r\nb = 2\r\n", "a = 1\nb = 2\n");
  check_format(check, "let   x=1\nreturn_=2\nthrow   x", "let x = 1\nreturn_ = 2\nthrow x\n");
}

static void test_literals(Check *check) {
  check_same(check, "x = [0xFF, 0b1010, 1_000, 1e-9, 1.50, 1E3, 0x8_0]\n");
  check_same(check, "x = \"a\\n\\x41\\u{1F600}\\\"\"\n");
  check_format(check, "x = - 9223372036854775808 - -\n0x8000_0000_0000_0000", "x = -9223372036854775808 - -0x8000_0000_0000_0000\n");
  check_same(check, "x = {if: 1, class: 2}.if\n");
  check_same(check, "x = {a: 1, a: 2}\n");
  check_same(check, "x = [nil, true, false, fn() {}, self, super.m, super.m(1)]\n");
}

static void test_parentheses(Check *check) {
  check_format(check, "x = ((1))", "x = 1\n");
  check_format(check, "x = (a + b)", "x = a + b\n");
  check_format(check, "if (a) { b((c)); return_((d + e), (f)) }", "if a { b(c); return_(d + e, f) }\n");
  check_format(check, "x = (a) * (b.c)", "x = a * b.c\n");
  check_same(check, "x = (a + b) * c - (d - e)\n");
  check_same(check, "x = a + (b * c)\n"); /* not needed, but the author wanted them */
  check_same(check, "x = (a and b) or c\n");
  check_format(check, "x = ((a + b)) * ((c))", "x = (a + b) * c\n");
  check_same(check, "x = (a < b) == c\nx = not (a == b)\nx = -(a + b)\nx = (-a).b\nx = (not a) + b\n");
  check_same(check, "x = (a ? b : c) ? d : e\nx = a ? (b ? c : d) : e\n");
  check_same(check, "x = (o.m)(1) + (super.m)(2)\n");
  check_same(check, "x = (fn() {})()\ny = fn() {}()\n");
  check_same(check, "({a: 1}).b()\n({a: 1}).b = 2\n({}).c ? d : e\n");
  check_same(check, "f({a: 1})\nx = {a: 1}.b\n");
  check_same(check, "x = a - (b - c)\nx = a - (b + c) - d\n");
  check_same(check, "class A extends (a or b) {}\ntry {} catch e is (a == b) {}\n");
}

static void test_blocks(Check *check) {
  check_format(check, "fn f( ){return 1}", "fn f() { return 1 }\n");
  check_format(check, "fn f( a,b ){\nreturn a}", "fn f(a, b) {\n  return a\n}\n");
  check_format(check, "if a{b}else if c{d}else{e}", "if a { b } else if c { d } else { e }\n");
  check_format(check, "if a {\nb }\nelse   if c {\nd }\nelse {\ne }", "if a {\n  b\n} else if c {\n  d\n} else {\n  e\n}\n");
  check_same(check, "if a { b }\nelse { c }\n");
  check_same(check, "try { a }\ncatch e is B { c }\ncatch e { d }\nfinally { e }\n");
  check_format(check, "try {\na }\ncatch e is B {\nc }\nfinally {\ne }", "try {\n  a\n} catch e is B {\n  c\n} finally {\n  e\n}\n");
  check_format(check, "while a { } for x in y {\n\n\n}\n{ }", "while a {}\nfor x in y {}\n{}\n");
  check_format(check, "class A{m(){}n( x ){return x}}", "class A { m() {} n(x) { return x } }\n");
  check_format(check, "class A extends B{\nm(){}\n\n\nn(){\n}\n;}", "class A extends B {\n  m() {}\n\n  n() {}\n}\n");
  check_format(check, "{\n\n  a\n\n\n  b\n\n}", "{\n  a\n\n  b\n}\n");
  check_format(check, "if a { b; if c { d } e; f = fn() { }; g }", "if a { b; if c { d } e; f = fn() {}; g }\n");
  check_format(check, "f(fn(x) {\nreturn x\n}, 1)", "f(fn(x) {\n  return x\n}, 1)\n");
}

static void test_line_breaks(Check *check) {
  check_format(check, "x = [1,\n2,   3,\n4]", "x = [1,\n  2, 3,\n  4]\n");
  check_format(check, "x = [\n1,\n2\n]", "x = [\n  1,\n  2,\n]\n");
  check_format(check, "x = {\na: 1, b: {\nc: 2\n}\n}", "x = {\n  a: 1, b: {\n    c: 2,\n  },\n}\n");
  check_format(check, "f(\na,\nb\n)", "f(\n  a,\n  b\n)\n");
  check_format(check, "fn f(a,\nb) {\nc }", "fn f(a,\n  b) {\n  c\n}\n");
  check_format(check, "x = (a\n+ b) *\nc", "x = (a +\n  b) *\n  c\n");
  check_format(check, "if a\nand b\nor c {\nd\n}", "if a\n    and b\n    or c {\n  d\n}\n");
  check_format(check, "x = a\n? b\n: c", "x = a\n  ? b\n  : c\n");
  check_format(check, "x = a\n.b()\n  .c(fn() {\nd\n})", "x = a\n  .b()\n  .c(fn() {\n    d\n  })\n");
  check_format(check, "x =\n1", "x =\n  1\n");
  check_format(check, "return_ = f(a, [\n1,\n])", "return_ = f(a, [\n  1,\n])\n");
  check_format(check, "fn f() { return (\na\n) }", "fn f() {\n  return a\n}\n");
  check_same(check, "x = [\n  1, 2,\n\n  3, 4,\n]\n");
  check_format(check, "x = [\n]\ny = {\n}\nf(\n)", "x = []\ny = {}\nf()\n");
}

static void test_comments(Check *check) {
  check_same(check, "// first\n\n// second\nx = 1 // behind\n// last\n");
  check_same(check, "x = 1     // lined\nyy = 22   // up\n");
  check_same(check, "fn f() { // on the header\n  // inside\n  x = 1\n\n  // before the end\n}\n");
  check_same(check, "if a {\n  b\n} // behind\nelse {\n  c\n}\n");
  check_same(check, "if a { b }\n// between\nelse { c }\n");
  check_same(check, "x = [\n  // above\n  1, // one\n  2, /* two */ 3,\n\n  // below\n  4, // last\n]\n");
  check_same(check, "f(/* none */)\nf(a /* one */, /* two */ b)\nx = [/* empty */]\n");
  check_same(check, "fn f(a /* one */, b /* two */) { /* nothing */ }\n");
  check_same(check, "/* a block\n   comment */\nx = 1\n");
  check_same(check, "/* before */ x = 1 /* behind */\n");
  check_format(check, "x = a /* why */ + b", "x = a /* why */ + b\n");
  check_format(check, "x = (a // why\n+ b)", "x = a + // why\n  b\n");
  check_format(check, "x = a // why\nand b", "x = a // why\n  and b\n");
  check_format(check, "x = a // why\n  .b // how\n  .c", "x = a // why\n  .b // how\n  .c\n");
  check_format(check, "fn f() {\nreturn ( // why\na)\n}", "fn f() {\n  return ( // why\n    a)\n}\n");
  check_format(check, "fn f() {\nreturn (/* why */ a)\n}", "fn f() {\n  return /* why */ a\n}\n");
  check_format(check, "if (a // why\n) { b }", "if a { // why\n  b\n}\n");
  check_format(check, "x = { // why\na: 1 // one\n}", "x = { // why\n  a: 1, // one\n}\n");
  check_format(check, "class A { // why\n// m\nm() {} // behind\n\n// end\n}",
               "class A { // why\n  // m\n  m() {} // behind\n\n  // end\n}\n");
  check_format(check, "a; // one\n;// two\nb", "a // one\n// two\nb\n");
  check_format(check, "x = 1 // crlf  \r\n/* two\r\nlines */", "x = 1 // crlf\n/* two\nlines */\n");
}

static void test_long_chain(Check *check) {
  enum { COUNT = 100000 };
  char *text = memory_alloc(4 * COUNT + 16), *at = stpcpy(text, "x = a");
  for (int i = 0; i < COUNT; i++)
    at = stpcpy(at, i % 2 == 0 ? " + b" : ".c()");
  strcpy(at, "\n");
  char *tree = NULL, *formatted = format(text, &tree);
  CHECK(check, formatted != NULL && strcmp(formatted, text) == 0);
  CHECK(check, tree != NULL && strstr(tree, "...\n") != NULL);
  free(tree);
  memory_free(formatted);
  memory_free(text);
}

int main(void) {
  Check check = {0};
  test_blanks(&check);
  test_literals(&check);
  test_parentheses(&check);
  test_blocks(&check);
  test_line_breaks(&check);
  test_comments(&check);
  test_long_chain(&check);
  return check_report(&check);
}
