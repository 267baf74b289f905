/* script_scope.h -- the script's own variables, which outlive one script in a REPL.
 *
 *     >>> x = 1                   slot 0: x
 *     >>> fn f() { return g() }   slot 1: f, slot 2: g (forward: nobody has declared it yet)
 *     >>> fn g() { return x }     slot 2, so f finds it
 *     >>> fn f() { return x }     slot 1 again: who calls f calls the new one
 *
 * Each line is a script of its own; its variables go on where the last line's ended, in the same frame. A name keeps its slot for
 * good: declared again, it is the same variable with a new value. Outermost are the builtins, which any declaration hides.
 *
 * A line may die half way, so in an interactive scope nothing is taken for set that an earlier line should have set, and every
 * variable counts as captured, for a later line's function may.
 */
#ifndef DUET_SYNTAX_SCRIPT_SCOPE_H
#define DUET_SYNTAX_SCRIPT_SCOPE_H

#include "syntax/ast.h"
#include "syntax/resolve_names.h"

/* To be used through the functions below; the resolver fills it. */
typedef struct ScriptScope {
  Arena arena;     /* its Variables */
  NameTable names; /* between scripts: builtins, and above them the scripts' variables */
  bool interactive;
  const Variable *builtins; /* in the arena */
  uint32_t builtin_count;
  VarDecl **variables; /* owned (the array); by slot, in order; the latest declaration of each */
  uint32_t variable_count;
  size_t variable_capacity;
  uint32_t slot_count;
} ScriptScope;

/* An empty scope over the builtins of these names (index in VarRef = position here; the symbols are interned in `symbols`).
 * `interactive`: more scripts will follow, and a name that a function uses and nobody declares becomes a script variable that is
 * unset until a later script sets it. The symbols and the arenas of the scripts resolved in it must live as long as the scope. To
 * be freed with script_scope_free. */
ScriptScope *script_scope_new(SymbolTable *symbols, const char *const *builtin_names, uint32_t builtin_count, bool interactive);
void script_scope_free(ScriptScope *scope);

/* How many slots of the script's frame hold variables that must survive until the next script. */
uint32_t script_scope_slot_count(const ScriptScope *scope);

/* The script's variables in the order of their slots, each name once, for completion and for environments by name; `*count` of
 * them. A slot between two of them may belong to none. The array is valid until the next script is resolved. */
VarDecl *const *script_scope_variables(const ScriptScope *scope, uint32_t *count);

/* For the resolver: what a script declares stays. A name that was there before keeps its slot; a new one has a higher slot than
 * all before. `forward`: nobody has declared it yet. */
void script_scope_keep(ScriptScope *scope, VarDecl *decl, bool forward);

#endif
