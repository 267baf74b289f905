/* launch.c -- from the command line to the exit code.
 *
 * Each thing that the command line can ask for is one function here, named for it. All of it runs on the mapped stack of stack.h.
 */
#include "cli/launch.h"

#include "cli/files.h"
#include "cli/interrupt.h"
#include "cli/repl.h"
#include "cli/session.h"
#include "cli/stack.h"
#include "cli/stats.h"
#include "runtime/report.h"
#include "support/memory.h"
#include "syntax/printer.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#define DUET_VERSION "0.1"
enum { BASE_STACK = 8 << 20 };

typedef struct Launch {
  const Backend *backend;
  Options options;
  Session session;
  char *text; /* the program; owned */
  size_t length;
  const char *name; /* what reports call it */
  FILE *output;     /* of listings, trees and statistics; NULL: none was asked for */
} Launch;

static int fail_file(const Launch *launch, const char *what, const char *path) {
  fprintf(stderr, "%s: cannot %s '%s': %s\n", launch->backend->profile.program, what, path, strerror(errno));
  return EXIT_OUTPUT;
}

static bool wants_color(ColorChoice choice) {
  if (choice != COLOR_AUTO) return choice == COLOR_ALWAYS;
  const char *term = getenv("TERM"), *no_color = getenv("NO_COLOR");
  return isatty(STDERR_FILENO) && !(no_color && *no_color) && term && strcmp(term, "dumb") != 0;
}

/* Where what was asked for goes. */
static FILE *listing_file(const Launch *launch) { return launch->output ? launch->output : stdout; }

/* ---- actions ---- */

static int show_version(const Profile *profile) {
#ifdef __clang__
  const char *compiler = "clang " __clang_version__;
#else
  const char *compiler = "gcc " __VERSION__;
#endif
#ifdef __SANITIZE_ADDRESS__
  const char *build = "sanitized";
#else
  const char *build = "release";
#endif
  printf("%s %s (%s, %s dispatch, %s build)\n", profile->program, DUET_VERSION, compiler, profile->dispatch, build);
  return EXIT_OK;
}

static const Script *parse_only(Launch *launch, int *code) {
  DiagList diags;
  const Script *script = session_parse(&launch->session, launch->name, launch->text, launch->length, &diags);
  if (!script) diag_show(&diags, stderr, launch->session.color);
  diag_list_free(&diags);
  *code = script ? EXIT_OK : EXIT_SYNTAX;
  return script;
}

static int show_tree(Launch *launch) {
  int code;
  const Script *script = parse_only(launch, &code);
  if (script) print_tree(script, listing_file(launch));
  return code;
}

static int format(Launch *launch) {
  int code;
  const Script *script = parse_only(launch, &code);
  if (!script) return code;
  size_t length;
  char *text = print_formatted(script, &length);
  bool same = length == launch->length && memcmp(text, launch->text, length) == 0;
  switch (launch->options.action) {
  case ACTION_FORMAT_CHECK:
    if (!same) fprintf(stderr, "%s: not formatted\n", launch->name);
    code = same ? EXIT_OK : EXIT_DIFFERS;
    break;
  case ACTION_FORMAT_WRITE:
    if (!same && !files_replace(launch->name, text, length)) code = fail_file(launch, "write", launch->name);
    break;
  default: fwrite(text, 1, length, listing_file(launch)); break;
  }
  memory_free(text);
  return code;
}

static int check(Launch *launch) {
  DiagList diags;
  const Script *script = session_load(&launch->session, launch->name, launch->text, launch->length, &diags);
  diag_show_short(&diags, stderr);
  diag_list_free(&diags);
  return script ? EXIT_OK : EXIT_SYNTAX;
}

static const Script *load(Launch *launch) {
  DiagList diags;
  const Script *script = session_load(&launch->session, launch->name, launch->text, launch->length, &diags);
  if (!script) diag_show(&diags, stderr, launch->session.color);
  diag_list_free(&diags);
  return script;
}

static int disassemble(Launch *launch) {
  const Script *script = load(launch);
  if (!script) return EXIT_SYNTAX;
  const Backend *backend = launch->backend;
  void *prepared = backend->prepare(launch->session.engine, script, false);
  if (!prepared) return report_uncaught(launch->session.rt, stderr, launch->session.color);
  backend->disassemble(launch->session.engine, prepared, &launch->options, listing_file(launch));
  return EXIT_OK;
}

static int run(Launch *launch) {
  const Script *script = load(launch);
  if (!script) return EXIT_SYNTAX;
  Value result;
  if (session_run(&launch->session, script, false, &result)) return EXIT_OK;
  return report_uncaught(launch->session.rt, stderr, launch->session.color);
}

static int act(Launch *launch) {
  switch (launch->options.action) {
  case ACTION_AST: return show_tree(launch);
  case ACTION_FORMAT:
  case ACTION_FORMAT_CHECK:
  case ACTION_FORMAT_WRITE: return format(launch);
  case ACTION_CHECK: return check(launch);
  case ACTION_DISASSEMBLE: return disassemble(launch);
  default: return run(launch);
  }
}

/* ---- around the actions ---- */

static bool read_program(Launch *launch, int *code) {
  const Options *options = &launch->options;
  const char *path = options->file ? options->file : "-";
  if (options->code) {
    launch->length = strlen(options->code);
    launch->text = memory_copy_text(options->code, launch->length);
    launch->name = "<command>";
    return true;
  }
  launch->text = files_read(path, &launch->length);
  launch->name = strcmp(path, "-") == 0 ? "<stdin>" : path;
  if (launch->text && launch->length > SOURCE_MAX_LENGTH) {
    memory_free(launch->text);
    launch->text = NULL;
    errno = EFBIG;
  }
  if (!launch->text) *code = fail_file(launch, "read", launch->name);
  return launch->text != NULL;
}

/* Nothing that was written may be lost in silence. */
static int flush_all(Launch *launch, int code) {
  if (launch->output && (!files_flush(launch->output) || fclose(launch->output) != 0))
    code = fail_file(launch, "write", launch->options.output);
  if (!files_flush(stdout) && code != EXIT_OUTPUT) {
    fprintf(stderr, "%s: cannot write output: %s\n", launch->backend->profile.program, strerror(errno));
    code = EXIT_OUTPUT;
  }
  return code;
}

static bool wants_repl(const Options *options) {
  return !options->code && !options->file && options->action == ACTION_RUN && isatty(STDIN_FILENO);
}

static int with_session(Launch *launch) {
  const Options *options = &launch->options;
  Session *session = &launch->session;
  bool repl = wants_repl(options) || (options->interactive && options->action == ACTION_RUN);
  int code = EXIT_UNCAUGHT;
  if (session_open(session, launch->backend, options, repl)) {
    session->color = wants_color(options->color);
    session->rt->argc = options->argc;
    session->rt->argv = options->argv;
    code = EXIT_OK;
    if (!wants_repl(options) && read_program(launch, &code)) code = act(launch);
    if (repl) code = repl_run(session);
    FILE *file = launch->output ? launch->output : stderr;
    if (options->stats != STATS_NONE) stats_show(session, options->stats, file);
    if (options->time) stats_show_times(session, file);
  }
  code = flush_all(launch, code);
  session_close(session);
  memory_free(launch->text);
  return code;
}

static int on_stack(void *context) {
  Launch *launch = context;
  signal(SIGPIPE, SIG_IGN); /* a closed pipe is a failed write like any other */
  if (launch->options.output) {
    launch->output = fopen(launch->options.output, "wb");
    if (!launch->output) return fail_file(launch, "write", launch->options.output);
  }
  return with_session(launch);
}

int launch(const Backend *backend, int argc, char **argv) {
  Launch launch = {.backend = backend};
  if (!options_parse(&launch.options, &backend->profile, argc, argv)) return EXIT_USAGE;
  if (launch.options.action == ACTION_HELP || launch.options.action == ACTION_VERSION) {
    if (launch.options.action == ACTION_HELP)
      options_help(&backend->profile, stdout);
    else
      show_version(&backend->profile);
    return flush_all(&launch, EXIT_OK);
  }
  int code;
  size_t bytes = BASE_STACK + backend->stack_per_call * launch.options.limits.max_depth;
  if (stack_run(bytes, on_stack, &launch, &code)) return code;
  fprintf(stderr, "%s: no stack for --max-depth %u\n", backend->profile.program, launch.options.limits.max_depth);
  return EXIT_USAGE;
}
