/* print_list.h -- what stands in brackets: items, arguments, parameters, fields. */
#ifndef DUET_SYNTAX_PRINT_LIST_H
#define DUET_SYNTAX_PRINT_LIST_H

#include "syntax/print.h"

/* A bracketed list being written. */
typedef struct PrintList {
  uint32_t outer_indent; /* the printer's, to be restored */
  uint32_t line_indent;  /* of the line with the opening bracket */
  uint32_t end;          /* in the source: of the bracket, later of the last item */
  bool empty;
} PrintList;

/* Writes the bracket that ends at `end` in the source. */
PrintList print_list_open(Printer *printer, const char *bracket, uint32_t end);

/* Before an item that begins at `start`: the comma behind the one before it, comments, and a new line if the author had one. */
void print_list_item(Printer *printer, PrintList *list, uint32_t start);

/* Behind an item that ends at `end`. */
void print_list_item_end(PrintList *list, uint32_t end);

/* The closing bracket, which begins at `start`; `last_comma`: on a line of its own it gets a comma behind the last item. */
void print_list_close(Printer *printer, PrintList *list, const char *bracket, uint32_t start, bool last_comma);

#endif
