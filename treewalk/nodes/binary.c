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
#define WAYS(X) X(AA) X(LA) X(AL) X(AC) X(LL) X(LC)
typedef enum Way {
#define X(name) WAY_##name,
  WAYS(X)
#undef X
      WAY_COUNT
} Way;

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

/* Both operands, by running the parts. False: one raised. */
ALWAYS_INLINE bool run_operands(const BinaryNode *binary, Value *window, Value *a, Value *b) {
  *a = node_run(binary->left, window);
  if (node_raised(*a)) return false;
  window[binary->temporary] = *a;
  *b = node_run(binary->right, window);
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
  binary->node.failures++;
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
  bool has_constant = way == WAY_AC || way == WAY_LC;
  switch (guess) {
  case GUESS_INT: return compute_int(op, value_as_int(a), value_as_int(b), result);
  case GUESS_FLOAT: return compute_float(op, value_as_float(a), has_constant ? binary->number : value_as_float(b), result);
  case GUESS_SAME: return compute_same(op, a, b, result);
  default: return compute_string(op, a, b, result);
  }
}

static inline ValueTag tag_of(Guess guess) { return guess == GUESS_INT ? VALUE_INT : guess == GUESS_FLOAT ? VALUE_FLOAT : VALUE_STRING; }

/* A local that is the left operand is read after the right one has run: nothing can assign it meanwhile, for then it were captured and in a cell. */
ALWAYS_INLINE Value guarded(BinaryNode *binary, Value *window, BinaryOperator op, Way way, Guess guess, bool is_store) {
  bool right_is_run = way == WAY_AA || way == WAY_LA;
  bool has_constant = way == WAY_AC || way == WAY_LC;
  uint64_t tag = tag_of(guess);
  Value a = value_unset();
  Value b;
  Value result;
  if (way == WAY_AA || way == WAY_AL || way == WAY_AC) a = node_run(binary->left, window);
  if (way == WAY_AA) {
    if (UNLIKELY(a.tag != tag)) return left_differs(binary, window, a);
    if (guess == GUESS_STRING) window[binary->temporary] = a;
  }
  if (right_is_run)
    b = node_run(binary->right, window);
  else
    b = value_copy(has_constant ? &binary->constant : &window[binary->right_slot]);
  if (way == WAY_LA || way == WAY_LL || way == WAY_LC) a = value_copy(&window[binary->left_slot]);
  if (guess == GUESS_SAME && node_raised(a)) return a;
  if (guess != GUESS_SAME && way != WAY_AA && UNLIKELY(a.tag != tag)) return differs(binary, window, a, b);
  if (!has_constant && UNLIKELY(b.tag != tag)) return differs(binary, window, a, b);
  if (UNLIKELY(!compute(binary, op, way, guess, a, b, &result))) return ask(binary, window, a, b);
  if (!is_store) return result;
  window[binary->target] = result;
  return value_unset();
}

/* ---- the table ---- */

#define FUNCTION(OP, WAY, GUESS)                                                      \
  static Value run_##OP##_##WAY##_##GUESS(Node *node, Value *window) {                \
    return guarded((BinaryNode *)node, window, BINARY_##OP, WAY_##WAY, GUESS, false); \
  }                                                                                   \
  static Value store_##OP##_##WAY##_##GUESS(Node *node, Value *window) {              \
    return guarded((BinaryNode *)node, window, BINARY_##OP, WAY_##WAY, GUESS, true);  \
  }
#define EACH_WAY(X, OP, GUESS) X(OP, AA, GUESS) X(OP, LA, GUESS) X(OP, AL, GUESS) X(OP, AC, GUESS) X(OP, LL, GUESS) X(OP, LC, GUESS)
#define INT_OPERATORS(X, OP) EACH_WAY(X, OP, GUESS_INT)
#define FLOAT_OPERATORS(X, OP) EACH_WAY(X, OP, GUESS_FLOAT)
#define SAME_OPERATORS(X, OP) X(OP, AC, GUESS_SAME) X(OP, LC, GUESS_SAME)
#define STRING_OPERATORS(X, OP) X(OP, AA, GUESS_STRING) X(OP, LA, GUESS_STRING) X(OP, AL, GUESS_STRING) X(OP, LL, GUESS_STRING)
/* Which operators have functions for which guesses. */
#define FUNCTIONS(X)                                                                                                                       \
  INT_OPERATORS(X, EQUAL)                                                                                                                  \
  INT_OPERATORS(X, NOT_EQUAL)                                                                                                              \
  INT_OPERATORS(X, LESS)                                                                                                                   \
  INT_OPERATORS(X, LESS_EQUAL) INT_OPERATORS(X, GREATER) INT_OPERATORS(X, GREATER_EQUAL) INT_OPERATORS(X, BIT_OR)                          \
      INT_OPERATORS(X, BIT_XOR) INT_OPERATORS(X, BIT_AND) INT_OPERATORS(X, SHIFT_LEFT) INT_OPERATORS(X, SHIFT_RIGHT) INT_OPERATORS(X, ADD) \
          INT_OPERATORS(X, SUBTRACT) INT_OPERATORS(X, MULTIPLY) INT_OPERATORS(X, DIVIDE) INT_OPERATORS(X, MODULO)                          \
              FLOAT_OPERATORS(X, EQUAL) FLOAT_OPERATORS(X, NOT_EQUAL) FLOAT_OPERATORS(X, LESS) FLOAT_OPERATORS(X, LESS_EQUAL)              \
                  FLOAT_OPERATORS(X, GREATER) FLOAT_OPERATORS(X, GREATER_EQUAL) FLOAT_OPERATORS(X, ADD) FLOAT_OPERATORS(X, SUBTRACT)       \
                      FLOAT_OPERATORS(X, MULTIPLY) FLOAT_OPERATORS(X, DIVIDE) STRING_OPERATORS(X, EQUAL) STRING_OPERATORS(X, NOT_EQUAL)    \
                          SAME_OPERATORS(X, EQUAL) SAME_OPERATORS(X, NOT_EQUAL)

FUNCTIONS(FUNCTION)

static Execute *const guarded_ways[2][BINARY_OPERATOR_COUNT][WAY_COUNT][GUESS_COUNT] = {
#define ENTRY(OP, WAY, GUESS) \
  [0][BINARY_##OP][WAY_##WAY][GUESS] = run_##OP##_##WAY##_##GUESS, [1][BINARY_##OP][WAY_##WAY][GUESS] = store_##OP##_##WAY##_##GUESS,
    FUNCTIONS(ENTRY)};

/* ---- choosing ---- */

/* The largest int that every int below it and a float agree on. */
static bool is_exact(Value constant) {
  const int64_t limit = INT64_C(1) << 53;
  return !value_is(constant, VALUE_INT) || (value_as_int(constant) >= -limit && value_as_int(constant) <= limit);
}

static Guess guess_for(const BinaryNode *binary, Value a, Value b) {
  bool has_constant = binary->way == WAY_AC || binary->way == WAY_LC;
  if (has_constant && !value_is_number(b)) return GUESS_SAME;
  if (value_is(a, VALUE_FLOAT) && has_constant) return is_exact(b) ? GUESS_FLOAT : GUESS_NONE;
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
  if (!execute)
    execute = general_ways[binary->op];
  else if (execute != binary->node.execute)
    binary->node.code->machine->stats.specializations++; /* a run within this one may have come first */
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
