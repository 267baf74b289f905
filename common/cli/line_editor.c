/* line_editor.c -- see line_editor.h. */
#include "cli/line_editor.h"

#include "cli/history.h"
#include "support/memory.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool can_edit(void) {
  const char *term = getenv("TERM");
  return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) && term && *term && strcmp(term, "dumb") != 0;
}

static void remember_loaded(void *context, const char *line) { editing_remember(context, line); }

void line_editor_open(LineEditor *editor, const char *program, CompleteFunction *complete, void *context) {
  *editor = (LineEditor){0};
  if (isatty(STDIN_FILENO)) editor->prompts = isatty(STDOUT_FILENO) ? stdout : stderr;
  if (can_edit()) editor->editing = editing_start(program, complete, context);
  if (!editor->editing) return;
  editor->history = history_path();
  if (editor->history) history_load(editor->history, remember_loaded, editor->editing);
}

void line_editor_close(LineEditor *editor) {
  if (editor->editing) editing_stop(editor->editing);
  memory_free(editor->history);
  free(editor->line);
}

static LineEnd end_of(int why) {
  if (why == 0) return LINE_AT_END;
  return why == EINTR ? LINE_INTERRUPTED : LINE_FAILED;
}

static LineEnd read_edited(LineEditor *editor, const char *prompt, const char **text, size_t *length) {
  *text = editing_read(editor->editing, prompt, length);
  if (!*text) return end_of(errno);
  size_t bare = *length - ((*text)[*length - 1] == '\n');
  if (strspn(*text, " \t\n") == *length) return LINE_READ; /* nothing worth remembering */
  char *line = memory_copy_text(*text, bare);
  editing_remember(editor->editing, line);
  if (editor->history) history_append(editor->history, line, bare);
  memory_free(line);
  return LINE_READ;
}

static LineEnd read_plain(LineEditor *editor, const char *prompt, const char **text, size_t *length) {
  if (editor->prompts) {
    fputs(prompt, editor->prompts);
    fflush(editor->prompts);
  }
  clearerr(stdin); /* a program's input() may have met the end; on a terminal there is more behind it */
  errno = 0;
  ssize_t got = getline(&editor->line, &editor->capacity, stdin);
  if (got < 0) return end_of(ferror(stdin) ? errno : 0);
  *text = editor->line;
  *length = (size_t)got;
  return LINE_READ;
}

LineEnd line_editor_read(LineEditor *editor, const char *prompt, const char **text, size_t *length) {
  return editor->editing ? read_edited(editor, prompt, text, length) : read_plain(editor, prompt, text, length);
}
