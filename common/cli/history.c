/* history.c -- see history.h. */
#include "cli/history.h"

#include "cli/files.h"
#include "support/memory.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LINES_KEPT = 1000, LINES_AT_MOST = 2 * LINES_KEPT, BYTES_AT_MOST = 64 << 20 };

static char *join_path(const char *folder, const char *name) {
  size_t size = strlen(folder) + strlen(name) + 2;
  char *path = memory_alloc(size);
  snprintf(path, size, "%s/%s", folder, name);
  return path;
}

char *history_path(void) {
  const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
  if (state && *state == '/') return join_path(state, "duet_history");
  return home && *home ? join_path(home, ".duet_history") : NULL;
}

/* The start of the last `count` lines of the text. */
static const char *last_lines(const char *text, size_t length, size_t count) {
  const char *at = text + length;
  while (at > text) {
    if (at[-1] == '\n' && at < text + length && --count == 0) break;
    at--;
  }
  return at;
}

/* Keeps the newest lines only. Failing is no harm: it is tried again next time. */
static void cut(const char *path, const char *text, size_t length) {
  const char *kept = last_lines(text, length, LINES_KEPT);
  bool done = files_replace(path, kept, length - (size_t)(kept - text));
  (void)done;
}

void history_load(const char *path, void (*visit)(void *context, const char *line), void *context) {
  size_t length, lines = 0;
  char *text = files_read(path, BYTES_AT_MOST, &length);
  if (!text) return;
  for (const char *at = text; (at = memchr(at, '\n', length - (size_t)(at - text))); at++)
    lines++;
  if (lines > LINES_AT_MOST) cut(path, text, length);
  for (char *line = text, *end; (end = memchr(line, '\n', length - (size_t)(line - text))); line = end + 1) {
    *end = '\0';
    visit(context, line);
  }
  memory_free(text);
}

void history_append(const char *path, const char *line, size_t length) {
  int file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (file < 0) return;
  char *text = memory_copy_text(line, length);
  text[length] = '\n'; /* one write, so that lines of two REPLs never mix */
  ssize_t written = write(file, text, length + 1);
  (void)written;
  close(file);
  memory_free(text);
}
