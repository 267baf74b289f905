/* diag.c -- collecting diagnostics and drawing them.
 *
 * The picture of a place has four lines, and the carets stand under the very characters meant:
 *
 *       --> prices.duet:3:10          path, line, column: what editors make a link of
 *        |                            the gutter is as wide as the line number
 *      3 |   return price + tax       the source line
 *        |          ^^^^^^^^^^^       tabs copied as tabs, everything else a blank, then carets
 *
 * The carets line up because both lines are drawn from the same walk over the characters: draw_line decides for each one what stands
 * for it above and what below. A line may be a megabyte long, or hold bytes that would upset a terminal. So only a window of it is
 * drawn, and what is not printable becomes U+FFFD.
 */
#include "support/diag.h"
#include "support/memory.h"
#include "support/utf8.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum {
  WINDOW_BEFORE = 100, /* characters shown in front of the place, in a line too long to show whole */
  WINDOW = 300,        /* characters shown at most */
};

/* ---- collecting ---- */

void diag_list_init(DiagList *list, const Source *source) {
  *list = (DiagList){0};
  list->source = source;
}

void diag_list_free(DiagList *list) {
  for (uint32_t i = 0; i < list->count; i++) {
    memory_free(list->items[i].message);
    memory_free(list->items[i].hint);
  }
  diag_list_init(list, list->source);
}

static PRINTF_LIKE(1, 0) char *format_text(const char *format, va_list arguments) {
  va_list again;
  va_copy(again, arguments);
  int length = vsnprintf(NULL, 0, format, arguments);
  char *text = memory_alloc((size_t)length + 1);
  vsnprintf(text, (size_t)length + 1, format, again);
  va_end(again);
  return text;
}

void diag_add_list(DiagList *list, Span span, const char *format, va_list arguments) {
  list->last_dropped = diag_is_full(list);
  if (!list->last_dropped) list->items[list->count++] = (Diag){span, format_text(format, arguments), NULL};
}

void diag_add(DiagList *list, Span span, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  diag_add_list(list, span, format, arguments);
  va_end(arguments);
}

void diag_hint(DiagList *list, const char *format, ...) {
  if (list->last_dropped || list->count == 0) return;
  Diag *last = &list->items[list->count - 1];
  va_list arguments;
  va_start(arguments, format);
  memory_free(last->hint);
  last->hint = format_text(format, arguments);
  va_end(arguments);
}

/* ---- drawing ---- */

typedef struct Paint {
  const char *error; /* the kind of error, and the carets */
  const char *frame; /* arrow and gutter */
  const char *end;
} Paint;

static const Paint plain = {"", "", ""};
static const Paint colored = {"\x1b[1;31m", "\x1b[34m", "\x1b[0m"};

/* The part of a line that is drawn, and the part of that which is marked; byte offsets in the source. */
typedef struct Window {
  uint32_t start, end;
  uint32_t mark_start, mark_end;
  bool cut_before, cut_after;
} Window;

/* The character at `at` as it is drawn; gives its length in the source. */
static uint32_t next_character(const Source *source, uint32_t at, const char **shown, int *shown_bytes) {
  uint32_t code = 0;
  uint32_t bytes = utf8_decode(source->text + at, source->length - at, &code);
  bool control = code != '\t' && (code < 0x20 || (code >= 0x7f && code < 0xa0));
  *shown = source->text + at;
  *shown_bytes = (int)bytes;
  if (bytes > 0 && !control) return bytes;
  *shown = "\xEF\xBF\xBD"; /* U+FFFD */
  *shown_bytes = 3;
  return bytes > 0 ? bytes : 1;
}

/* `count` characters on from `at`, but not past `end`. */
static uint32_t move_characters(const Source *source, uint32_t at, uint32_t end, uint32_t count) {
  const char *shown;
  int bytes;
  while (count-- > 0 && at < end)
    at += next_character(source, at, &shown, &bytes);
  return at;
}

static Window choose_window(const Source *source, Span span, Place place) {
  uint32_t length;
  uint32_t line_start = (uint32_t)(source_line(source, place.line, &length) - source->text);
  uint32_t line_end = line_start + length;
  Window window = {.start = line_start, .mark_start = span.start, .mark_end = span.end};
  if (window.mark_start > line_end) window.mark_start = line_end;
  if (window.mark_end > line_end) window.mark_end = line_end;
  if (move_characters(source, line_start, line_end, WINDOW) < line_end && place.column > WINDOW_BEFORE) {
    window.start = move_characters(source, line_start, line_end, place.column - 1 - WINDOW_BEFORE);
  }
  window.end = move_characters(source, window.start, line_end, WINDOW);
  window.cut_before = window.start > line_start;
  window.cut_after = window.end < line_end;
  return window;
}

static void draw_line(const Source *source, const Window *window, FILE *file) {
  if (window->cut_before) fputs("...", file);
  for (uint32_t at = window->start; at < window->end;) {
    const char *shown;
    int bytes;
    at += next_character(source, at, &shown, &bytes);
    fwrite(shown, 1, (size_t)bytes, file);
  }
  fputs(window->cut_after ? "...\n" : "\n", file);
}

static void draw_carets(const Source *source, const Window *window, FILE *file, const Paint *paint) {
  if (window->cut_before) fputs("   ", file);
  uint32_t at = window->start;
  const char *shown;
  int bytes;
  while (at < window->mark_start) {
    at += next_character(source, at, &shown, &bytes);
    fputc(*shown == '\t' ? '\t' : ' ', file);
  }
  fprintf(file, "%s^", paint->error);
  at = move_characters(source, at, window->end, 1);
  while (at < window->mark_end && at < window->end) {
    at = move_characters(source, at, window->end, 1);
    fputc('^', file);
  }
  fprintf(file, "%s\n", paint->end);
}

static void draw_place(const Source *source, Span span, const char *hint, FILE *file, const Paint *paint) {
  Place place = source_place(source, span.start);
  Window window = choose_window(source, span, place);
  char number[16];
  int width = snprintf(number, sizeof number, "%" PRIu32, place.line);
  fprintf(file, "%s  -->%s %s:%" PRIu32 ":%" PRIu32 "\n", paint->frame, paint->end, source->name, place.line, place.column);
  fprintf(file, "%s %*s |%s\n", paint->frame, width, "", paint->end);
  fprintf(file, "%s %s |%s%s", paint->frame, number, paint->end, window.end > window.start ? " " : "");
  draw_line(source, &window, file);
  fprintf(file, "%s %*s |%s ", paint->frame, width, "", paint->end);
  draw_carets(source, &window, file, paint);
  if (hint != NULL) fprintf(file, "  hint: %s\n", hint);
}

void diag_show_place(const Source *source, Span span, const char *hint, FILE *file, bool color) {
  draw_place(source, span, hint, file, color ? &colored : &plain);
}

/* The diagnostics by place; of two at one place, the first found comes first. */
static void sort_by_place(const DiagList *list, const Diag *sorted[DIAG_MAX]) {
  for (uint32_t i = 0; i < list->count; i++) {
    uint32_t at = i;
    for (; at > 0 && sorted[at - 1]->span.start > list->items[i].span.start; at--)
      sorted[at] = sorted[at - 1];
    sorted[at] = &list->items[i];
  }
}

void diag_show(const DiagList *list, FILE *file, bool color) {
  const Paint *paint = color ? &colored : &plain;
  const Diag *sorted[DIAG_MAX];
  sort_by_place(list, sorted);
  for (uint32_t i = 0; i < list->count; i++) {
    if (i > 0) fputc('\n', file);
    fprintf(file, "%sSyntaxError%s: %s\n", paint->error, paint->end, sorted[i]->message);
    draw_place(list->source, sorted[i]->span, sorted[i]->hint, file, paint);
  }
}

void diag_show_short(const DiagList *list, FILE *file) {
  const Diag *sorted[DIAG_MAX];
  sort_by_place(list, sorted);
  for (uint32_t i = 0; i < list->count; i++) {
    Place place = source_place(list->source, sorted[i]->span.start);
    fprintf(file, "%s:%" PRIu32 ":%" PRIu32 ": SyntaxError: %s\n", list->source->name, place.line, place.column, sorted[i]->message);
  }
}
