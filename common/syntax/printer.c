/* printer.c -- the formatter: a script as text.
 *
 * What the formatter decides: indentation, blanks, parentheses (only where they are needed), one statement a line, a comma behind the
 * last item of a list whose bracket stands alone. What it leaves to the author: names, literals, comments, empty lines (one at most),
 * the places of line breaks inside an expression, and whether a block is on one line.
 */
#include "syntax/printer.h"
#include "support/memory.h"
#include "syntax/print_stmt.h"

char *print_formatted(const Script *script, size_t *length) {
  Printer printer = {.script = script, .print_block = print_block};
  print_script(&printer);
  if (printer.page.length > 0) {
    printer.page.gap = PAGE_NOTHING;
    page_put(&printer.page, "\n");
  }
  *length = printer.page.length;
  return printer.page.text != NULL ? printer.page.text : memory_copy_text("", 0);
}
