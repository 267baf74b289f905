/* compile_options.h -- what the compiler is asked to do. */
#ifndef DUET_BYTECODE_COMPILE_OPTIONS_H
#define DUET_BYTECODE_COMPILE_OPTIONS_H

#include "support/base.h"

typedef struct CompileOptions {
  bool metered;     /* a TICK at each loop turn: for runs with --fuel */
  bool want_result; /* the script's last statement, if an expression, is kept by RESULT */
  bool fuse;        /* superinstructions, see fuse.h */
  bool tier;        /* count calls and loop turns, see tier.h */
  bool invert;      /* loops test at the bottom, see compile_loop.c */
} CompileOptions;

#endif
