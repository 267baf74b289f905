/* resolve_bare.h -- which variables a function's bare assignments make.
 *
 *     fn f(a) {
 *       a = 1                        assigns the parameter
 *       { let b = 2; b = 3 }         assigns the let
 *       b = 4                        no b here: f has a variable b, for the whole of f
 *       fn g() { b = 5; c = 6 }      g assigns f's b, and has a c of its own
 *     }
 *
 * Asked before the function's body is resolved, because a bare variable covers the whole function, and before the functions
 * inside it, because they must find it. One walk over the function's own statements; assignment is a statement, so expressions
 * need not be looked into.
 */
#ifndef DUET_SYNTAX_RESOLVE_BARE_H
#define DUET_SYNTAX_RESOLVE_BARE_H

#include "syntax/resolve_scope.h"

/* Declares the bare variables of r->function, whose parameters and outermost block are declared already, gives them slots and
 * fills node->bare. */
void bare_declare(Resolver *r);

#endif
