/* verify_test.c -- bad functions, at least five for each rule of the verifier, and what it must say of each; and good ones that it must let pass.
 *
 * A function is written as bytes. Opcodes and operands are little-endian: 16 bits, jumps 32 bits.
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
#define OP(name) U16(OP_##name)
#define CODE(...) (const uint8_t[]){__VA_ARGS__}, sizeof((const uint8_t[]){__VA_ARGS__})

/* Every function under test has 4 slots, 2 upvalues, constants [7, "name"], 3 builtins of which the last is a class, and one inner function that captures slot 0. */
enum { SLOTS = 4, UPVALUES = 2, BUILTINS = 3 };

typedef struct Case {
  const char *rule; /* a part of the message; NULL: it must pass */
  bool is_function; /* else a script */
  const uint8_t *code;
  size_t length;
} Case;

static const Case cases[] = {
    /* good */
    {NULL, false, CODE(OP(HALT))},
    {NULL, true, CODE(OP(NIL), OP(RETURN))},
    {NULL, false, CODE(OP(CONST), U16(0), OP(DUP), OP(ADD), OP(STORE_LOCAL), U16(3), OP(HALT))},
    {NULL, false, CODE(OP(JUMP), U32(0), OP(HALT))},
    {NULL, false, CODE(OP(TRUE), OP(JUMP_IF_FALSE), U32(6), OP(JUMP), U32(-14), OP(HALT))},
    {NULL, false, CODE(OP(TRUE), OP(JUMP_IF_FALSE_OR_POP), U32(2), OP(NIL), OP(POP), OP(HALT))},
    {NULL, false, CODE(OP(NIL), OP(FOR_BEGIN), U16(2), OP(FOR_NEXT), U16(2), U32(8), OP(POP), OP(JUMP), U32(-16), OP(HALT))},
    {NULL, false, CODE(OP(WIDE), OP(CONST), U32(0), OP(POP), OP(HALT))},
    {NULL, false, CODE(OP(CALL_BUILTIN), U16(0), U16(0), OP(LOAD_BUILTIN), U16(BUILTINS - 1), OP(POP), OP(POP), OP(HALT))},
    {NULL, false, CODE(OP(CLOSURE), U16(0), OP(CALL), U16(0), OP(RESULT), OP(HALT))},
    {NULL, false, CODE(OP(HALT), OP(POP), 0xff, OP(EXIT))}, /* what is never reached is not looked at */

    /* runs past the end */
    {"past the end", false, CODE(OP(NIL))},
    {"past the end", false, CODE(OP(NIL), OP(POP))},
    {"past the end", true, CODE(OP(CONST), U16(0))},
    {"past the end", false, CODE(OP(TRUE), OP(JUMP_IF_FALSE), U32(-8), OP(NIL), OP(POP))},
    {"past the end", false, CODE(OP(NIL), OP(FOR_BEGIN), U16(0), OP(FOR_NEXT), U16(0), U32(-8))},
    {"past the end", true, CODE(OP(NIL), OP(CALL), U16(0))},

    /* no instruction: cut off, unknown, WIDE of WIDE, a jump out of the code */
    {"no instruction", false, CODE(0xff)},
    {"no instruction", false, CODE(U16(0xffff), OP(HALT))},
    {"no instruction", false, CODE(OP(CONST), 0)},
    {"no instruction", false, CODE(OP(WIDE))},
    {"no instruction", false, CODE(OP(WIDE), OP(WIDE), OP(HALT))},
    {"no instruction", false, CODE(OP(WIDE), OP(CONST), U16(0))},
    {"no instruction", false, CODE(OP(JUMP), U32(2), OP(HALT))},
    {"no instruction", false, CODE(OP(JUMP), U32(-7), OP(HALT))},
    {"no instruction", false, CODE(OP(JUMP), U32(0x7fffffff), OP(HALT))},

    /* a jump inside an instruction */
    {"inside an instruction", false, CODE(OP(CONST), U16(0), OP(POP), OP(JUMP), U32(-10), OP(HALT))},
    {"inside an instruction", false, CODE(OP(CONST), U16(0), OP(POP), OP(JUMP), U32(-9), OP(HALT))},
    {"inside an instruction", false, CODE(OP(NIL), OP(JUMP_IF_FALSE), U32(-3), OP(HALT))},
    {"inside an instruction", false, CODE(OP(CONST), U16(0), OP(JUMP_IF_FALSE), U32(-8), OP(HALT))},
    {"inside an instruction", false, CODE(OP(WIDE), OP(CONST), U32(0), OP(JUMP_IF_FALSE), U32(-12), OP(HALT))},

    /* two instructions that overlap */
    {"overlaps", false, CODE(OP(TRUE), OP(JUMP_IF_FALSE), U32(2), OP(CONST), U16(0), OP(POP), OP(HALT))},
    {"overlaps", false, CODE(OP(TRUE), OP(JUMP_IF_FALSE), U32(3), OP(CONST), U16(0), OP(POP), OP(HALT))},
    {"overlaps", false, CODE(OP(TRUE), OP(JUMP_IF_FALSE), U32(2), OP(JUMP), U32(0), OP(HALT))},
    {"overlaps", false, CODE(OP(TRUE), OP(JUMP_IF_FALSE), U32(2), OP(WIDE), OP(CONST), U32(0), OP(POP), OP(HALT))},
    {"overlaps", false, CODE(OP(TRUE), OP(JUMP_IF_FALSE), U32(3), OP(LOAD_LOCAL), U16(0), OP(POP), OP(HALT))},

    /* two ways to a place with different depths */
    {"elsewhere with", false, CODE(OP(TRUE), OP(JUMP_IF_FALSE), U32(2), OP(NIL), OP(HALT))},
    {"elsewhere with", false, CODE(OP(NIL), OP(JUMP), U32(-8))},
    {"elsewhere with", false, CODE(OP(NIL), OP(NIL), OP(POP), OP(JUMP), U32(-12))},
    {"elsewhere with", false, CODE(OP(TRUE), OP(JUMP_IF_FALSE_OR_POP), U32(0), OP(HALT))},
    {"elsewhere with", false, CODE(OP(NIL), OP(FOR_BEGIN), U16(0), OP(FOR_NEXT), U16(0), U32(6), OP(JUMP), U32(-14), OP(HALT))},
    {"elsewhere with", false, CODE(OP(TRUE), OP(TRUE), OP(JUMP_IF_FALSE), U32(2), OP(POP), OP(HALT))},

    /* operands out of range */
    {"out of range", false, CODE(OP(LOAD_LOCAL), U16(SLOTS), OP(HALT))},
    {"out of range", false, CODE(OP(NIL), OP(STORE_LOCAL), U16(0xffff), OP(HALT))},
    {"out of range", false, CODE(OP(WIDE), OP(LOAD_LOCAL), U32(SLOTS + 65536), OP(HALT))},
    {"out of range", false, CODE(OP(NIL), OP(FOR_BEGIN), U16(SLOTS - 1), OP(HALT))},
    {"out of range", false, CODE(OP(END_FINALLY), U16(SLOTS - 2), OP(HALT))},
    {"out of range", false, CODE(OP(CLOSE_UPVALUES), U16(SLOTS + 1), OP(HALT))},
    {"out of range", false, CODE(OP(CONST), U16(2), OP(HALT))},
    {"out of range", false, CODE(OP(NIL), OP(GET_FIELD), U16(0), OP(HALT))}, /* a constant, but no name */
    {"out of range", false, CODE(OP(NIL), OP(INVOKE), U16(0), U16(0), OP(HALT))},
    {"out of range", false, CODE(OP(CLASS), U16(2), OP(HALT))},
    {"out of range", false, CODE(OP(LOAD_UPVALUE), U16(UPVALUES), OP(HALT))},
    {"out of range", false, CODE(OP(NIL), OP(STORE_UPVALUE), U16(UPVALUES), OP(HALT))},
    {"out of range", false, CODE(OP(LOAD_BUILTIN), U16(BUILTINS), OP(HALT))},
    {"out of range", false, CODE(OP(CALL_BUILTIN), U16(BUILTINS), U16(0), OP(POP), OP(HALT))},
    {"out of range", false, CODE(OP(CALL_BUILTIN), U16(BUILTINS - 1), U16(0), OP(POP), OP(HALT))}, /* a class is called another way */
    {"out of range", false, CODE(OP(CLOSURE), U16(1), OP(HALT))},
    {"out of range", false, CODE(OP(WIDE), OP(OBJECT), U32(0xffffffff), OP(HALT))},

    /* too few values */
    {"off a stack of", false, CODE(OP(POP), OP(HALT))},
    {"off a stack of", false, CODE(OP(NIL), OP(ADD), OP(POP), OP(HALT))},
    {"off a stack of", false, CODE(OP(NIL), OP(DUP_TWO), OP(HALT))},
    {"off a stack of", false, CODE(OP(NIL), OP(CALL), U16(1), OP(POP), OP(HALT))},
    {"off a stack of", false, CODE(OP(LIST), U16(1), OP(POP), OP(HALT))},
    {"off a stack of", false, CODE(OP(NIL), OP(SUPER_INVOKE), U16(1), U16(0), OP(POP), OP(HALT))},
    {"off a stack of", true, CODE(OP(RETURN))},
    {"off a stack of", false, CODE(OP(NIL), OP(NIL), OP(SET_INDEX), OP(HALT))},
    {"off a stack of", false, CODE(OP(PRINT_MANY), U16(2), OP(HALT))},

    /* instructions in the wrong kind of function */
    {"EXIT in compiled", false, CODE(OP(EXIT))},
    {"EXIT in compiled", true, CODE(OP(EXIT))},
    {"in a function", true, CODE(OP(HALT))},
    {"in a function", true, CODE(OP(NIL), OP(RESULT), OP(NIL), OP(RETURN))},
    {"in a script", false, CODE(OP(NIL), OP(RETURN))},
    {"in a script", false, CODE(OP(NIL), OP(TAIL_CALL), U16(0), OP(POP), OP(HALT))},
    {"in a script", false, CODE(OP(NIL), OP(TAIL_INVOKE), U16(1), U16(0), OP(POP), OP(HALT))},
    {"in a script", false, CODE(OP(NIL), OP(NIL), OP(TAIL_SUPER_INVOKE), U16(1), U16(0), OP(POP), OP(HALT))},

    /* checked uses without a name */
    {"without a name", false, CODE(OP(LOAD_LOCAL_CHECKED), U16(0), OP(POP), OP(HALT))},
    {"without a name", false, CODE(OP(NIL), OP(STORE_LOCAL_CHECKED), U16(0), OP(HALT))},
    {"without a name", false, CODE(OP(LOAD_UPVALUE_CHECKED), U16(0), OP(POP), OP(HALT))},
    {"without a name", false, CODE(OP(NIL), OP(STORE_UPVALUE_CHECKED), U16(0), OP(HALT))},
    {"without a name", false, CODE(OP(UNDEFINED), U16(1))},
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
  static const Value builtins[BUILTINS] = {{.tag = VALUE_BUILTIN}, {.tag = VALUE_BUILTIN}, {.tag = VALUE_CLASS}};
  VerifyError error = {0, ""};
  bool passed = verify_proto(proto, builtins, BUILTINS, &error);
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

/* NIL at 0, POP at 2, HALT at 4, and at 6: POP POP HALT, which takes a handler's two values. */
static void test_handlers(Check *check, Bench *bench) {
  static const struct {
    const char *rule;
    Handler handler;
  } handlers[] = {
      {NULL, {0, 4, 6, 0, 0}},
      {NULL, {0, 0, 6, 0, SLOTS}},
      {"covers no part", {4, 2, 6, 0, 0}},
      {"covers no part", {0, 14, 6, 0, 0}},
      {"covers no part", {0, 4, 6, 0, SLOTS + 1}},
      {"covers no part", {0, 4, 6, 0xffffffff, 0}},
      {"covers no part", {10, 8, 6, 0, 0}},
      {"past the end", {0, 4, 12, 0, 0}},
      {"past the end", {0, 4, 0xffffffff, 0, 0}},
      {"elsewhere with", {0, 4, 0, 0, 0}},
      {"elsewhere with", {0, 4, 4, 0, 0}},
      {"elsewhere with", {0, 4, 2, 0, 0}},
  };
  static const uint8_t code[] = {OP(NIL), OP(POP), OP(HALT), OP(POP), OP(POP), OP(HALT)};
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
  static const uint8_t code[] = {OP(CLOSURE), U16(0), OP(POP), OP(HALT)};
  for (size_t i = 0; i < ARRAY_COUNT(captures); i++) {
    Proto *proto = make(bench, false, code, sizeof code);
    add_inner(bench, proto, captures[i].captured);
    expect(check, proto, captures[i].rule, i);
  }
}

/* Arguments, self among them, are a function's first slots. */
static void test_arguments(Check *check, Bench *bench) {
  static const uint8_t code[] = {OP(NIL), OP(RETURN)};
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
  static const uint8_t code[] = {OP(NIL), OP(DUP), OP(DUP_TWO), OP(POP), OP(POP), OP(POP), OP(POP), OP(HALT)};
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
