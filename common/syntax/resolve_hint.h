/* resolve_hint.h -- what the report of a NameError says besides: "did you mean 'price'?".
 *
 * A hint is worked out for names that are declared nowhere, among the names that could be used in that place; and for a
 * function's own variable that hides the script's. Text full of unknown names must not make the resolver slow, so it compares a
 * fixed number of names in a script; behind that there are no hints.
 */
#ifndef DUET_SYNTAX_RESOLVE_HINT_H
#define DUET_SYNTAX_RESOLVE_HINT_H

#include "syntax/resolve_scope.h"

/* How many names one script may compare. */
enum { HINT_BUDGET = 1 << 20 };

/* For a name that means nothing here: the nearest that does, as text in the script's arena; NULL when none is near. */
const char *hint_for_undeclared(Resolver *r, const Symbol *name);

/* For a variable that may be unset where it is read: what it hides, if that is the likely mistake; else NULL. */
const char *hint_for_unset(Resolver *r, const Variable *variable);

#endif
