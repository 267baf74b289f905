/* quicken.c -- the slow side of quickened instructions: what to become, and when to give up. */
#include "quicken.h"

#include "arithmetic.h"
#include "forms.h"
#include "observe.h"
#include "opcode.h"
#include "support/memory.h"

/* The forms of one instruction, at the opcodes of its quickened ones; 0 elsewhere. */
#define FORM(name, form) [OP_##name##form##_INT] = OP_##name##form, [OP_##name##form##_FLOAT] = OP_##name##form,
static const uint16_t generic_form[OPCODE_COUNT] = {QUICKENED_FORMS(FORM)};
#undef FORM
#define FORM(name, form) [OP_##name##form##_INT] = OP_##name##form##_FLOAT,
static const uint16_t float_form[OPCODE_COUNT] = {QUICKENED_FORMS(FORM)};
#undef FORM

/* How often guards have failed at this offset. */
static uint8_t *failures_at(Proto *proto, uint32_t offset) {
  if (!proto->failures) proto->failures = memory_alloc(proto->code_length);
  return &proto->failures[offset];
}

/* Would the float form have taken them? A small int in the code does beside a float. */
static bool suits_float_form(Opcode opcode, Value a, Value b) {
  bool has_small_int = false;
  for (int i = 0; i < OPERANDS_MAX; i++)
    has_small_int |= opcode_infos[opcode].operands[i] == OPERAND_INT;
  return has_small_int ? value_is(a, VALUE_FLOAT) || value_is(b, VALUE_FLOAT) : value_is(a, VALUE_FLOAT) && value_is(b, VALUE_FLOAT);
}

/* The guard of the instruction `opcode`, which ends at vm->ip, failed for these operands. Errors are none of its business: two ints that overflow were what it expected. */
static void adapt(Vm *vm, Opcode opcode, Value a, Value b) {
  if (float_form[opcode] && value_is(a, VALUE_INT) && value_is(b, VALUE_INT)) return;
  Proto *proto = vm_mutable_proto(vm);
  uint32_t offset = (uint32_t)(vm->ip - proto->code) - opcode_length(opcode, false);
  uint8_t *failures = failures_at(proto, offset);
  vm->quicken_stats.failures++;
  if (*failures == 0 && float_form[opcode] && suits_float_form(opcode, a, b)) {
    opcode_write(proto->code + offset, float_form[opcode]);
    vm->quicken_stats.specialized++;
    observe_specialize(vm, proto->code + offset, opcode, float_form[opcode]);
  }
  if (++*failures < QUICKEN_LIMIT) return;
  opcode_write(proto->code + offset, generic_form[opcode]);
  vm->quicken_stats.generalized++;
  observe_generalize(vm, proto->code + offset, opcode, generic_form[opcode]);
}

void quicken_arithmetic(Vm *vm, Opcode opcode, BinaryOperator op, Value a, Value b, Value *dest, Value *sp) {
  adapt(vm, opcode, a, b);
  arithmetic_into(vm, op, a, b, dest, sp);
}

void quicken_jump(Vm *vm, Opcode opcode, BinaryOperator op, Value a, Value b, bool when, int32_t offset, Value *sp) {
  adapt(vm, opcode, a, b);
  arithmetic_jump(vm, op, a, b, when, offset, sp);
}
