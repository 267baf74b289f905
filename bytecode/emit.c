/* emit.c -- instructions into bytes.
 *
 * Operands are 16 bits wide; one that does not fit makes the instruction WIDE. Jumps always have 32 bits, so that a forward jump can be patched without knowing how far it goes.
 * Strings in the pool are interned, hence "the very same constant" is "the same tag and payload" for every kind of value.
 */
#include "emit.h"

#include "fuse.h"
#include "runtime/string.h"
#include "support/memory.h"

/* Makes room for one more item in a growing array of the proto. */
#define RESERVE(array, count, capacity)                               \
  do {                                                                \
    if ((count) == (capacity)) {                                      \
      (capacity) = memory_grow((capacity), (size_t)(count) + 1);      \
      (array) = memory_resize((array), (capacity) * sizeof *(array)); \
    }                                                                 \
  } while (0)

void emitter_init(Emitter *emitter, Runtime *rt, Proto *proto) { *emitter = (Emitter){.rt = rt, .proto = proto}; }

void emitter_finish(Emitter *emitter) { memory_free(emitter->table.slots); }

static void write_byte(Emitter *emitter, uint8_t byte) {
  Proto *proto = emitter->proto;
  RESERVE(proto->code, proto->code_length, emitter->code_capacity);
  proto->code[proto->code_length++] = byte;
}

static void write_opcode(Emitter *emitter, Opcode opcode) {
  for (uint32_t i = 0; i < OPCODE_SIZE; i++)
    write_byte(emitter, 0);
  opcode_write(emitter->proto->code + emitter->proto->code_length - OPCODE_SIZE, opcode);
}

static void write_operand(Emitter *emitter, OperandKind kind, bool wide, uint32_t operand) {
  for (uint32_t i = 0; i < operand_size(kind, wide); i++)
    write_byte(emitter, i < 4 ? (uint8_t)(operand >> (8 * i)) : 0);
}

/* Consecutive instructions of the same span share an entry. */
static void note_span(Emitter *emitter, Span span) {
  Proto *proto = emitter->proto;
  if (proto->span_count) {
    Span last = proto->spans[proto->span_count - 1].span;
    if (last.start == span.start && last.end == span.end) return;
  }
  RESERVE(proto->spans, proto->span_count, emitter->span_capacity);
  proto->spans[proto->span_count++] = (SpanEntry){proto->code_length, span};
}

/* The operands of the instruction at `offset`; none of those that are fused is WIDE. */
static void read_operands(const Emitter *emitter, uint32_t offset, uint32_t operands[OPERANDS_MAX]) {
  const uint8_t *at = emitter->proto->code + offset;
  const uint8_t *kinds = opcode_infos[opcode_read(at)].operands;
  at += OPCODE_SIZE;
  for (int i = 0; i < OPERANDS_MAX && kinds[i] != OPERAND_NONE; i++) {
    operands[i] = operand_read(at, (OperandKind)kinds[i], false);
    at += operand_size((OperandKind)kinds[i], false);
  }
}

static uint32_t operand_count(Opcode opcode) {
  uint32_t count = 0;
  while (count < OPERANDS_MAX && opcode_infos[opcode].operands[count] != OPERAND_NONE)
    count++;
  return count;
}

/* Forgets the code from `offset` on. */
static void cut(Emitter *emitter, uint32_t offset) {
  Proto *proto = emitter->proto;
  proto->code_length = offset;
  while (proto->span_count && proto->spans[proto->span_count - 1].offset >= offset)
    proto->span_count--;
}

/* The last two instructions become one, if there is a rule for the pair; its operands are theirs, in a row. */
static bool fuse_last(Emitter *emitter) {
  if (emitter->recent_count < 2) return false;
  const uint8_t *code = emitter->proto->code;
  uint32_t first = emitter->recent[emitter->recent_count - 2], second = emitter->recent[emitter->recent_count - 1];
  const FuseRule *rule = fuse_find((Opcode)opcode_read(code + first), (Opcode)opcode_read(code + second));
  if (!rule) return false;
  uint32_t operands[2 * OPERANDS_MAX] = {0};
  Span span = proto_span(emitter->proto, rule->place_of_first ? first : second);
  read_operands(emitter, first, operands);
  read_operands(emitter, second, operands + operand_count((Opcode)opcode_read(code + first)));
  cut(emitter, first);
  emitter->recent_count -= 2;
  emit_3(emitter, rule->fused, operands[0], operands[1], operands[2], span);
  return true;
}

/* LOAD_TWO was made before it was known what its second local is for. When the instruction behind it would rather have that as an operand, the two part again. */
static void split_last(Emitter *emitter) {
  if (emitter->recent_count < 2) return;
  const uint8_t *code = emitter->proto->code;
  uint32_t pair = emitter->recent[emitter->recent_count - 2], last = emitter->recent[emitter->recent_count - 1];
  Opcode opcode = opcode_read(code + last);
  if (opcode_read(code + pair) != OP_LOAD_TWO || opcode == OP_LOAD_LOCAL || !fuse_find(OP_LOAD_LOCAL, opcode)) return;
  uint32_t locals[OPERANDS_MAX] = {0}, operands[OPERANDS_MAX] = {0};
  Span span_of_pair = proto_span(emitter->proto, pair), span = proto_span(emitter->proto, last);
  read_operands(emitter, pair, locals);
  read_operands(emitter, last, operands);
  cut(emitter, pair);
  emitter->recent_count -= 2;
  emitter->fuse = false;
  emit_1(emitter, OP_LOAD_LOCAL, locals[0], span_of_pair);
  emit_1(emitter, OP_LOAD_LOCAL, locals[1], span_of_pair);
  emitter->fuse = true;
  emit_3(emitter, opcode, operands[0], operands[1], operands[2], span);
}

/* Notes that an instruction was written from `start` on, and fuses it with the ones before. */
static void note_instruction(Emitter *emitter, uint32_t start, bool wide) {
  if (wide) {
    emitter->recent_count = 0;
    return;
  }
  if (emitter->recent_count == EMIT_RECENT) {
    memmove(emitter->recent, emitter->recent + 1, (EMIT_RECENT - 1) * sizeof *emitter->recent);
    emitter->recent_count--;
  }
  emitter->recent[emitter->recent_count++] = start;
  if (emitter->fuse && !fuse_last(emitter)) split_last(emitter);
}

void emit_3(Emitter *emitter, Opcode opcode, uint32_t first, uint32_t second, uint32_t third, Span span) {
  const uint8_t *kinds = opcode_infos[opcode].operands;
  const uint32_t operands[OPERANDS_MAX] = {first, second, third};
  bool wide = false;
  for (int i = 0; i < OPERANDS_MAX; i++)
    wide = wide || (kinds[i] != OPERAND_JUMP && kinds[i] != OPERAND_INT && operands[i] > UINT16_MAX);
  note_span(emitter, span);
  uint32_t start = emitter->proto->code_length;
  if (wide) write_opcode(emitter, OP_WIDE);
  write_opcode(emitter, opcode);
  for (int i = 0; i < OPERANDS_MAX; i++)
    write_operand(emitter, (OperandKind)kinds[i], wide, operands[i]);
  note_instruction(emitter, start, wide);
}

void emit_2(Emitter *emitter, Opcode opcode, uint32_t first, uint32_t second, Span span) {
  emit_3(emitter, opcode, first, second, 0, span);
}
void emit_1(Emitter *emitter, Opcode opcode, uint32_t operand, Span span) { emit_3(emitter, opcode, operand, 0, 0, span); }
void emit_0(Emitter *emitter, Opcode opcode, Span span) { emit_3(emitter, opcode, 0, 0, 0, span); }

void emit_checked(Emitter *emitter, Opcode opcode, uint32_t operand, const Symbol *name, const char *hint, Span span) {
  Proto *proto = emitter->proto;
  uint32_t start = emit_here(emitter);
  emit_1(emitter, opcode, operand, span);
  RESERVE(proto->checked_uses, proto->checked_use_count, emitter->use_capacity);
  proto->checked_uses[proto->checked_use_count++] = (CheckedUse){start, proto->code_length, name, hint};
}

uint32_t emit_jump_with(Emitter *emitter, Opcode opcode, uint32_t operand, Span span) {
  emit_2(emitter, opcode, operand, 0, span);
  return emit_here(emitter);
}

uint32_t emit_jump(Emitter *emitter, Opcode opcode, Span span) {
  emit_0(emitter, opcode, span);
  return emit_here(emitter);
}

/* A jump's operand is the last four bytes of its instruction, and counts from its end. */
void emit_set_jump(Emitter *emitter, uint32_t at, uint32_t target) {
  uint32_t distance = target - at;
  for (uint32_t i = 0; i < 4; i++)
    emitter->proto->code[at - 4 + i] = (uint8_t)(distance >> (8 * i));
}

void patch_jump(Emitter *emitter, uint32_t at) { emit_set_jump(emitter, at, emit_here(emitter)); }

void emit_jump_back(Emitter *emitter, Opcode opcode, uint32_t target, Span span) {
  emit_set_jump(emitter, emit_jump(emitter, opcode, span), target);
}

/* ---- constants ---- */

static uint32_t hash_bits(Value value) {
  uint64_t bits = (value.payload ^ (value.tag << 56)) * 0x9e3779b97f4a7c15u;
  return (uint32_t)(bits >> 32);
}

/* The slot of the table where `value` is, or would be. */
static uint32_t *find_slot(const Emitter *emitter, Value value) {
  uint32_t mask = emitter->table.capacity - 1;
  for (uint32_t i = hash_bits(value) & mask;; i = (i + 1) & mask) {
    uint32_t *slot = &emitter->table.slots[i];
    if (*slot == 0 || value_identical(emitter->proto->constants[*slot - 1], value)) return slot;
  }
}

static void grow_table(Emitter *emitter) {
  ConstantTable *table = &emitter->table;
  table->capacity = table->capacity ? table->capacity * 2 : 16;
  memory_free(table->slots);
  table->slots = memory_alloc(table->capacity * sizeof *table->slots);
  for (uint32_t i = 0; i < emitter->proto->constant_count; i++)
    *find_slot(emitter, emitter->proto->constants[i]) = i + 1;
}

uint32_t emit_constant(Emitter *emitter, Value value) {
  Proto *proto = emitter->proto;
  if ((proto->constant_count + 1) * 2 > emitter->table.capacity) grow_table(emitter);
  uint32_t *slot = find_slot(emitter, value);
  if (*slot) return *slot - 1;
  RESERVE(proto->constants, proto->constant_count, emitter->constant_capacity);
  proto->constants[proto->constant_count++] = value;
  *slot = proto->constant_count;
  return proto->constant_count - 1;
}

uint32_t emit_string(Emitter *emitter, const Symbol *symbol) {
  String *string = string_intern(emitter->rt, symbol->chars, symbol->length);
  if (!string) emitter->failed = true;
  return emit_constant(emitter, string ? value_string(string) : value_nil());
}

/* ---- tables ---- */

uint32_t emit_proto(Emitter *emitter, Proto *inner) {
  Proto *proto = emitter->proto;
  RESERVE(proto->protos, proto->proto_count, emitter->proto_capacity);
  proto->protos[proto->proto_count] = inner;
  return proto->proto_count++;
}

void emit_handler(Emitter *emitter, Handler handler) {
  Proto *proto = emitter->proto;
  RESERVE(proto->handlers, proto->handler_count, emitter->handler_capacity);
  proto->handlers[proto->handler_count++] = handler;
}

uint32_t emit_local(Emitter *emitter, uint32_t slot, const Symbol *name) {
  Proto *proto = emitter->proto;
  RESERVE(proto->locals, proto->local_count, emitter->local_capacity);
  proto->locals[proto->local_count] = (VariableInfo){slot, proto->code_length, UINT32_MAX, name};
  return proto->local_count++;
}

void emit_local_end(Emitter *emitter, uint32_t entry) { emitter->proto->locals[entry].end = emit_here(emitter); }
