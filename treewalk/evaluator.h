/* evaluator.h -- the state of the tree-walker: which calls are running, and what every room needs at hand.
 *
 *     Evaluator.frame --> Frame of f --> Frame of main --> Frame of the script
 *                         (each in the C function that runs it: call nests in call, as in the program)
 *
 * The tree-walker has no code and no program counter. Where the program stands is where the C functions stand that walk its tree: eval (eval_expr.c) for
 * expressions, exec (eval_stmt.c) for statements. A frame holds only what C locals can't show to others: to the collector, and to the trace of an error.
 *
 * Read next: eval_expr.c.
 */
#ifndef DUET_TREEWALK_EVALUATOR_H
#define DUET_TREEWALK_EVALUATOR_H

#include "closure.h"
#include "literals.h"
#include "runtime/error.h"
#include "runtime/ops.h"
#include "value_stack.h"

/* For the functions that recurse: kept out of their callers, so that a deep recursion pays on the C stack only for the functions that it goes through, and not
 * for all that the compiler would gather in one. */
#define OWN_FRAME __attribute__((noinline))

typedef struct Evaluator Evaluator;
typedef struct Variables Variables; /* variables.h */

/* How a statement ended. All but NORMAL end the statements around it too, until one of them knows what to do. */
typedef enum Status {
  STATUS_NORMAL,
  STATUS_BREAK,
  STATUS_CONTINUE,
  STATUS_RETURN,    /* Evaluator.returned is the value */
  STATUS_TAIL_CALL, /* Evaluator.tail is to be called in place of the function that is running */
  STATUS_RAISED     /* the error is pending in the runtime */
} Status;

/* A call whose parts have been evaluated. */
typedef struct Call {
  Value callee; /* what is called, or the method that was found for it; UNSET: nothing is to be done */
  Value self;   /* for a method its receiver, else UNSET */
  uint32_t argc;
  Value *args; /* on top of the value stack */
} Call;

/* One running function, method or script; lives in the C function that runs it. */
typedef struct Frame {
  struct Frame *caller;     /* NULL for the first */
  const FunctionNode *node; /* what is running */
  const Closure *closure;   /* NULL for a script */
  Value self;               /* UNSET outside methods */
  Span span;                /* the call that it waits for (trace_wait) */
  Value *slots;             /* on the value stack: its arguments when it is entered; -O1: all its slots */
  Environment *environment; /* -O0: the innermost scope that is open */
} Frame;

/* What --stats tells: why one level is slower than another. */
typedef struct Counters {
  uint64_t nodes;            /* expressions evaluated */
  uint64_t calls;            /* of guest functions, tail calls included */
  uint64_t tail_calls;       /* of those, the ones that took the caller's place */
  uint64_t turns;            /* of loops */
  EnvCounters env;           /* -O0 */
  uint64_t slot_uses;        /* -O1: variables read or written in slots and upvalues */
  uint64_t cells;            /* -O1: made */
  ptrdiff_t deepest_c_stack; /* bytes */
} Counters;

struct Evaluator {
  Runtime *rt;
  const Variables *variables; /* how this level keeps variables */
  Frame *frame;               /* the innermost; NULL when nothing runs */
  ValueStack values;
  Literals literals;
  Value returned; /* with STATUS_RETURN; a root */
  Call tail;      /* with STATUS_TAIL_CALL */
  Counters counters;

  /* Runs a block's statements in the scope that is open (eval_stmt.c): for the rooms that stand below it. */
  Status (*run_statements)(Evaluator *ev, const Block *block);

  const char *c_stack_start; /* where scripts start on the C stack, and how far it may grow down from there */
  ptrdiff_t c_stack_size;

  /* What must outlive a script, for the next line of a REPL. -O0: the environment of the scripts so far; what is in which slot. -O1: how many slots. */
  Environment *script;
  const Symbol **script_names; /* owned; by slot, NULL where there is none */
  uint32_t script_name_count;
  uint32_t kept_slots;
};

#endif
