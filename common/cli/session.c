/* session.c -- see session.h. */
#include "cli/session.h"

#include "runtime/startup.h"
#include "support/memory.h"
#include "syntax/parser.h"

#include <time.h>

struct Sources {
  Sources *next;
  Source *source;
};

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

bool session_open(Session *session, const Backend *backend, const Options *options, bool interactive) {
  memset(session, 0, sizeof *session);
  session->backend = backend;
  session->options = options;
  symbol_table_init(&session->symbols);
  arena_init(&session->arena);
  session->rt = runtime_new(&options->limits);
  if (session->rt) {
    uint32_t count;
    const char *const *names = runtime_builtin_names(&count);
    session->scope = script_scope_new(&session->symbols, names, count, interactive);
    session->engine = backend->create(session->rt, &session->symbols, options);
  }
  if (session->engine) return true;
  fprintf(stderr, "%s: not enough memory to start\n", backend->profile.program);
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

static Source *keep_source(Session *session, const char *name, const char *text, size_t length) {
  Sources *sources = memory_alloc(sizeof *sources);
  sources->source = source_new(name, text, length);
  sources->next = session->sources;
  session->sources = sources;
  return sources->source;
}

const Script *session_parse(Session *session, const char *name, const char *text, size_t length, DiagList *diags) {
  Source *source = keep_source(session, name, text, length);
  diag_list_init(diags, source);
  double start = now();
  Script *script = parse_script(source, &session->symbols, &session->arena, diags);
  session->times.parse += now() - start;
  return diags->count ? NULL : script;
}

const Script *session_load(Session *session, const char *name, const char *text, size_t length, DiagList *diags) {
  /* Only the resolver writes to a tree, and this is the one place where it runs. */
  Script *script = (Script *)session_parse(session, name, text, length, diags);
  if (!script) return NULL;
  double start = now();
  resolve_script(script, session->scope, diags);
  session->times.resolve += now() - start;
  return diags->count ? NULL : script;
}

bool session_run(Session *session, const Script *script, bool want_result, Value *result) {
  *result = value_unset();
  double start = now();
  void *prepared = session->backend->prepare(session->engine, script, want_result);
  double ready = now();
  bool ok = prepared && session->backend->run(session->engine, prepared, script_scope_slot_count(session->scope), result);
  session->times.prepare += ready - start;
  session->times.run += now() - ready;
  return ok;
}
