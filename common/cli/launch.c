/* launch.c -- from the command line to the exit code.
 *
 *     options -> a stack to run on -> the session -> the program's text -> actions.c -> the REPL -> statistics -> nothing that was written got lost
 */
#include "cli/launch.h"

#include "cli/actions.h"
#include "cli/files.h"
#include "cli/interrupt.h"
#include "cli/repl.h"
#include "cli/stack.h"
#include "cli/stats.h"
#include "support/memory.h"

#include <errno.h>
#include <unistd.h>

enum { BASE_STACK = 8 << 20 };

typedef struct Launch {
  const Backend *backend;
  Options options;
  Session session;
  OutputFile output; /* for --output */
} Launch;

static int fail_file(const Launch *launch, const char *what, const char *path) {
  fprintf(stderr, "%s: cannot %s '%s': %s\n", launch->backend->profile.program, what, path, strerror(errno));
  return EXIT_OUTPUT;
}

/* ---- what needs no session ---- */

static void show_version(const Profile *profile) {
#ifdef SANITIZED
  const char *build = "sanitized";
#else
  const char *build = "release";
#endif
#ifdef __clang__
  printf("%s %s (clang %d.%d.%d", profile->program, DUET_VERSION, __clang_major__, __clang_minor__, __clang_patchlevel__);
#else
  printf("%s %s (gcc %d.%d.%d", profile->program, DUET_VERSION, __GNUC__, __GNUC_MINOR__, __GNUC_PATCHLEVEL__);
#endif
  printf(", %s dispatch, %s build)\n", profile->dispatch, build);
}

/* Nothing that was printed may be lost in silence. */
static int flush_output(int code) { return code != EXIT_OUTPUT && files_flush_output() ? code : EXIT_OUTPUT; }

/* ---- what does ---- */

static bool reads_terminal_only(const Options *options) {
  bool nothing_to_run = !options->code && !options->file;
  return nothing_to_run && options->action == ACTION_RUN && (options->interactive || isatty(STDIN_FILENO));
}

static bool wants_repl(const Options *options) {
  return reads_terminal_only(options) || (options->interactive && options->action == ACTION_RUN);
}

static char *read_file(const Options *options, Program *program) {
  const char *path = options->file ? options->file : "-";
  program->name = strcmp(path, "-") == 0 ? "<stdin>" : path;
  return files_read(path, SOURCE_MAX_LENGTH, &program->length);
}

/* The program's text: of -e, of the file, or standard input. */
static int run_program(Launch *launch) {
  const Options *options = &launch->options;
  Program program = {options->code, 0, "<command>"};
  char *text = NULL;
  if (options->code) {
    program.length = strlen(options->code);
  } else {
    text = read_file(options, &program);
    program.text = text;
    if (!text && errno == EINTR && interrupt_take()) {
      fprintf(stderr, "interrupted\n");
      return EXIT_UNCAUGHT;
    }
    if (!text) return fail_file(launch, "read", program.name);
  }
  int code = actions_run(&launch->session, &program, launch->output.file);
  memory_free(text);
  return code;
}

static void show_figures(Launch *launch) {
  const Options *options = &launch->options;
  const Session *session = &launch->session;
  if (options->profile != STATS_NONE) session->backend->show_profile(session->engine, options, options->figures);
  if (options->stats != STATS_NONE) stats_show(session, options->stats, options->figures);
  if (options->time) stats_show_times(session, options->figures);
}

static int with_session(Launch *launch) {
  const Options *options = &launch->options;
  Session *session = &launch->session;
  int code = EXIT_UNCAUGHT;
  if (session_open(session, launch->backend, options, wants_repl(options))) {
    code = reads_terminal_only(options) ? EXIT_OK : run_program(launch);
    if (wants_repl(options) && code != EXIT_OUTPUT) code = repl_run(session);
    code = flush_output(code);
    if (session->engine && actions_made_output(options->action, code)) show_figures(launch);
  }
  session_close(session);
  return code;
}

static int on_stack(void *context) {
  Launch *launch = context;
  const char *path = launch->options.output;
  if (path && !files_open_output(&launch->output, path)) return fail_file(launch, "write", path);
  launch->options.figures = path ? launch->output.file : stderr;
  int code = with_session(launch);
  if (path && !files_close_output(&launch->output, actions_made_output(launch->options.action, code)))
    code = fail_file(launch, "write", path);
  return code;
}

int launch(const Backend *backend, int argc, char **argv) {
  Launch launch = {.backend = backend};
  const Options *options = &launch.options;
  files_guard_standard();
  signal(SIGPIPE, SIG_IGN); /* a closed pipe is a failed write like any other */
  if (!options_parse(&launch.options, &backend->profile, argc, argv)) return EXIT_USAGE;
  if (options->action == ACTION_HELP) options_help(&backend->profile, stdout);
  if (options->action == ACTION_VERSION) show_version(&backend->profile);
  if (options->action == ACTION_HELP || options->action == ACTION_VERSION) return flush_output(EXIT_OK);
  interrupt_watch();
  int code;
  if (stack_run(BASE_STACK + backend->stack_per_call * options->limits.max_depth, on_stack, &launch, &code)) return code;
  fprintf(stderr, "%s: no stack for --max-depth %u (%s); a smaller one may do\n", backend->profile.program, options->limits.max_depth,
          strerror(errno));
  return EXIT_USAGE;
}
