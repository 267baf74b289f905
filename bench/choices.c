/* choices.c -- one table of options; each says where its argument goes. */
#include "choices.h"

#include "support/nearest.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef enum ChoiceKind { CHOICE_FLAG, CHOICE_TEXT, CHOICE_RUNS, CHOICE_SECONDS } ChoiceKind;

typedef struct ChoiceInfo {
  const char *name;
  ChoiceKind kind;
  size_t place; /* of the field in Choices */
  const char *shown;
  const char *help;
} ChoiceInfo;

#define FIELD(name) offsetof(Choices, name)

static const ChoiceInfo infos[] = {
    {"--quick", CHOICE_FLAG, FIELD(quick), NULL, "small sizes, fewer runs and configurations: under two minutes"},
    {"--ladder", CHOICE_FLAG, FIELD(ladder), NULL, "measure instead what each technique alone is worth"},
    {"--only", CHOICE_TEXT, FIELD(only), "LIST", "only these benchmarks or groups, separated by commas"},
    {"--config", CHOICE_TEXT, FIELD(configs), "LIST", "these configurations: vm,vm-O0,lua ... (all but tree-O1)"},
    {"--baseline", CHOICE_TEXT, FIELD(baseline), "NAME", "what the ratios are taken against (vm, or else the first that is here)"},
    {"--runs", CHOICE_RUNS, FIELD(runs), "N", "timed runs of each (5, the least that gives verdicts)"},
    {"--limit", CHOICE_SECONDS, FIELD(limit), "SECONDS", "how long one run may take (60; quick: 10)"},
    {"--no-growth", CHOICE_FLAG, FIELD(no_growth), NULL, "leave out the runs with growing N"},
    {"--json", CHOICE_TEXT, FIELD(json), "FILE", "write all that was measured"},
    {"--html", CHOICE_TEXT, FIELD(html), "FILE", "write a page with charts"},
    {"--compare", CHOICE_TEXT, FIELD(compare), "FILE", "compare with an earlier --json file"},
    {"--ladder-from", CHOICE_TEXT, FIELD(ladder_from), "FILE", "put the ladder of an earlier --ladder --json file on the page too"},
    {"--build", CHOICE_TEXT, FIELD(build), "DIR", "where Duet's executables are (build)"},
    {"--list", CHOICE_TEXT, FIELD(list), "FILE", "the list of benchmarks (bench/programs.txt)"},
    {"--programs", CHOICE_TEXT, FIELD(programs), "DIR", "where their programs are (bench/programs)"},
    {"--built-with", CHOICE_TEXT, FIELD(built_with), "TEXT", "compiler flags, for the head of the report"},
    {"--color", CHOICE_TEXT, FIELD(color), "WHEN", "auto, always, never"},
    {"--help", CHOICE_FLAG, FIELD(help), NULL, "this text"},
};

enum { RUNS = 5, RUNS_MOST = 1000 };
static const double LIMIT = 60, LIMIT_QUICK = 10, LIMIT_MOST = 86400;

void choices_help(FILE *file) {
  fputs("duet-bench [options]     times Duet against itself and its peers\n\n", file);
  for (size_t i = 0; i < ARRAY_COUNT(infos); i++) {
    char left[48];
    snprintf(left, sizeof left, "%s%s%s", infos[i].name, infos[i].shown ? "=" : "", infos[i].shown ? infos[i].shown : "");
    fprintf(file, "  %-22s %s\n", left, infos[i].help);
  }
  fputs(
      "\nExit codes: 0 fine, 1 a result was wrong or a run too long, 64 wrong usage, 74 a report could not be written, 130 interrupted.\n",
      file);
}

static bool complain(const char *what, const char *word) {
  fprintf(stderr, "duet-bench: %s '%s'\ntry 'duet-bench --help'\n", what, word);
  return false;
}

static bool complain_unknown(const char *word, size_t length) {
  Nearest nearest;
  nearest_start(&nearest, word, length);
  for (size_t i = 0; i < ARRAY_COUNT(infos); i++)
    nearest_try(&nearest, infos[i].name, strlen(infos[i].name));
  fprintf(stderr, "duet-bench: unknown option '%.*s'", (int)length, word);
  if (*nearest.found) fprintf(stderr, ", did you mean '%s'?", nearest.found);
  fputs("\ntry 'duet-bench --help'\n", stderr);
  return false;
}

static bool set(Choices *choices, const ChoiceInfo *info, const char *argument) {
  void *field = (char *)choices + info->place;
  char *end = NULL;
  switch (info->kind) {
  case CHOICE_FLAG: *(bool *)field = true; return true;
  case CHOICE_TEXT: *(const char **)field = argument; return true;
  case CHOICE_RUNS: {
    unsigned long runs = strtoul(argument, &end, 10);
    if (*argument < '0' || *argument > '9' || *end || runs < 1 || runs > RUNS_MOST) return complain("not a number in range:", argument);
    *(size_t *)field = runs;
    return true;
  }
  case CHOICE_SECONDS: {
    double seconds = strtod(argument, &end);
    if (end == argument || *end || !(seconds > 0) || seconds > LIMIT_MOST) return complain("not a number in range:", argument);
    *(double *)field = seconds;
    return true;
  }
  }
  return false;
}

static const ChoiceInfo *find(const char *word, size_t length) {
  if (strcmp(word, "-h") == 0) return &infos[ARRAY_COUNT(infos) - 1];
  for (size_t i = 0; i < ARRAY_COUNT(infos); i++) {
    if (strlen(infos[i].name) == length && memcmp(infos[i].name, word, length) == 0) return &infos[i];
  }
  return NULL;
}

/* The option at argv[*index], with its argument behind `=` or in the next word. */
static bool read_option(Choices *choices, int argc, char **argv, int *index) {
  const char *word = argv[*index];
  if (word[0] != '-') return complain("takes no file:", word);
  size_t length = strcspn(word, "=");
  const ChoiceInfo *info = find(word, length);
  if (!info) return complain_unknown(word, length);
  const char *argument = word[length] ? word + length + 1 : NULL;
  if (info->kind == CHOICE_FLAG) return argument ? complain("takes no argument:", word) : set(choices, info, NULL);
  if (!argument) {
    if (*index + 1 == argc) return complain("needs an argument:", word);
    argument = argv[++*index];
  }
  return set(choices, info, argument);
}

bool choices_parse(Choices *choices, int argc, char **argv) {
  *choices = (Choices){.build = "build", .list = "bench/programs.txt", .programs = "bench/programs"};
  choices->baseline = "vm";
  choices->built_with = "";
  choices->color = "auto";
  for (int i = 1; i < argc; i++) {
    if (!read_option(choices, argc, argv, &i)) return false;
  }
  if (choices->runs == 0) choices->runs = RUNS;
  if (!(choices->limit > 0)) choices->limit = choices->quick ? LIMIT_QUICK : LIMIT;
  if (strcmp(choices->color, "auto") != 0 && strcmp(choices->color, "always") != 0 && strcmp(choices->color, "never") != 0)
    return complain("--color is auto, always or never, not", choices->color);
  return true;
}

bool choices_colored(const Choices *choices, FILE *file) {
  if (strcmp(choices->color, "auto") != 0) return strcmp(choices->color, "always") == 0;
  const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
  if ((no_color && *no_color) || (term && strcmp(term, "dumb") == 0)) return false;
  return isatty(fileno(file)) == 1;
}
