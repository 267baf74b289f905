/* arguments.h -- what builtins ask of their arguments.
 *
 * Each function looks at one value: it has the kind that is asked for, and true is given; or a TypeError names the builtin, the kind and what came instead. A builtin asks for its
 * arguments from the first to the last, so the first wrong one is named. None of them collects unless it raises.
 */
#ifndef DUET_RUNTIME_ARGUMENTS_H
#define DUET_RUNTIME_ARGUMENTS_H

#include "runtime/list.h"
#include "runtime/string.h"

/* Raises `NAME() expects KIND, not TYPE`; gives false. */
bool argument_error(Runtime *rt, const char *name, const char *kind, Value value) COLD;

bool argument_int(Runtime *rt, const char *name, Value value, int64_t *number) MUST_CHECK;
bool argument_number(Runtime *rt, const char *name, Value value, double *number) MUST_CHECK;
bool argument_string(Runtime *rt, const char *name, Value value, String **string) MUST_CHECK;
bool argument_list(Runtime *rt, const char *name, Value value, List **list) MUST_CHECK;
/* Anything that can be called: functions and classes. */
bool argument_callable(Runtime *rt, const char *name, Value value) MUST_CHECK;

/* The int that a float is without its fraction: ValueError for NaN, OverflowError past 64 bits. */
bool argument_whole(Runtime *rt, const char *name, double number, int64_t *whole) MUST_CHECK;

/* Space, tab, newline, vertical tab, form feed, carriage return: what trim() takes off and what may stand around a number. */
static inline bool argument_is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* The bounds of slice(a) or slice(a, b) in a sequence of `length`: negatives count from the end, and what lies outside is clamped: start <= end <= length. */
bool argument_slice(Runtime *rt, uint32_t argc, const Value *args, size_t length, size_t *start, size_t *end) MUST_CHECK;

#endif
