/* call_plain.c -- f(x): the callee, then the arguments, then the call. */
#include "call_plain.h"

#include "arguments.h"
#include "call.h"
#include "leaf.h"

typedef struct CallNode {
  Node node;
  Node *callee;
  const Builtin *builtin; /* that the callee certainly is, or NULL */
  uint32_t args;
  uint32_t argc;
  Node *arguments[];
} CallNode;

/* The callee waits two below the arguments. */
ALWAYS_INLINE bool run_parts(const CallNode *call, Value *window, uint32_t argc, Value *callee) {
  Value *args = window + call->args;
  *callee = node_run(call->callee, window);
  if (node_raised(*callee)) return false;
  args[-2] = *callee;
  return arguments_run(call->arguments, argc, window, args);
}

ALWAYS_INLINE Value run(const CallNode *call, Value *window, uint32_t argc) {
  Value callee;
  Value *args = window + call->args;
  if (!run_parts(call, window, argc, &callee)) return node_signal(SIGNAL_RAISED);
  if (LIKELY(value_is(callee, VALUE_CLOSURE))) return call_closure(&call->node, window, args, value_as_lambda(callee), argc);
  return call_value(&call->node, window, args, argc, callee);
}

/* With so many arguments. */
static Value run_0(Node *node, Value *window) { return run((const CallNode *)node, window, 0); }
static Value run_1(Node *node, Value *window) { return run((const CallNode *)node, window, 1); }
static Value run_2(Node *node, Value *window) { return run((const CallNode *)node, window, 2); }
static Value run_3(Node *node, Value *window) { return run((const CallNode *)node, window, 3); }
static Value run_more(Node *node, Value *window) { return run((const CallNode *)node, window, ((const CallNode *)node)->argc); }

static Value run_tail(Node *node, Value *window) {
  const CallNode *call = (const CallNode *)node;
  Value callee;
  if (!run_parts(call, window, call->argc, &callee)) return node_signal(SIGNAL_RAISED);
  return call_tail(node, window, window + call->args, call->argc, callee);
}

/* A builtin that nothing hides needs no looking at: only its arguments are run. */
static Value run_builtin(Node *node, Value *window) {
  const CallNode *call = (const CallNode *)node;
  Value *args = window + call->args;
  if (!arguments_run(call->arguments, call->argc, window, args)) return node_signal(SIGNAL_RAISED);
  return call_builtin(node, window, call->builtin, value_unset(), args, call->argc);
}

Node *call_plain_new(Builder *builder, Node *callee, Node *const *arguments, uint32_t argc, uint32_t args, bool tail, Span span) {
  static Execute *const by_count[] = {run_0, run_1, run_2, run_3};
  Value constant;
  Execute *execute = argc < ARRAY_COUNT(by_count) ? by_count[argc] : run_more;
  CallNode *call = build_node(builder, sizeof *call + argc * sizeof(Node *), tail ? run_tail : execute, span);
  call->callee = callee;
  call->args = args;
  call->argc = argc;
  for (uint32_t i = 0; i < argc; i++)
    call->arguments[i] = arguments[i];
  if (leaf_is_constant(callee, &constant) && value_is(constant, VALUE_BUILTIN)) {
    call->builtin = value_as_builtin(constant);
    call->node.execute = run_builtin;
  }
  return &call->node;
}
