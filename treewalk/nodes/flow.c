/* flow.c -- the loop that walks something, and statements that only leave; see branch.c for `if` and `while`.
 *
 * A statement that gives UNSET ended normally; anything else goes outward, through the nodes that contain it, until one knows what it means: a loop takes BREAK and CONTINUE.
 */
#include "flow.h"

#include "runtime/iterate.h"
#include "runtime/list.h"
#include "runtime/range.h"

/* ---- for ---- */

typedef struct ForNode {
  Node node;
  ForParts parts;
  uint32_t slot; /* of the variable */
  bool captured;
} ForNode;

/* Lists and ranges are walked here. The rest is iterate.c's, where it is told what all this means. */
ALWAYS_INLINE bool next(const ForNode *loop, Value *window, Value *state, Value *item, bool *done) {
  uint64_t at = state[1].payload;
  if (LIKELY(value_is(state[0], VALUE_RANGE))) {
    const Range *range = value_as_object(state[0]);
    *done = at >= range->length;
    *item = value_int(range_get(range, at));
  } else if (LIKELY(value_is(state[0], VALUE_LIST))) {
    const List *list = value_as_object(state[0]);
    *done = at >= list->count;
    if (!*done) *item = list_get(list, at);
  } else {
    return iterate_next(machine_enter(loop->parts.iterable, window), state, item, done);
  }
  state[1].payload = at + 1;
  return true;
}

/* A turn begins: the variables of the body are there. */
ALWAYS_INLINE bool begin_turn(const ForNode *loop, Value *window, Value item) {
  const ForParts *parts = &loop->parts;
  if (UNLIKELY(!machine_tick(parts->iterable, window))) {
    (void)machine_fail(parts->iterable, window);
    return false;
  }
  if (LIKELY(!parts->scope)) {
    window[loop->slot] = item;
    return true;
  }
  window[parts->item] = item;
  if (!scope_enter(parts->scope, &loop->node, window)) return false;
  scope_set(window, loop->slot, loop->captured, item);
  return true;
}

static Value run_turns(const ForNode *loop, Value *window, Value *state) {
  for (;;) {
    bool done = true;
    Value item = value_unset();
    if (UNLIKELY(!next(loop, window, state, &item, &done))) return machine_fail(loop->parts.iterable, window);
    if (done) return value_unset();
    if (!begin_turn(loop, window, item)) return node_signal(SIGNAL_RAISED);
    Value status = node_run(loop->parts.body, window);
    if (value_is(status, VALUE_UNSET) || status.tag == SIGNAL_CONTINUE) continue;
    return status.tag == SIGNAL_BREAK ? value_unset() : status;
  }
}

static Value run_for(Node *node, Value *window) {
  const ForNode *loop = (const ForNode *)node;
  Value *state = window + loop->parts.state;
  Value iterable = node_run(loop->parts.iterable, window);
  if (node_raised(iterable)) return iterable;
  state[0] = iterable;
  Runtime *rt = machine_enter(loop->parts.iterable, window);
  if (!iterate_begin(rt, iterable, state)) return machine_fail(loop->parts.iterable, window);
  Value status = run_turns(loop, window, state);
  state[0] = value_unset(); /* what was walked is kept alive no longer */
  return status;
}

/* Errors of the walk are at the iterable, whose node is asked for its place; those of beginning a scope are at the body. */
Node *flow_for(Builder *builder, const ForParts *parts, Span span) {
  ForNode *loop = build_node(builder, sizeof *loop, run_for, span);
  loop->parts = *parts;
  loop->slot = parts->variable->slot;
  loop->captured = parts->variable->captured;
  loop->node.span = parts->body_span;
  return &loop->node;
}

/* ---- the rest ---- */

static Value run_break(Node *node, Value *window) {
  (void)node;
  (void)window;
  return node_signal(SIGNAL_BREAK);
}

static Value run_continue(Node *node, Value *window) {
  (void)node;
  (void)window;
  return node_signal(SIGNAL_CONTINUE);
}

Node *flow_break(Builder *builder, Span span) { return build_node(builder, sizeof(Node), run_break, span); }
Node *flow_continue(Builder *builder, Span span) { return build_node(builder, sizeof(Node), run_continue, span); }

typedef struct ThrowNode {
  Node node;
  Node *value;
  uint32_t temporary;
} ThrowNode;

static Value run_throw(Node *node, Value *window) {
  const ThrowNode *throw = (const ThrowNode *)node;
  Value value = node_run(throw->value, window);
  if (node_raised(value)) return value;
  window[throw->temporary] = value;
  (void)error_throw(machine_enter(node, window), value);
  return machine_fail(node, window);
}

Node *flow_throw(Builder *builder, Node *value, uint32_t temporary, Span span) {
  ThrowNode *throw = build_node(builder, sizeof *throw, run_throw, span);
  throw->value = value;
  throw->temporary = temporary;
  return &throw->node;
}

typedef struct ChainNode {
  Node node;
  uint32_t count;
  uint32_t temporary;
  Node *nodes[];
} ChainNode;

static Value run_chain(Node *node, Value *window) {
  const ChainNode *chain = (const ChainNode *)node;
  Value value = node_run(chain->nodes[0], window);
  for (uint32_t i = 1; i < chain->count && !node_raised(value); i++) {
    window[chain->temporary] = value;
    value = node_run(chain->nodes[i], window);
  }
  return value;
}

Node *flow_chain(Builder *builder, Node *const *nodes, uint32_t count, uint32_t temporary, Span span) {
  ChainNode *chain = build_node(builder, sizeof *chain + count * sizeof(Node *), run_chain, span);
  chain->count = count;
  chain->temporary = temporary;
  for (uint32_t i = 0; i < count; i++)
    chain->nodes[i] = nodes[i];
  return &chain->node;
}
