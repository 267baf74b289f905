/* verify.c -- proof that a function is sound, before it runs for the first time.
 *
 * Works through the code with a list of places still to look at, each with the stack depth on arrival:
 *
 *     start with offset 0, depth 0, and every handler's target, its depth + 2
 *     take a place; step through instructions until one STOPS or a place is reached that was seen before:
 *         the depth there must be the same; a JUMPS instruction adds its target to the list
 *
 * Each instruction is stepped over once, so time is linear. Code that nothing reaches is not looked at: it can't run. Every rule is one function below, named for it.
 */
#include "verify.h"

#include "finally.h"
#include "opcode.h"
#include "support/memory.h"

#include <stdarg.h>
#include <stdio.h>

enum { NOT_SEEN = -1, INSIDE = -2 };

typedef struct Verifier {
  Proto *proto;
  const Value *builtins;
  uint32_t builtin_count;
  VerifyError *error;
  int32_t *depths; /* for each byte: the depth on arrival, NOT_SEEN, or INSIDE an instruction */
  uint32_t *todo;  /* offsets still to look at; their depths are set */
  uint32_t todo_count;
  uint32_t deepest;
} Verifier;

static bool PRINTF_LIKE(3, 4) wrong(Verifier *verifier, uint32_t offset, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(verifier->error->message, sizeof verifier->error->message, format, arguments);
  va_end(arguments);
  verifier->error->offset = offset;
  return false;
}

static void note_depth(Verifier *verifier, uint32_t depth) {
  if (depth > verifier->deepest) verifier->deepest = depth;
}

/* Execution may arrive at `offset` with `depth` values on the stack: the same depth every time. */
static bool arrive(Verifier *verifier, uint32_t from, uint32_t offset, int32_t depth) {
  if (offset >= verifier->proto->code_length) return wrong(verifier, from, "runs past the end of the code");
  int32_t known = verifier->depths[offset];
  if (known == INSIDE) return wrong(verifier, from, "goes on at %u, inside an instruction", offset);
  if (known == depth) return true;
  if (known != NOT_SEEN) return wrong(verifier, from, "reaches %u with %d values on the stack, elsewhere with %d", offset, depth, known);
  verifier->depths[offset] = depth;
  verifier->todo[verifier->todo_count++] = offset;
  note_depth(verifier, (uint32_t)depth);
  return true;
}

static bool is_name(const Proto *proto, uint32_t index) {
  return index < proto->constant_count && value_is(proto->constants[index], VALUE_STRING);
}

/* How many slots in a row an instruction uses from its operand on. */
static uint32_t slots_used(Opcode opcode, int operand) {
  switch (opcode) {
  case OP_FOR_LOOP: return operand == 0 ? 2 : 1;
  case OP_FOR_BEGIN:
  case OP_FOR_RANGE:
  case OP_FOR_NEXT: return 2;
  case OP_END_FINALLY: return 3;
  default: return 1;
  }
}

/* A class among the builtins may be loaded, but is called as classes are. */
static bool builtin_suits(Opcode opcode, Value builtin) { return opcode != OP_CALL_BUILTIN || value_is(builtin, VALUE_BUILTIN); }

static bool operand_in_range(const Verifier *verifier, const Instruction *instruction, int i) {
  const Proto *proto = verifier->proto;
  uint32_t operand = instruction->operands[i];
  switch ((OperandKind)opcode_infos[instruction->opcode].operands[i]) {
  case OPERAND_LOCAL: {
    /* CLOSE_UPVALUES of a block without slots of its own may name the end */
    uint32_t used = instruction->opcode == OP_CLOSE_UPVALUES ? 0 : slots_used(instruction->opcode, i);
    return operand <= proto->slot_count && used <= proto->slot_count - operand;
  }
  case OPERAND_CONSTANT: return operand < proto->constant_count;
  case OPERAND_NAME: return is_name(proto, operand);
  case OPERAND_UPVALUE: return operand < proto->upvalue_count;
  case OPERAND_BUILTIN: return operand < verifier->builtin_count && builtin_suits(instruction->opcode, verifier->builtins[operand]);
  case OPERAND_FUNCTION: return operand < proto->proto_count;
  case OPERAND_COUNT: return operand <= INT32_MAX / 2 && (instruction->opcode != OP_COUNT_TURN || operand < proto->loop_count);
  case OPERAND_NONE:
  case OPERAND_INT:
  case OPERAND_CACHE:
  case OPERAND_JUMP: return true; /* opcode_decode looked at it */
  }
  return false;
}

static bool operands_in_range(Verifier *verifier, uint32_t offset, const Instruction *instruction) {
  for (int i = 0; i < OPERANDS_MAX; i++) {
    if (!operand_in_range(verifier, instruction, i))
      return wrong(verifier, offset, "operand %d (%u) is out of range", i + 1, instruction->operands[i]);
  }
  return true;
}

/* A checked instruction must know the name that it would complain about. */
static bool names_its_variable(Verifier *verifier, uint32_t offset, const Instruction *instruction) {
  switch (instruction->opcode) {
  case OP_LOAD_LOCAL_CHECKED:
  case OP_STORE_LOCAL_CHECKED:
  case OP_LOAD_UPVALUE_CHECKED:
  case OP_STORE_UPVALUE_CHECKED:
  case OP_UNDEFINED:
    if (!proto_checked_use(verifier->proto, offset)) return wrong(verifier, offset, "a checked use without a name");
    return true;
  default: return true;
  }
}

/* A closure captures what the function that makes it has. */
static bool captures_in_range(Verifier *verifier, uint32_t offset, const Instruction *instruction) {
  if (instruction->opcode != OP_CLOSURE) return true;
  const Proto *proto = verifier->proto, *inner = proto->protos[instruction->operands[0]];
  for (uint32_t i = 0; i < inner->upvalue_count; i++) {
    UpvalueInfo upvalue = inner->upvalues[i];
    if (upvalue.index >= (upvalue.from_local ? proto->slot_count : proto->upvalue_count))
      return wrong(verifier, offset, "captures variable %u, which is out of range", upvalue.index);
  }
  return true;
}

/* HALT and RESULT are the script's, RETURN and tail calls are functions'. EXIT is never compiled. */
static bool belongs_here(Verifier *verifier, uint32_t offset, const Instruction *instruction) {
  bool is_script = verifier->proto->signature->is_script;
  switch (instruction->opcode) {
  case OP_EXIT: return wrong(verifier, offset, "EXIT in compiled code");
  case OP_HALT:
  case OP_RESULT: return is_script || wrong(verifier, offset, "%s in a function", opcode_infos[instruction->opcode].name);
  case OP_RETURN:
  case OP_RETURN_LOCAL:
  case OP_RETURN_NIL:
  case OP_TAIL_CALL:
  case OP_TAIL_CALL_CLOSURE:
  case OP_TAIL_CALL_CLASS:
  case OP_TAIL_INVOKE:
  case OP_TAIL_SUPER_INVOKE:
  case OP_TAIL_INVOKE_CACHED:
  case OP_TAIL_SUPER_INVOKE_CACHED: return !is_script || wrong(verifier, offset, "%s in a script", opcode_infos[instruction->opcode].name);
  default: return true;
  }
}

static bool has_its_operands(Verifier *verifier, uint32_t offset, const Instruction *instruction, int32_t depth) {
  uint32_t pops = opcode_pops(instruction);
  if (pops > (uint32_t)depth) return wrong(verifier, offset, "takes %u values off a stack of %d", pops, depth);
  return true;
}

/* The depth behind an instruction, on the way straight on and on the way of its jump. */
static void depths_after(const Instruction *instruction, int32_t depth, int32_t *next, int32_t *jumped) {
  int32_t rest = depth - (int32_t)opcode_pops(instruction);
  *next = *jumped = rest + opcode_infos[instruction->opcode].pushes;
  switch (instruction->opcode) {
  case OP_JUMP_IF_FALSE_OR_POP:
  case OP_JUMP_IF_TRUE_OR_POP: *next = rest; break;
  case OP_FOR_NEXT: *jumped = rest; break;
  default: break;
  }
}

static uint32_t jump_target(const Instruction *instruction) {
  int i = 0;
  while (opcode_infos[instruction->opcode].operands[i] != OPERAND_JUMP)
    i++;
  return instruction->operands[i];
}

/* Marks the bytes behind an instruction's first, so that nothing jumps among them. */
static bool claim(Verifier *verifier, uint32_t offset, uint32_t length) {
  for (uint32_t i = offset + 1; i < offset + length; i++) {
    if (verifier->depths[i] >= 0) return wrong(verifier, offset, "overlaps the instruction at %u", i);
    verifier->depths[i] = INSIDE;
  }
  return true;
}

static bool step(Verifier *verifier, uint32_t offset) {
  Instruction instruction;
  int32_t depth = verifier->depths[offset], next, jumped;
  if (!opcode_decode(verifier->proto->code, verifier->proto->code_length, offset, &instruction))
    return wrong(verifier, offset, "is no instruction");
  if (!claim(verifier, offset, instruction.length) || !operands_in_range(verifier, offset, &instruction) ||
      !belongs_here(verifier, offset, &instruction) || !names_its_variable(verifier, offset, &instruction) ||
      !captures_in_range(verifier, offset, &instruction) || !has_its_operands(verifier, offset, &instruction, depth))
    return false;
  note_depth(verifier, (uint32_t)depth + opcode_scratch(instruction.opcode));
  depths_after(&instruction, depth, &next, &jumped);
  uint8_t flags = opcode_infos[instruction.opcode].flags;
  if ((flags & OPCODE_JUMPS) && !arrive(verifier, offset, jump_target(&instruction), jumped)) return false;
  return (flags & OPCODE_STOPS) || arrive(verifier, offset, offset + instruction.length, next);
}

static bool handlers_in_range(Verifier *verifier) {
  const Proto *proto = verifier->proto;
  for (uint32_t i = 0; i < proto->handler_count; i++) {
    const Handler *handler = &proto->handlers[i];
    if (handler->start > handler->end || handler->end > proto->code_length || handler->depth > INT32_MAX / 2 ||
        handler->slot > proto->slot_count)
      return wrong(verifier, handler->target, "handler %u covers no part of the code", i);
    if (!arrive(verifier, handler->target, handler->target, (int32_t)handler->depth + 2)) return false;
  }
  return true;
}

static bool frame_holds_arguments(Verifier *verifier) {
  const Proto *proto = verifier->proto;
  if (proto->arity + proto->is_method > proto->slot_count) return wrong(verifier, 0, "has fewer slots than arguments");
  return true;
}

bool verify_proto(Proto *proto, const Value *builtins, uint32_t builtin_count, VerifyError *error) {
  Verifier verifier = {.proto = proto, .builtins = builtins, .builtin_count = builtin_count, .error = error};
  verifier.depths = memory_alloc(proto->code_length * sizeof *verifier.depths);
  verifier.todo = memory_alloc(((size_t)proto->code_length + 1) * sizeof *verifier.todo);
  for (uint32_t i = 0; i < proto->code_length; i++)
    verifier.depths[i] = NOT_SEEN;
  bool ok = frame_holds_arguments(&verifier) && arrive(&verifier, 0, 0, 0) && handlers_in_range(&verifier);
  while (ok && verifier.todo_count)
    ok = step(&verifier, verifier.todo[--verifier.todo_count]);
  proto->max_stack = verifier.deepest;
  proto->frame_size = proto->slot_count + verifier.deepest;
  proto->easy_arity = proto->frame_size <= EASY_FRAME ? proto->arity : PROTO_NOT_EASY;
  memory_free(verifier.depths);
  memory_free(verifier.todo);
  return ok;
}

bool verify_unit(Unit *unit, const Value *builtins, uint32_t builtin_count, VerifyError *error, const Proto **culprit) {
  for (Proto *proto = unit->protos; proto; proto = proto->next) {
    *culprit = proto;
    if (!verify_proto(proto, builtins, builtin_count, error)) return false;
  }
  return true;
}
