/* evaluate.c -- see evaluate.h.
 *
 * `_` is a script variable like any other, declared by a first line that nobody typed: so functions see it, and a program may have a `_` of its own.
 */
#include "cli/evaluate.h"

#include "cli/files.h"
#include "cli/interrupt.h"
#include "runtime/format.h"
#include "support/memory.h"

#include <errno.h>

static const char SOURCE_NAME[] = "<repl>";

int evaluate_complain(const Session *session, DiagList *diags) {
  fflush(stdout);
  diag_show(diags, stderr, session->color);
  diag_list_free(diags);
  return EXIT_SYNTAX;
}

static int run(Session *session, const char *name, const char *text, size_t length, bool want_result, Value *result) {
  DiagList diags;
  *result = value_unset();
  const Script *script = session_load(session, name, text, length, &diags);
  if (!script) return evaluate_complain(session, &diags);
  diag_list_free(&diags);
  interrupt_take();
  return session_run(session, script, want_result, result) ? EXIT_OK : session_report(session);
}

/* Shows a value and keeps it as `_`. */
static int show(Session *session, Value value) {
  ROOT(session->rt->heap, root, value);
  Value *last = session_variable(session, "_", 1);
  if (last) *last = value;
  String *text = format_quoted(session->rt, root.value);
  if (!text) return session_report(session);
  fwrite(text->chars, 1, text->length, stdout);
  putchar('\n');
  return EXIT_OK;
}

int evaluate_start(Session *session) {
  static const char declaration[] = "_ = nil";
  const Value *last = session_variable(session, "_", 1);
  if (last && !value_is(*last, VALUE_UNSET)) return EXIT_OK;
  Value result;
  return run(session, SOURCE_NAME, declaration, sizeof declaration - 1, false, &result);
}

int evaluate_text(Session *session, const char *text, size_t length) {
  Value result;
  int code = run(session, SOURCE_NAME, text, length, true, &result);
  if (result.tag > VALUE_NIL) code = show(session, result);
  return code != EXIT_OUTPUT && files_flush_output() ? code : EXIT_OUTPUT;
}

int evaluate_file(Session *session, const char *path) {
  size_t length;
  char *text = files_read(path, SOURCE_MAX_LENGTH, &length);
  if (!text) {
    fprintf(stderr, "cannot read '%s': %s\n", path, strerror(errno));
    return EXIT_UNCAUGHT;
  }
  Value result;
  int code = run(session, path, text, length, false, &result);
  memory_free(text);
  return code != EXIT_OUTPUT && files_flush_output() ? code : EXIT_OUTPUT;
}
