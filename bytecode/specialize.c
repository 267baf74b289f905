/* specialize.c -- generic code to specialized code: measure every instruction in its new form, then write them, then move the tables that go by offset.
 *
 * `moved` has the new offset for each old one. An instruction that is left out has the offset of the next one, so a jump to it goes there.
 */
#include "specialize.h"

#include "cache.h"
#include "forms.h"
#include "opcode.h"
#include "support/memory.h"

typedef struct Specializer {
  const Proto *from;
  Proto *to;
  SpecializeOptions options;
  uint32_t *moved; /* code_length + 1 of them */
} Specializer;

/* The learning forms, at their generic opcodes. An opcode has one technique at most; 0 (NIL): not with this one. */
typedef struct LearningForm {
  uint16_t cache;
  uint16_t quicken;
} LearningForm;

static const LearningForm learning_forms[OPCODE_COUNT] = {
#define LEARN(technique, generic, learning) [OP_##generic].technique = OP_##learning,
#include "specialize.def"
#undef LEARN
};

/* The learning form of an opcode: the opcode itself where it has none. */
static Opcode learning_form(Opcode opcode, SpecializeOptions options) {
  LearningForm form = learning_forms[opcode];
  if (form.cache && options.cache) return form.cache;
  if (form.quicken && options.quicken) return form.quicken;
  return opcode;
}

/* What the instruction becomes. WIDE ones are too rare to be worth it. False: it is left out. */
static bool transform(const Specializer *specializer, Instruction *instruction) {
  if (instruction->opcode == OP_COUNT_CALL || instruction->opcode == OP_COUNT_TURN) return false;
  if (!instruction->wide) instruction->opcode = learning_form(instruction->opcode, specializer->options);
  return true;
}

/* Gives the next instruction of the old code, and moves `*offset` past it. */
static bool next_instruction(const Proto *from, uint32_t *offset, Instruction *instruction) {
  if (!opcode_decode(from->code, from->code_length, *offset, instruction)) return false;
  *offset += instruction->length;
  return true;
}

static uint32_t measure(Specializer *specializer) {
  Instruction instruction;
  uint32_t length = 0;
  for (uint32_t offset = 0, start = 0; next_instruction(specializer->from, &offset, &instruction); start = offset) {
    specializer->moved[start] = length;
    if (transform(specializer, &instruction)) length += opcode_length(instruction.opcode, instruction.wide);
  }
  specializer->moved[specializer->from->code_length] = length;
  return length;
}

static void write_code(Specializer *specializer, uint32_t length) {
  Proto *to = specializer->to;
  Instruction instruction;
  to->code = memory_alloc(length);
  to->code_length = length;
  for (uint32_t offset = 0, start = 0; next_instruction(specializer->from, &offset, &instruction); start = offset) {
    uint32_t at = specializer->moved[start];
    if (!transform(specializer, &instruction)) continue;
    for (int i = 0; i < OPERANDS_MAX; i++) {
      if (opcode_infos[instruction.opcode].operands[i] == OPERAND_JUMP)
        instruction.operands[i] = specializer->moved[instruction.operands[i]];
    }
    opcode_encode(to->code + at, &instruction, at);
  }
}

/* For each loop: where the new code goes on for a frame that stands at the loop's COUNT_TURN in the old. */
static void note_loop_entries(Specializer *specializer) {
  Proto *to = specializer->to;
  Instruction instruction;
  to->loop_entries = memory_alloc(to->loop_count * sizeof *to->loop_entries);
  for (uint32_t offset = 0, start = 0; next_instruction(specializer->from, &offset, &instruction); start = offset) {
    if (instruction.opcode == OP_COUNT_TURN) to->loop_entries[instruction.operands[0]] = specializer->moved[start];
  }
}

/* A copy of an array, for the new code to own. */
static void *copy(const void *from, size_t size) {
  void *to = memory_alloc(size);
  if (size) memcpy(to, from, size);
  return to;
}

static void move_spans(Specializer *specializer) {
  Proto *to = specializer->to;
  to->spans = copy(to->spans, to->span_count * sizeof *to->spans);
  for (uint32_t i = 0; i < to->span_count; i++)
    to->spans[i].offset = specializer->moved[to->spans[i].offset];
}

static void move_handlers(Specializer *specializer) {
  Proto *to = specializer->to;
  const uint32_t *moved = specializer->moved;
  to->handlers = copy(to->handlers, to->handler_count * sizeof *to->handlers);
  for (uint32_t i = 0; i < to->handler_count; i++) {
    to->handlers[i].start = moved[to->handlers[i].start];
    to->handlers[i].end = moved[to->handlers[i].end];
    to->handlers[i].target = moved[to->handlers[i].target];
  }
}

static void move_locals(Specializer *specializer) {
  Proto *to = specializer->to;
  const uint32_t *moved = specializer->moved;
  to->locals = copy(to->locals, to->local_count * sizeof *to->locals);
  for (uint32_t i = 0; i < to->local_count; i++) {
    to->locals[i].start = moved[to->locals[i].start];
    if (to->locals[i].end != UINT32_MAX) to->locals[i].end = moved[to->locals[i].end];
  }
}

static void move_checked_uses(Specializer *specializer) {
  Proto *to = specializer->to;
  const uint32_t *moved = specializer->moved;
  to->checked_uses = copy(to->checked_uses, to->checked_use_count * sizeof *to->checked_uses);
  for (uint32_t i = 0; i < to->checked_use_count; i++) {
    to->checked_uses[i].start = moved[to->checked_uses[i].start];
    to->checked_uses[i].end = moved[to->checked_uses[i].end];
  }
}

void specialize(Proto *proto, SpecializeOptions options) {
  Proto *generic = memory_alloc(sizeof *generic);
  *generic = *proto;
  Specializer specializer = {generic, proto, options, memory_alloc(((size_t)proto->code_length + 1) * sizeof(uint32_t))};
  write_code(&specializer, measure(&specializer));
  if (proto->loop_count) note_loop_entries(&specializer);
  move_spans(&specializer);
  if (proto->handler_count) move_handlers(&specializer);
  move_locals(&specializer);
  move_checked_uses(&specializer);
  proto->generic = generic;
  cache_collect_sites(proto);
  memory_free(specializer.moved);
}
