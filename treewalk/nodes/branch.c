/* branch.c -- if and while.
 *
 *     first run     the condition is run; then: what is it now?
 *     compared      a comparison between locals and constants, that the branch makes itself: no node is run, no bool is made
 *     general       anything else
 *
 * The condition's node rewrites itself first (binary.c), the branch follows. When what it compares is no longer what it took it for, it goes back to the general function and stays there.
 */
#include "branch.h"

#include "binary.h"
#include "truth.h"

typedef struct BranchNode {
  Node node;
  Node *condition;
  Node *then;      /* while: the body */
  Node *otherwise; /* or NULL */
  Comparison comparison;
} BranchNode;

typedef enum Answer { ANSWER_FALSE, ANSWER_TRUE, ANSWER_OTHER } Answer;

/* What is compared: two locals, a local with a constant int, or with nil. */
typedef enum Pair { PAIR_LL, PAIR_LC, PAIR_SAME, PAIR_COUNT } Pair;

#define COMPARISONS(X) \
  X(EQUAL, LL)         \
  X(NOT_EQUAL, LL)     \
  X(LESS, LL)          \
  X(LESS_EQUAL, LL)    \
  X(GREATER, LL)       \
  X(GREATER_EQUAL, LL) \
  X(EQUAL, LC) X(NOT_EQUAL, LC) X(LESS, LC) X(LESS_EQUAL, LC) X(GREATER, LC) X(GREATER_EQUAL, LC) X(EQUAL, SAME) X(NOT_EQUAL, SAME)

ALWAYS_INLINE bool holds(BinaryOperator op, int64_t a, int64_t b) {
  switch (op) {
  case BINARY_EQUAL: return a == b;
  case BINARY_NOT_EQUAL: return a != b;
  case BINARY_LESS: return a < b;
  case BINARY_LESS_EQUAL: return a <= b;
  case BINARY_GREATER: return a > b;
  default: return a >= b;
  }
}

ALWAYS_INLINE Answer compare(const BranchNode *branch, const Value *window, BinaryOperator op, Pair pair) {
  const Comparison *comparison = &branch->comparison;
  Value a = value_copy(&window[comparison->left_slot]);
  Value b = value_copy(pair == PAIR_LL ? &window[comparison->right_slot] : &comparison->constant);
  if (pair == PAIR_SAME) return value_identical(a, b) == (op == BINARY_EQUAL) ? ANSWER_TRUE : ANSWER_FALSE;
  if (UNLIKELY(!value_is(a, VALUE_INT))) return ANSWER_OTHER;
  if (pair == PAIR_LL && UNLIKELY(!value_is(b, VALUE_INT))) return ANSWER_OTHER;
  return holds(op, value_as_int(a), value_as_int(b)) ? ANSWER_TRUE : ANSWER_FALSE;
}

/* ---- if ---- */

static inline Value otherwise(const BranchNode *branch, Value *window) {
  return branch->otherwise ? node_run(branch->otherwise, window) : value_unset();
}

static Value run_if(Node *node, Value *window) {
  const BranchNode *branch = (const BranchNode *)node;
  Value condition = node_run(branch->condition, window);
  if (node_raised(condition)) return condition;
  return truth_of(condition) ? node_run(branch->then, window) : otherwise(branch, window);
}

/* The guess was wrong; nothing has happened yet. */
static __attribute__((noinline)) Value go_back(BranchNode *branch, Value *window, Execute *general) {
  branch->node.code->machine->stats.guard_failures++;
  branch->node.code->machine->stats.generalizations++;
  branch->node.execute = general;
  return general(&branch->node, window);
}

ALWAYS_INLINE Value compared_if(BranchNode *branch, Value *window, BinaryOperator op, Pair pair) {
  Answer answer = compare(branch, window, op, pair);
  if (UNLIKELY(answer == ANSWER_OTHER)) return go_back(branch, window, run_if);
  return answer == ANSWER_TRUE ? node_run(branch->then, window) : otherwise(branch, window);
}

/* ---- while ---- */

/* One turn, whose condition held. False: the loop ends so. */
ALWAYS_INLINE bool turn(const BranchNode *loop, Value *window, Value *status) {
  if (UNLIKELY(!machine_tick(loop->condition, window))) {
    *status = machine_fail(loop->condition, window);
    return false;
  }
  *status = node_run(loop->then, window);
  if (value_is(*status, VALUE_UNSET) || status->tag == SIGNAL_CONTINUE) return true;
  if (status->tag == SIGNAL_BREAK) *status = value_unset();
  return false;
}

static Value run_while(Node *node, Value *window) {
  const BranchNode *loop = (const BranchNode *)node;
  for (;;) {
    Value status;
    Value condition = node_run(loop->condition, window);
    if (node_raised(condition)) return condition;
    if (!truth_of(condition)) return value_unset();
    if (!turn(loop, window, &status)) return status;
  }
}

ALWAYS_INLINE Value compared_while(BranchNode *loop, Value *window, BinaryOperator op, Pair pair) {
  for (;;) {
    Value status;
    Answer answer = compare(loop, window, op, pair);
    if (UNLIKELY(answer == ANSWER_OTHER)) return go_back(loop, window, run_while);
    if (answer == ANSWER_FALSE) return value_unset();
    if (!turn(loop, window, &status)) return status;
  }
}

/* ---- choosing ---- */

#define X(OP, PAIR)                                                                                                                      \
  static Value if_##OP##_##PAIR(Node *node, Value *window) { return compared_if((BranchNode *)node, window, BINARY_##OP, PAIR_##PAIR); } \
  static Value while_##OP##_##PAIR(Node *node, Value *window) {                                                                          \
    return compared_while((BranchNode *)node, window, BINARY_##OP, PAIR_##PAIR);                                                         \
  }
COMPARISONS(X)
#undef X

/* By operator; [0] of an if, [1] of a while. */
static Execute *const compared_ways[2][PAIR_COUNT][BINARY_GREATER_EQUAL + 1] = {
#define X(OP, PAIR) [0][PAIR_##PAIR][BINARY_##OP] = if_##OP##_##PAIR, [1][PAIR_##PAIR][BINARY_##OP] = while_##OP##_##PAIR,
    COMPARISONS(X)
#undef X
};

static Value first_if(Node *node, Value *window);
static Value first_while(Node *node, Value *window);

/* The condition has been run, and is what it is. */
static void take_function(BranchNode *branch, bool is_while) {
  Comparison *comparison = &branch->comparison;
  if (branch->node.execute != (is_while ? first_while : first_if)) return; /* a run within this one came first */
  branch->node.execute = is_while ? run_while : run_if;
  if (!binary_is_comparison(branch->condition, comparison)) return;
  Pair pair = !comparison->of_ints ? PAIR_SAME : comparison->has_constant ? PAIR_LC : PAIR_LL;
  branch->node.execute = compared_ways[is_while][pair][comparison->op];
  branch->node.code->machine->stats.specializations++;
}

static Value first_if(Node *node, Value *window) {
  BranchNode *branch = (BranchNode *)node;
  Value condition = node_run(branch->condition, window);
  if (node_raised(condition)) return condition;
  take_function(branch, false);
  return truth_of(condition) ? node_run(branch->then, window) : otherwise(branch, window);
}

/* The first turn; then the loop begins anew. */
static Value first_while(Node *node, Value *window) {
  BranchNode *loop = (BranchNode *)node;
  Value status;
  Value condition = node_run(loop->condition, window);
  if (node_raised(condition)) return condition;
  take_function(loop, true);
  if (!truth_of(condition)) return value_unset();
  return turn(loop, window, &status) ? node_run(node, window) : status;
}

static Node *new_branch(Builder *builder, Execute *execute, Node *condition, Node *then, Span span) {
  BranchNode *branch = build_node(builder, sizeof *branch, execute, span);
  branch->condition = condition;
  branch->then = then;
  return &branch->node;
}

/* What a condition's node takes for itself, and what it compares with, are techniques of their own: without them there is nothing to follow. */
static bool may_rewrite(const Builder *builder) { return builder->machine->techniques.rewrite && builder->machine->techniques.fuse; }

Node *branch_if(Builder *builder, Node *condition, Node *then, Node *otherwise_node, Span span) {
  Node *node = new_branch(builder, may_rewrite(builder) ? first_if : run_if, condition, then, span);
  ((BranchNode *)node)->otherwise = otherwise_node;
  return node;
}

Node *branch_while(Builder *builder, Node *condition, Node *body, Span span) {
  return new_branch(builder, may_rewrite(builder) ? first_while : run_while, condition, body, span);
}
