/* actions.c -- one function for each action, named for it. */
#include "cli/actions.h"

#include "cli/files.h"
#include "support/memory.h"
#include "syntax/printer.h"

#include <errno.h>

static const Script *complain(const Session *session, DiagList *diags) {
  diag_show(diags, stderr, session->color);
  diag_list_free(diags);
  return NULL;
}

static const Script *parse(Session *session, const Program *program) {
  DiagList diags;
  const Script *script = session_parse(session, program->name, program->text, program->length, &diags);
  if (!script) return complain(session, &diags);
  diag_list_free(&diags);
  return script;
}

static const Script *load(Session *session, const Program *program) {
  DiagList diags;
  const Script *script = session_load(session, program->name, program->text, program->length, &diags);
  if (!script) return complain(session, &diags);
  diag_list_free(&diags);
  return script;
}

/* ---- the actions ---- */

static int show_tree(Session *session, const Program *program, FILE *output) {
  const Script *script = parse(session, program);
  if (!script) return EXIT_SYNTAX;
  print_tree(script, output ? output : stdout);
  return EXIT_OK;
}

static int write_back(const Session *session, const char *path, const char *text, size_t length) {
  if (files_replace(path, text, length)) return EXIT_OK;
  fprintf(stderr, "%s: cannot write '%s': %s\n", session->backend->profile.program, path, strerror(errno));
  return EXIT_OUTPUT;
}

static int format(Session *session, const Program *program, FILE *output) {
  const Script *script = parse(session, program);
  if (!script) return EXIT_SYNTAX;
  size_t length;
  char *text = print_formatted(script, &length);
  bool same = length == program->length && memcmp(text, program->text, length) == 0;
  int code = EXIT_OK;
  switch (session->options->action) {
  case ACTION_FORMAT_CHECK:
    if (!same) fprintf(stderr, "%s: not formatted\n", program->name);
    if (!same) code = EXIT_DIFFERS;
    break;
  case ACTION_FORMAT_WRITE:
    if (!same) code = write_back(session, program->name, text, length);
    break;
  default: fwrite(text, 1, length, output ? output : stdout); break;
  }
  memory_free(text);
  return code;
}

static int check(Session *session, const Program *program, FILE *output) {
  DiagList diags;
  const Script *script = session_load(session, program->name, program->text, program->length, &diags);
  diag_show_short(&diags, output ? output : stderr);
  diag_list_free(&diags);
  return script ? EXIT_OK : EXIT_SYNTAX;
}

static int disassemble(Session *session, const Program *program, FILE *output) {
  const Script *script = load(session, program);
  if (!script) return EXIT_SYNTAX;
  void *prepared = session->backend->prepare(session->engine, script, false);
  if (!prepared) return session_report(session);
  session->backend->disassemble(session->engine, prepared, session->options, output ? output : stdout);
  return EXIT_OK;
}

static int run(Session *session, const Program *program) {
  const Script *script = load(session, program);
  if (!script) return EXIT_SYNTAX;
  Value result;
  return session_run(session, script, false, &result) ? EXIT_OK : session_report(session);
}

int actions_run(Session *session, const Program *program, FILE *output) {
  switch (session->options->action) {
  case ACTION_AST: return show_tree(session, program, output);
  case ACTION_FORMAT:
  case ACTION_FORMAT_CHECK:
  case ACTION_FORMAT_WRITE: return format(session, program, output);
  case ACTION_CHECK: return check(session, program, output);
  case ACTION_DISASSEMBLE: return disassemble(session, program, output);
  default: return run(session, program);
  }
}

bool actions_made_output(Action action, int code) {
  switch (code) {
  case EXIT_OK:
  case EXIT_DIFFERS:
  case EXIT_UNCAUGHT: return true; /* statistics of a run that failed are statistics too */
  case EXIT_SYNTAX: return action == ACTION_CHECK;
  default: return false;
  }
}
