/* printer.h -- from tree to text: the formatter, and the picture of the tree that --ast shows.
 *
 * Parsing what the formatter printed gives the same tree, and formatting it again the same text. Comments stay where they were.
 */
#ifndef DUET_SYNTAX_PRINTER_H
#define DUET_SYNTAX_PRINTER_H

#include "syntax/ast.h"
#include <stdio.h>

/* The script's source, formatted. NUL-terminated; the caller frees it with memory_free. `*length` is its length. */
char *print_formatted(const Script *script, size_t *length);

/* The tree as indented lines, one node each, as at the head of ast.h. */
void print_tree(const Script *script, FILE *file);

#endif
