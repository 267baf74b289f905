/* report.c -- showing an uncaught error; see report.h.
 *
 *     TypeError: cannot add int and string          what it says of itself
 *       --> prices.duet:3:10                        where, drawn by diag.c
 *       ...
 *       in total(price, tax)      prices.duet:3     the calls that were running, the innermost first
 *       in <script>               prices.duet:9
 *
 * The first line may need guest code (to_string of what was thrown). So what is pending is first taken out of the runtime; whatever goes wrong from then on is dropped, and the
 * report goes on with less. Output of the program that is still held back goes out before.
 */
#include "runtime/report.h"
#include "runtime/format.h"
#include "runtime/trace.h"
#include "support/diag.h"
#include <errno.h>

enum { EXIT_UNCAUGHT = 70, EXIT_OUTPUT = 74, SPARE_HEAP = 1 << 20, HINT_SIZE = 256 };

/* ---- the first line ---- */

/* The kind up to the colon stands out. */
static void show_line(const char *line, size_t length, size_t kind_length, FILE *file, bool color) {
  if (color) fputs("\x1b[1;31m", file);
  fwrite(line, 1, kind_length, file);
  if (color) fputs("\x1b[0m", file);
  fwrite(line + kind_length, 1, length - kind_length, file);
  fputc('\n', file);
}

static void show_fixed(const char *line, FILE *file, bool color) { show_line(line, strlen(line), strlen(line), file, color); }

/* What stands for a value whose text can't be had: `<Square>`, `<list>`. */
static bool append_kind(Text *text, Value value) {
  const Class *class = value_is(value, VALUE_INSTANCE) ? instance_class(value_as_instance(value)) : NULL;
  bool ok = text_append_chars(text, "Uncaught: <");
  ok = ok && (class ? text_append_string(text, class->name) : text_append_chars(text, value_type_name(value)));
  return ok && text_append_chars(text, ">");
}

/* `Kind: message` of an error, in the words of its own to_string; `Uncaught: value` of anything else. */
static bool append_thrown(Runtime *rt, Text *text, Value value, bool is_error) {
  return is_error ? format_append(rt, text, value, false) : text_append_chars(text, "Uncaught: ") && format_append(rt, text, value, true);
}

static bool is_error(Value value) {
  const Class *class = value_is(value, VALUE_INSTANCE) ? instance_class(value_as_instance(value)) : NULL;
  return class && class->is_error;
}

static void show_thrown(Runtime *rt, Value value, FILE *file, bool color) {
  TEXT(rt, text);
  if (!append_thrown(rt, &text, value, is_error(value))) {
    error_clear(rt);
    text.length = 0;
    if (!append_kind(&text, value)) error_clear(rt);
  }
  const char *colon = memchr(text.bytes, ':', text.length);
  show_line(text.bytes, text.length, colon ? (size_t)(colon - text.bytes) : text.length, file, color);
}

static void show_first_line(Runtime *rt, const Pending *pending, FILE *file, bool color) {
  switch (pending->kind) {
  case PENDING_OUT_OF_FUEL: show_fixed("out of fuel", file, color); break;
  case PENDING_OUT_OF_MEMORY: show_fixed("out of memory", file, color); break;
  case PENDING_INTERRUPTED: show_fixed("interrupted", file, color); break;
  default: show_thrown(rt, pending->value, file, color);
  }
}

/* ---- where it happened ---- */

/* Place, hint and trace; without memory for an origin there is none. */
static void show_origin(const Origin *origin, const String *hint, FILE *file, bool color) {
  if (!origin) return;
  if (!hint) hint = origin->hint;
  char line[HINT_SIZE];
  if (hint) snprintf(line, sizeof line, "%.*s", (int)hint->length, hint->chars);
  diag_show_place(origin->source, origin->span, hint ? line : NULL, file, color);
  trace_show(origin, file);
}

/* ---- all of it ---- */

static int report_output_failed(FILE *file, int why) {
  fprintf(file, "cannot write output: %s\n", strerror(why));
  return EXIT_OUTPUT;
}

int report_uncaught(Runtime *rt, FILE *file, bool color) {
  Pending pending = rt->pending;
  if (pending.kind == PENDING_OUTPUT_FAILED) {
    error_clear(rt);
    return report_output_failed(file, pending.output_errno);
  }
  errno = 0;
  int flush_errno = fflush(rt->out) == 0 ? 0 : errno;
  ROOT(rt->heap, value, pending.value);
  ROOT(rt->heap, origin, value_origin(pending.origin));
  ROOT(rt->heap, hint, pending.hint ? value_string(pending.hint) : value_nil());
  error_clear(rt);
  /* When memory is short there must still be some for these words. */
  size_t limit = heap_set_limit(rt->heap, 0);
  heap_set_limit(rt->heap, limit > 0 ? limit + SPARE_HEAP : 0);
  show_first_line(rt, &pending, file, color);
  show_origin(pending.origin, pending.hint, file, color);
  (void)heap_set_limit(rt->heap, limit);
  return flush_errno ? report_output_failed(file, flush_errno) : EXIT_UNCAUGHT;
}
