/* node.h -- -O2: the tree that optimizes itself.
 *
 *     x = a + 1         assign_local        execute --> stores what its child gives
 *                         `-- add           execute --> "has not run yet"
 *
 *     a is 3:             `-- add           execute --> int + constant       (rewritten by its first run)
 *     a is "s":           `-- add           execute --> any + any            (its guess failed: rewritten again)
 *
 * Before a script runs, translate.c turns each function of the syntax tree into a tree of nodes. A node is a struct with a function pointer, `execute`, that does what the node
 * means; nobody looks at kinds any more. And since the pointer can be changed, a node that has seen what its operands are puts in a function that is made for just that,
 * with a guard in front: the node rewrites itself. When the guard fails the node takes a more general function, and after a few failures it stays general for good.
 *
 * A node is given the window of the call that it runs in (window.h) and gives a Value, in two registers. Statements give values too: that is how control flow is done.
 *
 *     an expression   a value                               or SIGNAL_RAISED
 *     a statement     UNSET: go on with the next one        or SIGNAL_RAISED, _BREAK, _CONTINUE, _TAIL_CALL
 *                     a value: the function returns it
 *
 * So `return e` is nothing but the node of e, and a guard for an operand's type looks for an error at the same time, for free: a signal has no type that anybody guesses.
 *
 * Read next: window.h, machine.h, translate.c, binary.c (rewriting), cache.h (inline caches).
 */
#ifndef DUET_TREEWALK_NODES_NODE_H
#define DUET_TREEWALK_NODES_NODE_H

#include "runtime/value.h"
#include "support/source.h"

typedef struct Node Node;
typedef struct Code Code;

typedef Value Execute(Node *node, Value *window);

/* What every node begins with. Nodes live in the machine's arena. */
struct Node {
  Execute *execute;
  const Code *code; /* the function that it is a part of */
  Span span;        /* what its errors point at */
  uint32_t depth;   /* slots of the window that hold something while this node itself works */
  uint8_t failures; /* guesses that turned out wrong */
};

/* Tags that no value has. */
enum { SIGNAL_RAISED = 0x40, SIGNAL_BREAK, SIGNAL_CONTINUE, SIGNAL_TAIL_CALL };

/* So many wrong guesses, and a node guesses no more. */
enum { NODE_MOST_FAILURES = 3 };

static inline Value node_signal(uint64_t signal) { return (Value){signal, 0}; }
static inline bool node_raised(Value value) { return UNLIKELY(value.tag == SIGNAL_RAISED); }

static inline Value node_run(Node *node, Value *window) { return node->execute(node, window); }

#endif
