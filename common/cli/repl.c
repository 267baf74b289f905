/* repl.c -- read, evaluate, print, again.
 *
 *     > fn twice(x) {         not complete: the parser says that the text ended too soon
 *     .   return x * 2        so another line is asked for
 *     . }
 *     > twice(21)
 *     42
 *
 * Each input is a script of its own over the session's variables (session.h). What to do with it is in evaluate.c and commands.c; where lines come from, in
 * line_editor.c.
 */
#include "cli/repl.h"

#include "cli/commands.h"
#include "cli/complete.h"
#include "cli/evaluate.h"
#include "cli/interrupt.h"
#include "cli/line_editor.h"
#include "support/memory.h"

#include <errno.h>

typedef struct Input {
  char *text; /* owned; the lines so far */
  size_t length;
  size_t capacity;
} Input;

typedef struct Repl {
  Session *session;
  LineEditor editor;
  Input input;
  int code;   /* to leave with */
  bool leave; /* no more input is read */
} Repl;

static void find_candidates(void *session, const char *line, size_t cursor, Candidates *found) { complete(session, line, cursor, found); }

static void append(Input *input, const char *line, size_t length) {
  if (input->length + length > input->capacity) {
    input->capacity = memory_grow(input->capacity, input->length + length);
    input->text = memory_resize(input->text, input->capacity);
  }
  memcpy(input->text + input->length, line, length);
  input->length += length;
}

static bool is_complete(const Repl *repl) {
  const char *code = repl->input.text;
  size_t length = repl->input.length;
  if (commands_begin(code, length)) code = commands_code(code, &length);
  return !code || !session_wants_more(repl->session, code, length);
}

static void leave(Repl *repl, int code) {
  repl->leave = true;
  repl->code = code;
}

static int run_code(Repl *repl) {
  const Input *input = &repl->input;
  int code = evaluate_text(repl->session, input->text, input->length);
  const char *meant = code == EXIT_UNCAUGHT ? commands_meant(input->text, input->length) : NULL;
  if (meant) fprintf(stderr, "  hint: commands begin with a colon: :%s\n", meant);
  return code;
}

/* Does what the input says; the next one starts empty. */
static void take_input(Repl *repl) {
  CommandResult result = {EXIT_OK, false};
  const Input *input = &repl->input;
  if (commands_begin(input->text, input->length))
    result = commands_run(repl->session, input->text, input->length);
  else
    result.code = run_code(repl);
  repl->input.length = 0;
  if (result.code == EXIT_OUTPUT || result.quit) leave(repl, result.code);
}

/* Ctrl-C: what was typed so far is dropped. */
static void drop_input(Repl *repl) {
  interrupt_take();
  repl->input.length = 0;
  if (repl->editor.editing) fputs("^C", stdout); /* elsewhere the terminal itself shows it */
  if (repl->editor.prompts) fputc('\n', repl->editor.prompts);
}

/* The end of the input. What is not complete never will be, and the parser says what is missing. */
static void finish(Repl *repl) {
  if (repl->editor.prompts) fputc('\n', repl->editor.prompts);
  if (repl->input.length) take_input(repl);
  leave(repl, repl->leave ? repl->code : EXIT_OK);
}

static void one_line(Repl *repl) {
  const char *line;
  size_t length;
  switch (line_editor_read(&repl->editor, repl->input.length ? ". " : "> ", &line, &length)) {
  case LINE_READ:
    append(&repl->input, line, length);
    if (is_complete(repl)) take_input(repl);
    break;
  case LINE_INTERRUPTED: drop_input(repl); break;
  case LINE_AT_END: finish(repl); break;
  case LINE_FAILED:
    fprintf(stderr, "cannot read input: %s\n", strerror(errno));
    leave(repl, EXIT_OUTPUT);
    break;
  }
}

int repl_run(Session *session) {
  Repl repl = {.session = session};
  const Profile *profile = &session->backend->profile;
  line_editor_open(&repl.editor, profile->program, find_candidates, session);
  if (repl.editor.prompts) fprintf(repl.editor.prompts, "%s %s  :help lists the commands, Ctrl-D leaves\n", profile->program, DUET_VERSION);
  repl.code = evaluate_start(session);
  while (!repl.leave)
    one_line(&repl);
  line_editor_close(&repl.editor);
  memory_free(repl.input.text);
  return repl.code;
}
