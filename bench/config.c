/* config.c -- the table of configurations, and asking who is there. */
#include "config.h"

#include "child.h"
#include "support/memory.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct ConfigRow {
  const char *id, *name, *executable, *option, *extension;
  const char *asks_version; /* the option that makes it say its version */
  bool is_duet;
} ConfigRow;

static const ConfigRow rows[] = {
    {"vm", "duet-vm", "duet-vm", NULL, "duet", "--version", true},
    {"vm-O1", "duet-vm -O1", "duet-vm", "-O1", "duet", "--version", true},
    {"vm-O0", "duet-vm -O0", "duet-vm", "-O0", "duet", "--version", true},
    {"switch", "duet-vm (switch)", "duet-vm-switch", NULL, "duet", "--version", true},
    {"tail", "duet-vm (tail)", "duet-vm-tail", NULL, "duet", "--version", true},
    {"tos", "duet-vm (tos)", "duet-vm-tos", NULL, "duet", "--version", true},
    {"tree-O2", "duet-tree -O2", "duet-tree", "-O2", "duet", "--version", true},
    {"tree-O1", "duet-tree -O1", "duet-tree", "-O1", "duet", "--version", true},
    {"tree-O0", "duet-tree -O0", "duet-tree", "-O0", "duet", "--version", true},
    {"lua", "lua5.4", "lua5.4", NULL, "lua", "-v", false},
    {"luajit", "luajit -joff", "luajit", "-joff", "lua", "-v", false},
    {"python", "python3", "python3", NULL, "py", "--version", false},
    {"node", "node --jitless", "node", "--jitless", "js", "--version", false},
};

enum { EXIT_USAGE = 64 };
static const double ASK_LIMIT = 10;

static char *copy(const char *text) { return memory_copy_text(text, strlen(text)); }

static char *first_line(const char *text) { return memory_copy_text(text, strcspn(text, "\r\n")); }

static char *path_in(const char *build, const char *executable) {
  char path[1024];
  snprintf(path, sizeof path, "%s/%s", build, executable);
  return copy(path);
}

/* Runs `command` with one option (or NULL) and one more word (or NULL). False: interrupted. */
static bool ask(Child *child, const char *command, const char *option, const char *word) {
  const char *words[4] = {command, NULL, NULL, NULL};
  size_t count = 1;
  if (option) words[count++] = option;
  if (word) words[count] = word;
  child_run(child, words, ASK_LIMIT);
  return child->end != CHILD_INTERRUPTED;
}

static const char *said(const Child *child) { return child->output[0] ? child->output : child->errors; }

/* Some peers are started by a script that looks for the real one; its time is not the peer's. So Python is asked where it lives. False: interrupted. */
static bool find_real_python(Config *config) {
  Child child;
  bool fine = ask(&child, config->words[0], "-c", "import sys; print(sys.executable)");
  if (fine && child_is_fine(&child) && child.output[0] == '/') {
    memory_free(config->words[0]);
    config->words[0] = first_line(child.output);
  }
  child_free(&child);
  return fine;
}

/* Whether a peer is installed, and which version. False: interrupted. */
static bool ask_peer(Config *config, const char *asks_version) {
  Child child;
  bool fine = ask(&child, config->words[0], asks_version, NULL);
  if (child_is_fine(&child))
    config->version = first_line(said(&child));
  else
    config->missing = copy("not installed");
  child_free(&child);
  return fine && (config->missing || strcmp(config->id, "python") != 0 || find_real_python(config));
}

/* Whether an executable of Duet is there and takes the options: an empty program must run. False: interrupted. */
static bool ask_duet(Config *config) {
  if (access(config->words[0], X_OK) != 0) {
    config->missing = copy("not built");
    return true;
  }
  Child version;
  bool fine = ask(&version, config->words[0], "--version", NULL);
  if (child_is_fine(&version)) config->version = first_line(version.output);
  child_free(&version);
  const char *words[CONFIG_MAX_WORDS + 3] = {NULL};
  size_t count = 0;
  for (; config->words[count]; count++)
    words[count] = config->words[count];
  words[count++] = "-e";
  words[count] = "";
  Child child;
  child_run(&child, words, ASK_LIMIT);
  if (!child_is_fine(&child)) {
    char how[64];
    child_describe(&child, ASK_LIMIT, how, sizeof how);
    config->missing = copy(child.end == CHILD_EXITED && child.code == EXIT_USAGE ? "this build does not know the option" : how);
  }
  fine = fine && child.end != CHILD_INTERRUPTED;
  child_free(&child);
  return fine;
}

static Config *add(ConfigList *list, const char *id, const char *name, const char *extension) {
  if (list->count == CONFIG_MAX) return NULL;
  Config *config = memory_alloc(sizeof *config);
  config->id = copy(id);
  config->name = copy(name);
  config->extension = copy(extension);
  list->items[list->count++] = config;
  return config;
}

bool config_find_all(ConfigList *list, const char *build) {
  list->count = 0;
  for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
    const ConfigRow *row = &rows[i];
    Config *config = add(list, row->id, row->name, row->extension);
    if (!config) return false;
    config->is_duet = row->is_duet;
    config->words[0] = row->is_duet ? path_in(build, row->executable) : copy(row->executable);
    if (row->option) config->words[1] = copy(row->option);
    if (!(row->is_duet ? ask_duet(config) : ask_peer(config, row->asks_version))) return false;
  }
  return true;
}

Config *config_new(ConfigList *list, const char *build, const char *executable, const char *name, const char *const options[3]) {
  Config *config = add(list, name, name, "duet");
  if (!config) return NULL;
  config->is_duet = true;
  config->words[0] = path_in(build, executable);
  for (size_t i = 0, count = 1; i < 3; i++) {
    if (options[i]) config->words[count++] = copy(options[i]);
  }
  return ask_duet(config) ? config : NULL;
}

void config_list_free(ConfigList *list) {
  for (size_t i = 0; i < list->count; i++) {
    Config *config = list->items[i];
    for (size_t word = 0; word < CONFIG_MAX_WORDS; word++)
      memory_free(config->words[word]);
    memory_free(config->id);
    memory_free(config->name);
    memory_free(config->extension);
    memory_free(config->version);
    memory_free(config->missing);
    memory_free(config);
  }
  list->count = 0;
}

void config_mark_missing(Config *config, const char *why) {
  memory_free(config->missing);
  config->missing = copy(why);
}

Config *config_by_name(const ConfigList *list, const char *name) {
  for (size_t i = 0; i < list->count; i++) {
    if (strcmp(list->items[i]->id, name) == 0 || strcmp(list->items[i]->name, name) == 0) return list->items[i];
  }
  return NULL;
}

#define SEPARATORS " ,"

size_t config_techniques(const char *build, const char *executable, char *techniques[CONFIG_MAX_TECHNIQUES]) {
  static const char head[] = "Techniques that --without takes:";
  char *path = path_in(build, executable);
  Child child;
  bool fine = ask(&child, path, "--help", NULL);
  memory_free(path);
  const char *line = fine ? strstr(child.output, head) : NULL;
  size_t count = 0;
  if (line) {
    const char *word = line + sizeof head - 1;
    for (word += strspn(word, SEPARATORS); *word && *word != '\n' && *word != '(' && count < CONFIG_MAX_TECHNIQUES;) {
      size_t length = strcspn(word, SEPARATORS "\n");
      techniques[count++] = memory_copy_text(word, length);
      word += length + strspn(word + length, SEPARATORS);
    }
  }
  child_free(&child);
  return count;
}
