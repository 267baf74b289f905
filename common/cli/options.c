/* options.c -- reading the command line: one table of options, one loop over the words. */
#include "cli/options.h"

#include "support/nearest.h"

#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>

enum { DEPTH_AT_MOST = 10000000 };

typedef enum OptionId {
  OPTION_CODE,
  OPTION_INTERACTIVE,
  OPTION_WITHOUT,
  OPTION_AST,
  OPTION_FORMAT,
  OPTION_CHECK,
  OPTION_WRITE,
  OPTION_STATS,
  OPTION_TIME,
  OPTION_MAX_DEPTH,
  OPTION_FUEL,
  OPTION_MAX_HEAP,
  OPTION_GC_STRESS,
  OPTION_COLOR,
  OPTION_OUTPUT,
  OPTION_HELP,
  OPTION_VERSION,
  OPTION_DISASSEMBLE,
  OPTION_EXPLAIN,
  OPTION_PROFILE,
  OPTION_TRACE
} OptionId;

typedef enum Argument { ARGUMENT_NONE, ARGUMENT_NEEDED, ARGUMENT_POSSIBLE } Argument;

typedef struct OptionInfo {
  const char *name;  /* "--fuel" */
  const char *other; /* "-e", or NULL */
  OptionId id;
  Argument argument;
  const char *shown; /* what --help calls the argument */
  const char *help;
} OptionInfo;

static const OptionInfo infos[] = {
    {"-e", NULL, OPTION_CODE, ARGUMENT_NEEDED, "CODE", "run CODE instead of a file"},
    {"-i", NULL, OPTION_INTERACTIVE, ARGUMENT_NONE, NULL, "go on in the REPL after the program"},
    {"--without", NULL, OPTION_WITHOUT, ARGUMENT_NEEDED, "LIST", "leave out these techniques (names with commas)"},
    {"--check", NULL, OPTION_CHECK, ARGUMENT_NONE, NULL,
     "look for errors only, one line each; with --format: exit 1 if it would change the program"},
    {"--ast", NULL, OPTION_AST, ARGUMENT_NONE, NULL, "show the syntax tree"},
    {"--format", NULL, OPTION_FORMAT, ARGUMENT_NONE, NULL, "show the program, formatted"},
    {"--write", NULL, OPTION_WRITE, ARGUMENT_NONE, NULL, "with --format: write it back to the file"},
    {"--disassemble", NULL, OPTION_DISASSEMBLE, ARGUMENT_NONE, NULL, "list the bytecode"},
    {"--explain", NULL, OPTION_EXPLAIN, ARGUMENT_NONE, NULL, "with --disassemble: what each instruction does"},
    {"--stats", NULL, OPTION_STATS, ARGUMENT_POSSIBLE, "json", "show counts after the run, on standard error"},
    {"--profile", NULL, OPTION_PROFILE, ARGUMENT_POSSIBLE, "json", "count what runs, by opcode, function and cache, on standard error"},
    {"--trace", NULL, OPTION_TRACE, ARGUMENT_POSSIBLE, "LIST", "show what happens, a line each: ops, calls, cache, tier (ops)"},
    {"--time", NULL, OPTION_TIME, ARGUMENT_NONE, NULL, "show how long each stage took, on standard error"},
    {"--max-depth", NULL, OPTION_MAX_DEPTH, ARGUMENT_NEEDED, "N", "how deep calls may nest (10000)"},
    {"--fuel", NULL, OPTION_FUEL, ARGUMENT_NEEDED, "N", "stop after N loop turns and calls"},
    {"--max-heap", NULL, OPTION_MAX_HEAP, ARGUMENT_NEEDED, "BYTES", "stop when the program needs more memory"},
    {"--gc-stress", NULL, OPTION_GC_STRESS, ARGUMENT_NONE, NULL, "collect garbage at every allocation"},
    {"--color", NULL, OPTION_COLOR, ARGUMENT_NEEDED, "WHEN", "colours in messages: auto, always or never"},
    {"--output", NULL, OPTION_OUTPUT, ARGUMENT_NEEDED, "FILE",
     "where trees, listings, statistics, profiles, traces and the lines of --check go"},
    {"--help", "-h", OPTION_HELP, ARGUMENT_NONE, NULL, "this text"},
    {"--version", NULL, OPTION_VERSION, ARGUMENT_NONE, NULL, "version, compiler, dispatch, build"},
};

static bool is_offered(const OptionInfo *info, const Profile *profile) {
  switch (info->id) {
  case OPTION_DISASSEMBLE:
  case OPTION_EXPLAIN:
  case OPTION_PROFILE:
  case OPTION_TRACE: return profile->has_listing;
  default: return true;
  }
}

/* `-h, --help`, `--fuel N`, `--stats[=json]` */
static void show_option(const OptionInfo *info, FILE *file) {
  static const char *const before[] = {[ARGUMENT_NONE] = "", [ARGUMENT_NEEDED] = " ", [ARGUMENT_POSSIBLE] = "[="};
  static const char *const behind[] = {[ARGUMENT_NONE] = "", [ARGUMENT_NEEDED] = "", [ARGUMENT_POSSIBLE] = "]"};
  char left[64];
  snprintf(left, sizeof left, "%s%s%s%s%s%s", info->other ? info->other : "", info->other ? ", " : "", info->name, before[info->argument],
           info->shown ? info->shown : "", behind[info->argument]);
  fprintf(file, "  %-18s %s\n", left, info->help);
}

void options_help(const Profile *profile, FILE *file) {
  fprintf(file, "usage: %s [options] [FILE | -] [arguments]\n\n", profile->program);
  fprintf(file, "Duet, %s. Runs FILE, or standard input for `-`; what follows FILE is for the program.\n", profile->description);
  fprintf(file, "Without FILE: a REPL on a terminal, else standard input.\n\n");
  fprintf(file, "  -O0 to -O%d         how much to optimize (%d)\n", profile->max_level, profile->default_level);
  for (size_t i = 0; i < ARRAY_COUNT(infos); i++) {
    if (is_offered(&infos[i], profile)) show_option(&infos[i], file);
  }
  if (*profile->techniques) fprintf(file, "\nTechniques that --without takes:");
  for (const char *const *name = profile->techniques; *name; name++)
    fprintf(file, "%s %s", name == profile->techniques ? "" : ",", *name);
  fprintf(file,
          "%s\nExit codes: 0 fine, 1 not formatted, 64 wrong usage, 65 syntax error, 70 uncaught error or stopped, 74 input or output "
          "failed.\n",
          *profile->techniques ? "\n" : "");
}

/* ---- complaints; each gives false ---- */

static PRINTF_LIKE(2, 3) bool complain(const Profile *profile, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  fprintf(stderr, "%s: ", profile->program);
  vfprintf(stderr, format, arguments);
  fprintf(stderr, "\ntry '%s --help'\n", profile->program);
  va_end(arguments);
  return false;
}

static bool complain_unknown(const Profile *profile, const char *word, size_t length) {
  Nearest nearest;
  nearest_start(&nearest, word, length);
  for (size_t i = 0; i < ARRAY_COUNT(infos); i++) {
    bool is_long = infos[i].name[1] == '-';
    if (!is_offered(&infos[i], profile) && strlen(infos[i].name) == length && memcmp(infos[i].name, word, length) == 0)
      return complain(profile, "%s is for the bytecode VM, duet-vm", infos[i].name);
    if (is_offered(&infos[i], profile) && is_long) nearest_try(&nearest, infos[i].name, strlen(infos[i].name));
  }
  if (*nearest.found) return complain(profile, "unknown option '%.*s', did you mean '%s'?", (int)length, word, nearest.found);
  return complain(profile, "unknown option '%.*s'", (int)length, word);
}

/* ---- arguments of options ---- */

static bool read_number(const Profile *profile, const char *name, const char *text, uint64_t least, uint64_t most, uint64_t *number) {
  char *end;
  errno = 0;
  *number = strtoull(text, &end, 10);
  if (*text >= '0' && *text <= '9' && !*end && !errno && *number >= least && *number <= most) return true;
  return complain(profile, "%s takes a number from %" PRIu64 " to %" PRIu64 ", not '%s'", name, least, most, text);
}

static int find_technique(const Profile *profile, const char *name, size_t length) {
  for (int i = 0; profile->techniques[i]; i++) {
    if (strlen(profile->techniques[i]) == length && memcmp(profile->techniques[i], name, length) == 0) return i;
  }
  return -1;
}

static bool complain_technique(const Profile *profile, const char *name, size_t length) {
  if (!profile->techniques[0]) return complain(profile, "there is nothing to leave out with --without here");
  Nearest nearest;
  nearest_start(&nearest, name, length);
  for (const char *const *known = profile->techniques; *known; known++)
    nearest_try(&nearest, *known, strlen(*known));
  if (*nearest.found) return complain(profile, "--without knows no '%.*s', did you mean '%s'?", (int)length, name, nearest.found);
  return complain(profile, "--without knows no '%.*s'", (int)length, name);
}

static bool read_without(Options *options, const Profile *profile, const char *list) {
  for (const char *start = list;;) {
    size_t length = strcspn(start, ",");
    int found = find_technique(profile, start, length);
    if (found < 0) return complain_technique(profile, start, length);
    options->without |= (uint64_t)1 << found;
    if (!start[length]) return true;
    start += length + 1;
  }
}

static bool read_trace(Options *options, const Profile *profile, const char *list) {
  static const char *const names[] = {"ops", "calls", "cache", "tier"};
  for (const char *start = list ? list : "ops";;) {
    size_t length = strcspn(start, ","), i = 0;
    while (i < ARRAY_COUNT(names) && !(strlen(names[i]) == length && memcmp(names[i], start, length) == 0))
      i++;
    if (i == ARRAY_COUNT(names)) return complain(profile, "--trace shows ops, calls, cache and tier, not '%.*s'", (int)length, start);
    options->trace |= 1u << i;
    if (!start[length]) return true;
    start += length + 1;
  }
}

static bool read_format(StatsFormat *format, const Profile *profile, const OptionInfo *info, const char *argument) {
  *format = argument ? STATS_JSON : STATS_TEXT;
  if (!argument || strcmp(argument, "json") == 0) return true;
  return complain(profile, "it is %s or %s=json, not %s=%s", info->name, info->name, info->name, argument);
}

static bool read_color(Options *options, const Profile *profile, const char *when) {
  static const char *const names[] = {[COLOR_AUTO] = "auto", [COLOR_ALWAYS] = "always", [COLOR_NEVER] = "never"};
  for (size_t i = 0; i < ARRAY_COUNT(names); i++) {
    if (strcmp(names[i], when) == 0) {
      options->color = (ColorChoice)i;
      return true;
    }
  }
  return complain(profile, "--color is auto, always or never, not '%s'", when);
}

static bool read_level(Options *options, const Profile *profile, const char *word) {
  if (word[2] < '0' || word[2] > '0' + profile->max_level || word[3])
    return complain(profile, "the levels are -O0 to -O%d, not '%s'", profile->max_level, word);
  options->level = word[2] - '0';
  return true;
}

static bool choose(Options *options, const Profile *profile, Action action, const char *word) {
  if (options->action != ACTION_RUN && options->action != action)
    return complain(profile, "%s is one thing too many: --ast, --check, --disassemble and --format exclude each other", word);
  options->action = action;
  return true;
}

static bool apply_limit(Options *options, const Profile *profile, const OptionInfo *info, const char *argument) {
  Limits *limits = &options->limits;
  uint64_t number;
  switch (info->id) {
  case OPTION_MAX_DEPTH:
    if (!read_number(profile, info->name, argument, 1, DEPTH_AT_MOST, &number)) return false;
    limits->max_depth = (uint32_t)number;
    return true;
  case OPTION_FUEL: return read_number(profile, info->name, argument, 0, UINT64_MAX - 1, &limits->fuel);
  default: /* OPTION_MAX_HEAP */
    if (!read_number(profile, info->name, argument, 1, INT64_MAX, &number)) return false;
    limits->max_heap = number;
    return true;
  }
}

/* What was seen of --format, --check and --write, which go together. */
typedef struct Combination {
  bool format, check, write;
} Combination;

static bool apply(Options *options, const Profile *profile, const OptionInfo *info, const char *argument, Combination *seen) {
  switch (info->id) {
  case OPTION_CODE:
    if (options->code) return complain(profile, "-e is given twice");
    options->code = argument;
    return true;
  case OPTION_INTERACTIVE: options->interactive = true; return true;
  case OPTION_WITHOUT: return read_without(options, profile, argument);
  case OPTION_AST: return choose(options, profile, ACTION_AST, info->name);
  case OPTION_DISASSEMBLE: return choose(options, profile, ACTION_DISASSEMBLE, info->name);
  case OPTION_FORMAT: seen->format = true; return true;
  case OPTION_CHECK: seen->check = true; return true;
  case OPTION_WRITE: seen->write = true; return true;
  case OPTION_STATS: return read_format(&options->stats, profile, info, argument);
  case OPTION_PROFILE: return read_format(&options->profile, profile, info, argument);
  case OPTION_TRACE: return read_trace(options, profile, argument);
  case OPTION_TIME: options->time = true; return true;
  case OPTION_MAX_DEPTH:
  case OPTION_FUEL:
  case OPTION_MAX_HEAP: return apply_limit(options, profile, info, argument);
  case OPTION_GC_STRESS: options->limits.gc_stress = true; return true;
  case OPTION_COLOR: return read_color(options, profile, argument);
  case OPTION_OUTPUT: options->output = argument; return true;
  case OPTION_HELP: options->action = ACTION_HELP; return true;
  case OPTION_VERSION: options->action = ACTION_VERSION; return true;
  case OPTION_EXPLAIN: options->explain = true; return true;
  }
  return false;
}

static bool combine_format(Options *options, const Profile *profile, Combination seen) {
  if (seen.write && !seen.format) return complain(profile, "--write goes with --format");
  if (seen.write && seen.check) return complain(profile, "--format does either --check or --write");
  if (seen.write && (options->code || !options->file || strcmp(options->file, "-") == 0))
    return complain(profile, "--format --write needs a FILE to write to");
  if (!seen.format) return !seen.check || choose(options, profile, ACTION_CHECK, "--check");
  return choose(options, profile, seen.write ? ACTION_FORMAT_WRITE : seen.check ? ACTION_FORMAT_CHECK : ACTION_FORMAT, "--format");
}

/* What goes together, once all is read. */
static bool combine(Options *options, const Profile *profile, Combination seen) {
  if (options->action == ACTION_HELP || options->action == ACTION_VERSION) return true;
  if (!combine_format(options, profile, seen)) return false;
  if (options->explain && options->action != ACTION_DISASSEMBLE) return complain(profile, "--explain goes with --disassemble");
  if (options->action == ACTION_RUN) return true;
  if (options->interactive) return complain(profile, "-i goes with running a program only");
  if (options->argc > 0) return complain(profile, "one program at a time: '%s' is left over", options->argv[0]);
  return true;
}

static const OptionInfo *find(const Profile *profile, const char *word, size_t length) {
  for (size_t i = 0; i < ARRAY_COUNT(infos); i++) {
    const OptionInfo *info = &infos[i];
    bool is_name = strlen(info->name) == length && memcmp(info->name, word, length) == 0;
    if ((is_name || (info->other && strcmp(info->other, word) == 0)) && is_offered(info, profile)) return info;
  }
  return NULL;
}

/* One option at argv[*index], with its argument behind `=` or in the next word. */
static bool read_option(Options *options, const Profile *profile, int argc, char **argv, int *index, Combination *seen) {
  const char *word = argv[*index];
  if (word[1] == 'O') return read_level(options, profile, word);
  size_t length = word[1] == '-' ? strcspn(word, "=") : strlen(word);
  const OptionInfo *info = find(profile, word, length);
  if (!info) return complain_unknown(profile, word, length);
  const char *argument = word[length] ? word + length + 1 : NULL;
  if (argument && info->argument == ARGUMENT_NONE) return complain(profile, "%s takes no argument", info->name);
  if (!argument && info->argument == ARGUMENT_NEEDED) {
    if (*index + 1 == argc) return complain(profile, "%s needs %s", word, info->shown);
    argument = argv[++*index];
  }
  return apply(options, profile, info, argument, seen);
}

bool options_parse(Options *options, const Profile *profile, int argc, char **argv) {
  *options = (Options){.level = profile->default_level};
  options->limits = (Limits){.max_depth = RUNTIME_DEFAULT_MAX_DEPTH, .fuel = UINT64_MAX};
  Combination seen = {false, false, false};
  int i = 1;
  for (; i < argc && argv[i][0] == '-' && argv[i][1]; i++) {
    if (strcmp(argv[i], "--") == 0) {
      i++;
      break;
    }
    if (!read_option(options, profile, argc, argv, &i, &seen)) return false;
  }
  if (!options->code && i < argc) options->file = argv[i++];
  options->argc = argc - i;
  options->argv = argv + i;
  return combine(options, profile, seen);
}
