/* grid.c -- widths, alignment, colours. */
#include "grid.h"

#include "support/memory.h"
#include "support/utf8.h"

#include <stdarg.h>
#include <string.h>

static const char *const tone_codes[] = {[TONE_PLAIN] = "",        [TONE_HEAD] = "\033[4m", [TONE_DIM] = "\033[2m",
                                         [TONE_GOOD] = "\033[32m", [TONE_BAD] = "\033[31m", [TONE_STRONG] = "\033[1m"};

void grid_start(Grid *grid, const char *columns) { *grid = (Grid){.columns = columns}; }

void grid_cell(Grid *grid, Tone tone, const char *format, ...) {
  char text[512];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  if (grid->count == grid->capacity) {
    grid->capacity = memory_grow(grid->capacity, grid->count + 1);
    grid->cells = memory_resize(grid->cells, grid->capacity * sizeof *grid->cells);
  }
  grid->cells[grid->count++] = (GridCell){memory_copy_text(text, strlen(text)), tone};
}

void grid_end_row(Grid *grid) {
  while (grid->count % strlen(grid->columns) != 0)
    grid_cell(grid, TONE_PLAIN, "%s", "");
}

void grid_free(Grid *grid) {
  for (size_t i = 0; i < grid->count; i++)
    memory_free(grid->cells[i].text);
  memory_free(grid->cells);
  *grid = (Grid){.columns = ""};
}

/* How many characters a terminal shows. */
static size_t width_of(const char *text) {
  size_t width = 0, length = strlen(text);
  while (length > 0) {
    uint32_t code, bytes = utf8_decode(text, length, &code);
    if (bytes == 0) bytes = 1;
    text += bytes;
    length -= bytes;
    width++;
  }
  return width;
}

static void show_cell(const GridCell *cell, size_t width, bool right, bool last, FILE *file, bool colored) {
  size_t blanks = width - width_of(cell->text);
  if (right) fprintf(file, "%*s", (int)blanks, "");
  const char *code = colored && cell->text[0] ? tone_codes[cell->tone] : "";
  fprintf(file, "%s%s%s", code, cell->text, *code ? "\033[0m" : "");
  if (!right && !last) fprintf(file, "%*s", (int)blanks, "");
}

/* One past the last cell of the row that says something. */
static size_t filled(const GridCell *row, size_t columns) {
  while (columns > 0 && row[columns - 1].text[0] == '\0')
    columns--;
  return columns;
}

void grid_show(const Grid *grid, FILE *file, bool colored) {
  size_t columns = strlen(grid->columns), widths[GRID_MAX_COLUMNS] = {0};
  for (size_t i = 0; i < grid->count; i++) {
    size_t width = width_of(grid->cells[i].text), column = i % columns;
    if (width > widths[column]) widths[column] = width;
  }
  for (size_t row = 0; row + columns <= grid->count; row += columns) {
    size_t used = filled(&grid->cells[row], columns);
    for (size_t i = 0; i < used; i++) {
      fputs("  ", file);
      show_cell(&grid->cells[row + i], widths[i], grid->columns[i] == 'r', i + 1 == used, file, colored);
    }
    fputc('\n', file);
  }
}

void grid_tone(FILE *file, bool colored, Tone tone, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  if (colored) fputs(tone_codes[tone], file);
  vfprintf(file, format, arguments);
  if (colored && tone != TONE_PLAIN) fputs("\033[0m", file);
  va_end(arguments);
}
