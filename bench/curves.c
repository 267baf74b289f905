/* curves.c -- axes in powers of ten, lines, names at their ends. */
#include "curves.h"

#include "html.h"
#include "units.h"

#include <math.h>

enum { WIDTH = 520, HEIGHT = 380, LEFT = 58, RIGHT = 400, TOP = 14, BOTTOM = 336, NAME_GAP = 16, COLORS = 8 };

typedef struct Frame {
  double low_n, high_n;       /* logarithms to base 10 */
  double low_time, high_time; /* likewise, of seconds */
} Frame;

typedef struct Name {
  const char *text;
  double end_x, end_y; /* where its line ends */
  double y;            /* where it stands */
  size_t color;
} Name;

static double x_of(const Frame *frame, double n) {
  return LEFT + (log10(n) - frame->low_n) / (frame->high_n - frame->low_n) * (RIGHT - LEFT);
}

static double y_of(const Frame *frame, double seconds) {
  return BOTTOM - (log10(seconds) - frame->low_time) / (frame->high_time - frame->low_time) * (BOTTOM - TOP);
}

static double median_of(const Growth *growth, size_t size, size_t config) {
  const Entry *entry = contest_timed(&growth->contests[size], growth->configs[config]);
  return entry ? summary_of(entry->cpu, entry->rounds).median : 0;
}

static Frame frame_for(const Growth *growth) {
  double least = INFINITY, most = 0;
  for (size_t size = 0; size < growth->count; size++) {
    for (size_t i = 0; i < growth->config_count; i++) {
      double time = median_of(growth, size, i);
      if (!(time > 0)) continue;
      least = fmin(least, time);
      most = fmax(most, time);
    }
  }
  if (!(most > 0)) least = most = 1; /* nothing was timed */
  Frame frame = {log10(growth->sizes[0]), log10(growth->sizes[growth->count - 1]), floor(log10(least)), ceil(log10(most))};
  if (frame.high_time <= frame.low_time) frame.high_time = frame.low_time + 1;
  return frame;
}

static void draw_axes(FILE *file, const Frame *frame) {
  for (int power = (int)ceil(frame->low_n - 1e-9); power <= frame->high_n + 1e-9; power++) {
    double x = x_of(frame, pow(10, power));
    fprintf(file, "<line class=\"grid\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>", x, TOP, x, BOTTOM);
    fprintf(file, "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>\n", x, BOTTOM + 18,
            units_round_count(power).text);
  }
  for (int power = (int)frame->low_time; power <= frame->high_time + 1e-9; power++) {
    double y = y_of(frame, pow(10, power));
    fprintf(file, "<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>", LEFT, y, RIGHT, y);
    fprintf(file, "<text class=\"tick\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>\n", LEFT - 6, y + 4,
            units_round_seconds(power).text);
  }
  fprintf(file, "<text class=\"tick\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">N, turns of the loop</text>\n", (LEFT + RIGHT) / 2,
          BOTTOM + 38);
}

/* One line; notes where it ends. */
static void draw_line(FILE *file, const Growth *growth, const Frame *frame, size_t config, Name *name) {
  fprintf(file, "<polyline class=\"curve c%zu\" points=\"", config % COLORS);
  for (size_t size = 0; size < growth->count; size++) {
    double time = median_of(growth, size, config);
    if (!(time > 0)) continue;
    name->end_x = x_of(frame, growth->sizes[size]);
    name->end_y = y_of(frame, time);
    fprintf(file, "%.1f,%.1f ", name->end_x, name->end_y);
  }
  fputs("\"/>\n", file);
  for (size_t size = 0; size < growth->count; size++) {
    double time = median_of(growth, size, config);
    if (!(time > 0)) continue;
    fprintf(file, "<circle class=\"dot c%zu\" cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\"><title>", config % COLORS, x_of(frame, growth->sizes[size]),
            y_of(frame, time));
    html_format(file, "%s, N = %s: %s", growth->configs[config]->name, growth->texts[size], units_seconds(time).text);
    fputs("</title></circle>\n", file);
  }
  name->text = growth->configs[config]->name;
  name->y = name->end_y;
  name->color = config % COLORS;
}

/* Sorts the names from top to bottom and moves them apart, then back up from the lower edge. */
static void spread_names(Name *names, size_t count) {
  for (size_t i = 1; i < count; i++) {
    for (size_t k = i; k > 0 && names[k].y < names[k - 1].y; k--) {
      Name held = names[k];
      names[k] = names[k - 1];
      names[k - 1] = held;
    }
  }
  for (size_t i = 1; i < count; i++)
    names[i].y = fmax(names[i].y, names[i - 1].y + NAME_GAP);
  double limit = BOTTOM;
  for (size_t i = count; i > 0; i--, limit -= NAME_GAP)
    names[i - 1].y = fmin(names[i - 1].y, limit);
}

void curves_draw(FILE *file, const Growth *growth) {
  if (growth->count < 2) return;
  Frame frame = frame_for(growth);
  Name names[CONFIG_MAX];
  size_t count = 0;
  fprintf(file, "<svg class=\"curves\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"CPU time over N\">\n", WIDTH, HEIGHT);
  draw_axes(file, &frame);
  for (size_t i = 0; i < growth->config_count; i++) {
    names[count] = (Name){.end_x = -1};
    draw_line(file, growth, &frame, i, &names[count]);
    if (names[count].end_x >= 0) count++;
  }
  spread_names(names, count);
  for (size_t i = 0; i < count; i++) {
    const Name *name = &names[i];
    fprintf(file, "<line class=\"leader\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>", name->end_x + 4, name->end_y, RIGHT + 14,
            name->y);
    fprintf(file, "<text class=\"name t%zu\" x=\"%d\" y=\"%.1f\">", name->color, RIGHT + 18, name->y + 4);
    html_text(file, name->text);
    fputs("</text>\n", file);
  }
  fputs("</svg>\n", file);
}
