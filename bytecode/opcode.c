/* opcode.c -- the instruction table as data, and decoding for everyone but the interpreter loop.
 *
 * The loop decodes with constants folded in (interp.c); the listing, the verifier and the unwinder come here.
 */
#include "opcode.h"

#define JUMPS OPCODE_JUMPS
#define STOPS OPCODE_STOPS
#define VARIABLE OPCODE_VARIABLE
const OpcodeInfo opcode_infos[OPCODE_COUNT] = {
#define OPCODE(name, format, pops, pushes, flags, doc) \
  {#name, doc, {FORMAT_FIRST_##format, FORMAT_SECOND_##format, FORMAT_THIRD_##format}, pops, pushes, flags},
#include "opcode.def"
#undef OPCODE
};
#undef JUMPS
#undef STOPS
#undef VARIABLE

static_assert(OPCODE_COUNT <= UINT16_MAX, "an opcode has two bytes");

static bool read_operands(const uint8_t *code, uint32_t length, uint32_t at, Instruction *instruction) {
  const OpcodeInfo *info = &opcode_infos[instruction->opcode];
  for (int i = 0; i < OPERANDS_MAX; i++) {
    OperandKind kind = info->operands[i];
    uint32_t size = operand_size(kind, instruction->wide);
    if (size > length - at) return false;
    instruction->operands[i] = size ? operand_read(code + at, kind, instruction->wide) : 0;
    at += size;
  }
  for (int i = 0; i < OPERANDS_MAX; i++) {
    if (info->operands[i] != OPERAND_JUMP) continue;
    int64_t target = (int64_t)at + (int32_t)instruction->operands[i];
    if (target < 0 || target >= length) return false;
    instruction->operands[i] = (uint32_t)target;
  }
  instruction->length = at;
  return true;
}

bool opcode_decode(const uint8_t *code, uint32_t length, uint32_t offset, Instruction *instruction) {
  uint32_t at = offset;
  uint16_t opcode = OP_WIDE;
  for (int i = 0; i < 2 && opcode == OP_WIDE; i++, at += OPCODE_SIZE) {
    if (at > length || length - at < OPCODE_SIZE) return false;
    opcode = opcode_read(code + at);
  }
  if (opcode >= OPCODE_COUNT || opcode == OP_WIDE) return false;
  instruction->opcode = opcode;
  instruction->wide = at - offset > OPCODE_SIZE;
  if (!read_operands(code, length, at, instruction)) return false;
  instruction->length -= offset;
  return true;
}

uint32_t opcode_length(Opcode opcode, bool wide) {
  uint32_t length = OPCODE_SIZE + (wide ? OPCODE_SIZE : 0);
  for (int i = 0; i < OPERANDS_MAX; i++)
    length += operand_size((OperandKind)opcode_infos[opcode].operands[i], wide);
  return length;
}

void opcode_encode(uint8_t *at, const Instruction *instruction, uint32_t offset) {
  uint32_t end = offset + opcode_length(instruction->opcode, instruction->wide);
  if (instruction->wide) {
    opcode_write(at, OP_WIDE);
    at += OPCODE_SIZE;
  }
  opcode_write(at, instruction->opcode);
  at += OPCODE_SIZE;
  for (int i = 0; i < OPERANDS_MAX; i++) {
    OperandKind kind = opcode_infos[instruction->opcode].operands[i];
    uint32_t operand = kind == OPERAND_JUMP ? instruction->operands[i] - end : instruction->operands[i];
    if (kind == OPERAND_CACHE)
      memset(at, 0, OPERAND_CACHE_SIZE);
    else
      memcpy(at, &operand, operand_size(kind, instruction->wide)); /* the low bytes come first */
    at += operand_size(kind, instruction->wide);
  }
}

bool opcode_has_cache(Opcode opcode) {
  for (int i = 0; i < OPERANDS_MAX; i++) {
    if (opcode_infos[opcode].operands[i] == OPERAND_CACHE) return true;
  }
  return false;
}

uint32_t opcode_scratch(Opcode opcode) {
  switch (opcode) {
  case OP_SET_INDEX_LL:
  case OP_SET_INDEX_LI:
  case OP_SET_INDEX_LL_LIST:
  case OP_SET_INDEX_LI_LIST:
  case OP_SET_INDEX_LL_MAP:
  case OP_SET_INDEX_LI_MAP: return 2;
  case OP_LEN_LOCAL:
  case OP_INVOKE_LOCAL:
  case OP_INVOKE_LOCAL_CACHED:
  case OP_GET_FIELD_LOCAL:
  case OP_SET_FIELD_LOCAL: return 1;
  default: return 0;
  }
}

uint32_t opcode_pops(const Instruction *instruction) {
  const OpcodeInfo *info = &opcode_infos[instruction->opcode];
  if (info->pops != OPCODE_VARIABLE) return info->pops;
  uint32_t count = instruction->operands[info->operands[0] == OPERAND_COUNT ? 0 : 1];
  switch (instruction->opcode) {
  case OP_PRINT_MANY:
  case OP_CALL_BUILTIN:
  case OP_FOR_RANGE:
  case OP_LIST: return count;
  case OP_SUPER_INVOKE:
  case OP_TAIL_SUPER_INVOKE:
  case OP_SUPER_INVOKE_CACHED:
  case OP_TAIL_SUPER_INVOKE_CACHED: return count + 2; /* self and the superclass */
  default: return count + 1;                          /* the callee, the object, the list */
  }
}
