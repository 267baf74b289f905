/* describe.h -- functions, places, values and cache keys in a few words, for profiles and traces.
 *
 * No addresses, nothing that differs from run to run, and no guest code: a value is named, not printed as print would.
 */
#ifndef DUET_BYTECODE_DESCRIBE_H
#define DUET_BYTECODE_DESCRIBE_H

#include "chunk.h"
#include <stdio.h>

/* `Square.area`, `fib`, `fn`, `<script>`. Gives how many bytes that were. */
int describe_function(const Proto *proto, FILE *file);

/* The line of the instruction at `offset`; of the function itself where that is no offset of it. */
uint32_t describe_line(const Proto *proto, uint32_t offset);

/* `5`, `1.5`, `"text"`, `nil`, `list of 3`, `Point`, `fn area`; `-` for what holds nothing. */
void describe_value(Value value, FILE *file);

/* What a cache is asked by: `Point{x, y}`, `class Point`, `list`. */
void describe_key(const void *key, FILE *file);

#endif
