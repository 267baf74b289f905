/* repl.c -- read, evaluate, print, again.
 *
 * Each input is a script of its own over the session's variables. Whether it is complete is the parser's to say: as long as its first complaint is that
 * the text ended too soon, another line is asked for.
 */
#include "cli/repl.h"

#include "runtime/format.h"
#include "runtime/report.h"
#include "support/memory.h"

#include <stdlib.h>

typedef struct Input {
  char *text; /* owned; the lines so far */
  size_t length;
} Input;

/* Adds one line behind a prompt. False at the end of the input. */
static bool read_line(Input *input, const char *prompt) {
  fputs(prompt, stdout);
  fflush(stdout);
  char *line = NULL;
  size_t capacity = 0;
  ssize_t length = getline(&line, &capacity, stdin);
  if (length > 0) {
    input->text = memory_resize(input->text, input->length + (size_t)length + 1);
    memcpy(input->text + input->length, line, (size_t)length + 1);
    input->length += (size_t)length;
  }
  free(line);
  return length > 0;
}

static void evaluate(Session *session, const Script *script) {
  Value result;
  bool ok = session_run(session, script, true, &result);
  if (ok && result.tag > VALUE_NIL) {
    ROOT(session->rt->heap, root, result);
    String *text = format_quoted(session->rt, root.value);
    ok = text != NULL;
    if (ok) printf("%.*s\n", (int)text->length, text->chars);
  }
  if (!ok) report_uncaught(session->rt, stderr, session->color);
}

/* Reads and runs one input. False at the end. */
static bool one_input(Session *session) {
  Input input = {memory_alloc(1), 0};
  bool more = read_line(&input, "> ");
  while (more) {
    DiagList diags;
    const Script *script = session_load(session, "<repl>", input.text, input.length, &diags);
    bool ended_early = diags.count && diags.input_ended;
    if (!ended_early && !script) diag_show(&diags, stderr, session->color);
    diag_list_free(&diags);
    if (script) evaluate(session, script);
    if (!ended_early) break;
    more = read_line(&input, ". ");
  }
  memory_free(input.text);
  return more;
}

int repl_run(Session *session) {
  while (one_input(session)) continue;
  putchar('\n');
  return EXIT_OK;
}
