/* diag.h -- what is wrong with a source text, collected and shown.
 *
 * The front end adds diagnostics as it meets them and goes on; whoever asked for the parse shows them afterwards, in one form for all
 * errors of Duet:
 *
 *     SyntaxError: expected ')' after arguments
 *       --> prices.duet:3:10
 *        |
 *      3 |   print(price
 *        |              ^
 *
 * Errors of running programs use diag_show_place for the same picture.
 */
#ifndef DUET_SUPPORT_DIAG_H
#define DUET_SUPPORT_DIAG_H

#include "support/source.h"
#include <stdarg.h>
#include <stdio.h>

enum { DIAG_MAX = 10 }; /* the parser stops after so many */

typedef struct Diag {
  Span span;
  char *message; /* owned */
  char *hint;    /* owned, or NULL */
} Diag;

typedef struct DiagList {
  const Source *source;
  Diag items[DIAG_MAX];
  uint32_t count;
  bool last_dropped; /* the last one added found the list full: its hint is dropped with it */
  bool input_ended;  /* the first error was that the text ended too soon: a REPL asks for another line */
} DiagList;

/* An empty list for errors in `source`, which must outlive it. To be given back with diag_list_free. */
void diag_list_init(DiagList *list, const Source *source);
void diag_list_free(DiagList *list);

/* Adds one; dropped when the list is full. Sorted by place when shown. */
void diag_add(DiagList *list, Span span, const char *format, ...) PRINTF_LIKE(3, 4);

/* The same, for functions that take `...` themselves. */
void diag_add_list(DiagList *list, Span span, const char *format, va_list arguments) PRINTF_LIKE(3, 0);

/* Gives the diagnostic added last a hint line. */
void diag_hint(DiagList *list, const char *format, ...) PRINTF_LIKE(2, 3);

static inline bool diag_is_full(const DiagList *list) { return list->count == DIAG_MAX; }

/* Shows every diagnostic in the long form, in the order of their places, a blank line between two. `color`: with terminal colours. */
void diag_show(const DiagList *list, FILE *file, bool color);

/* One line each, for editors: `file:line:col: SyntaxError: message`. */
void diag_show_short(const DiagList *list, FILE *file);

/* The place picture alone (from `  -->` to the carets, and the hint unless NULL). The carets mark the part of `span` on its first
 * line, at least one character. A character that a terminal can't show is drawn as U+FFFD; of a very long line only the part around
 * the place is shown, with `...` for the rest. */
void diag_show_place(const Source *source, Span span, const char *hint, FILE *file, bool color);

#endif
