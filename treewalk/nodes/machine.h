/* machine.h -- the state of the self-optimizing tree, and the door between nodes and runtime.
 *
 * Nodes have their state in C registers and in windows. Whatever may collect, raise or call back must know where the program stands: so a node goes through machine_enter, which
 * notes the window and the node and gives the Runtime. A node that has the Runtime from anywhere else does no more with it than count.
 */
#ifndef DUET_TREEWALK_NODES_MACHINE_H
#define DUET_TREEWALK_NODES_MACHINE_H

#include "../literals.h"
#include "../value_stack.h"
#include "cache.h"
#include "runtime/error.h"
#include "runtime/ops.h"
#include "support/arena.h"
#include "window.h"

/* The call that a SIGNAL_TAIL_CALL is about. */
typedef struct TailCall {
  const Lambda *closure;
  const Value *given; /* its self, if it takes one, and its arguments, in the window of the function that ends with it */
} TailCall;

/* What --stats tells. */
typedef struct MachineStats {
  uint64_t nodes;           /* made by translation */
  uint64_t specializations; /* nodes that took a function for the types they saw */
  uint64_t guard_failures;  /* guesses taken back */
  uint64_t generalizations; /* nodes that took the function for all types */
  uint64_t cells;
  CacheStats caches;
} MachineStats;

/* What --without leaves away. */
typedef struct Techniques {
  bool fold;    /* constant parts are worked out before */
  bool fuse;    /* nodes read operands that are locals or constants themselves */
  bool rewrite; /* nodes rewrite themselves for the types of their operands */
  bool cache;   /* nodes remember shapes */
} Techniques;

struct Machine {
  Runtime *rt;
  Value *window; /* where the machine entered the runtime; NULL when nothing runs */
  Node *node;
  TailCall tail;
  ValueStack values;
  const char *lowest; /* how far down the C stack has been used; the next call that goes lower moves it */
  const char *c_stack_start;
  ptrdiff_t c_stack_size;
  Arena arena;
  Literals literals;
  SymbolTable *symbols;
  Techniques techniques;
  CacheList caches;
  MachineStats stats;
  uint32_t kept_slots; /* the script's variables that live on from script to script */
};

/* `node`, which runs in `window`, is going to do something that may collect, raise, or call the program. */
static inline Runtime *machine_enter(const Node *node, Value *window) {
  Machine *machine = node->code->machine;
  machine->window = window;
  machine->node = (Node *)node;
  return machine->rt;
}

/* The pending error comes from here, unless it has its place already. Gives SIGNAL_RAISED. May collect. */
Value machine_fail(const Node *node, Value *window) COLD;

/* The error of reading or assigning a variable that is unset. */
Value machine_undefined(const Node *node, Value *window, const VarRef *ref) COLD;

/* The guest string of a name. NULL after out of memory. May collect. The machine has been entered. */
static inline String *MUST_CHECK machine_name(Machine *machine, const Symbol *name) {
  return literals_string(machine->rt, &machine->literals, name);
}

/* A cell that holds `value` (rooted) takes the slot. False after raising. May collect. */
bool machine_put_in_cell(const Node *node, Value *window, uint32_t slot, Value value) MUST_CHECK;

/* One loop turn. */
static inline bool MUST_CHECK machine_tick(const Node *node, Value *window) {
  if (LIKELY(--node->code->rt->countdown > 0)) return true;
  return runtime_tick_slow(machine_enter(node, window));
}

/* Root source and weak sweep of the heap: `context` is the Machine. */
void machine_mark(void *context, Heap *heap);
void machine_sweep(void *context, Heap *heap);

/* Host.frames. */
void machine_frames(void *context, FrameVisitor *visit, void *visit_context);

#endif
