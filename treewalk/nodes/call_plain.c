/* call_plain.c -- f(x): the callee, then the arguments, then the call. */
#include "call_plain.h"

#include "arguments.h"
#include "call.h"
#include "leaf.h"

typedef struct CallNode {
  Node node;
  Node *callee;
  uint32_t upvalue;       /* the cell that holds it, perhaps */
  const Builtin *builtin; /* that the callee certainly is, or NULL */
  uint32_t args;
  uint32_t argc;
  Argument arguments[];
} CallNode;

/* The callee waits two below the arguments. */
ALWAYS_INLINE bool run_parts(const CallNode *call, Value *window, uint32_t argc, bool upvalue, Value *callee) {
  Value *args = window + call->args;
  *callee = upvalue ? value_copy(window_upvalue(window, call->upvalue)) : node_run(call->callee, window);
  if (!upvalue && node_raised(*callee)) return false;
  args[-2] = *callee;
  return arguments_run(call->arguments, argc, window, args);
}

ALWAYS_INLINE Value run(const CallNode *call, Value *window, uint32_t argc, bool upvalue) {
  Value callee;
  Value *args = window + call->args;
  if (!run_parts(call, window, argc, upvalue, &callee)) return node_signal(SIGNAL_RAISED);
  if (LIKELY(value_is(callee, VALUE_CLOSURE))) return call_closure(&call->node, window, args, value_as_lambda(callee), argc);
  return call_value(&call->node, window, args, argc, callee);
}

/* With so many arguments; the callee is a cell's value, as functions of the script are, or any. */
static Value run_0(Node *node, Value *window) { return run((const CallNode *)node, window, 0, false); }
static Value run_1(Node *node, Value *window) { return run((const CallNode *)node, window, 1, false); }
static Value run_2(Node *node, Value *window) { return run((const CallNode *)node, window, 2, false); }
static Value run_3(Node *node, Value *window) { return run((const CallNode *)node, window, 3, false); }
static Value run_more(Node *node, Value *window) { return run((const CallNode *)node, window, ((const CallNode *)node)->argc, false); }
static Value run_0_upvalue(Node *node, Value *window) { return run((const CallNode *)node, window, 0, true); }
static Value run_1_upvalue(Node *node, Value *window) { return run((const CallNode *)node, window, 1, true); }
static Value run_2_upvalue(Node *node, Value *window) { return run((const CallNode *)node, window, 2, true); }
static Value run_3_upvalue(Node *node, Value *window) { return run((const CallNode *)node, window, 3, true); }
static Value run_more_upvalue(Node *node, Value *window) {
  return run((const CallNode *)node, window, ((const CallNode *)node)->argc, true);
}

static Value run_tail(Node *node, Value *window) {
  const CallNode *call = (const CallNode *)node;
  Value callee;
  if (!run_parts(call, window, call->argc, false, &callee)) return node_signal(SIGNAL_RAISED);
  return call_tail(node, window, window + call->args, call->argc, callee);
}

/* A builtin that nothing hides needs no looking at: only its arguments are run. */
static Value run_builtin(Node *node, Value *window) {
  const CallNode *call = (const CallNode *)node;
  Value *args = window + call->args;
  if (!arguments_run(call->arguments, call->argc, window, args)) return node_signal(SIGNAL_RAISED);
  return call_builtin(node, window, call->builtin, value_unset(), args, call->argc);
}

static Execute *function_for(CallNode *call, const Techniques *techniques) {
  static Execute *const by_count[2][5] = {{run_0, run_1, run_2, run_3, run_more},
                                          {run_0_upvalue, run_1_upvalue, run_2_upvalue, run_3_upvalue, run_more_upvalue}};
  bool upvalue = techniques->fuse && leaf_is_upvalue(call->callee, &call->upvalue);
  return by_count[upvalue][call->argc < 4 ? call->argc : 4];
}

Node *call_plain_new(Builder *builder, Node *callee, Node *const *arguments, uint32_t argc, uint32_t args, bool tail, Span span) {
  Value constant;
  CallNode *call = build_node(builder, sizeof *call + argc * sizeof(Argument), run_tail, span);
  call->callee = callee;
  call->args = args;
  call->argc = argc;
  arguments_set(builder, call->arguments, arguments, argc);
  if (!tail) call->node.execute = function_for(call, &builder->machine->techniques);
  if (leaf_is_constant(callee, &constant) && value_is(constant, VALUE_BUILTIN)) {
    call->builtin = value_as_builtin(constant);
    call->node.execute = run_builtin;
  }
  return &call->node;
}
