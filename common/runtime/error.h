/* error.h -- raising, placing and catching errors.
 *
 * An error travels in three steps. Who notices it raises it: the pending error is set, without a place. Then it comes, by false results, to code
 * that knows which expression is running (a wing), which locates it: place, trace and the error object's line and trace are filled, once. Then a catch takes it, or the top reports it.
 */
#ifndef DUET_RUNTIME_ERROR_H
#define DUET_RUNTIME_ERROR_H

#include "runtime/class.h"
#include "runtime/function.h"
#include "runtime/origin.h"

/* Raises an instance of the builtin class with this message; gives false. May collect. */
bool error_raise(Runtime *rt, ErrorKind kind, const char *format, ...) PRINTF_LIKE(3, 4) COLD;

/* The same with a message that may hold any bytes (rooted by the caller). */
bool error_raise_string(Runtime *rt, ErrorKind kind, String *message) COLD;

/* The usual ones; each gives false. May collect. */
bool error_undefined(Runtime *rt, const char *name,
                     const char *hint) COLD; /* NameError; hint: the whole line as error_hint takes it, or NULL */
bool error_arity(Runtime *rt, const Signature *signature, uint32_t argc) COLD;                /* f() takes 2 arguments, got 1 */
bool error_class_arity(Runtime *rt, const Class *class, uint32_t wanted, uint32_t argc) COLD; /* Square() takes 1 argument, got 0 */
bool error_builtin_arity(Runtime *rt, const BuiltinInfo *info, uint32_t argc) COLD;           /* slice() takes 1 to 2 arguments, got 0 */
bool error_recursion(Runtime *rt) COLD;                                                       /* call depth limit of 10000 exceeded */

/* Sets the hint of the pending error's report (`did you mean 'price'?`); a copy is made. Nothing where nothing catchable is pending. May collect. */
void error_hint(Runtime *rt, const char *hint);

/* `throw value`: makes it the pending error; gives false. An error that was thrown before keeps its origin. Never collects. */
bool error_throw(Runtime *rt, Value value);

/* Throws again what error_take gave, with the origin it had: how `finally` goes on. Never collects. */
bool error_rethrow(Runtime *rt, Value value, Value origin);

/* Gives the pending error its place (in `source`, or an uncatchable end its place), trace, line, unless it has them. May collect; on out of memory the pending error becomes that. */
void error_locate(Runtime *rt, const Source *source, Span span);

/* May the program catch what is pending? (Not out of fuel, out of memory, interrupted, failed output.) */
static inline bool error_is_catchable(const Runtime *rt) { return rt->pending.kind == PENDING_ERROR; }

/* Takes the pending error: it is no longer pending. Gives the value, and its origin for error_rethrow (as a value to keep). The caller roots both. */
Value error_take(Runtime *rt, Value *origin);

/* Where the error that an instance of Error carries was first thrown; NULL: never, or it is no error. Never collects. */
Origin *error_origin(Runtime *rt, Value value);

/* Drops what is pending. */
void error_clear(Runtime *rt);

/* For startup.c, after shape_start: the builtin error classes, rt->errors. `methods` (count of them: init, to_string) are given to Error, and so to its subclasses, which
 * copy them when they are made. They are written in builtins/, since they make text of values. May collect. */
bool error_start(Runtime *rt, const BuiltinInfo *methods, size_t count) MUST_CHECK;

/* What a builtin error class is called: "TypeError". */
const char *error_kind_name(ErrorKind kind);

#endif
