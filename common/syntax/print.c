/* print.c -- comments, and where the author broke the lines. See print.h. */
#include "syntax/print.h"
#include <string.h>

/* ---- questions to the source ---- */

static const char *source_text(const Printer *printer) { return printer->script->source->text; }

bool print_has_newline(const Printer *printer, uint32_t from, uint32_t to) {
  return from < to && memchr(source_text(printer) + from, '\n', to - from) != NULL;
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

bool print_blank_before(const Printer *printer, uint32_t offset) {
  const char *text = source_text(printer);
  int newlines = 0;
  for (; offset > 0 && newlines < 2; offset--) {
    if (text[offset - 1] == '\n') {
      newlines++;
    } else if (!is_blank(text[offset - 1])) {
      break;
    }
  }
  return newlines == 2;
}

static bool is_first_on_line(const Printer *printer, uint32_t offset) {
  const char *text = source_text(printer);
  while (offset > 0 && is_blank(text[offset - 1]))
    offset--;
  return offset == 0 || text[offset - 1] == '\n';
}

static bool is_last_on_line(const Printer *printer, uint32_t offset) {
  const char *text = source_text(printer);
  while (is_blank(text[offset]))
    offset++;
  return text[offset] == '\n' || text[offset] == '\0';
}

/* How many comments begin before `offset`. */
static uint32_t comments_before(const Printer *printer, uint32_t offset) {
  const Script *script = printer->script;
  uint32_t low = 0, high = script->comment_count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (script->comments[middle].span.start < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/* The end of the comment that begins at `offset`; `offset` itself when none does. */
static uint32_t skip_comment(const Printer *printer, uint32_t offset) {
  const char *text = source_text(printer);
  if (text[offset] != '/' || (text[offset + 1] != '/' && text[offset + 1] != '*')) return offset;
  return printer->script->comments[comments_before(printer, offset)].span.end;
}

static bool is_blank_or_newline(char c) { return is_blank(c) || c == '\n'; }

/* Back over blanks and comments. */
static uint32_t skip_back(const Printer *printer, uint32_t offset) {
  const char *text = source_text(printer);
  uint32_t count = comments_before(printer, offset);
  for (;;) {
    while (offset > 0 && is_blank_or_newline(text[offset - 1]))
      offset--;
    if (count == 0 || printer->script->comments[count - 1].span.end != offset) return offset;
    offset = printer->script->comments[--count].span.start;
  }
}

static uint32_t skip_forward(const Printer *printer, uint32_t offset) {
  const char *text = source_text(printer);
  for (;;) {
    while (is_blank_or_newline(text[offset]))
      offset++;
    uint32_t behind = skip_comment(printer, offset);
    if (behind == offset) return offset;
    offset = behind;
  }
}

bool print_in_parentheses(const Printer *printer, Span span, uint32_t *open) {
  const char *text = source_text(printer);
  if (text[skip_forward(printer, span.end)] != ')')
    return false; /* asked first: many operands begin at one place, but each ends elsewhere */
  uint32_t before = skip_back(printer, span.start);
  if (before == 0 || text[before - 1] != '(') return false;
  *open = before - 1;
  return true;
}

uint32_t print_find(const Printer *printer, uint32_t from, char sign) {
  const char *text = source_text(printer);
  uint32_t length = printer->script->source->length;
  while (from < length) {
    uint32_t behind = skip_comment(printer, from);
    if (behind > from) {
      from = behind;
    } else if (text[from] == sign) {
      break;
    } else {
      from++;
    }
  }
  return from;
}

/* ---- comments ---- */

/* The next comment, if it begins before `offset`. */
static const Comment *next_before(const Printer *printer, uint32_t offset) {
  const Script *script = printer->script;
  if (printer->next_comment == script->comment_count) return NULL;
  const Comment *comment = &script->comments[printer->next_comment];
  return comment->span.start < offset ? comment : NULL;
}

static bool is_line_comment(const Printer *printer, const Comment *comment) { return source_text(printer)[comment->span.start + 1] == '/'; }

static bool needs_line(const Printer *printer, const Comment *comment) {
  return is_line_comment(printer, comment) || print_has_newline(printer, comment->span.start, comment->span.end);
}

/* Whether a line begins before or behind it. */
static bool breaks_line(const Printer *printer, const Comment *comment) {
  return needs_line(printer, comment) || is_first_on_line(printer, comment->span.start) || is_last_on_line(printer, comment->span.end);
}

/* A comment as it stands, but with plain newlines. */
static void write_comment(Printer *printer, const Comment *comment) {
  const char *text = source_text(printer);
  uint32_t piece = comment->span.start;
  for (uint32_t i = piece; i < comment->span.end; i++) {
    if (text[i] != '\r' || text[i + 1] != '\n') continue;
    page_write(&printer->page, text + piece, i - piece);
    piece = i + 1;
  }
  page_write(&printer->page, text + piece, comment->span.end - piece);
  printer->next_comment++;
}

/* Authors line up the comments behind their lines: the blanks in front stay, but for one that is written anyway. */
static void keep_alignment(Printer *printer, const Comment *comment) {
  const char *text = source_text(printer);
  for (uint32_t at = comment->span.start; at > 1 && text[at - 1] == ' ' && text[at - 2] == ' '; at--)
    print_text(printer, " ");
}

/* Writes the next comment, on a line of its own if it had one. */
static void place_comment(Printer *printer, const Comment *comment, uint32_t indent) {
  Page *page = &printer->page;
  bool glued = page->glued;
  bool own_line = is_first_on_line(printer, comment->span.start) || page->gap >= PAGE_LINE || page->must_break;
  if (page->gap >= PAGE_BREAK) indent = page->gap_indent;
  if (own_line) {
    bool blank = print_blank_before(printer, comment->span.start) && !page->fresh;
    page_wish(page, blank ? PAGE_BLANK : PAGE_LINE, indent);
  } else {
    bool tight = !is_line_comment(printer, comment) && (page_last(page) == '(' || page_last(page) == '[');
    page->gap = PAGE_NOTHING;
    if (is_line_comment(printer, comment)) keep_alignment(printer, comment);
    if (!tight) print_space(printer);
  }
  write_comment(printer, comment);
  if (needs_line(printer, comment) || is_last_on_line(printer, comment->span.end)) {
    page_wish(page, PAGE_BREAK, indent);
    page->must_break = is_line_comment(printer, comment);
  } else {
    page_wish(page, PAGE_SPACE, 0);
    page->glued = own_line || glued;
  }
}

void print_comments(Printer *printer, uint32_t offset, uint32_t indent) {
  const Comment *comment;
  while ((comment = next_before(printer, offset)) != NULL)
    place_comment(printer, comment, indent);
}

void print_inline_comments(Printer *printer, uint32_t offset) {
  const Comment *comment;
  while ((comment = next_before(printer, offset)) != NULL && !needs_line(printer, comment)) {
    print_space(printer);
    write_comment(printer, comment);
  }
}

/* Whether `test` holds for a comment that begins before `offset` and is not yet written. */
static bool any_comment(const Printer *printer, uint32_t offset, bool (*test)(const Printer *, const Comment *)) {
  const Script *script = printer->script;
  for (uint32_t i = printer->next_comment; i < script->comment_count && script->comments[i].span.start < offset; i++) {
    if (test(printer, &script->comments[i])) return true;
  }
  return false;
}

bool print_has_line_comment(const Printer *printer, uint32_t offset) { return any_comment(printer, offset, needs_line); }

bool print_has_breaking_comment(const Printer *printer, uint32_t offset) { return any_comment(printer, offset, breaks_line); }

/* ---- writing ---- */

void print_symbol(Printer *printer, const Symbol *symbol) { page_write(&printer->page, symbol->chars, symbol->length); }

void print_break(Printer *printer, uint32_t from, uint32_t to) {
  if (print_has_newline(printer, from, to)) {
    page_wish(&printer->page, PAGE_BREAK, print_continued_indent(printer));
  } else {
    print_space(printer);
  }
}
