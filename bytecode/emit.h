/* emit.h -- writing one function's code: instructions, constants, jumps to be patched, and the tables by offset.
 *
 * A forward jump is emitted before its target is known:
 *
 *     JUMP_IF_FALSE ????      at = emit_jump(e, OP_JUMP_IF_FALSE, span)
 *     ... the body ...
 *                             patch_jump(e, at)       the four bytes now say how far it is to here
 */
#ifndef DUET_BYTECODE_EMIT_H
#define DUET_BYTECODE_EMIT_H

#include "chunk.h"
#include "opcode.h"

typedef struct ConstantTable {
  uint32_t *slots; /* index + 1 of a constant, 0 where free; owned */
  uint32_t capacity;
} ConstantTable;

enum { EMIT_RECENT = 4 }; /* as many as a superinstruction is made from */

/* A function that is being written. The proto owns the finished parts; the capacities are only needed until then. */
typedef struct Emitter {
  Runtime *rt;
  Proto *proto;
  ConstantTable table;
  size_t code_capacity, constant_capacity, span_capacity, handler_capacity, local_capacity, use_capacity, proto_capacity;
  bool failed;                  /* no memory for a constant; raised */
  bool fuse;                    /* make superinstructions */
  uint32_t recent[EMIT_RECENT]; /* the last instructions since the last place that emit_here gave: where they start */
  uint32_t recent_count;
} Emitter;

void emitter_init(Emitter *emitter, Runtime *rt, Proto *proto);
void emitter_finish(Emitter *emitter);

/* Appends an instruction that came from `span`; its operands as the opcode's format says. */
void emit_0(Emitter *emitter, Opcode opcode, Span span);
void emit_1(Emitter *emitter, Opcode opcode, uint32_t operand, Span span);
void emit_2(Emitter *emitter, Opcode opcode, uint32_t first, uint32_t second, Span span);
void emit_3(Emitter *emitter, Opcode opcode, uint32_t first, uint32_t second, uint32_t third, Span span);

/* The same for an instruction that raises NameError for `name` when it finds its variable unset. */
void emit_checked(Emitter *emitter, Opcode opcode, uint32_t operand, const Symbol *name, const char *hint, Span span);

/* The offset of the next instruction, as a place that something may jump to or a table may name: nothing before it is fused with anything behind it. */
static inline uint32_t emit_here(Emitter *emitter) {
  emitter->recent_count = 0;
  return emitter->proto->code_length;
}

/* Appends a jump whose target comes later (with the operand that stands before it, for FOR_NEXT); gives what patch_jump needs. */
uint32_t emit_jump(Emitter *emitter, Opcode opcode, Span span);
uint32_t emit_jump_with(Emitter *emitter, Opcode opcode, uint32_t operand, Span span);

/* The jump at `at` goes to the next instruction. */
void patch_jump(Emitter *emitter, uint32_t at);

/* Appends a jump to `target`, an offset that was passed already. */
void emit_jump_back(Emitter *emitter, Opcode opcode, uint32_t target, Span span);

/* The jump whose operand ends at `at` goes to `target`. */
void emit_set_jump(Emitter *emitter, uint32_t at, uint32_t target);

/* The index of a constant, added if the pool does not have the very same one: 1 and 1.0, 0.0 and -0.0 are different. `value` must be reachable or no object. May collect only through emit_string. */
uint32_t emit_constant(Emitter *emitter, Value value);

/* The index of an interned string constant. May collect. */
uint32_t emit_string(Emitter *emitter, const Symbol *symbol);

/* The index of a function inside this one. */
uint32_t emit_proto(Emitter *emitter, Proto *proto);

/* Handlers of inner statements first. */
void emit_handler(Emitter *emitter, Handler handler);

/* A variable's name is known from here; emit_local_end says until when. Gives its place in the table. */
uint32_t emit_local(Emitter *emitter, uint32_t slot, const Symbol *name);
void emit_local_end(Emitter *emitter, uint32_t entry);

#endif
