/* disassemble.h -- compiled code as people read it. */
#ifndef DUET_BYTECODE_DISASSEMBLE_H
#define DUET_BYTECODE_DISASSEMBLE_H

#include "chunk.h"

typedef struct DisassembleOptions {
  bool explain; /* the stack before and after each instruction, in words */
  const char *const *builtin_names;
  uint32_t builtin_count;
} DisassembleOptions;

/* Lists the unit's functions, the script first, in the order in which the compiler met them. The same code gives the same listing, always. */
void disassemble_unit(const Unit *unit, const DisassembleOptions *options, FILE *file);

/* Lists one function, without those inside it. */
void disassemble_proto(const Proto *proto, const DisassembleOptions *options, FILE *file);

/* One instruction as the listing shows it, without line breaks; gives its length in bytes. */
uint32_t disassemble_instruction(const Proto *proto, uint32_t offset, const DisassembleOptions *options, FILE *file);

#endif
