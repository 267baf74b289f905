/* session.h -- one Duet that runs scripts, one or many: the way from a text to its result.
 *
 *     text -> Source -> parse -> resolve -> the backend's prepare -> run
 *
 * A file is one script; a REPL runs many over the same variables. Sources, trees and names live as long as the session, since functions refer to them.
 */
#ifndef DUET_CLI_SESSION_H
#define DUET_CLI_SESSION_H

#include "cli/backend.h"
#include "support/diag.h"
#include "syntax/resolve.h"

/* Seconds spent in each stage. */
typedef struct Times {
  double parse, resolve, prepare, run;
} Times;

typedef struct Sources Sources;

typedef struct Session {
  const Backend *backend;
  const Options *options;
  Runtime *rt;
  SymbolTable symbols;
  Arena arena;
  ScriptScope *scope;
  void *engine;
  Sources *sources; /* all texts so far; owned */
  Times times;
  bool interactive;
  bool color; /* of diagnostics on stderr */
} Session;

/* False: no memory for a runtime; said on stderr. To be closed in either case. `interactive`: see script_scope_new. */
bool session_open(Session *session, const Backend *backend, const Options *options, bool interactive) MUST_CHECK;
void session_close(Session *session);

/* Begins again with nothing defined. As session_open. */
bool session_reset(Session *session) MUST_CHECK;

/* Parses and resolves a text, which the session keeps. NULL: `diags` says why (initialized here, to be freed by the caller in either case). */
const Script *session_load(Session *session, const char *name, const char *text, size_t length, DiagList *diags);

/* The same for code that is only looked at: what it declares is forgotten again. */
const Script *session_load_apart(Session *session, const char *name, const char *text, size_t length, DiagList *diags);

/* Parses only, for formatting and trees. */
const Script *session_parse(Session *session, const char *name, const char *text, size_t length, DiagList *diags);

/* Does the text end too soon, though it is fine as far as it goes? Nothing of it is kept. */
bool session_wants_more(Session *session, const char *text, size_t length);

/* Runs a loaded script with --fuel anew. The result is UNSET when there is none or it was not wanted. False: the error is pending. */
bool session_run(Session *session, const Script *script, bool want_result, Value *result) MUST_CHECK;

/* Shows the pending error on stderr, after all that was printed; gives the exit code. */
int session_report(Session *session);

/* Where the script's variable of that name has its value (UNSET: nothing was stored yet); NULL: there is none. Valid until something runs. */
Value *session_variable(const Session *session, const char *name, size_t length);

#endif
