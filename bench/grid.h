/* grid.h -- a table on a terminal: cells are collected first, widths are known afterwards.
 *
 *     Grid grid;
 *     grid_start(&grid, "lrr");                        three columns: left, right, right
 *     grid_cell(&grid, TONE_HEAD, "benchmark");        row by row, from left to right
 *     ...
 *     grid_show(&grid, stdout, colored);
 *     grid_free(&grid);
 */
#ifndef DUET_BENCH_GRID_H
#define DUET_BENCH_GRID_H

#include "support/base.h"
#include <stdio.h>

typedef enum Tone { TONE_PLAIN, TONE_HEAD, TONE_DIM, TONE_GOOD, TONE_BAD, TONE_STRONG } Tone;

enum { GRID_MAX_COLUMNS = 24 };

typedef struct GridCell {
  char *text; /* owned */
  Tone tone;
} GridCell;

typedef struct Grid {
  const char *columns; /* the caller's: a letter for each, 'l' or 'r' */
  GridCell *cells;     /* owned */
  size_t count;
  size_t capacity;
} Grid;

/* Begins a table with as many columns as letters, at most GRID_MAX_COLUMNS. */
void grid_start(Grid *grid, const char *columns);

/* The next cell. */
void grid_cell(Grid *grid, Tone tone, const char *format, ...) PRINTF_LIKE(3, 4);

/* Fills the row that was begun with empty cells. */
void grid_end_row(Grid *grid);

/* Prints the table, indented by two; no blanks stand at the end of a line. */
void grid_show(const Grid *grid, FILE *file, bool colored);

void grid_free(Grid *grid);

/* Text in a tone, outside of a table. */
void grid_tone(FILE *file, bool colored, Tone tone, const char *format, ...) PRINTF_LIKE(4, 5);

#endif
