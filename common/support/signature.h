/* signature.h -- what a function is called and what it takes: all that reports need to know of it.
 *
 * The syntax tree has it, and the runtime's function objects point to it, so neither needs to know the other.
 */
#ifndef DUET_SUPPORT_SIGNATURE_H
#define DUET_SUPPORT_SIGNATURE_H

#include "support/source.h"
#include "support/symbol.h"

typedef struct Signature {
  const Symbol *name;          /* NULL: an anonymous function, or the script */
  const Symbol *owner;         /* the class that a method belongs to, else NULL */
  const Symbol *const *params; /* arity names */
  uint32_t arity;
  bool is_script;       /* the outermost code of a source */
  bool is_method;       /* has a `self` */
  bool is_init;         /* a method named init: its calls give self */
  const Source *source; /* where it was written */
  Span span;            /* the whole function */
} Signature;

#endif
