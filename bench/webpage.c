/* webpage.c -- the page from top to bottom. */
#include "webpage.h"

#include "curves.h"
#include "html.h"
#include "units.h"
#include "webcharts.h"
#include "webstyle.h"
#include "webtables.h"

static void write_fact(FILE *file, const char *name, const char *text) {
  if (!*text) return;
  html_element(file, "dt", NULL, "%s", name);
  html_element(file, "dd", NULL, "%s", text);
  fputc('\n', file);
}

static void write_facts(const Findings *findings, FILE *file) {
  const Computer *computer = &findings->computer;
  char text[512];
  fputs("<dl class=\"facts\">\n", file);
  snprintf(text, sizeof text, "%s, %u cores, %.0f GB, %s", computer->processor, computer->cores, computer->memory_gb, computer->system);
  write_fact(file, "machine", text);
  write_fact(file, "revision", computer->revision);
  write_fact(file, "built with", findings->choices->built_with);
  snprintf(text, sizeof text,
           "%s, %zu timed runs of each after one that checks the result and warms up, in turn%s; load average %.1f before, %.1f after",
           computer->date, findings->choices->runs, computer->pinned >= 0 ? ", all on one core" : "", computer->load_before,
           computer->load_after);
  write_fact(file, "measured", text);
  for (size_t i = 0; i < findings->present_count; i++)
    write_fact(file, findings->present[i]->name, findings->present[i]->version ? findings->present[i]->version : "");
  for (size_t i = 0; i < findings->configs.count; i++) {
    const Config *config = findings->configs.items[i];
    if (!config->missing) continue;
    snprintf(text, sizeof text, "missing: %s", config->missing);
    write_fact(file, config->name, text);
  }
  fputs("</dl>\n", file);
  if (computer_was_busy(computer))
    fputs("<p class=\"warning\">Other programs were running on this machine: times scatter, and differences of a few per cent mean "
          "little.</p>\n",
          file);
}

/* The baseline against each of the others, in large figures. */
static void write_tiles(const Findings *findings, FILE *file) {
  fputs("<div class=\"tiles\">\n", file);
  for (size_t i = 0; i < findings->present_count; i++) {
    const Config *config = findings->present[i];
    Ratio mean = contest_geometric(findings->contests, findings->contest_count, findings->baseline, config, CONTEST_CPU, NULL);
    if (config == findings->baseline || mean.verdict == VERDICT_NONE) continue;
    fputs("<div class=\"tile\">", file);
    html_element(file, "b", NULL, "%s", units_ratio(mean.ratio).text);
    html_element(file, "span", NULL, "of %s", config->name);
    fputs("</div>\n", file);
  }
  fputs("</div>\n", file);
}

static void write_key(FILE *file, const char *faster, const char *slower) {
  fprintf(file,
          "<div class=\"key\"><span><i class=\"faster\"></i>%s</span><span><i class=\"slower\"></i>%s</span>"
          "<span><i class=\"unclear\"></i>no clear difference</span><span>thin line: interval</span></div>\n",
          faster, slower);
}

static void write_results(const Findings *findings, FILE *file) {
  fputs("<h2>All benchmarks together</h2>\n<p class=\"soft\">", file);
  html_format(file, "Geometric means of the ratio to %s. The scale is logarithmic: twice as long and half as long are equally far from 1.",
              findings->baseline->name);
  fputs("</p>\n", file);
  write_key(file, "faster", "slower");
  webcharts_means(findings, file);
  webtables_goals(findings, file);
  fputs("<h3>Everyone against everyone</h3>\n<p class=\"soft\">Geometric mean of CPU time, row to column; below 1 the row is faster.</p>\n",
        file);
  webtables_pairs(findings, file);
  fputs("<h2>Each benchmark</h2>\n<p class=\"soft\">", file);
  html_format(file, "CPU time of each configuration against %s, whose own time stands in its row. All charts have the same scale.",
              findings->baseline->name);
  fputs("</p>\n", file);
  write_key(file, "faster", "slower");
  webcharts_benchmarks(findings, file);
  fputs("<h2>Each configuration</h2>\n<p class=\"soft\">The same ratios the other way round: where a configuration is strong and where it "
        "is weak. Each chart has its own scale.</p>\n",
        file);
  write_key(file, "faster", "slower");
  webcharts_configs(findings, file);
}

static void write_growth(const Growth *growth, FILE *file) {
  if (growth->count < 2) return;
  fputs("<h2>Time as N grows</h2>\n<p class=\"soft\">CPU time of the sum of 1..N by a while loop. Both scales are logarithmic. On the left "
        "a line is flat: there "
        "starting is all that costs. On the right it rises with N, and its height is the cost of one turn.</p>\n<div "
        "class=\"growth\"><figure>",
        file);
  curves_draw(file, growth);
  fputs("</figure>\n", file);
  webtables_growth(growth, file);
  fputs("</div>\n", file);
}

static void write_ladder(const Ladder *ladder, FILE *file) {
  if (ladder->rung_count == 0) return;
  fputs("<h2>The ladder: what each technique is worth</h2>\n<p class=\"soft\">", file);
  html_format(file, "CPU time with the technique to CPU time without it, everything else alike; below 1 it pays. Revision %s, %s.",
              ladder->revision, ladder->date);
  fputs(" &ldquo;The same twice&rdquo; is a control: it shows how much of a difference is chance.</p>\n", file);
  write_key(file, "pays", "costs");
  webcharts_ladder(ladder, file);
  webtables_ladder(ladder, file);
}

static void write_method(FILE *file) {
  fputs("<h2>How it was measured</h2>\n"
        "<p>Every program gets its size as an argument and prints one result. All configurations must print the same, or the benchmark is "
        "reported as wrong and not timed. "
        "Then they run in turn, each round in another order. CPU time is user and system time of the whole process, so starting the "
        "interpreter and compiling are in it.</p>\n"
        "<p>A time is the median of its runs; its interval follows from the order of the values alone and holds the true median in the "
        "part of cases that is named. A ratio is the "
        "median of the ratios of single rounds. It counts as faster or slower when its interval lies on one side of 1 and it is at least 1 "
        "% away. Intervals of geometric "
        "means come from drawing the rounds anew (bootstrap); they say how well the mean over these programs is known, not what other "
        "programs would give.</p>\n",
        file);
}

void webpage_write(const Findings *findings, FILE *file) {
  fputs("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
        "content=\"width=device-width,initial-scale=1\">\n"
        "<title>Duet benchmarks</title>\n<style>\n",
        file);
  fputs(webstyle_sheet(), file);
  fputs("</style></head>\n<body><main>\n<h1>Duet benchmarks</h1>\n", file);
  bool has_results = findings->baseline && findings->contest_count > 0;
  if (has_results) {
    fputs("<p class=\"soft\">", file);
    html_format(file, "CPU time of %s as a part of the others', geometric mean over %zu benchmarks:", findings->baseline->name,
                findings->contest_count);
    fputs("</p>\n", file);
    write_tiles(findings, file);
  }
  write_facts(findings, file);
  if (has_results) write_results(findings, file);
  write_growth(&findings->growth, file);
  write_ladder(&findings->ladder, file);
  if (has_results) {
    fputs("<h2>All figures</h2>\n", file);
    webtables_details(findings, file);
  }
  write_method(file);
  fputs("</main></body></html>\n", file);
}
