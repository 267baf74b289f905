/* effects.c -- asks the table of opcodes, opcode_pops and the verifier what they think. check.py compiles it twice: with the learner's files, and with the kit's.
 *
 *     effects table NAME COUNT        pops, depth straight on, depth at the jump's target, length; from a depth of 100
 *     effects random SEED TIMES       random functions, one a line, and the verifier's verdict on each
 *
 * Nothing is run here: no machine is needed to know how deep its stack will be.
 */
#include "bytecode/opcode.c"
#include "bytecode/verify.c"

#include <stdlib.h>

enum { DEPTH = 100, LONGEST = 9, CODE_BYTES = 256, SLOTS = 4, COUNTS = 4 };

/* What the verifier asks of a function's tables; no instruction here has any. */
const CheckedUse *proto_checked_use(const Proto *proto, uint32_t offset) {
  (void)proto, (void)offset;
  return NULL;
}

/* The opcodes that random functions are made of: the stage's own, and some that push. */
static const Opcode opcodes[] = {
    OP_NIL,       OP_NIL,           OP_TRUE,          OP_CONST,    OP_LOAD_LOCAL,           OP_POP,      OP_DUP,        OP_DUP_TWO, OP_STORE_LOCAL,
    OP_ADD,       OP_EQUAL,         OP_NEGATE,        OP_JUMP,     OP_JUMP_IF_FALSE,        OP_FOR_NEXT, OP_FOR_BEGIN,  OP_CALL,    OP_RETURN,
    OP_PRINT,     OP_PRINT_MANY,    OP_SET_FIELD,     OP_GET_INDEX, OP_JUMP_IF_FALSE_OR_POP, OP_LIST,     OP_SET_INDEX, OP_METHOD,  OP_CATCH_IS,
    OP_INIT_FIELD, OP_LIST_EXTEND, OP_SUPER_INVOKE, OP_INVOKE,
};

static int show_table(const char *name, uint32_t count) {
  for (int opcode = 0; opcode < OPCODE_COUNT; opcode++) {
    if (strcmp(opcode_infos[opcode].name, name) != 0) continue;
    Instruction instruction = {.opcode = (Opcode)opcode};
    int32_t next, jumped;
    for (int i = 0; i < OPERANDS_MAX; i++)
      instruction.operands[i] = count;
    uint32_t pops = opcode_pops(&instruction);
    depths_after(&instruction, DEPTH, &next, &jumped);
    printf("%d %d %d %u\n", (int)pops, (int)next, (int)jumped, opcode_length(instruction.opcode, false));
    return 0;
  }
  return 1;
}

/* ---- random functions ---- */

static uint32_t next_random(uint64_t *state, uint32_t limit) {
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(*state >> 33) % limit;
}

static uint32_t random_operand(uint64_t *state, OperandKind kind) {
  switch (kind) {
  case OPERAND_LOCAL: return next_random(state, SLOTS - 1);
  case OPERAND_COUNT: return next_random(state, COUNTS);
  default: return 0;
  }
}

/* `count` instructions, jumps among them, and HALT or RETURN; gives the length in bytes. */
static uint32_t make_code(uint64_t *state, Instruction *code, uint32_t count, bool is_script, uint8_t *bytes) {
  uint32_t offsets[LONGEST + 1], at = 0;
  for (uint32_t i = 0; i < count; i++) {
    Opcode last = is_script ? OP_HALT : OP_RETURN;
    Opcode opcode = i + 1 == count ? last : opcodes[next_random(state, i < 2 ? 5 : ARRAY_COUNT(opcodes))];
    code[i] = (Instruction){.opcode = opcode};
    offsets[i] = at;
    at += opcode_length(opcode, false);
  }
  for (uint32_t i = 0; i < count; i++) {
    for (int k = 0; k < OPERANDS_MAX; k++) {
      OperandKind kind = opcode_infos[code[i].opcode].operands[k];
      code[i].operands[k] = kind == OPERAND_JUMP ? offsets[next_random(state, count)] : random_operand(state, kind);
    }
    opcode_encode(bytes + offsets[i], &code[i], offsets[i]);
  }
  return at;
}

static void show_code(const Instruction *code, uint32_t count) {
  uint32_t at = 0;
  for (uint32_t i = 0; i < count; i++) {
    printf("%s%u %s", i ? "; " : "", at, opcode_infos[code[i].opcode].name);
    for (int k = 0; k < OPERANDS_MAX && opcode_infos[code[i].opcode].operands[k] != OPERAND_NONE; k++)
      printf(" %u", code[i].operands[k]);
    at += opcode_length(code[i].opcode, false);
  }
}

static void show_random(uint64_t seed, uint32_t times) {
  for (uint64_t state = seed; times > 0; times--) {
    Instruction code[LONGEST];
    uint8_t bytes[CODE_BYTES];
    Signature signature = {.is_script = next_random(&state, 4) != 0};
    Value constants[] = {value_object(VALUE_STRING, NULL)};
    uint32_t count = 2 + next_random(&state, LONGEST - 1);
    Proto proto = {.signature = &signature, .code = bytes, .slot_count = SLOTS, .constants = constants, .constant_count = 1};
    const Value builtin = {.tag = VALUE_BUILTIN};
    VerifyError error = {0, ""};
    proto.code_length = make_code(&state, code, count, signature.is_script, bytes);
    show_code(code, count);
    if (verify_proto(&proto, &builtin, 1, &error))
      printf("\tgood, stack %u\n", proto.max_stack);
    else
      printf("\tat %u: %s\n", error.offset, error.message);
  }
}

int main(int argc, char **argv) {
  if (argc == 4 && strcmp(argv[1], "table") == 0) return show_table(argv[2], (uint32_t)atoi(argv[3]));
  if (argc == 4 && strcmp(argv[1], "random") == 0) show_random((uint64_t)atoi(argv[2]), (uint32_t)atoi(argv[3]));
  return 0;
}
