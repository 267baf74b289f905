/* resolve_hint.c -- see resolve_hint.h. */
#include "syntax/resolve_hint.h"
#include "support/nearest.h"
#include <stdio.h>
#include <string.h>

enum {
  NEIGHBOURS = 512,    /* how many of the innermost names are looked at for one hint */
  COMPARING_COSTS = 16 /* budget for one comparison; passing over a name costs 1 */
};

/* Words from other languages. */
typedef struct Slip {
  const char *written;
  const char *meant;
} Slip;

/* For a word of Duet itself: certain, whatever names there are. */
static const Slip WORDS[] = {
    {"null", "nil"},    {"None", "nil"},    {"NULL", "nil"},  {"undefined", "nil"}, {"True", "true"},     {"TRUE", "true"},
    {"False", "false"}, {"FALSE", "false"}, {"this", "self"}, {"elif", "else if"},  {"elsif", "else if"}, {"function", "fn"},
    {"func", "fn"},     {"def", "fn"},      {"lambda", "fn"}, {"var", "let"},       {"const", "let"},     {"raise", "throw"},
};

/* For a builtin: only when no name is near. */
static const Slip BUILTINS[] = {
    {"println", "print"}, {"printf", "print"}, {"puts", "print"},     {"echo", "print"},      {"length", "len"}, {"size", "len"},
    {"string", "str"},    {"String", "str"},   {"tostring", "str"},   {"toString", "str"},    {"repr", "str"},   {"integer", "int"},
    {"parseInt", "int"},  {"number", "float"}, {"double", "float"},   {"typeof", "type"},     {"array", "list"}, {"Array", "list"},
    {"dict", "map"},      {"Map", "map"},      {"open", "read_file"}, {"Exception", "Error"},
};

static const char *meant_by(const Slip *slips, size_t count, const Symbol *name) {
  for (size_t i = 0; i < count; i++) {
    if (strcmp(slips[i].written, name->chars) == 0) return slips[i].meant;
  }
  return NULL;
}

/* Looks at one name that could be used. False when the budget is spent. */
static bool consider(Resolver *r, Nearest *nearest, const Symbol *name) {
  if (r->hint_budget < COMPARING_COSTS) return false;
  uint32_t difference = name->length > nearest->wanted_length ? name->length - (uint32_t)nearest->wanted_length
                                                              : (uint32_t)nearest->wanted_length - name->length;
  r->hint_budget -= difference < nearest->distance ? COMPARING_COSTS : 1;
  nearest_try(nearest, name->chars, name->length);
  return true;
}

/* Looks at all names: the innermost variables first, then the script's of earlier lines, then the builtins. */
static bool consider_all(Resolver *r, Nearest *nearest) {
  const ScriptScope *scope = r->scope;
  for (size_t i = r->names->open_count, seen = 0; i > 0 && seen < NEIGHBOURS; i--, seen++) {
    if (!consider(r, nearest, r->names->open[i - 1]->name)) return false;
  }
  for (uint32_t i = scope->variable_count, seen = 0; i > 0 && seen < NEIGHBOURS; i--, seen++) {
    const Symbol *name = scope->variables[i - 1]->name;
    const Variable *variable = names_find(r->names, name);
    if (variable->forward) continue;
    if (!consider(r, nearest, name)) return false;
  }
  for (uint32_t i = 0; i < scope->builtin_count; i++) {
    if (!consider(r, nearest, scope->builtins[i].name)) return false;
  }
  return true;
}

/* The text with the one %s of `format` filled in, in the script's arena. */
static const char *hint_text(Resolver *r, const char *format, const char *name) {
  size_t size = strlen(format) + strlen(name) + 1;
  char *text = arena_alloc(r->arena, size);
  snprintf(text, size, format, name);
  return text;
}

const char *hint_for_undeclared(Resolver *r, const Symbol *name) {
  Nearest nearest;
  const char *meant = meant_by(WORDS, ARRAY_COUNT(WORDS), name);
  if (meant == NULL) {
    nearest_start(&nearest, name->chars, name->length);
    if (consider_all(r, &nearest) && nearest.found[0] != '\0')
      meant = nearest.found;
    else
      meant = meant_by(BUILTINS, ARRAY_COUNT(BUILTINS), name);
  }
  return meant == NULL ? NULL : hint_text(r, "did you mean '%s'?", meant);
}

const char *hint_for_unset(Resolver *r, const Variable *variable) {
  const char *name = variable->name->chars;
  if (variable->hides_script) {
    static const char SCRIPT[] = "the script's '%s' is hidden by this function's own; declare the script's with let to share it";
    return hint_text(r, SCRIPT, name);
  }
  if (variable->hides_builtin) return hint_text(r, "the builtin '%s' is hidden by a variable of the same name", name);
  return NULL;
}
