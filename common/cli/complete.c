/* complete.c -- see complete.h. */
#include "cli/complete.h"

#include "cli/commands.h"
#include "runtime/class.h"
#include "runtime/method_table.h"
#include "runtime/startup.h"
#include "syntax/token.h"

#include <string.h>

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Where the name that ends at `end` begins; `end` where none does. */
static size_t word_start(const char *line, size_t end) {
  size_t start = end;
  while (start > 0 && (is_letter(line[start - 1]) || is_digit(line[start - 1])))
    start--;
  return start;
}

/* ---- names ---- */

static void add_text(Candidates *found, const char *text) { candidates_add(found, text, strlen(text)); }

static void add_all_names(const Session *session, Candidates *found) {
  uint32_t count;
  const char *const *builtins = runtime_builtin_names(&count);
  for (uint32_t i = 0; i < count; i++)
    add_text(found, builtins[i]);
  for (int kind = 0; kind < TOKEN_KIND_COUNT; kind++) {
    if (token_is_keyword((TokenKind)kind)) add_text(found, token_text((TokenKind)kind));
  }
  VarDecl *const *variables = script_scope_variables(session->scope, &count);
  for (uint32_t i = 0; i < count; i++) {
    const Value *value = session->backend->script_variable(session->engine, variables[i]->slot);
    if (value && !value_is(*value, VALUE_UNSET)) candidates_add(found, variables[i]->name->chars, variables[i]->name->length);
  }
}

/* ---- fields and methods ---- */

static void add_string(void *found, const String *name) { candidates_add(found, name->chars, name->length); }

static void add_fields(const Fields *fields, Candidates *found) {
  String *name;
  Value value;
  for (uint32_t i = 0; fields_at(fields, i, &name, &value); i++)
    add_string(found, name);
}

static void add_methods(const Class *class, Candidates *found) {
  if (!class) return; /* a plain object */
  for (uint32_t i = 0; i < class->methods->entry_count; i++) {
    Value name = class->methods->entries[i].key;
    if (value_is(name, VALUE_STRING)) add_string(found, value_as_string(name));
  }
}

static void add_members(const Session *session, Value value, Candidates *found) {
  switch (value.tag) {
  case VALUE_INSTANCE:
    add_fields(&value_as_instance(value)->fields, found);
    add_methods(instance_class(value_as_instance(value)), found);
    break;
  case VALUE_CLASS: add_fields(&value_as_class(value)->fields, found); break;
  case VALUE_STRING:
  case VALUE_LIST:
  case VALUE_MAP: method_tables_visit(session->rt->methods, (ValueTag)value.tag, add_string, found); break;
  default: break;
  }
}

/* ---- the value before the dot ---- */

static Value field_of(Value object, const char *wanted, size_t length) {
  const Fields *fields = NULL;
  String *name;
  Value value;
  if (value_is(object, VALUE_INSTANCE)) fields = &value_as_instance(object)->fields;
  if (value_is(object, VALUE_CLASS)) fields = &value_as_class(object)->fields;
  for (uint32_t i = 0; fields && fields_at(fields, i, &name, &value); i++) {
    if (name->length == length && memcmp(name->chars, wanted, length) == 0) return value;
  }
  return value_unset();
}

/* The value of a name standing alone: the script's variable, or else the builtin. */
static Value value_of_name(const Session *session, const char *name, size_t length) {
  const Value *variable = session_variable(session, name, length);
  if (variable) return *variable;
  uint32_t count;
  const char *const *builtins = runtime_builtin_names(&count);
  for (uint32_t i = 0; i < count; i++) {
    if (strlen(builtins[i]) == length && memcmp(builtins[i], name, length) == 0) return session->rt->builtins[i];
  }
  return value_unset();
}

/* What `a.b.c`, which ends at `end`, stands for now. UNSET: nothing, or not to be known without running something. */
static Value value_before(const Session *session, const char *line, size_t end) {
  size_t start = word_start(line, end);
  while (start > 0 && line[start - 1] == '.' && word_start(line, start - 1) < start - 1)
    start = word_start(line, start - 1);
  if (start == end || is_digit(line[start]) || (start > 0 && strchr(".)]}\"", line[start - 1]))) return value_unset();
  size_t at = start + strcspn(line + start, ".");
  if (at > end) at = end;
  Value value = value_of_name(session, line + start, at - start);
  while (at < end) {
    size_t name = at + 1;
    at = name;
    while (at < end && line[at] != '.')
      at++;
    value = field_of(value, line + name, at - name);
  }
  return value;
}

static void add_commands(Candidates *found) {
  const char *name;
  for (size_t i = 0; (name = commands_name(i)); i++)
    add_text(found, name);
}

void complete(Session *session, const char *line, size_t cursor, Candidates *found) {
  size_t start = word_start(line, cursor);
  candidates_start(found, line + start, cursor - start);
  if (start == 1 && line[0] == ':')
    add_commands(found);
  else if (start > 0 && line[start - 1] == '.')
    add_members(session, value_before(session, line, start - 1), found);
  else
    add_all_names(session, found);
  candidates_finish(found);
}
