/* options.h -- the command line, as both executables understand it.
 *
 *     duet-vm [options] [FILE | -] [arguments]
 *
 * Options end at the first word that is none, or at `--`; what follows FILE belongs to the program.
 */
#ifndef DUET_CLI_OPTIONS_H
#define DUET_CLI_OPTIONS_H

#include "runtime/runtime.h"

#define DUET_VERSION "0.1"

/* What differs between the executables, as far as the command line shows it. */
typedef struct Profile {
  const char *program;     /* "duet-vm" */
  const char *description; /* "the bytecode VM" */
  const char *dispatch;    /* for --version: "goto", "switch"; "tree" */
  int max_level;
  int default_level;
  const char *const *techniques; /* NULL-terminated: what --without takes */
  bool has_listing;              /* --disassemble, --explain, --profile and --trace */
} Profile;

typedef enum ColorChoice { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER } ColorChoice;

typedef enum Action {
  ACTION_RUN,
  ACTION_AST,          /* --ast */
  ACTION_FORMAT,       /* --format: the formatted source on stdout */
  ACTION_FORMAT_CHECK, /* --format --check: exit code 1 where formatting would change something */
  ACTION_FORMAT_WRITE, /* --format --write: the file itself */
  ACTION_CHECK,        /* --check: diagnostics only, one line each */
  ACTION_DISASSEMBLE,  /* --disassemble */
  ACTION_HELP,
  ACTION_VERSION
} Action;

typedef enum StatsFormat { STATS_NONE, STATS_TEXT, STATS_JSON } StatsFormat;

/* What --trace shows, as bits, in the order of options.c's names. */
enum { TRACE_OPS = 1 << 0, TRACE_CALLS = 1 << 1, TRACE_CACHE = 1 << 2, TRACE_TIER = 1 << 3 };

typedef struct Options {
  Action action;
  const char *code; /* -e, or NULL */
  const char *file; /* FILE, "-" for standard input, or NULL */
  int argc;         /* what args() gives */
  char **argv;
  bool interactive; /* -i */
  int level;        /* -O */
  uint64_t without; /* bit i: the profile's technique i is off */
  bool explain;     /* --explain */
  bool time;        /* --time */
  StatsFormat stats;
  StatsFormat profile; /* --profile */
  uint32_t trace;      /* --trace */
  ColorChoice color;
  const char *output; /* --output FILE for listings, trees and statistics; NULL: stdout for what was asked for, stderr for statistics */
  FILE *figures;      /* where statistics, profiles and traces go; set once --output is open */
  Limits limits;
} Options;

/* Exit codes. */
enum { EXIT_OK = 0, EXIT_DIFFERS = 1, EXIT_USAGE = 64, EXIT_SYNTAX = 65, EXIT_UNCAUGHT = 70, EXIT_OUTPUT = 74 };

/* Reads the command line. False: what is wrong was said on stderr, and the exit code is EXIT_USAGE. */
bool options_parse(Options *options, const Profile *profile, int argc, char **argv) MUST_CHECK;

/* What --help prints. */
void options_help(const Profile *profile, FILE *file);

#endif
