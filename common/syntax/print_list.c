/* print_list.c -- brackets and commas.
 *
 *     names = ["a", "b",         an item stays on the line where the author put it
 *       "c",                     new lines are one step deeper than the line with the opening bracket
 *     ]                          a closing bracket on its own line stands under that line
 */
#include "syntax/print_list.h"

PrintList print_list_open(Printer *printer, const char *bracket, uint32_t end) {
  print_text(printer, bracket);
  printer->page.fresh = true;
  return (PrintList){printer->indent, printer->page.line_indent, end, true};
}

/* A comment in front of the comma stays there if it can. */
static void print_comma(Printer *printer, const PrintList *list) {
  print_inline_comments(printer, print_find(printer, list->end, ','));
  page_tighten(&printer->page);
  print_text(printer, ",");
}

/* Whether a new line begins between the item before and what begins at `start`: the author's, or one that a comment needs. */
static bool is_broken(const Printer *printer, const PrintList *list, uint32_t start) {
  return print_has_newline(printer, list->end, start) || print_has_breaking_comment(printer, start);
}

void print_list_item(Printer *printer, PrintList *list, uint32_t start) {
  bool broken = is_broken(printer, list, start);
  if (!list->empty) {
    print_comma(printer, list);
    print_space(printer);
  }
  if (broken) {
    printer->indent = list->line_indent + 1;
    page_wish(&printer->page, PAGE_BREAK, printer->indent);
  }
  print_comments(printer, start, printer->indent);
  if (broken && print_blank_before(printer, start) && !printer->page.fresh) page_wish(&printer->page, PAGE_BLANK, printer->indent);
  list->empty = false;
}

void print_list_item_end(PrintList *list, uint32_t end) { list->end = end; }

void print_list_close(Printer *printer, PrintList *list, const char *bracket, uint32_t start, bool last_comma) {
  bool broken = is_broken(printer, list, start);
  if (broken && last_comma && !list->empty) print_text(printer, ",");
  print_comments(printer, start, list->line_indent + 1);
  if (printer->page.gap >= PAGE_BREAK || (broken && !printer->page.fresh)) {
    page_wish(&printer->page, PAGE_BREAK, list->line_indent);
  } else {
    page_tighten(&printer->page);
  }
  print_text(printer, bracket);
  printer->indent = list->outer_indent;
}
