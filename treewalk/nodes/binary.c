/* binary.c -- the binary operators: where nodes rewrite themselves.
 *
 *     first run          looks at its operands and takes a function for them
 *     int, float, ...    one function for each operator, each way to come by the operands, and each guess at their types:
 *                        a guard, and what is left to do
 *     general            all types, and the numbers without a call
 *
 * A function for a guess is one comparison of tags for each operand, then one machine instruction. The way to come by the operands is fixed when the node is built: a part that only reads a
 * slot or is a constant is not run, its parent takes the value itself. So `i < n` between locals is one node that runs, not three.
 *
 * All these functions come from one template, `guarded`, that the compiler works out for each case; the table at the end names them.
 */
#include "binary.h"

#include "leaf.h"
#include "runtime/equal.h"
#include "support/arith.h"

/* How a node comes by its operands: A runs the part, L reads a slot, C has a constant. */
#define WAYS(X) X(AA) X(LA) X(AL) X(AC) X(LL) X(LC) X(CA) X(CL)
typedef enum Way {
#define X(name) WAY_##name,
  WAYS(X)
#undef X
      WAY_COUNT
} Way;

static inline bool runs_left(Way way) { return way == WAY_AA || way == WAY_AL || way == WAY_AC; }
static inline bool runs_right(Way way) { return way == WAY_AA || way == WAY_LA || way == WAY_CA; }
static inline bool constant_left(Way way) { return way == WAY_CA || way == WAY_CL; }
static inline bool constant_right(Way way) { return way == WAY_AC || way == WAY_LC; }

/* SAME: compared with nil or a bool, which needs no guess at the other operand. */
typedef enum Guess { GUESS_INT, GUESS_FLOAT, GUESS_STRING, GUESS_SAME, GUESS_COUNT, GUESS_NONE = GUESS_COUNT } Guess;

typedef struct BinaryNode {
  Node node;
  Node *left;
  Node *right;
  Value constant;      /* C */
  double number;       /* the constant as a float */
  uint32_t left_slot;  /* L */
  uint32_t right_slot; /* L */
  uint32_t temporary;  /* the first of two, for operands that wait */
  uint32_t target;     /* where the value goes, if `is_store` */
  bool is_store;
  uint8_t op;
  uint8_t way;
} BinaryNode;

/* ---- computing ---- */

static inline bool is_comparison(BinaryOperator op) { return op <= BINARY_GREATER_EQUAL; }

/* False: the general way knows what to raise. */
ALWAYS_INLINE bool compute_int(BinaryOperator op, int64_t a, int64_t b, Value *result) {
  int64_t number = 0;
  bool ok = true;
  switch (op) {
  case BINARY_EQUAL: *result = value_bool(a == b); return true;
  case BINARY_NOT_EQUAL: *result = value_bool(a != b); return true;
  case BINARY_LESS: *result = value_bool(a < b); return true;
  case BINARY_LESS_EQUAL: *result = value_bool(a <= b); return true;
  case BINARY_GREATER: *result = value_bool(a > b); return true;
  case BINARY_GREATER_EQUAL: *result = value_bool(a >= b); return true;
  case BINARY_ADD: ok = arith_add(a, b, &number) == ARITH_OK; break;
  case BINARY_SUBTRACT: ok = arith_subtract(a, b, &number) == ARITH_OK; break;
  case BINARY_MULTIPLY: ok = arith_multiply(a, b, &number) == ARITH_OK; break;
  case BINARY_DIVIDE: ok = arith_divide(a, b, &number) == ARITH_OK; break;
  case BINARY_MODULO: ok = arith_modulo(a, b, &number) == ARITH_OK; break;
  case BINARY_BIT_OR: number = a | b; break;
  case BINARY_BIT_XOR: number = a ^ b; break;
  case BINARY_BIT_AND: number = a & b; break;
  case BINARY_SHIFT_LEFT: ok = arith_shift_left(a, b, &number) == ARITH_OK; break;
  default: ok = arith_shift_right(a, b, &number) == ARITH_OK; break;
  }
  *result = value_int(number);
  return ok;
}

/* False: not for floats. */
ALWAYS_INLINE bool compute_float(BinaryOperator op, double a, double b, Value *result) {
  switch (op) {
  case BINARY_EQUAL: *result = value_bool(a == b); return true;
  case BINARY_NOT_EQUAL: *result = value_bool(a != b); return true;
  case BINARY_LESS: *result = value_bool(a < b); return true;
  case BINARY_LESS_EQUAL: *result = value_bool(a <= b); return true;
  case BINARY_GREATER: *result = value_bool(a > b); return true;
  case BINARY_GREATER_EQUAL: *result = value_bool(a >= b); return true;
  case BINARY_ADD: *result = value_float(a + b); return true;
  case BINARY_SUBTRACT: *result = value_float(a - b); return true;
  case BINARY_MULTIPLY: *result = value_float(a * b); return true;
  case BINARY_DIVIDE: *result = value_float(a / b); return true;
  default: return false;
  }
}

/* Two strings are compared for equality only. */
ALWAYS_INLINE bool compute_string(BinaryOperator op, Value a, Value b, Value *result) {
  if (op != BINARY_EQUAL && op != BINARY_NOT_EQUAL) return false;
  bool equal = a.payload == b.payload || string_equal(value_as_object(a), value_as_object(b));
  *result = value_bool(equal == (op == BINARY_EQUAL));
  return true;
}

/* == and != of any two values, but of two numbers of different types or two strings, for which see equal.h. False: neither. */
ALWAYS_INLINE bool compute_same(BinaryOperator op, Value a, Value b, Value *result) {
  if (op != BINARY_EQUAL && op != BINARY_NOT_EQUAL) return false;
  *result = value_bool(value_identical(a, b) == (op == BINARY_EQUAL));
  return true;
}

/* ---- the general way ---- */

ALWAYS_INLINE Value finish(const BinaryNode *binary, Value *window, Value result) {
  if (!binary->is_store) return result;
  window[binary->target] = result;
  return value_unset();
}

/* Asks the runtime. */
static __attribute__((noinline)) Value ask(BinaryNode *binary, Value *window, Value a, Value b) {
  Value result;
  window[binary->temporary] = a;
  window[binary->temporary + 1] = b;
  Runtime *rt = machine_enter(&binary->node, window);
  if (!op_binary(rt, (BinaryOperator)binary->op, a, b, &result)) return machine_fail(&binary->node, window);
  return finish(binary, window, result);
}

/* Both operands. False: one raised. A local that is the left operand is read after the right one has run: nothing can assign it meanwhile, for then it were captured and in a cell. */
ALWAYS_INLINE bool run_operands(const BinaryNode *binary, Value *window, Value *a, Value *b) {
  Way way = (Way)binary->way;
  if (runs_left(way)) {
    *a = node_run(binary->left, window);
    if (node_raised(*a)) return false;
    if (way == WAY_AA) window[binary->temporary] = *a;
  }
  if (runs_right(way))
    *b = node_run(binary->right, window);
  else
    *b = constant_right(way) ? binary->constant : window[binary->right_slot];
  if (!runs_left(way)) *a = constant_left(way) ? binary->constant : window[binary->left_slot];
  return !node_raised(*b);
}

ALWAYS_INLINE Value general(BinaryNode *binary, Value *window, BinaryOperator op) {
  Value a;
  Value b;
  Value result;
  if (!run_operands(binary, window, &a, &b)) return node_signal(SIGNAL_RAISED);
  if (value_is(a, VALUE_INT) && value_is(b, VALUE_INT)) {
    if (LIKELY(compute_int(op, value_as_int(a), value_as_int(b), &result))) return finish(binary, window, result);
  } else if (value_is_number(a) && value_is_number(b) && (a.tag == b.tag || !is_comparison(op))) {
    if (compute_float(op, value_to_float(a), value_to_float(b), &result)) return finish(binary, window, result);
  } else if (value_is(a, VALUE_STRING) && value_is(b, VALUE_STRING)) {
    if (compute_string(op, a, b, &result)) return finish(binary, window, result);
  } else if (!value_is_number(a) || !value_is_number(b)) {
    if (compute_same(op, a, b, &result)) return finish(binary, window, result);
  }
  return ask(binary, window, a, b);
}

#define X(OP, text, precedence) \
  static Value general_##OP(Node *node, Value *window) { return general((BinaryNode *)node, window, BINARY_##OP); }
BINARY_OPERATORS(X)
#undef X

static Execute *const general_ways[] = {
#define X(OP, text, precedence) general_##OP,
    BINARY_OPERATORS(X)
#undef X
};

/* ---- guessing ---- */

static void take_function(BinaryNode *binary, Value a, Value b);

/* The guess was wrong, or a part has raised. */
static __attribute__((noinline)) Value differs(BinaryNode *binary, Value *window, Value a, Value b) {
  if (node_raised(a)) return a;
  if (node_raised(b)) return b;
  binary->node.code->machine->stats.guard_failures++;
  if (binary->node.failures <= NODE_MOST_FAILURES) binary->node.failures++;
  take_function(binary, a, b);
  return ask(binary, window, a, b);
}

/* The same, seen at the left operand, when the right one has not been run. */
static __attribute__((noinline)) Value left_differs(BinaryNode *binary, Value *window, Value a) {
  if (node_raised(a)) return a;
  window[binary->temporary] = a;
  Value b = node_run(binary->right, window);
  return differs(binary, window, a, b);
}

static Value first_run(Node *node, Value *window) {
  BinaryNode *binary = (BinaryNode *)node;
  Value a;
  Value b;
  if (!run_operands(binary, window, &a, &b)) return node_signal(SIGNAL_RAISED);
  take_function(binary, a, b);
  return ask(binary, window, a, b);
}

ALWAYS_INLINE bool compute(const BinaryNode *binary, BinaryOperator op, Way way, Guess guess, Value a, Value b, Value *result) {
  switch (guess) {
  case GUESS_INT: return compute_int(op, value_as_int(a), value_as_int(b), result);
  case GUESS_FLOAT: {
    double x = constant_left(way) ? binary->number : value_as_float(a);
    double y = constant_right(way) ? binary->number : value_as_float(b);
    return compute_float(op, x, y, result);
  }
  case GUESS_SAME: return compute_same(op, a, b, result);
  default: return compute_string(op, a, b, result);
  }
}

static inline ValueTag tag_of(Guess guess) { return guess == GUESS_INT ? VALUE_INT : guess == GUESS_FLOAT ? VALUE_FLOAT : VALUE_STRING; }

/* A constant needs no guard: the guess was made with it. */
ALWAYS_INLINE Value guarded(BinaryNode *binary, Value *window, BinaryOperator op, Way way, Guess guess, bool is_store) {
  uint64_t tag = tag_of(guess);
  Value a = value_unset();
  Value b;
  Value result;
  if (runs_left(way)) a = node_run(binary->left, window);
  if (way == WAY_AA) {
    if (UNLIKELY(a.tag != tag)) return left_differs(binary, window, a);
    if (guess == GUESS_STRING) window[binary->temporary] = a;
  }
  if (runs_right(way))
    b = node_run(binary->right, window);
  else
    b = value_copy(constant_right(way) ? &binary->constant : &window[binary->right_slot]);
  if (!runs_left(way)) a = value_copy(constant_left(way) ? &binary->constant : &window[binary->left_slot]);
  if (guess == GUESS_SAME && node_raised(a)) return a;
  if (guess != GUESS_SAME && way != WAY_AA && !constant_left(way) && UNLIKELY(a.tag != tag)) return differs(binary, window, a, b);
  if (!constant_right(way) && UNLIKELY(b.tag != tag)) return differs(binary, window, a, b);
  if (UNLIKELY(!compute(binary, op, way, guess, a, b, &result))) return ask(binary, window, a, b);
  if (!is_store) return result;
  window[binary->target] = result;
  return value_unset();
}

/* ---- the table ---- */

/* Which operators have functions for which guesses, and which ways: ints have all. */
#define FLOAT_OPERATORS(X) X(EQUAL) X(NOT_EQUAL) X(LESS) X(LESS_EQUAL) X(GREATER) X(GREATER_EQUAL) X(ADD) X(SUBTRACT) X(MULTIPLY) X(DIVIDE)
#define STRING_FUNCTIONS(X, OP) X(OP, AA, GUESS_STRING) X(OP, LA, GUESS_STRING) X(OP, AL, GUESS_STRING) X(OP, LL, GUESS_STRING)
#define SAME_FUNCTIONS(X, OP) X(OP, AC, GUESS_SAME) X(OP, LC, GUESS_SAME)
#define EACH_WAY(X, OP, GUESS) \
  X(OP, AA, GUESS) X(OP, LA, GUESS) X(OP, AL, GUESS) X(OP, AC, GUESS) X(OP, LL, GUESS) X(OP, LC, GUESS) X(OP, CA, GUESS) X(OP, CL, GUESS)

#define FUNCTION(OP, WAY, GUESS)                                                      \
  static Value run_##OP##_##WAY##_##GUESS(Node *node, Value *window) {                \
    return guarded((BinaryNode *)node, window, BINARY_##OP, WAY_##WAY, GUESS, false); \
  }                                                                                   \
  static Value store_##OP##_##WAY##_##GUESS(Node *node, Value *window) {              \
    return guarded((BinaryNode *)node, window, BINARY_##OP, WAY_##WAY, GUESS, true);  \
  }
#define INT_OPERATOR(OP, text, precedence) EACH_WAY(FUNCTION, OP, GUESS_INT)
#define FLOAT_OPERATOR(OP) EACH_WAY(FUNCTION, OP, GUESS_FLOAT)
BINARY_OPERATORS(INT_OPERATOR)
FLOAT_OPERATORS(FLOAT_OPERATOR)
STRING_FUNCTIONS(FUNCTION, EQUAL)
STRING_FUNCTIONS(FUNCTION, NOT_EQUAL)
SAME_FUNCTIONS(FUNCTION, EQUAL)
SAME_FUNCTIONS(FUNCTION, NOT_EQUAL)
#undef INT_OPERATOR
#undef FLOAT_OPERATOR

static Execute *const guarded_ways[2][BINARY_OPERATOR_COUNT][WAY_COUNT][GUESS_COUNT] = {
#define ENTRY(OP, WAY, GUESS) \
  [0][BINARY_##OP][WAY_##WAY][GUESS] = run_##OP##_##WAY##_##GUESS, [1][BINARY_##OP][WAY_##WAY][GUESS] = store_##OP##_##WAY##_##GUESS,
#define INT_OPERATOR(OP, text, precedence) EACH_WAY(ENTRY, OP, GUESS_INT)
#define FLOAT_OPERATOR(OP) EACH_WAY(ENTRY, OP, GUESS_FLOAT)
    BINARY_OPERATORS(INT_OPERATOR) FLOAT_OPERATORS(FLOAT_OPERATOR) STRING_FUNCTIONS(ENTRY, EQUAL) STRING_FUNCTIONS(ENTRY, NOT_EQUAL)
        SAME_FUNCTIONS(ENTRY, EQUAL) SAME_FUNCTIONS(ENTRY, NOT_EQUAL)};

/* ---- choosing ---- */

/* The largest int that every int below it and a float agree on. */
static bool is_exact(Value constant) {
  const int64_t limit = INT64_C(1) << 53;
  return !value_is(constant, VALUE_INT) || (value_as_int(constant) >= -limit && value_as_int(constant) <= limit);
}

static Guess guess_for(const BinaryNode *binary, Value a, Value b) {
  Way way = (Way)binary->way;
  if (constant_right(way) && !value_is_number(b)) return GUESS_SAME;
  if (constant_right(way) && value_is(a, VALUE_FLOAT)) return is_exact(b) ? GUESS_FLOAT : GUESS_NONE;
  if (constant_left(way) && value_is(b, VALUE_FLOAT)) return is_exact(a) ? GUESS_FLOAT : GUESS_NONE;
  if (a.tag != b.tag) return GUESS_NONE;
  switch (a.tag) {
  case VALUE_INT: return GUESS_INT;
  case VALUE_FLOAT: return GUESS_FLOAT;
  case VALUE_STRING: return GUESS_STRING;
  default: return GUESS_NONE;
  }
}

static void take_function(BinaryNode *binary, Value a, Value b) {
  Guess guess = binary->node.failures <= NODE_MOST_FAILURES ? guess_for(binary, a, b) : GUESS_NONE;
  Execute *execute = guess == GUESS_NONE ? NULL : guarded_ways[binary->is_store][binary->op][binary->way][guess];
  MachineStats *stats = &binary->node.code->machine->stats;
  uint64_t *counted = execute ? &stats->specializations : &stats->generalizations;
  if (!execute) execute = general_ways[binary->op];
  if (execute != binary->node.execute) ++*counted; /* a run within this one may have come first */
  binary->node.execute = execute;
}

static Way way_for(BinaryNode *binary) {
  bool left = leaf_is_slot(binary->left, &binary->left_slot);
  if (leaf_is_constant(binary->right, &binary->constant)) {
    if (value_is_number(binary->constant)) binary->number = value_to_float(binary->constant);
    return left ? WAY_LC : WAY_AC;
  }
  bool right = leaf_is_slot(binary->right, &binary->right_slot);
  if (left) return right ? WAY_LL : WAY_LA;
  if (leaf_is_constant(binary->left, &binary->constant) && value_is_number(binary->constant)) {
    binary->number = value_to_float(binary->constant);
    return right ? WAY_CL : WAY_CA;
  }
  return right ? WAY_AL : WAY_AA;
}

Node *binary_new(Builder *builder, BinaryOperator op, Node *left, Node *right, uint32_t temporary, Span span) {
  const Techniques *techniques = &builder->machine->techniques;
  BinaryNode *binary = build_node(builder, sizeof *binary, techniques->rewrite ? first_run : general_ways[op], span);
  binary->op = (uint8_t)op;
  binary->left = left;
  binary->right = right;
  binary->temporary = temporary;
  binary->way = (uint8_t)(techniques->fuse ? way_for(binary) : WAY_AA);
  return &binary->node;
}

bool binary_store_in(Node *node, uint32_t slot) {
  bool is_binary = node->execute == first_run;
  for (uint32_t op = 0; op < BINARY_OPERATOR_COUNT; op++)
    is_binary |= node->execute == general_ways[op];
  if (!is_binary) return false;
  ((BinaryNode *)node)->is_store = true;
  ((BinaryNode *)node)->target = slot;
  return true;
}

/* Has `node` the function for comparing so? */
static bool compares(const Node *node, Comparison *comparison, BinaryOperator op, Way way, Guess guess) {
  if (!node->execute || node->execute != guarded_ways[0][op][way][guess]) return false;
  const BinaryNode *binary = (const BinaryNode *)node;
  *comparison = (Comparison){op, guess == GUESS_INT, way == WAY_LC, binary->left_slot, binary->right_slot, binary->constant};
  return true;
}

bool binary_is_comparison(const Node *node, Comparison *comparison) {
  for (BinaryOperator op = BINARY_EQUAL; op <= BINARY_GREATER_EQUAL; op++) {
    if (compares(node, comparison, op, WAY_LL, GUESS_INT) || compares(node, comparison, op, WAY_LC, GUESS_INT) ||
        compares(node, comparison, op, WAY_LC, GUESS_SAME))
      return true;
  }
  return false;
}
