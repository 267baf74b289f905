/* trace.c -- printing traces, folded; see trace.h.
 *
 * A trace may have a million frames, most of them alike. A frame that comes at least three times in a row prints once, with a count; so does a cycle of a few frames, as
 * functions make that call each other:
 *
 *     in is_even(n)     parity.duet:1
 *     in is_odd(n)      parity.duet:2
 *     ... these 2 lines repeated 4999 more times
 *
 * The folded lines are never kept: walk() works them out on the fly. It runs three times, to count the lines, to measure the longest label, and to print. If
 * there are too many lines still, those in the middle are left out.
 */
#include "runtime/trace.h"
#include <inttypes.h>

enum {
  LONGEST_CYCLE = 8,  /* frames of a cycle that folds */
  FEWEST_TURNS = 3,   /* so often it must come */
  FIRST_LINES = 60,   /* of more lines than both together, so many of the beginning */
  LAST_LINES = 40,    /* and so many of the end are printed */
  BLANKS_BETWEEN = 6, /* behind the longest label */
};

/* A line of the trace: a frame, or (frame NULL) that the `cycle` lines above come `more` times more. */
typedef struct TraceLine {
  uint32_t number; /* 0, 1, 2 ... */
  const FrameInfo *frame;
  uint32_t cycle;
  uint32_t more;
} TraceLine;

typedef void LineVisitor(void *context, const TraceLine *line);

/* ---- folding ---- */

/* The line of byte `offset`. Without the column, which source_place counts: a recursion in one long line would cost its length for each frame. */
static uint32_t line_of(const Source *source, uint32_t offset) {
  uint32_t low = 0;
  uint32_t high = source->line_count;
  while (high - low > 1) {
    uint32_t middle = low + (high - low) / 2;
    if (source->line_starts[middle] <= offset) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low + 1;
}

static uint32_t frame_line(const FrameInfo *frame) { return line_of(frame->signature->source, frame->span.start); }

static bool same_line(const FrameInfo *a, const FrameInfo *b) {
  if (a->signature != b->signature) return false;
  return a->span.start == b->span.start || frame_line(a) == frame_line(b);
}

/* How often the `cycle` frames from `at` on come in a row, once at least. */
static uint32_t count_turns(const Origin *origin, uint32_t at, uint32_t cycle) {
  uint32_t same = 0;
  while (at + same + cycle < origin->frame_count && same_line(&origin->frames[at + same], &origin->frames[at + same + cycle]))
    same++;
  return same / cycle + 1;
}

/* Calls `visit` for every line. Linear: frames that were compared far ahead are folded away. */
static void walk(const Origin *origin, LineVisitor *visit, void *context) {
  uint32_t number = 0;
  for (uint32_t at = 0; at < origin->frame_count;) {
    uint32_t cycle = 1;
    while (cycle <= LONGEST_CYCLE && count_turns(origin, at, cycle) < FEWEST_TURNS)
      cycle++;
    bool folds = cycle <= LONGEST_CYCLE;
    if (!folds) cycle = 1;
    for (uint32_t i = 0; i < cycle; i++)
      visit(context, &(TraceLine){number++, &origin->frames[at + i], 0, 0});
    uint32_t turns = folds ? count_turns(origin, at, cycle) : 1;
    if (folds) visit(context, &(TraceLine){number++, NULL, cycle, turns - 1});
    at += cycle * turns;
  }
}

/* ---- printing ---- */

typedef struct Printer {
  FILE *file;
  uint32_t line_count;
  size_t longest_label;
} Printer;

static void count_line(void *context, const TraceLine *line) { ((Printer *)context)->line_count = line->number + 1; }

static bool is_printed(const Printer *printer, uint32_t number) {
  bool all = printer->line_count <= FIRST_LINES + LAST_LINES;
  return all || number < FIRST_LINES || number >= printer->line_count - LAST_LINES;
}

/* Hands out a piece of a label: to a file, or, where `file` is NULL, to be measured only. Gives its length. */
static size_t put(FILE *file, const char *chars, size_t length) {
  if (file) fwrite(chars, 1, length, file);
  return length;
}

static size_t put_text(FILE *file, const char *text) { return put(file, text, strlen(text)); }

static size_t put_symbol(FILE *file, const Symbol *symbol) { return put(file, symbol->chars, symbol->length); }

/* `Square.area(self_names)`, `fn(a, b)`, `<script>`. Gives its length. */
static size_t put_label(FILE *file, const Signature *signature) {
  if (signature->is_script) return put_text(file, "<script>");
  size_t length = 0;
  if (signature->owner) length += put_symbol(file, signature->owner) + put_text(file, ".");
  length += signature->name ? put_symbol(file, signature->name) : put_text(file, "fn");
  length += put_text(file, "(");
  for (uint32_t i = 0; i < signature->arity; i++) {
    if (i > 0) length += put_text(file, ", ");
    length += put_symbol(file, signature->params[i]);
  }
  return length + put_text(file, ")");
}

static void measure_line(void *context, const TraceLine *line) {
  Printer *printer = context;
  if (!line->frame || !is_printed(printer, line->number)) return;
  size_t length = put_label(NULL, line->frame->signature);
  if (length > printer->longest_label) printer->longest_label = length;
}

static void print_line(void *context, const TraceLine *line) {
  Printer *printer = context;
  if (!is_printed(printer, line->number)) {
    uint32_t left_out = printer->line_count - FIRST_LINES - LAST_LINES;
    if (line->number == FIRST_LINES) fprintf(printer->file, "  ... %" PRIu32 " lines left out\n", left_out);
    return;
  }
  if (line->frame) {
    const Signature *signature = line->frame->signature;
    fputs("  in ", printer->file);
    size_t length = put_label(printer->file, signature);
    int blanks = (int)(printer->longest_label - length) + BLANKS_BETWEEN;
    fprintf(printer->file, "%*s%s:%" PRIu32 "\n", blanks, "", signature->source->name, frame_line(line->frame));
  } else if (line->cycle == 1) {
    fprintf(printer->file, "  ... repeated %" PRIu32 " more times\n", line->more);
  } else {
    fprintf(printer->file, "  ... these %" PRIu32 " lines repeated %" PRIu32 " more times\n", line->cycle, line->more);
  }
}

void trace_show(const Origin *origin, FILE *file) {
  if (origin->frame_count == 1 && origin->frames[0].signature->is_script) return;
  Printer printer = {.file = file};
  walk(origin, count_line, &printer);
  walk(origin, measure_line, &printer);
  walk(origin, print_line, &printer);
}
