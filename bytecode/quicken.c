/* quicken.c -- the slow side of quickened instructions: what to become, and when to give up. */
#include "quicken.h"

#include "access.h"
#include "arithmetic.h"
#include "call.h"
#include "forms.h"
#include "observe.h"
#include "opcode.h"
#include "support/memory.h"

/* The forms of one instruction, at the opcodes of its quickened ones; 0 elsewhere. */
#define FORM(name, form) [OP_##name##form##_INT] = OP_##name##form, [OP_##name##form##_FLOAT] = OP_##name##form,
#define LIST_FORM(name, form) [OP_##name##form##_LIST] = OP_##name##form, [OP_##name##form##_MAP] = OP_##name##form,
#define STRING_FORM(name, form) [OP_##name##form##_STRING] = OP_##name##form,
#define CALL_FORM(name, form) [OP_##name##form##_CLOSURE] = OP_##name##form, [OP_##name##form##_CLASS] = OP_##name##form,
static const uint16_t generic_form[OPCODE_COUNT] = {QUICKENED_FORMS(FORM) GET_INDEX_FORMS(LIST_FORM) GET_INDEX_FORMS(STRING_FORM)
                                                        SET_INDEX_FORMS(LIST_FORM) CALL_FORMS(CALL_FORM)};
#undef FORM
#undef LIST_FORM
#undef STRING_FORM
#undef CALL_FORM
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

/* The guard of the instruction `opcode`, which ends at vm->ip, failed. `better` is the form that would have taken its operands; 0: there is none. */
static void adapt(Vm *vm, Opcode opcode, Opcode better) {
  Proto *proto = vm_mutable_proto(vm);
  uint32_t offset = (uint32_t)(vm->ip - proto->code) - opcode_length(opcode, false);
  uint8_t *failures = failures_at(proto, offset);
  vm->quicken_stats.failures++;
  if (*failures == 0 && better) {
    opcode_write(proto->code + offset, better);
    vm->quicken_stats.specialized++;
    observe_specialize(vm, proto->code + offset, opcode, better);
  }
  if (++*failures < QUICKEN_LIMIT) return;
  opcode_write(proto->code + offset, generic_form[opcode]);
  vm->quicken_stats.generalized++;
  observe_generalize(vm, proto->code + offset, opcode, generic_form[opcode]);
}

/* ---- numbers ---- */

/* Errors are none of its business: two ints that overflow were what the int form expected. */
static void adapt_to_numbers(Vm *vm, Opcode opcode, Value a, Value b) {
  if (float_form[opcode] && value_is(a, VALUE_INT) && value_is(b, VALUE_INT)) return;
  adapt(vm, opcode, float_form[opcode] && suits_float_form(opcode, a, b) ? float_form[opcode] : 0);
}

void quicken_arithmetic(Vm *vm, Opcode opcode, BinaryOperator op, Value a, Value b, Value *dest, Value *sp) {
  adapt_to_numbers(vm, opcode, a, b);
  arithmetic_into(vm, op, a, b, dest, sp);
}

void quicken_jump(Vm *vm, Opcode opcode, BinaryOperator op, Value a, Value b, bool when, int32_t offset, Value *sp) {
  adapt_to_numbers(vm, opcode, a, b);
  arithmetic_jump(vm, op, a, b, when, offset, sp);
}

/* ---- items and calls ---- */

/* The kind of thing that an instruction was made for; UNSET: it is none of these. */
#define LIST_KIND(name, form) [OP_##name##form##_LIST] = VALUE_LIST, [OP_##name##form##_MAP] = VALUE_MAP,
#define STRING_KIND(name, form) [OP_##name##form##_STRING] = VALUE_STRING,
#define CALL_KIND(name, form) [OP_##name##form##_CLOSURE] = VALUE_CLOSURE, [OP_##name##form##_CLASS] = VALUE_CLASS,
static const uint8_t kind[OPCODE_COUNT] = {GET_INDEX_FORMS(LIST_KIND) GET_INDEX_FORMS(STRING_KIND) SET_INDEX_FORMS(LIST_KIND)
                                               CALL_FORMS(CALL_KIND)};

/* What the first guess becomes, for each kind of thing it may meet. */
#define FORM(name, form) [OP_##name##form##_LIST] = OP_##name##form##_MAP,
static const uint16_t map_form[OPCODE_COUNT] = {GET_INDEX_FORMS(FORM) SET_INDEX_FORMS(FORM)};
#undef FORM
#define FORM(name, form) [OP_##name##form##_LIST] = OP_##name##form##_STRING,
static const uint16_t string_form[OPCODE_COUNT] = {GET_INDEX_FORMS(FORM)};
#undef FORM
#define FORM(name, form) [OP_##name##form##_CLOSURE] = OP_##name##form##_CLASS,
static const uint16_t class_form[OPCODE_COUNT] = {CALL_FORMS(FORM)};
#undef FORM

static Opcode form_for(Opcode opcode, Value object) {
  switch (object.tag) {
  case VALUE_MAP: return map_form[opcode];
  case VALUE_STRING: return string_form[opcode];
  case VALUE_CLASS: return class_form[opcode];
  default: return 0;
  }
}

/* An index out of range, a missing key, a wrong number of arguments: the kind was right all the same. */
static void adapt_to_kind(Vm *vm, Opcode opcode, Value object) {
  if (object.tag != kind[opcode]) adapt(vm, opcode, form_for(opcode, object));
}

void quicken_get_index(Vm *vm, Opcode opcode, Value a, Value i, Value *dest, Value *sp) {
  adapt_to_kind(vm, opcode, a);
  access_index_into(vm, a, i, dest, sp);
}

void quicken_set_index(Vm *vm, Opcode opcode) {
  adapt_to_kind(vm, opcode, vm->sp[-3]);
  access_set_index(vm);
}

void quicken_call(Vm *vm, Opcode opcode, uint32_t argc) {
  adapt_to_kind(vm, opcode, vm->sp[-(ptrdiff_t)argc - 1]);
  call_value(vm, argc);
}

void quicken_tail_call(Vm *vm, Opcode opcode, uint32_t argc) {
  adapt_to_kind(vm, opcode, vm->sp[-(ptrdiff_t)argc - 1]);
  call_tail(vm, argc);
}
