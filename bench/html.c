/* html.c -- escaping. */
#include "html.h"

#include <stdarg.h>

void html_text(FILE *file, const char *text) {
  for (; *text; text++) {
    switch (*text) {
    case '&': fputs("&amp;", file); break;
    case '<': fputs("&lt;", file); break;
    case '>': fputs("&gt;", file); break;
    case '"': fputs("&quot;", file); break;
    default: fputc(*text, file);
    }
  }
}

static void PRINTF_LIKE(2, 0) write_list(FILE *file, const char *format, va_list arguments) {
  char text[1024];
  vsnprintf(text, sizeof text, format, arguments);
  html_text(file, text);
}

void html_format(FILE *file, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  write_list(file, format, arguments);
  va_end(arguments);
}

void html_element(FILE *file, const char *element, const char *class, const char *format, ...) {
  fprintf(file, class ? "<%s class=\"%s\">" : "<%s>", element, class);
  va_list arguments;
  va_start(arguments, format);
  write_list(file, format, arguments);
  va_end(arguments);
  fprintf(file, "</%s>", element);
}
