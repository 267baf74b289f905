/* html.h -- text inside HTML and SVG. */
#ifndef DUET_BENCH_HTML_H
#define DUET_BENCH_HTML_H

#include "support/base.h"
#include <stdio.h>

/* Writes the text with &, <, > and quotes escaped. */
void html_text(FILE *file, const char *text);

/* The same behind formatting. */
void html_format(FILE *file, const char *format, ...) PRINTF_LIKE(2, 3);

/* An element with text in it: html_element(file, "td", "number", "%d", 5) is <td class="number">5</td>. `class` may be NULL. */
void html_element(FILE *file, const char *element, const char *class, const char *format, ...) PRINTF_LIKE(4, 5);

#endif
