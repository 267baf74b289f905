/* config.h -- the configurations that are compared: which interpreter, with which options.
 *
 * A table names all that could take part. Who really does is asked of the machine: an executable that was not built, a level that it doesn't know (it exits with 64), a peer that
 * is not installed are *missing*, with the reason, and the report says so. Nothing is left out in silence.
 *
 * The ladder makes configurations of its own with config_new, from the techniques that `--help` of an executable lists.
 */
#ifndef DUET_BENCH_CONFIG_H
#define DUET_BENCH_CONFIG_H

#include "support/base.h"

enum { CONFIG_MAX_WORDS = 6, CONFIG_MAX = 64, CONFIG_MAX_TECHNIQUES = 32 };

typedef struct Config {
  char *id;                          /* owned, as all texts here; what --config calls it: "vm-O0" */
  char *name;                        /* "duet-vm -O0" */
  char *words[CONFIG_MAX_WORDS + 1]; /* the command, NULL at the end; never part of a report: it may hold paths of this machine */
  char *extension;                   /* of its programs: "duet", "lua", "py", "js" */
  char *version;                     /* what the executable says of itself, or NULL */
  char *missing;                     /* why it takes no part, or NULL */
  bool is_duet;                      /* takes --stats and the like */
} Config;

typedef struct ConfigList {
  Config *items[CONFIG_MAX]; /* owned */
  size_t count;
} ConfigList;

/* Fills in all configurations of the table, Duet's executables being those in the folder `build`, and asks who is there. False: interrupted. */
bool config_find_all(ConfigList *list, const char *build) MUST_CHECK;

void config_list_free(ConfigList *list);

/* The configuration with that id or name, or NULL. */
Config *config_by_name(const ConfigList *list, const char *name);

/* Takes a configuration out, and says why. */
void config_mark_missing(Config *config, const char *why);

/* A new configuration of Duet's executable `executable` ("duet-vm") in `build`, with up to three options (NULL: none), added to the list. Its `missing` tells whether
 * the executable is there and takes these options. NULL: interrupted, or the list is full. */
Config *config_new(ConfigList *list, const char *build, const char *executable, const char *name, const char *const options[3]);

/* The techniques that --without of `executable` takes, as its --help lists them, each owned by the caller. Gives how many; 0 when it can't be asked. */
size_t config_techniques(const char *build, const char *executable, char *techniques[CONFIG_MAX_TECHNIQUES]);

#endif
