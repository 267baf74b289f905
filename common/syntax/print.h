/* print.h -- what the parts of the formatter share; used by printer.c and the print_*.c alone.
 *
 *     printer.c              the whole script
 *       print_stmt.c         statements and blocks
 *         print_expr.c       expressions, with parentheses where precedence asks for them
 *           print_list.c     what stands in brackets, with commas
 *             print.c        this: the source's comments and line breaks
 *               page.c       the text being written
 *
 * The tree says nothing of comments, blank lines and the places where the author broke a line. The source does: the formatter looks
 * into the text between two nodes to find out. It breaks no lines of its own and joins none in brackets, so what it writes has its
 * breaks in the same places, and formatting that again changes nothing.
 *
 * A comment is written where it stood between the nodes, but only at places where a new line may begin: a `//` must be able to end its
 * line.
 */
#ifndef DUET_SYNTAX_PRINT_H
#define DUET_SYNTAX_PRINT_H

#include "syntax/ast.h"
#include "syntax/page.h"

/* How much deeper a line stands that goes on with an expression; in a header twice, or it would look like the first line of the block. */
enum { PRINT_CONTINUED = 1, PRINT_CONTINUED_HEADER = 2 };

typedef struct Printer Printer;
struct Printer {
  const Script *script;
  Page page;
  uint32_t next_comment; /* those before it have been written */
  uint32_t indent;       /* of the statement or item being written */
  uint32_t continued;    /* PRINT_CONTINUED or PRINT_CONTINUED_HEADER */
  bool one_line;         /* the block written last is on one line */
  const Expr *guarded;   /* an object that begins a statement: needs parentheses, or it would be a block */
  void (*print_block)(Printer *printer, const Block *block,
                      uint32_t indent); /* print_stmt.h: an expression may hold a function with a block */
};

/* ---- questions to the source ---- */

/* Whether bytes from..to hold a newline. */
bool print_has_newline(const Printer *printer, uint32_t from, uint32_t to);

/* Whether an empty line stands before `offset`. */
bool print_blank_before(const Printer *printer, uint32_t offset);

/* Whether `span` stands in parentheses of its own, a `(` before it, at `*open`, and a `)` behind it. */
bool print_in_parentheses(const Printer *printer, Span span, uint32_t *open);

/* Where `sign` stands first from `from` on, outside of comments. */
uint32_t print_find(const Printer *printer, uint32_t from, char sign);

/* ---- comments ---- */

/* Writes the comments that begin before `offset`. A new line may begin here, and gets `indent` if none was wished for yet. */
void print_comments(Printer *printer, uint32_t offset, uint32_t indent);

/* Writes only those that need no new line. For places where none may begin. */
void print_inline_comments(Printer *printer, uint32_t offset);

/* Whether a comment that needs a new line begins before `offset` and is not yet written. */
bool print_has_line_comment(const Printer *printer, uint32_t offset);

/* Whether print_comments would begin a new line. */
bool print_has_breaking_comment(const Printer *printer, uint32_t offset);

/* ---- writing ---- */

/* A sign or keyword. */
static inline void print_text(Printer *printer, const char *text) { page_put(&printer->page, text); }

/* The indent of a line that goes on with the statement or item being written. */
static inline uint32_t print_continued_indent(const Printer *printer) { return printer->indent + printer->continued; }

/* A space before what comes next, if nothing stronger is wished for. */
static inline void print_space(Printer *printer) { page_wish(&printer->page, PAGE_SPACE, 0); }

/* A name. */
void print_symbol(Printer *printer, const Symbol *symbol);

/* A line break, or only a space, as the author had it between `from` and `to`. */
void print_break(Printer *printer, uint32_t from, uint32_t to);

#endif
