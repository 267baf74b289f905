/* resolve.h -- which variable does each name mean? Decided once, before anything runs, for both wings.
 *
 * Fills every field of the tree that ast.h marks [resolver], and reports what only it can see: a name declared twice in a block,
 * `return` at script level, `break` outside a loop, `self` or `super` where there is none.
 *
 * Read resolve.c for the walk; what it knows is kept in rooms of its own: resolve_names (what does a name mean here?),
 * resolve_bare (which variables do bare assignments make?), resolve_scope (slots and captures), resolve_assigned (is it certainly
 * set?), resolve_hint (did you mean ...?).
 */
#ifndef DUET_SYNTAX_RESOLVE_H
#define DUET_SYNTAX_RESOLVE_H

#include "support/diag.h"
#include "syntax/ast.h"
#include "syntax/script_scope.h"

/* Resolves a tree that parsed without error, in `scope`, where the names that it declares stay. Adds to `diags`; on an error the
 * scope is as it was and the tree is not to be run. */
void resolve_script(Script *script, ScriptScope *scope, DiagList *diags);

#endif
