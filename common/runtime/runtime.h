/* runtime.h -- the state of one running Duet: its heap, its limits, the error that is under way.
 *
 * Bottom of the runtime: everything above takes a `Runtime *` first. What the runtime needs of the wing that runs the program (calling a guest function from a
 * builtin, listing the running calls for a trace) it gets as functions in `host`, so that it knows neither wing.
 *
 * Errors are a status: a function that can fail gives false (or NULL) and leaves what happened in `rt->pending`. Whoever sees
 * false cleans up and gives false in turn, until a `catch` or the top takes the pending error. See error.h.
 */
#ifndef DUET_RUNTIME_RUNTIME_H
#define DUET_RUNTIME_RUNTIME_H

#include "runtime/heap.h"
#include "support/signature.h"
#include <signal.h>
#include <stdio.h>

typedef struct Runtime Runtime;
typedef struct String String;
typedef struct Shape Shape;
typedef struct Class Class;
typedef struct Origin Origin;
typedef struct StringTable StringTable;
typedef struct MethodTables MethodTables;

typedef enum PendingKind {
  PENDING_NONE,
  PENDING_ERROR,       /* a thrown value: catch and finally see it */
  PENDING_OUT_OF_FUEL, /* from here on nothing in the program sees it */
  PENDING_OUT_OF_MEMORY,
  PENDING_INTERRUPTED,
  PENDING_OUTPUT_FAILED /* print could not write; exit code 74 */
} PendingKind;

typedef struct Pending {
  PendingKind kind;
  Value value;      /* what was thrown */
  Origin *origin;   /* where, with its trace; NULL until error_locate */
  String *hint;     /* for the report, or NULL */
  int output_errno; /* PENDING_OUTPUT_FAILED: why */
} Pending;

/* One running call, for traces. */
typedef struct FrameInfo {
  const Signature *signature;
  Span span; /* in signature->source: the call it waits for (the innermost: any) */
} FrameInfo;

typedef void FrameVisitor(void *context, const FrameInfo *frame);

/* What a wing does for the runtime. */
typedef struct Host {
  void *context;
  /* Calls any callable with `argc` arguments (rooted by the caller); `self` is the receiver when callee is a method's closure or builtin to be run on it, UNSET otherwise. */
  bool (*call)(void *context, Value callee, Value self, uint32_t argc, const Value *args, Value *result);
  /* Shows every running guest call to `visit`, the innermost first, the script last. */
  void (*frames)(void *context, FrameVisitor *visit, void *visit_context);
} Host;

typedef struct Limits {
  uint32_t max_depth; /* nested guest calls; RUNTIME_DEFAULT_MAX_DEPTH */
  uint64_t fuel;      /* UINT64_MAX: unlimited */
  size_t max_heap;    /* bytes; 0: unlimited */
  bool gc_stress;
} Limits;

enum { RUNTIME_DEFAULT_MAX_DEPTH = 10000 };

/* The builtin error classes, Error first: X(KIND, class). */
#define ERROR_KINDS(X)                \
  X(ERROR, Error)                     \
  X(TYPE, TypeError)                  \
  X(NAME, NameError)                  \
  X(VALUE, ValueError)                \
  X(INDEX, IndexError)                \
  X(KEY, KeyError)                    \
  X(ATTRIBUTE, AttributeError)        \
  X(ZERO_DIVISION, ZeroDivisionError) \
  X(OVERFLOW, OverflowError)          \
  X(RECURSION, RecursionError)        \
  X(ASSERTION, AssertionError)        \
  X(IO, IOError)

typedef enum ErrorKind {
#define X(KIND, class) ERROR_##KIND,
  ERROR_KINDS(X)
#undef X
      ERROR_KIND_COUNT
} ErrorKind;

/* The text of a frame in traces, kept because programs that throw often throw from the same places. */
typedef struct FrameText {
  const Signature *signature;
  uint32_t start;
  uint32_t line;
  String *text; /* NULL: free */
} FrameText;

enum { RUNTIME_FRAME_TEXTS = 64 };

struct Runtime {
  Heap *heap;
  Pending pending;
  Host host;

  /* The safepoint: counts loop turns and calls down to the next look at fuel and interrupts. */
  int64_t countdown;
  uint64_t fuel;                            /* left, beyond countdown; UINT64_MAX: unlimited */
  const volatile sig_atomic_t *interrupted; /* set by Ctrl-C; NULL where nobody can press it */

  uint32_t depth; /* guest calls running now */
  uint32_t max_depth;

  bool typed_lists; /* lists keep the type of their items once where it is the same (list.h); set before the program runs */

  StringTable *strings;  /* the interned strings (string.c) */
  String *bytes[256];    /* every one-byte string */
  String *empty;         /* "" */
  Shape *object_shape;   /* where {a: 1} starts (shape_start) */
  Shape *class_shape;    /* where a class object's own fields start (shape_start) */
  MethodTables *methods; /* of strings, lists and maps (builtins) */
  Class *errors[ERROR_KIND_COUNT];
  String *name_init, *name_to_string, *name_message, *name_line, *name_trace; /* interned (string_start) */
  String *name_origin;                                                        /* of an error's hidden field; no program can write it */
  Value *builtins;                                                            /* the outermost scope, by the resolver's index */
  uint32_t builtin_count;

  FrameText frame_texts[RUNTIME_FRAME_TEXTS]; /* by a hash of signature and start; origin.c */

  FILE *out; /* print and write */
  FILE *in;  /* input */
  int argc;  /* what args() gives */
  char **argv;
};

/* For startup.c: from now on the heap keeps alive what the Runtime holds (all but `methods`, which builtins keep). Call it before anything is allocated. */
void runtime_start(Runtime *rt);

/* Records that memory ran out; gives false, for `return runtime_out_of_memory(rt);`. Never allocates. */
bool runtime_out_of_memory(Runtime *rt);

/* Sets the fuel anew, as at the start (a REPL does for each line). */
void runtime_set_fuel(Runtime *rt, uint64_t fuel);

/* The slow side of runtime_tick: refills the countdown or raises out-of-fuel or interrupted. */
bool runtime_tick_slow(Runtime *rt) MUST_CHECK;

/* One loop turn, or one guest function entered. False: the run ends (fuel, Ctrl-C). */
static inline bool MUST_CHECK runtime_tick(Runtime *rt) {
  if (LIKELY(--rt->countdown > 0)) return true;
  return runtime_tick_slow(rt);
}

/* For builtins that may work long without calling anything: was Ctrl-C pressed? False: the run ends. Costs no fuel. */
static inline bool MUST_CHECK runtime_poll(Runtime *rt) {
  if (LIKELY(!rt->interrupted || !*rt->interrupted)) return true;
  return runtime_tick_slow(rt);
}

/* Calls a callable from a builtin; args must be rooted. May collect; false when it threw. */
static inline bool MUST_CHECK runtime_call(Runtime *rt, Value callee, uint32_t argc, const Value *args, Value *result) {
  return rt->host.call(rt->host.context, callee, value_unset(), argc, args, result);
}

/* The same for a method found by op_find_method, run on `self`. */
static inline bool MUST_CHECK runtime_call_method(Runtime *rt, Value method, Value self, uint32_t argc, const Value *args, Value *result) {
  return rt->host.call(rt->host.context, method, self, argc, args, result);
}

#endif
