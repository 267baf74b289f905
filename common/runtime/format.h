/* format.h -- values as text: str(), print, and how a container shows what it holds.
 *
 * Iterative, with a stack of its own: a list nested a million deep prints. May run guest code (to_string of an instance), so anything may have changed after it.
 */
#ifndef DUET_RUNTIME_FORMAT_H
#define DUET_RUNTIME_FORMAT_H

#include "runtime/class.h"
#include "runtime/text.h"

/* The text of `value` as str() gives it (a string: itself). `value` must be rooted. NULL after raising. May collect. */
String *format_value(Runtime *rt, Value value) MUST_CHECK;

/* The same as it stands inside a list: strings quoted. */
String *format_quoted(Runtime *rt, Value value) MUST_CHECK;

/* Adds the same to a text: what str() gives, or when `quoted` how it stands inside a list. */
bool format_append(Runtime *rt, Text *text, Value value, bool quoted) MUST_CHECK;

/* `Kind: message` (`Kind` alone where the message is empty) of an instance of Error, whatever to_string() its class has: what Error's own gives. */
String *format_error(Runtime *rt, Instance *error) MUST_CHECK;

#endif
