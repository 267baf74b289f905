/* parser_test.c -- shapes of trees, spans, what a REPL asks, and texts that mean harm: deep, long, or random. */
#include "check.h"
#include "parsed.h"
#include "support/memory.h"
#include "syntax/parser.h"
#include "syntax/printer.h"
#include <pthread.h>
#include <stdlib.h>
#include <time.h>

/* How deep a text is that means harm, and the stack to read it on; a build with sanitizers is slow. */
#ifdef SANITIZED
enum { DEEP = 100000, STACK_SIZE = 8 << 20 };
#else
enum { DEEP = 1000000, STACK_SIZE = 256 << 10 };
#endif
enum { LESS_DEEP = DEEP / 10 };

/* ---- trees ---- */

static void check_tree(Check *check, const char *text, const char *wanted) {
  Parsed parsed;
  parsed_text(&parsed, text);
  char *shown = NULL;
  size_t size = 0;
  FILE *file = open_memstream(&shown, &size);
  print_tree(parsed.script, file);
  fclose(file);
  CHECK(check, parsed.diags.count == 0);
  CHECK_TEXT(check, shown, wanted);
  free(shown);
  parsed_free(&parsed);
}

static void test_trees(Check *check) {
  check_tree(check, "x = 2 + 3 * 4",
             "ASSIGN\n |-- NAME x\n `-- BINARY +\n      |-- INT 2\n      `-- BINARY *\n           |-- INT 3\n           `-- INT 4\n");
  check_tree(check, "(a.m)(1)", "CALL\n |-- FIELD m\n |    `-- NAME a\n `-- INT 1\n");
  check_tree(check, "a.m(1)", "INVOKE m\n |-- NAME a\n `-- INT 1\n");
  check_tree(check, "- 9223372036854775808 .x", "FIELD x\n `-- INT -9223372036854775808\n");
  check_tree(check, "-9223372036854775807", "UNARY -\n `-- INT 9223372036854775807\n");
  check_tree(check, "a ? b : c ? d : e",
             "CONDITIONAL\n |-- NAME a\n |-- NAME b\n `-- CONDITIONAL\n      |-- NAME c\n      |-- NAME d\n      `-- NAME e\n");
  check_tree(check, "not a is B and c", "AND\n |-- UNARY not\n |    `-- IS\n |         |-- NAME a\n |         `-- NAME B\n `-- NAME c\n");
  check_tree(check, "x = {a: 1, a: 2}",
             "ASSIGN\n |-- NAME x\n `-- OBJECT\n      |-- FIELD a\n      |    `-- INT 1\n      `-- FIELD a\n           `-- INT 2\n");
  check_tree(check, "x = \"a\\n\\\"\\x01\"", "ASSIGN\n |-- NAME x\n `-- STRING \"a\\n\\\"\\x01\"\n");
  check_tree(check, "try { } catch e is A { } finally { f() }",
             "TRY\n |-- BLOCK\n |-- CATCH e\n |    |-- NAME A\n |    `-- BLOCK\n `-- FINALLY\n      `-- CALL\n           `-- NAME f\n");
  check_tree(check, "class A extends B { m(x, y) { return } }",
             "CLASS A\n |-- EXTENDS\n |    `-- NAME B\n `-- METHOD m(x, y)\n      `-- RETURN\n");
  check_tree(check, "if a { } else if b { } else { }", "IF\n |-- NAME a\n |-- THEN\n |-- NAME b\n |-- THEN\n `-- ELSE\n");
}

static void test_functions(Check *check) {
  Parsed parsed;
  parsed_text(&parsed, "class Shape {\n  init(a, b) { f = fn() { } }\n}");
  const FunctionNode *script = parsed.script->function;
  const Stmt *stmt = script->body->stmts[0];
  const FunctionNode *init = stmt->class.methods[0];
  const FunctionNode *inner = init->body->stmts[0]->assign.value->function;
  CHECK(check, script->signature.is_script && script->enclosing == NULL);
  CHECK(check, init->signature.is_init && init->signature.is_method && init->enclosing == script);
  CHECK(check, init->self != NULL && init->self->kind == DECL_SELF);
  CHECK(check, init->signature.owner == stmt->class.decl->name);
  CHECK(check, init->signature.arity == 2 && strcmp(init->signature.params[1]->chars, "b") == 0);
  CHECK(check, inner->enclosing == init && inner->signature.name == NULL && !inner->signature.is_method);
  CHECK(check, init->signature.span.start == 16 && init->signature.span.end == 43);
  CHECK(check, stmt->class.superclass == NULL && stmt->class.super_decl == NULL);
  parsed_free(&parsed);
}

/* ---- spans ---- */

static void check_span(Check *check, const Parsed *parsed, Span span, const char *wanted) {
  const char *text = parsed->source->text + span.start;
  bool same = span.end - span.start == strlen(wanted) && memcmp(text, wanted, strlen(wanted)) == 0;
  if (!CHECK(check, same)) printf("  got '%.*s', wanted '%s'\n", (int)(span.end - span.start), text, wanted);
}

static void test_spans(Check *check) {
  Parsed parsed;
  parsed_text(&parsed, "x = ((a + b).c) * (d)  ;y");
  const Stmt *stmt = parsed.script->function->body->stmts[0];
  const Expr *times = stmt->assign.value;
  check_span(check, &parsed, stmt->span, "x = ((a + b).c) * (d)");
  check_span(check, &parsed, times->span, "((a + b).c) * (d)");
  check_span(check, &parsed, times->binary.left->span, "(a + b).c");
  check_span(check, &parsed, times->binary.left->field.name_span, "c");
  check_span(check, &parsed, times->binary.left->field.object->span, "a + b");
  check_span(check, &parsed, times->binary.right->span, "d");
  parsed_free(&parsed);
  parsed_text(&parsed, "try { f(1, 2)[3] } catch e is A { throw - x }");
  stmt = parsed.script->function->body->stmts[0];
  check_span(check, &parsed, stmt->try_.body->span, "{ f(1, 2)[3] }");
  check_span(check, &parsed, stmt->try_.body->stmts[0]->expr->span, "f(1, 2)[3]");
  check_span(check, &parsed, stmt->try_.body->stmts[0]->expr->index.object->span, "f(1, 2)");
  check_span(check, &parsed, stmt->try_.catches[0].span, "catch e is A { throw - x }");
  check_span(check, &parsed, stmt->try_.catches[0].name->span, "e");
  check_span(check, &parsed, stmt->try_.catches[0].body->stmts[0]->expr->span, "- x");
  parsed_free(&parsed);
}

/* ---- does a REPL ask for another line? ---- */

static void check_ended(Check *check, const char *text, bool wanted) {
  Parsed parsed;
  parsed_text(&parsed, text);
  bool right = parsed.diags.count > 0 && parsed.diags.input_ended == wanted;
  if (!CHECK(check, right)) printf("  '%s'\n", text);
  parsed_free(&parsed);
}

static void test_input_ended(Check *check) {
  static const char *const more[] = {"f(",
                                     "f(1",
                                     "f(1,",
                                     "[",
                                     "[1,\n2",
                                     "{",
                                     "if x {",
                                     "fn f() {\n x = 1",
                                     "x =",
                                     "x = 1 +",
                                     "x and",
                                     "not",
                                     "-",
                                     "x = {",
                                     "x = {a",
                                     "x = {a:",
                                     "x = {a: 1,",
                                     "class A {",
                                     "class A {\n m() {",
                                     "class",
                                     "try { }",
                                     "try {",
                                     "let",
                                     "fn",
                                     "for",
                                     "for x",
                                     "for x in",
                                     "while",
                                     "a ? b",
                                     "a ? b :",
                                     "a.",
                                     "super.",
                                     "a[",
                                     "a[1",
                                     "fn f(",
                                     "fn f(a,",
                                     "/* a",
                                     "x = /* /* */",
                                     "try { } catch",
                                     "catch_ = ("};
  static const char *const never[] = {"\"abc", "f(\"abc",       "x = )",    "(1 2",      "if x",    "if x\n",         "while x\n",
                                      "fn f",  "fn f()",        "fn f()\n", "let x",     "let x\n", "throw",          "throw\n",
                                      "try",   "if x { } else", "class A",  "}",         "1 2 {",   "x = {\n\"a\": ", "if x { y = \"a",
                                      "@ (",   "x = 0x (",      "(\n) (",   "fn f() { ]"};
  for (size_t i = 0; i < ARRAY_COUNT(more); i++)
    check_ended(check, more[i], true);
  for (size_t i = 0; i < ARRAY_COUNT(never); i++)
    check_ended(check, never[i], false);
}

/* ---- deep ---- */

typedef struct Nest {
  const char *before, *open, *middle, *close;
  uint32_t limit; /* how many fit */
  uint32_t deep;  /* how many are tried */
} Nest;

static char *repeat(const char *before, const char *open, const char *middle, const char *close, size_t count) {
  size_t open_length = strlen(open), close_length = strlen(close);
  char *text = memory_alloc(strlen(before) + (open_length + close_length) * count + strlen(middle) + 1);
  char *at = text + sprintf(text, "%s", before);
  for (size_t i = 0; i < count; i++, at += open_length)
    memcpy(at, open, open_length);
  at += sprintf(at, "%s", middle);
  for (size_t i = 0; i < count; i++, at += close_length)
    memcpy(at, close, close_length);
  *at = '\0';
  return text;
}

/* Parses `count` levels; when that is fine, formats them and draws them too. Gives the number of errors. */
static uint32_t try_nest(Check *check, const Nest *nest, size_t count, const char *close) {
  char *text = repeat(nest->before, nest->open, nest->middle, close, count);
  Parsed parsed;
  parsed_text(&parsed, text);
  uint32_t errors = parsed.diags.count;
  if (errors == 0) {
    size_t length;
    char *formatted = print_formatted(parsed.script, &length);
    CHECK(check, length > 0);
    memory_free(formatted);
    FILE *nowhere = fopen("/dev/null", "w");
    print_tree(parsed.script, nowhere);
    fclose(nowhere);
  } else {
    CHECK_TEXT(check, parsed.diags.items[0].message, "nested too deeply: the limit is 256 levels");
  }
  parsed_free(&parsed);
  memory_free(text);
  return errors;
}

static void test_nest(Check *check, const Nest *nest) {
  bool right = try_nest(check, nest, 10, nest->close) == 0 && try_nest(check, nest, nest->limit, nest->close) == 0;
  right = right && try_nest(check, nest, nest->limit + 1, nest->close) > 0;
  right = right && try_nest(check, nest, nest->deep, nest->close) > 0 && try_nest(check, nest, LESS_DEEP, "") > 0;
  if (!CHECK(check, right)) printf("  nest of '%s'\n", nest->open);
}

static void *test_deep(void *argument) {
  static const Nest nests[] = {
      {"x = ", "(", "1", ")", 256, DEEP},
      {"x = ", "[", "1", "]", 256, DEEP},
      {"x = ", "{a: ", "1", "}", 256, LESS_DEEP},
      {"x = ", "f(", "1", ")", 256, DEEP},
      {"x = ", "o.m(", "1", ")", 256, LESS_DEEP},
      {"x = ", "a[", "1", "]", 256, LESS_DEEP},
      {"x = ", "-", "1", "", 256, DEEP},
      {"x = ", "~", "1", "", 256, LESS_DEEP},
      {"x = ", "not ", "1", "", 256, LESS_DEEP},
      {"x = ", "a ? ", "1", " : b", 256, LESS_DEEP},
      {"x = ", "a ? b : ", "1", "", 256, LESS_DEEP},
      {"x = ", "fn() { return ", "1", " }", 256, DEEP},
      {"x = ", "1 + (", "1", ")", 128, LESS_DEEP},
      {"x = ", "a or b and not c == d | e ^ f & g << h + i * - (", "1", ")", 21, LESS_DEEP},
      {"", "{", "x = 1", "}", 256, DEEP},
      {"", "if a {", "x = 1", "}", 256, LESS_DEEP},
      {"", "if a { } else {", "x = 1", "}", 256, LESS_DEEP},
      {"", "while a {", "x = 1", "}", 256, LESS_DEEP},
      {"", "for a in b {", "x = 1", "}", 256, LESS_DEEP},
      {"", "fn f() {", "x = 1", "}", 256, LESS_DEEP},
      {"", "class A { m() {", "x = 1", "} }", 128, LESS_DEEP},
      {"", "try {", "x = 1", "} finally { }", 256, LESS_DEEP},
      {"", "try { } catch e {", "x = 1", "}", 256, LESS_DEEP},
      {"f", "(fn() { x = [{a: 1 + ", "1", "}] })", 51, LESS_DEEP},
  };
  for (size_t i = 0; i < ARRAY_COUNT(nests); i++)
    test_nest(argument, &nests[i]);
  return NULL;
}

/* On a stack of 256 KB; a build with sanitizers has larger frames. */
static void test_deep_on_a_small_stack(Check *check) {
  pthread_attr_t attributes;
  pthread_t thread;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, STACK_SIZE);
  bool started = pthread_create(&thread, &attributes, test_deep, check) == 0;
  if (CHECK(check, started)) pthread_join(thread, NULL);
  pthread_attr_destroy(&attributes);
}

/* ---- long ---- */

static double parse_seconds(const char *text, uint32_t *errors) {
  Parsed parsed;
  struct timespec begin, end;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &begin);
  parsed_text(&parsed, text);
  *errors = parsed.diags.count;
  parsed_free(&parsed);
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end);
  return (double)(end.tv_sec - begin.tv_sec) + (double)(end.tv_nsec - begin.tv_nsec) * 1e-9;
}

/* Sixteen times the text may take sixteen times as long, or thirty with bad luck; not 256 times. */
static void test_linear(Check *check, const char *before, const char *item, const char *after) {
  enum { SMALL = 5000, FACTOR = 16 };
  char *small = repeat(before, item, after, "", SMALL), *large = repeat(before, item, after, "", SMALL * FACTOR);
  uint32_t small_errors, large_errors;
  double small_time = parse_seconds(small, &small_errors), large_time = parse_seconds(large, &large_errors);
  CHECK(check, small_errors == large_errors);
  if (!CHECK(check, large_time < (small_time + 0.002) * FACTOR * 4)) printf("  '%s': %.4f s, then %.4f s\n", item, small_time, large_time);
  memory_free(small);
  memory_free(large);
}

static void test_long(Check *check) {
  test_linear(check, "x = [", "1, ", "]");
  test_linear(check, "f(", "a, ", ")");
  test_linear(check, "x = {", "a: 1, ", "}");
  test_linear(check, "fn f(", "a, ", ") { }");
  test_linear(check, "", "x = 1\n", "");
  test_linear(check, "", "x = 1;", "");
  test_linear(check, "", "{ } ", "");
  test_linear(check, "", "fn f() { } ", "");
  test_linear(check, "if a { }", " else if a { }", "");
  test_linear(check, "try { }", " catch e is A { }", "");
  test_linear(check, "class A {", " m() { }", "}");
  test_linear(check, "x = 1", " + 1", "");
  test_linear(check, "x = 1", " and 1", "");
  test_linear(check, "x = a", ".b(c)[d]", "");
  test_linear(check, "x = a", "()", "");
  test_linear(check, "x = \"", "\\n", "\"");
  test_linear(check, "", "// comment\n", "");
  test_linear(check, "", "/*", "");
  test_linear(check, "", "(\n", "");
  test_linear(check, "", ") ", "");
  test_linear(check, "", "} ", "");
  test_linear(check, "", "f(1 2\n", "");
  test_linear(check, "", "if x y { ", "");
  test_linear(check, "", "\"\n", "");
}

/* A chain leans left however long it is, and every node knows its height. */
static void test_chain(Check *check) {
  enum { COUNT = 100000 };
  char *text = repeat("x = a", " + a", "", "", COUNT);
  Parsed parsed;
  parsed_text(&parsed, text);
  Expr *value = parsed.script->function->body->stmts[0]->assign.value;
  uint32_t count = 0;
  Expr **chain = expr_chain(value, &count);
  CHECK(check, value->height == COUNT + 1 && count == COUNT + 1);
  CHECK(check, chain[0] == value && chain[COUNT]->kind == EXPR_NAME && expr_left(chain[COUNT]) == NULL);
  CHECK(check, chain[COUNT]->height == 1 && chain[1]->height == COUNT);
  CHECK(check, parsed.script->function->height == COUNT + 1);
  memory_free(chain);
  parsed_free(&parsed);
  memory_free(text);
}

/* ---- random ---- */

static uint64_t next_random(uint64_t *state) {
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return *state;
}

/* Any bytes at all end in a tree or in errors, each with a place inside the text. */
static void test_random(Check *check) {
  static const char *const words[] = {"(",      ")",      "[",     "]",       "{",    "}",     ",",     ";",       ":",
                                      ".",      "?",      "+",     "-",       "=",    "==",    "and",   "not",     "is",
                                      "if",     "else",   "while", "for",     "in",   "fn",    "class", "extends", "let",
                                      "return", "try",    "catch", "finally", "self", "super", "a",     "1",       "\"s\"",
                                      "\n",     "// c\n", "/*",    "*/",      "@",    "\"",    "0x",    "\xff",    "\xc3\xa9"};
  uint64_t state = 0x9E3779B97F4A7C15u;
  bool placed = true;
  for (int run = 0; run < 5000; run++) {
    char text[400];
    size_t length = 0;
    for (size_t pieces = next_random(&state) % 40; pieces > 0; pieces--) {
      const char *word = words[next_random(&state) % (run % 10 == 0 ? ARRAY_COUNT(words) : ARRAY_COUNT(words) - 2)];
      length += (size_t)sprintf(text + length, "%s ", word);
    }
    Parsed parsed;
    parsed_bytes(&parsed, text, length);
    for (uint32_t i = 0; i < parsed.diags.count; i++) {
      Span span = parsed.diags.items[i].span;
      placed = placed && span.start <= span.end && span.end <= length && parsed.diags.items[i].message[0] != '\0';
    }
    parsed_free(&parsed);
  }
  CHECK(check, placed);
}

int main(void) {
  Check check = {0};
  test_trees(&check);
  test_functions(&check);
  test_spans(&check);
  test_input_ended(&check);
  test_deep_on_a_small_stack(&check);
  test_long(&check);
  test_chain(&check);
  test_random(&check);
  return check_report(&check);
}
