/* finally.h -- what a finally block is to do when it ends: the first of its three hidden slots.
 *
 * Compiler and handlers agree on it here. The second slot keeps a value (what was thrown, or what return gives), the third the origin of what was thrown.
 */
#ifndef DUET_BYTECODE_FINALLY_H
#define DUET_BYTECODE_FINALLY_H

enum {
  FINALLY_GO_ON = 0,
  FINALLY_THROW = 1,
  FINALLY_FIRST_EXIT = 2 /* from here on: the compiler's numbers for the return, breaks and continues that pass through */
};

#endif
