/* disassemble.c -- code as people read it.
 *
 *     function fib(n): 1 argument, 1 local, 1 upvalue, stack 3
 *      line offset        instruction
 *         3      0        LOAD_LOCAL            0  n
 *                3        CONST                 0  2
 *                6        LESS
 *                7        JUMP_IF_FALSE        16  -> L1
 *               12        LOAD_LOCAL            0  n
 *               15        RETURN
 *               16  L1:   ...
 *
 * The line is that of the source, where it changes; the offset is in bytes; a label stands where a jump or a handler goes; then the opcode, its operands as they are in the code (a
 * jump's target as an offset), and what they stand for. Nothing in it depends on addresses or on anything but the code: listings are compared byte for byte by the tests.
 */
#include "disassemble.h"

#include "opcode.h"
#include "runtime/string.h"
#include "support/memory.h"
#include "support/number.h"

enum { SHOWN_STRING_BYTES = 40 };

/* The labels of one function: for each byte of code 0, or the number of the label there. */
typedef struct Listing {
  const Proto *proto;
  const DisassembleOptions *options;
  uint32_t *labels;
  FILE *file;
} Listing;

/* ---- operands in words ---- */

static void show_string(const String *string, FILE *file) {
  size_t shown = string->length < SHOWN_STRING_BYTES ? string->length : SHOWN_STRING_BYTES;
  fputc('"', file);
  for (size_t i = 0; i < shown; i++) {
    unsigned char byte = (unsigned char)string->chars[i];
    if (byte == '"' || byte == '\\')
      fprintf(file, "\\%c", byte);
    else if (byte == '\n')
      fputs("\\n", file);
    else if (byte < ' ' || byte == 0x7f)
      fprintf(file, "\\x%02x", byte);
    else
      fputc(byte, file);
  }
  fputs(shown < string->length ? "\"..." : "\"", file);
}

static void show_constant(Value value, FILE *file) {
  char text[NUMBER_TEXT_SIZE];
  switch (value.tag) {
  case VALUE_INT: number_format_int(text, value_as_int(value)); break;
  case VALUE_FLOAT: number_format_float(text, value_as_float(value)); break;
  case VALUE_STRING: show_string(value_as_string(value), file); return;
  default: strcpy(text, "nil"); break;
  }
  fputs(text, file);
}

static void show_signature(const Signature *signature, FILE *file) {
  if (signature->is_script) {
    fputs("<script>", file);
    return;
  }
  if (signature->owner) fprintf(file, "%s.", signature->owner->chars);
  fprintf(file, "%s(", signature->name ? signature->name->chars : "fn");
  for (uint32_t i = 0; i < signature->arity; i++)
    fprintf(file, "%s%s", i ? ", " : "", signature->params[i]->chars);
  fputc(')', file);
}

/* What an operand stands for, with two blanks before; nothing where the number says it all. */
static void show_meaning(const Listing *listing, OperandKind kind, uint32_t operand, uint32_t offset, uint32_t end) {
  const Proto *proto = listing->proto;
  FILE *file = listing->file;
  switch (kind) {
  case OPERAND_LOCAL: {
    const Symbol *name = proto_local_name(proto, operand, offset);
    if (!name) name = proto_local_name(proto, operand, end); /* the STORE that a variable's life begins with */
    if (name) fprintf(file, "  %s", name->chars);
    break;
  }
  case OPERAND_CONSTANT:
    fputs("  ", file);
    show_constant(proto->constants[operand], file);
    break;
  case OPERAND_NAME:
    fprintf(file, "  %.*s", (int)value_as_string(proto->constants[operand])->length, value_as_string(proto->constants[operand])->chars);
    break;
  case OPERAND_UPVALUE: fprintf(file, "  %s", proto->upvalue_names[operand]->chars); break;
  case OPERAND_BUILTIN:
    if (operand < listing->options->builtin_count) fprintf(file, "  %s", listing->options->builtin_names[operand]);
    break;
  case OPERAND_FUNCTION:
    fputs("  ", file);
    show_signature(proto->protos[operand]->signature, file);
    break;
  case OPERAND_JUMP:
    if (listing->labels) fprintf(file, "  -> L%u", listing->labels[operand]);
    break;
  default: break;
  }
}

/* ---- instructions ---- */

static void show_instruction(const Listing *listing, const Instruction *instruction, uint32_t offset) {
  const OpcodeInfo *info = &opcode_infos[instruction->opcode];
  char name[32];
  snprintf(name, sizeof name, "%s%s", instruction->wide ? "WIDE " : "", info->name);
  if (info->operands[0] == OPERAND_NONE)
    fputs(name, listing->file);
  else
    fprintf(listing->file, "%-22s", name);
  for (int i = 0; i < OPERANDS_MAX && info->operands[i] != OPERAND_NONE && info->operands[i] != OPERAND_CACHE; i++)
    fprintf(listing->file, " %5d", (int32_t)instruction->operands[i]);
  for (int i = 0; i < OPERANDS_MAX; i++)
    show_meaning(listing, (OperandKind)info->operands[i], instruction->operands[i], offset, offset + instruction->length);
  if (listing->options->explain) fprintf(listing->file, "   ; %s", info->doc);
}

/* The first instruction of a line shows the line. */
static void show_line(const Listing *listing, uint32_t offset, uint32_t *last_line) {
  Span span = proto_span(listing->proto, offset);
  uint32_t line = source_line_number(listing->proto->signature->source, span.start);
  if (line != *last_line)
    fprintf(listing->file, "%6u ", line);
  else
    fputs("       ", listing->file);
  *last_line = line;
}

static void show_code(const Listing *listing) {
  const Proto *proto = listing->proto;
  Instruction instruction;
  uint32_t last_line = 0;
  for (uint32_t offset = 0; opcode_decode(proto->code, proto->code_length, offset, &instruction); offset += instruction.length) {
    show_line(listing, offset, &last_line);
    char label[16] = "";
    if (listing->labels[offset]) snprintf(label, sizeof label, "L%u:", listing->labels[offset]);
    fprintf(listing->file, "%6u  %-5s ", offset, label);
    show_instruction(listing, &instruction, offset);
    fputc('\n', listing->file);
  }
}

/* ---- functions ---- */

static void note_targets(const Proto *proto, uint32_t *labels) {
  Instruction instruction;
  for (uint32_t offset = 0; opcode_decode(proto->code, proto->code_length, offset, &instruction); offset += instruction.length) {
    for (int i = 0; i < OPERANDS_MAX; i++) {
      if (opcode_infos[instruction.opcode].operands[i] == OPERAND_JUMP) labels[instruction.operands[i]] = 1;
    }
  }
  for (uint32_t i = 0; i < proto->handler_count; i++)
    labels[proto->handlers[i].target] = 1;
}

/* Labels count from 1 in the order of the code. */
static uint32_t *number_labels(const Proto *proto) {
  uint32_t *labels = memory_alloc((proto->code_length + 1) * sizeof *labels);
  uint32_t count = 0;
  note_targets(proto, labels);
  for (uint32_t offset = 0; offset < proto->code_length; offset++) {
    if (labels[offset]) labels[offset] = ++count;
  }
  return labels;
}

static void show_handlers(const Listing *listing) {
  for (uint32_t i = 0; i < listing->proto->handler_count; i++) {
    const Handler *handler = &listing->proto->handlers[i];
    fprintf(listing->file, "  handler %u..%u -> L%u, stack %u\n", handler->start, handler->end, listing->labels[handler->target],
            handler->depth);
  }
}

static void show_count(uint32_t count, const char *what, FILE *file) { fprintf(file, "%u %s%s", count, what, count == 1 ? "" : "s"); }

void disassemble_proto(const Proto *proto, const DisassembleOptions *options, FILE *file) {
  Listing listing = {proto, options, number_labels(proto), file};
  fputs("function ", file);
  show_signature(proto->signature, file);
  fputs(": ", file);
  show_count(proto->arity, "argument", file);
  fputs(", ", file);
  show_count(proto->slot_count, "local", file);
  fputs(", ", file);
  show_count(proto->upvalue_count, "upvalue", file);
  fprintf(file, ", stack %u\n  line offset        instruction\n", proto->max_stack);
  show_code(&listing);
  show_handlers(&listing);
  memory_free(listing.labels);
}

void disassemble_unit(const Unit *unit, const DisassembleOptions *options, FILE *file) {
  /* A unit's list has the newest proto first; functions are shown in the order in which they were met. */
  size_t count = 0;
  for (const Proto *proto = unit->protos; proto; proto = proto->next)
    count++;
  const Proto **protos = memory_alloc(count * sizeof *protos);
  for (const Proto *proto = unit->protos; proto; proto = proto->next)
    protos[--count] = proto;
  for (const Proto *const *at = protos;; at++) {
    disassemble_proto(*at, options, file);
    if (*at == unit->protos) break;
    fputc('\n', file);
  }
  memory_free(protos);
}

uint32_t disassemble_instruction(const Proto *proto, uint32_t offset, const DisassembleOptions *options, FILE *file) {
  Listing listing = {proto, options, NULL, file};
  Instruction instruction;
  if (!opcode_decode(proto->code, proto->code_length, offset, &instruction)) return 0;
  show_instruction(&listing, &instruction, offset);
  return instruction.length;
}
