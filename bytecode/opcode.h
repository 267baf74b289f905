/* opcode.h -- the instruction set, as C sees it. Everything here is made from opcode.def and the table of operand formats below.
 *
 * An instruction is an opcode and its operands, 16 bits each, except jumps: 32 bits, relative to the end of the instruction.
 *
 *     LOAD_LOCAL 3     | 07 00 | 03 00 |
 *     INVOKE m, 2      | 35 00 | 09 00 | 02 00 |
 *     JUMP -> 17       | 2b 00 | f4 ff ff ff |
 *     WIDE CONST 70000 | 51 01 | 03 00 | 70 11 01 00 |     behind WIDE every 16-bit operand has 32
 *
 * One byte would do for the opcodes that a compiler emits. The second makes room for those that code is rewritten to while it runs (quicken.h), and costs nothing: operands have 16 bits anyway.
 */
#ifndef DUET_BYTECODE_OPCODE_H
#define DUET_BYTECODE_OPCODE_H

#include "support/base.h"
#include <string.h>

typedef enum Opcode {
#define OPCODE(name, format, pops, pushes, flags, doc) OP_##name,
#include "opcode.def"
#undef OPCODE
  OPCODE_COUNT
} Opcode;

typedef enum OperandKind {
  OPERAND_NONE,
  OPERAND_LOCAL,    /* a slot of the frame */
  OPERAND_CONSTANT, /* an index of the constant pool */
  OPERAND_NAME,     /* the same, of an interned string */
  OPERAND_UPVALUE,  /* an index of the closure's upvalues */
  OPERAND_INT,      /* a signed 16-bit int */
  OPERAND_COUNT,    /* a number of arguments or items */
  OPERAND_BUILTIN,  /* an index of the builtins */
  OPERAND_FUNCTION, /* an index of the functions inside this one */
  OPERAND_JUMP,     /* signed, from the end of the instruction */
  OPERAND_CACHE     /* room for an inline cache, see cache.h; no number */
} OperandKind;

/* X(format, first operand, second, third) */
#define OPERAND_FORMATS(X)       \
  X(_, NONE, NONE, NONE)         \
  X(L, LOCAL, NONE, NONE)        \
  X(K, CONSTANT, NONE, NONE)     \
  X(I, INT, NONE, NONE)          \
  X(S, NAME, NONE, NONE)         \
  X(U, UPVALUE, NONE, NONE)      \
  X(N, COUNT, NONE, NONE)        \
  X(B, BUILTIN, NONE, NONE)      \
  X(F, FUNCTION, NONE, NONE)     \
  X(J, JUMP, NONE, NONE)         \
  X(SN, NAME, COUNT, NONE)       \
  X(BN, BUILTIN, COUNT, NONE)    \
  X(LN, LOCAL, COUNT, NONE)      \
  X(LJ, LOCAL, JUMP, NONE)       \
  X(IJ, INT, JUMP, NONE)         \
  X(LL, LOCAL, LOCAL, NONE)      \
  X(LI, LOCAL, INT, NONE)        \
  X(LK, LOCAL, CONSTANT, NONE)   \
  X(IL, INT, LOCAL, NONE)        \
  X(KL, CONSTANT, LOCAL, NONE)   \
  X(LS, LOCAL, NAME, NONE)       \
  X(LLL, LOCAL, LOCAL, LOCAL)    \
  X(LIL, LOCAL, INT, LOCAL)      \
  X(LKL, LOCAL, CONSTANT, LOCAL) \
  X(LLJ, LOCAL, LOCAL, JUMP)     \
  X(LIJ, LOCAL, INT, JUMP)       \
  X(KJ, CONSTANT, JUMP, NONE)    \
  X(LKJ, LOCAL, CONSTANT, JUMP)  \
  X(SC, NAME, CACHE, NONE)       \
  X(LSC, LOCAL, NAME, CACHE)     \
  X(SNC, NAME, COUNT, CACHE)

/* The kinds of a format's operands as constants, so that decoding folds away: FORMAT_FIRST_SN is OPERAND_NAME. */
#define X(format, first, second, third) \
  FORMAT_FIRST_##format = OPERAND_##first, FORMAT_SECOND_##format = OPERAND_##second, FORMAT_THIRD_##format = OPERAND_##third,
enum { OPERAND_FORMATS(X) };
#undef X

enum { OPCODE_VARIABLE = 0xff, OPERANDS_MAX = 3 };
enum { OPCODE_SIZE = 2, OPERAND_CACHE_SIZE = 24 };
enum { OPCODE_JUMPS = 1, OPCODE_STOPS = 2 };

typedef struct OpcodeInfo {
  const char *name;
  const char *doc;
  uint8_t operands[OPERANDS_MAX]; /* OperandKind; NONE behind the last */
  uint8_t pops;                   /* OPCODE_VARIABLE: see opcode_pops */
  uint8_t pushes;
  uint8_t flags;
} OpcodeInfo;

extern const OpcodeInfo opcode_infos[OPCODE_COUNT];

/* One instruction, decoded. */
typedef struct Instruction {
  Opcode opcode;
  bool wide;
  uint32_t operands[OPERANDS_MAX]; /* a jump's is the absolute offset of its target */
  uint32_t length;                 /* in bytes, the WIDE prefix included */
} Instruction;

/* Decodes what stands at `offset`; false where the code ends too soon, the opcode is unknown, WIDE stands before WIDE or a jump leaves the code. */
bool opcode_decode(const uint8_t *code, uint32_t length, uint32_t offset, Instruction *instruction) MUST_CHECK;

/* How many bytes such an instruction has, with the WIDE prefix if it is `wide`. */
uint32_t opcode_length(Opcode opcode, bool wide);

/* Writes an instruction to code + offset, where it is to stand at offset `offset` of its function; jump operands are absolute, caches are empty. */
void opcode_encode(uint8_t *at, const Instruction *instruction, uint32_t offset);

/* Does it end in an inline cache? */
bool opcode_has_cache(Opcode opcode);

/* How many stack slots above its operands the instruction may use for itself. */
uint32_t opcode_scratch(Opcode opcode);

/* How many values the instruction takes off the stack. */
uint32_t opcode_pops(const Instruction *instruction);

/* The opcode at `at`, which need not be aligned; and writing it there. */
ALWAYS_INLINE uint16_t opcode_read(const uint8_t *at) {
  uint16_t opcode;
  memcpy(&opcode, at, sizeof opcode);
  return opcode;
}
static inline void opcode_write(uint8_t *at, Opcode opcode) {
  uint16_t word = (uint16_t)opcode;
  memcpy(at, &word, sizeof word);
}

/* How many bytes an operand of this kind has. */
static inline uint32_t operand_size(OperandKind kind, bool wide) {
  if (kind == OPERAND_NONE) return 0;
  if (kind == OPERAND_CACHE) return OPERAND_CACHE_SIZE;
  return kind == OPERAND_JUMP || wide ? 4 : 2;
}

/* Reads an operand; the kind is a constant wherever speed matters. Jumps and ints come sign-extended to 32 bits. */
ALWAYS_INLINE uint32_t operand_read(const uint8_t *at, OperandKind kind, bool wide) {
  if (kind == OPERAND_NONE || kind == OPERAND_CACHE) return 0;
  if (kind == OPERAND_JUMP || wide) {
    uint32_t value;
    memcpy(&value, at, sizeof value);
    return value;
  }
  uint16_t value;
  memcpy(&value, at, sizeof value);
  return kind == OPERAND_INT ? (uint32_t)(int16_t)value : value;
}

#endif
