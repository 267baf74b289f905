/* resolve_names.h -- what each name means at the place where the resolver stands.
 *
 *     let a = 1            a -> Variable a
 *     fn f(a) {            a -> Variable a (parameter) -hidden-> Variable a
 *       { let a = 2 }      a -> Variable a (block) -hidden-> parameter -hidden-> ...
 *     }
 *
 * Symbols have small ids, so "what does this name mean here?" is one look into an array. Declaring a name puts its variable on
 * top and keeps what it hides; leaving a scope puts that back. So a look-up costs the same however many scopes there are, and
 * however many names each has.
 *
 * Read next: resolve_scope.h (slots and captures), resolve_assigned.h (is it set yet?).
 */
#ifndef DUET_SYNTAX_RESOLVE_NAMES_H
#define DUET_SYNTAX_RESOLVE_NAMES_H

#include "syntax/ast.h"

typedef struct Variable Variable;
typedef struct Capture Capture;

/* What the resolver knows of one variable while its scope is open. */
struct Variable {
  const Symbol *name; /* NULL for self and the hidden variable of super */
  VarDecl *decl;      /* NULL for a builtin */
  uint32_t builtin;   /* its number, for a builtin */
  uint32_t depth;     /* how many functions stand around it: 0 for the script's */
  const Block *block; /* the block that declares it; NULL for bare variables, builtins and those of earlier scripts */
  Variable *hidden;   /* what the name meant before; it will again */
  Capture *capture;   /* by the innermost function being resolved that captures it (resolve_scope.c) */
  bool set;           /* at this point of the text it can't be unset (resolve_assigned.c) */
  bool earlier;       /* declared by an earlier script of the same scope */
  bool forward;       /* no script has declared it yet; only functions that wait for a later line use it */
  bool hides_script;  /* a function's bare variable that hides the script's of the same name */
  bool hides_builtin; /* a bare variable that hides a builtin */
};

typedef struct NameTable {
  Variable **meanings; /* owned; by symbol id; NULL: no such name here */
  size_t capacity;
  Variable **open; /* owned; what is declared now, the innermost last; without builtins and earlier scripts' variables */
  size_t open_count;
  size_t open_capacity;
} NameTable;

void names_free(NameTable *names);

/* What `name` means here, or NULL. */
Variable *names_find(const NameTable *names, const Symbol *name);

/* Makes `name` mean `variable` without opening it: for names that no scope takes back. */
void names_set(NameTable *names, const Symbol *name, Variable *variable);

/* Declares: from here on the variable's name means it, until names_close. */
void names_open(NameTable *names, Variable *variable);

/* As names_open for a variable that names_set has already put in place, with `hidden` filled. */
void names_keep_open(NameTable *names, Variable *variable);

/* Takes back what was declared since names->open_count was `mark`. */
void names_close(NameTable *names, size_t mark);

#endif
