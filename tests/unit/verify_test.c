/* verify_test.c -- bad functions, at least five for each rule of the verifier, and what it must say of each; and good ones that it must let pass.
 *
 * A function is written as bytes. Operands are little-endian: 16 bits, jumps 32 bits.
 */
#include "bytecode/chunk.h"
#include "bytecode/opcode.h"
#include "bytecode/verify.h"
#include "check.h"
#include "runtime/startup.h"
#include "runtime/string.h"
#include "support/memory.h"

#define BYTE(n, shift) (uint8_t)((uint32_t)(n) >> (shift)&0xff)
#define U16(n) BYTE(n, 0), BYTE(n, 8)
#define U32(n) BYTE(n, 0), BYTE(n, 8), BYTE(n, 16), BYTE(n, 24)
#define CODE(...) (const uint8_t[]){__VA_ARGS__}, sizeof((const uint8_t[]){__VA_ARGS__})

/* Every function under test has 4 slots, 2 upvalues, constants [7, "name"], 3 builtins, and one inner function that captures slot 0. */
enum { SLOTS = 4, UPVALUES = 2, BUILTINS = 3 };

typedef struct Case {
  const char *rule; /* a part of the message; NULL: it must pass */
  bool is_function; /* else a script */
  const uint8_t *code;
  size_t length;
} Case;

static const Case cases[] = {
    /* good */
    {NULL, false, CODE(OP_HALT)},
    {NULL, true, CODE(OP_NIL, OP_RETURN)},
    {NULL, false, CODE(OP_CONST, U16(0), OP_DUP, OP_ADD, OP_STORE_LOCAL, U16(3), OP_HALT)},
    {NULL, false, CODE(OP_JUMP, U32(0), OP_HALT)},
    {NULL, false, CODE(OP_TRUE, OP_JUMP_IF_FALSE, U32(5), OP_JUMP, U32(-11), OP_HALT)},
    {NULL, false, CODE(OP_TRUE, OP_JUMP_IF_FALSE_OR_POP, U32(1), OP_NIL, OP_POP, OP_HALT)},
    {NULL, false, CODE(OP_NIL, OP_FOR_BEGIN, U16(2), OP_FOR_NEXT, U16(2), U32(6), OP_POP, OP_JUMP, U32(-13), OP_HALT)},
    {NULL, false, CODE(OP_WIDE, OP_CONST, U32(0), OP_POP, OP_HALT)},
    {NULL, false, CODE(OP_CLOSURE, U16(0), OP_CALL, U16(0), OP_RESULT, OP_HALT)},
    {NULL, false, CODE(OP_HALT, OP_POP, 0xff, OP_EXIT)}, /* what is never reached is not looked at */

    /* runs past the end */
    {"past the end", false, CODE(OP_NIL)},
    {"past the end", false, CODE(OP_NIL, OP_POP)},
    {"past the end", true, CODE(OP_CONST, U16(0))},
    {"past the end", false, CODE(OP_TRUE, OP_JUMP_IF_FALSE, U32(-6), OP_NIL, OP_POP)},
    {"past the end", false, CODE(OP_NIL, OP_FOR_BEGIN, U16(0), OP_FOR_NEXT, U16(0), U32(-7))},
    {"past the end", true, CODE(OP_NIL, OP_CALL, U16(0))},

    /* no instruction: cut off, unknown, WIDE of WIDE, a jump out of the code */
    {"no instruction", false, CODE(0xff)},
    {"no instruction", false, CODE(OP_CONST, 0)},
    {"no instruction", false, CODE(OP_WIDE)},
    {"no instruction", false, CODE(OP_WIDE, OP_WIDE, OP_HALT)},
    {"no instruction", false, CODE(OP_WIDE, OP_CONST, U16(0))},
    {"no instruction", false, CODE(OP_JUMP, U32(1), OP_HALT)},
    {"no instruction", false, CODE(OP_JUMP, U32(-6), OP_HALT)},
    {"no instruction", false, CODE(OP_JUMP, U32(0x7fffffff), OP_HALT)},

    /* a jump inside an instruction */
    {"inside an instruction", false, CODE(OP_CONST, U16(0), OP_POP, OP_JUMP, U32(-8), OP_HALT)},
    {"inside an instruction", false, CODE(OP_CONST, U16(0), OP_POP, OP_JUMP, U32(-7), OP_HALT)},
    {"inside an instruction", false, CODE(OP_NIL, OP_JUMP_IF_FALSE, U32(-3), OP_HALT)},
    {"inside an instruction", false, CODE(OP_CONST, U16(0), OP_JUMP_IF_FALSE, U32(-7), OP_HALT)},
    {"inside an instruction", false, CODE(OP_WIDE, OP_CONST, U32(0), OP_JUMP_IF_FALSE, U32(-10), OP_HALT)},

    /* two instructions that overlap */
    {"overlaps", false, CODE(OP_TRUE, OP_JUMP_IF_FALSE, U32(1), OP_CONST, U16(0), OP_POP, OP_HALT)},
    {"overlaps", false, CODE(OP_TRUE, OP_JUMP_IF_FALSE, U32(2), OP_CONST, U16(0), OP_POP, OP_HALT)},
    {"overlaps", false, CODE(OP_TRUE, OP_JUMP_IF_FALSE, U32(1), OP_JUMP, U32(0), OP_HALT)},
    {"overlaps", false, CODE(OP_TRUE, OP_JUMP_IF_FALSE, U32(1), OP_WIDE, OP_CONST, U32(0), OP_POP, OP_HALT)},
    {"overlaps", false, CODE(OP_TRUE, OP_JUMP_IF_FALSE, U32(2), OP_LOAD_LOCAL, U16(0), OP_POP, OP_HALT)},

    /* two ways to a place with different depths */
    {"elsewhere with", false, CODE(OP_TRUE, OP_JUMP_IF_FALSE, U32(1), OP_NIL, OP_HALT)},
    {"elsewhere with", false, CODE(OP_NIL, OP_JUMP, U32(-6))},
    {"elsewhere with", false, CODE(OP_NIL, OP_NIL, OP_POP, OP_JUMP, U32(-8))},
    {"elsewhere with", false, CODE(OP_TRUE, OP_JUMP_IF_FALSE_OR_POP, U32(0), OP_HALT)},
    {"elsewhere with", false, CODE(OP_NIL, OP_FOR_BEGIN, U16(0), OP_FOR_NEXT, U16(0), U32(5), OP_JUMP, U32(-12), OP_HALT)},
    {"elsewhere with", false, CODE(OP_TRUE, OP_TRUE, OP_JUMP_IF_FALSE, U32(1), OP_POP, OP_HALT)},

    /* operands out of range */
    {"out of range", false, CODE(OP_LOAD_LOCAL, U16(SLOTS), OP_HALT)},
    {"out of range", false, CODE(OP_NIL, OP_STORE_LOCAL, U16(0xffff), OP_HALT)},
    {"out of range", false, CODE(OP_WIDE, OP_LOAD_LOCAL, U32(SLOTS + 65536), OP_HALT)},
    {"out of range", false, CODE(OP_NIL, OP_FOR_BEGIN, U16(SLOTS - 1), OP_HALT)},
    {"out of range", false, CODE(OP_END_FINALLY, U16(SLOTS - 2), OP_HALT)},
    {"out of range", false, CODE(OP_CLOSE_UPVALUES, U16(SLOTS + 1), OP_HALT)},
    {"out of range", false, CODE(OP_CONST, U16(2), OP_HALT)},
    {"out of range", false, CODE(OP_NIL, OP_GET_FIELD, U16(0), OP_HALT)}, /* a constant, but no name */
    {"out of range", false, CODE(OP_NIL, OP_INVOKE, U16(0), U16(0), OP_HALT)},
    {"out of range", false, CODE(OP_CLASS, U16(2), OP_HALT)},
    {"out of range", false, CODE(OP_LOAD_UPVALUE, U16(UPVALUES), OP_HALT)},
    {"out of range", false, CODE(OP_NIL, OP_STORE_UPVALUE, U16(UPVALUES), OP_HALT)},
    {"out of range", false, CODE(OP_LOAD_BUILTIN, U16(BUILTINS), OP_HALT)},
    {"out of range", false, CODE(OP_CLOSURE, U16(1), OP_HALT)},
    {"out of range", false, CODE(OP_WIDE, OP_OBJECT, U32(0xffffffff), OP_HALT)},

    /* too few values */
    {"off a stack of", false, CODE(OP_POP, OP_HALT)},
    {"off a stack of", false, CODE(OP_NIL, OP_ADD, OP_POP, OP_HALT)},
    {"off a stack of", false, CODE(OP_NIL, OP_DUP_TWO, OP_HALT)},
    {"off a stack of", false, CODE(OP_NIL, OP_CALL, U16(1), OP_POP, OP_HALT)},
    {"off a stack of", false, CODE(OP_LIST, U16(1), OP_POP, OP_HALT)},
    {"off a stack of", false, CODE(OP_NIL, OP_SUPER_INVOKE, U16(1), U16(0), OP_POP, OP_HALT)},
    {"off a stack of", true, CODE(OP_RETURN)},
    {"off a stack of", false, CODE(OP_NIL, OP_NIL, OP_SET_INDEX, OP_HALT)},
    {"off a stack of", false, CODE(OP_PRINT_MANY, U16(2), OP_HALT)},

    /* instructions in the wrong kind of function */
    {"EXIT in compiled", false, CODE(OP_EXIT)},
    {"EXIT in compiled", true, CODE(OP_EXIT)},
    {"in a function", true, CODE(OP_HALT)},
    {"in a function", true, CODE(OP_NIL, OP_RESULT, OP_NIL, OP_RETURN)},
    {"in a script", false, CODE(OP_NIL, OP_RETURN)},
    {"in a script", false, CODE(OP_NIL, OP_TAIL_CALL, U16(0), OP_POP, OP_HALT)},
    {"in a script", false, CODE(OP_NIL, OP_TAIL_INVOKE, U16(1), U16(0), OP_POP, OP_HALT)},
    {"in a script", false, CODE(OP_NIL, OP_NIL, OP_TAIL_SUPER_INVOKE, U16(1), U16(0), OP_POP, OP_HALT)},

    /* checked uses without a name */
    {"without a name", false, CODE(OP_LOAD_LOCAL_CHECKED, U16(0), OP_POP, OP_HALT)},
    {"without a name", false, CODE(OP_NIL, OP_STORE_LOCAL_CHECKED, U16(0), OP_HALT)},
    {"without a name", false, CODE(OP_LOAD_UPVALUE_CHECKED, U16(0), OP_POP, OP_HALT)},
    {"without a name", false, CODE(OP_NIL, OP_STORE_UPVALUE_CHECKED, U16(0), OP_HALT)},
    {"without a name", false, CODE(OP_UNDEFINED, U16(1))},
};

typedef struct Bench {
  Runtime *rt;
  Unit *unit;
  Source *source;
  Signature script, function;
  Value constants[2];
} Bench;

/* A proto with this code and what the cases expect it to have. */
static Proto *make(Bench *bench, bool is_function, const uint8_t *code, size_t length) {
  Proto *proto = proto_new(bench->unit, is_function ? &bench->function : &bench->script);
  proto->code = memory_alloc(length);
  memcpy(proto->code, code, length);
  proto->code_length = (uint32_t)length;
  proto->slot_count = SLOTS;
  proto->upvalue_count = UPVALUES;
  proto->constants = memory_alloc(sizeof bench->constants);
  memcpy(proto->constants, bench->constants, sizeof bench->constants);
  proto->constant_count = ARRAY_COUNT(bench->constants);
  return proto;
}

static void add_inner(Bench *bench, Proto *proto, UpvalueInfo captured) {
  Proto *inner = proto_new(bench->unit, &bench->function);
  inner->upvalue_count = 1;
  inner->upvalues = memory_alloc(sizeof captured);
  inner->upvalues[0] = captured;
  proto->protos = memory_alloc(sizeof *proto->protos);
  proto->protos[0] = inner;
  proto->proto_count = 1;
}

static void expect(Check *check, Proto *proto, const char *rule, size_t number) {
  VerifyError error = {0, ""};
  bool passed = verify_proto(proto, BUILTINS, &error);
  bool as_wanted = rule ? !passed && strstr(error.message, rule) : passed;
  if (!CHECK(check, as_wanted))
    printf("  case %zu: wanted %s, got %s\n", number, rule ? rule : "a pass", passed ? "a pass" : error.message);
}

static void test_codes(Check *check, Bench *bench) {
  for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
    Proto *proto = make(bench, cases[i].is_function, cases[i].code, cases[i].length);
    add_inner(bench, proto, (UpvalueInfo){true, 0});
    expect(check, proto, cases[i].rule, i);
  }
}

/* NIL at 0, POP at 1, HALT at 2, and at 3: POP POP HALT, which takes a handler's two values. */
static void test_handlers(Check *check, Bench *bench) {
  static const struct {
    const char *rule;
    Handler handler;
  } handlers[] = {
      {NULL, {0, 2, 3, 0, 0}},
      {NULL, {0, 0, 3, 0, SLOTS}},
      {"covers no part", {2, 1, 3, 0, 0}},
      {"covers no part", {0, 7, 3, 0, 0}},
      {"covers no part", {0, 2, 3, 0, SLOTS + 1}},
      {"covers no part", {0, 2, 3, 0xffffffff, 0}},
      {"covers no part", {5, 4, 3, 0, 0}},
      {"past the end", {0, 2, 6, 0, 0}},
      {"past the end", {0, 2, 0xffffffff, 0, 0}},
      {"elsewhere with", {0, 2, 0, 0, 0}},
      {"elsewhere with", {0, 2, 2, 0, 0}},
      {"elsewhere with", {0, 2, 1, 0, 0}},
  };
  static const uint8_t code[] = {OP_NIL, OP_POP, OP_HALT, OP_POP, OP_POP, OP_HALT};
  for (size_t i = 0; i < ARRAY_COUNT(handlers); i++) {
    Proto *proto = make(bench, false, code, sizeof code);
    proto->handlers = memory_alloc(sizeof(Handler));
    proto->handlers[0] = handlers[i].handler;
    proto->handler_count = 1;
    expect(check, proto, handlers[i].rule, i);
  }
}

static void test_captures(Check *check, Bench *bench) {
  static const struct {
    const char *rule;
    UpvalueInfo captured;
  } captures[] = {
      {NULL, {true, SLOTS - 1}},
      {NULL, {false, UPVALUES - 1}},
      {"captures variable", {true, SLOTS}},
      {"captures variable", {false, UPVALUES}},
      {"captures variable", {true, 65536}},
      {"captures variable", {false, SLOTS - 1}},
      {"captures variable", {true, 0xffffffff}},
  };
  static const uint8_t code[] = {OP_CLOSURE, U16(0), OP_POP, OP_HALT};
  for (size_t i = 0; i < ARRAY_COUNT(captures); i++) {
    Proto *proto = make(bench, false, code, sizeof code);
    add_inner(bench, proto, captures[i].captured);
    expect(check, proto, captures[i].rule, i);
  }
}

/* Arguments, self among them, are a function's first slots. */
static void test_arguments(Check *check, Bench *bench) {
  static const uint8_t code[] = {OP_NIL, OP_RETURN};
  static const struct {
    const char *rule;
    uint32_t arity;
    bool is_method;
    uint32_t slots;
  } frames[] = {
      {NULL, 2, false, 2},         {NULL, 2, true, 3},           {"fewer slots", 1, false, 0},    {"fewer slots", 0, true, 0},
      {"fewer slots", 2, true, 2}, {"fewer slots", 5, false, 4}, {"fewer slots", 255, true, 255},
  };
  for (size_t i = 0; i < ARRAY_COUNT(frames); i++) {
    Proto *proto = make(bench, true, code, sizeof code);
    proto->arity = frames[i].arity;
    proto->is_method = frames[i].is_method;
    proto->slot_count = frames[i].slots;
    expect(check, proto, frames[i].rule, i);
  }
}

static void test_depth(Check *check, Bench *bench) {
  static const uint8_t code[] = {OP_NIL, OP_DUP, OP_DUP_TWO, OP_POP, OP_POP, OP_POP, OP_POP, OP_HALT};
  Proto *proto = make(bench, false, code, sizeof code);
  expect(check, proto, NULL, 0);
  CHECK(check, proto->max_stack == 4);
  CHECK(check, proto->frame_size == SLOTS + 4);
}

int main(void) {
  Check check = {0};
  Limits limits = {RUNTIME_DEFAULT_MAX_DEPTH, UINT64_MAX, 0, false};
  Bench bench = {.rt = runtime_new(&limits), .unit = unit_new(), .source = source_new("test", "", 0)};
  bench.script = (Signature){.is_script = true, .source = bench.source};
  bench.function = (Signature){.source = bench.source};
  bench.constants[0] = value_int(7);
  bench.constants[1] = value_string(string_intern(bench.rt, "name", 4));
  test_codes(&check, &bench);
  test_handlers(&check, &bench);
  test_captures(&check, &bench);
  test_arguments(&check, &bench);
  test_depth(&check, &bench);
  unit_free(bench.unit);
  source_free(bench.source);
  runtime_free(bench.rt);
  return check_report(&check);
}
