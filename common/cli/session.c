/* session.c -- see session.h. */
#include "cli/session.h"

#include "cli/interrupt.h"
#include "runtime/report.h"
#include "runtime/startup.h"
#include "support/memory.h"
#include "syntax/parser.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

struct Sources {
  Sources *next;
  Source *source;
};

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* ---- open and close ---- */

/* See https://no-color.org: any NO_COLOR that is not empty. */
static bool wants_color(ColorChoice choice) {
  if (choice != COLOR_AUTO) return choice == COLOR_ALWAYS;
  const char *term = getenv("TERM"), *no_color = getenv("NO_COLOR");
  return isatty(STDERR_FILENO) && !(no_color && *no_color) && term && *term && strcmp(term, "dumb") != 0;
}

static ScriptScope *new_scope(SymbolTable *symbols, bool interactive) {
  uint32_t count;
  const char *const *names = runtime_builtin_names(&count);
  return script_scope_new(symbols, names, count, interactive);
}

/* What runs the scripts. The wing looks at the runtime when it is made, so all that the runtime is told comes before. */
static void *start_engine(Session *session) {
  const Options *options = session->options;
  session->rt = runtime_new(&options->limits);
  if (!session->rt) return NULL;
  session->rt->argc = options->argc;
  session->rt->argv = options->argv;
  session->rt->interrupted = interrupt_flag();
  return session->backend->create(session->rt, &session->symbols, options);
}

bool session_open(Session *session, const Backend *backend, const Options *options, bool interactive) {
  *session = (Session){.backend = backend, .options = options, .interactive = interactive, .color = wants_color(options->color)};
  symbol_table_init(&session->symbols);
  arena_init(&session->arena);
  session->scope = new_scope(&session->symbols, interactive);
  session->engine = start_engine(session);
  if (session->engine) return true;
  const char *program = backend->profile.program;
  if (!session->rt && options->limits.max_heap)
    fprintf(stderr, "%s: --max-heap %zu is not even enough to start\n", program, options->limits.max_heap);
  else if (!session->rt)
    fprintf(stderr, "%s: not enough memory to start\n", program);
  else
    fprintf(stderr, "%s: not enough memory for --max-depth %u\n", program, options->limits.max_depth);
  return false;
}

void session_close(Session *session) {
  if (session->engine) session->backend->destroy(session->engine);
  if (session->scope) script_scope_free(session->scope);
  if (session->rt) runtime_free(session->rt);
  while (session->sources) {
    Sources *next = session->sources->next;
    source_free(session->sources->source);
    memory_free(session->sources);
    session->sources = next;
  }
  arena_free(&session->arena);
  symbol_table_free(&session->symbols);
}

bool session_reset(Session *session) {
  const Backend *backend = session->backend;
  const Options *options = session->options;
  bool interactive = session->interactive;
  session_close(session);
  return session_open(session, backend, options, interactive);
}

/* ---- from text to script ---- */

static Source *keep_source(Session *session, const char *name, const char *text, size_t length) {
  Sources *sources = memory_alloc(sizeof *sources);
  sources->source = source_new(name, text, length);
  sources->next = session->sources;
  session->sources = sources;
  return sources->source;
}

static Script *parse(Session *session, const char *name, const char *text, size_t length, DiagList *diags) {
  Source *source = keep_source(session, name, text, length);
  diag_list_init(diags, source);
  double start = now();
  Script *script = parse_script(source, &session->symbols, &session->arena, diags);
  session->times.parse += now() - start;
  return diags->count ? NULL : script;
}

static const Script *load_in(Session *session, ScriptScope *scope, const char *name, const char *text, size_t length, DiagList *diags) {
  Script *script = parse(session, name, text, length, diags);
  if (!script) return NULL;
  double start = now();
  resolve_script(script, scope, diags);
  session->times.resolve += now() - start;
  return diags->count ? NULL : script;
}

const Script *session_parse(Session *session, const char *name, const char *text, size_t length, DiagList *diags) {
  return parse(session, name, text, length, diags);
}

const Script *session_load(Session *session, const char *name, const char *text, size_t length, DiagList *diags) {
  return load_in(session, session->scope, name, text, length, diags);
}

const Script *session_load_apart(Session *session, const char *name, const char *text, size_t length, DiagList *diags) {
  ScriptScope *scope = new_scope(&session->symbols, session->interactive);
  uint32_t count;
  VarDecl *const *variables = script_scope_variables(session->scope, &count);
  for (uint32_t i = 0; i < count; i++)
    script_scope_keep(scope, variables[i], false);
  const Script *script = load_in(session, scope, name, text, length, diags);
  script_scope_free(scope);
  return script;
}

bool session_wants_more(Session *session, const char *text, size_t length) {
  Arena arena;
  DiagList diags;
  arena_init(&arena);
  Source *source = source_new("", text, length);
  diag_list_init(&diags, source);
  parse_script(source, &session->symbols, &arena, &diags);
  bool more = diags.count > 0 && diags.input_ended;
  diag_list_free(&diags);
  source_free(source);
  arena_free(&arena);
  return more;
}

/* ---- running ---- */

bool session_run(Session *session, const Script *script, bool want_result, Value *result) {
  *result = value_unset();
  runtime_set_fuel(session->rt, session->options->limits.fuel);
  double start = now();
  void *prepared = session->backend->prepare(session->engine, script, want_result);
  double ready = now();
  bool ok = prepared && session->backend->run(session->engine, prepared, script_scope_slot_count(session->scope), result);
  session->times.prepare += ready - start;
  session->times.run += now() - ready;
  return ok;
}

int session_report(Session *session) {
  interrupt_take(); /* the report may run the program's to_string */
  bool behind_echo = session->rt->pending.kind == PENDING_INTERRUPTED && isatty(STDERR_FILENO);
  if (behind_echo) fputc('\n', stderr); /* the terminal has just shown ^C */
  return report_uncaught(session->rt, stderr, session->color);
}

Value *session_variable(const Session *session, const char *name, size_t length) {
  uint32_t count;
  VarDecl *const *variables = script_scope_variables(session->scope, &count);
  for (uint32_t i = 0; i < count; i++) {
    const Symbol *symbol = variables[i]->name;
    if (symbol->length == length && memcmp(symbol->chars, name, length) == 0)
      return session->backend->script_variable(session->engine, variables[i]->slot);
  }
  return NULL;
}
