/* ops/operators.h -- handlers of the operators: two ints or two floats here, all else in arithmetic.c; what a quickened form was not made for in quicken.c.
 *
 * The fast paths must answer exactly as runtime/ops.h does; they only answer sooner.
 */
#ifndef DUET_BYTECODE_OPS_OPERATORS_H
#define DUET_BYTECODE_OPS_OPERATORS_H

#include "../arithmetic.h"
#include "../handler.h"
#include "../loop.h"
#include "../operand.h"
#include "../quicken.h"
#include "support/arith.h"

/* May an operand from there stand beside a float, for the float forms? Small ints in the code may: they are doubles as well. */
#define FLOATING_L(x) value_is(OPERAND_L(x), VALUE_FLOAT)
#define FLOATING_I(x) true
#define FLOATING_K(x) value_is(OPERAND_K(x), VALUE_FLOAT)
#define FLOATING_S(x) value_is(OPERAND_S(x), VALUE_FLOAT)

/* ---- arithmetic ----
 *
 * The generic form: two ints: checked; two floats, or a float and a number: as doubles; else, and on overflow, the slow way. The int form knows only the first, the float form only floats. */

#define ARITHMETIC_FUNCTIONS(NAME, OPERATOR, int_function, c_operator)                                                              \
  ALWAYS_INLINE Regs arith_##NAME(Vm *vm, Regs r, Value a, Value b, Value *dest, Value *sp) {                                       \
    int64_t result;                                                                                                                 \
    if (LIKELY(value_is(a, VALUE_INT) && value_is(b, VALUE_INT))) {                                                                 \
      if (UNLIKELY(int_function(value_as_int(a), value_as_int(b), &result) != ARITH_OK))                                            \
        return SLOW(vm, r, arithmetic_into(vm, BINARY_##OPERATOR, a, b, dest, sp));                                                 \
      *dest = value_int(result);                                                                                                    \
    } else if (LIKELY(value_is(a, VALUE_FLOAT) && value_is_number(b))) {                                                            \
      *dest = value_float(value_as_float(a) c_operator value_to_float(b));                                                          \
    } else if (value_is(a, VALUE_INT) && value_is(b, VALUE_FLOAT)) {                                                                \
      *dest = value_float((double)value_as_int(a) c_operator value_as_float(b));                                                    \
    } else {                                                                                                                        \
      return SLOW(vm, r, arithmetic_into(vm, BINARY_##OPERATOR, a, b, dest, sp));                                                   \
    }                                                                                                                               \
    r.sp = sp;                                                                                                                      \
    return r;                                                                                                                       \
  }                                                                                                                                 \
  ALWAYS_INLINE Regs arith_##NAME##_INT(Vm *vm, Regs r, Opcode opcode, Value a, Value b, Value *dest, Value *sp) {                  \
    int64_t result;                                                                                                                 \
    if (UNLIKELY(!value_is(a, VALUE_INT) || !value_is(b, VALUE_INT)) ||                                                             \
        UNLIKELY(int_function(value_as_int(a), value_as_int(b), &result) != ARITH_OK))                                              \
      return SLOW(vm, r, quicken_arithmetic(vm, opcode, BINARY_##OPERATOR, a, b, dest, sp));                                        \
    *dest = value_int(result);                                                                                                      \
    r.sp = sp;                                                                                                                      \
    return r;                                                                                                                       \
  }                                                                                                                                 \
  ALWAYS_INLINE Regs arith_##NAME##_FLOAT(Vm *vm, Regs r, Opcode opcode, bool floating, Value a, Value b, Value *dest, Value *sp) { \
    if (UNLIKELY(!floating)) return SLOW(vm, r, quicken_arithmetic(vm, opcode, BINARY_##OPERATOR, a, b, dest, sp));                 \
    *dest = value_float(value_to_float(a) c_operator value_to_float(b));                                                            \
    r.sp = sp;                                                                                                                      \
    return r;                                                                                                                       \
  }
ARITHMETIC_FUNCTIONS(ADD, ADD, arith_add, +)
ARITHMETIC_FUNCTIONS(SUB, SUBTRACT, arith_subtract, -)
ARITHMETIC_FUNCTIONS(MUL, MULTIPLY, arith_multiply, *)
ARITHMETIC_FUNCTIONS(DIV, DIVIDE, arith_divide, /)

ALWAYS_INLINE Regs arith_MOD(Vm *vm, Regs r, Value a, Value b, Value *dest, Value *sp) {
  int64_t result;
  if (UNLIKELY(!value_is(a, VALUE_INT) || !value_is(b, VALUE_INT) || arith_modulo(value_as_int(a), value_as_int(b), &result) != ARITH_OK))
    return SLOW(vm, r, arithmetic_into(vm, BINARY_MODULO, a, b, dest, sp));
  *dest = value_int(result);
  r.sp = sp;
  return r;
}

/* One form of an instruction (forms.h): where a and b are, where the result goes, where the stack ends then. */
#define GENERIC_FORM(NAME, form, A, B, dest, sp) \
  HANDLER3(NAME##form, first, second, third) { return arith_##NAME(vm, r, OPERAND_##A, OPERAND_##B, dest, sp); }
#define QUICKENED_FORM(NAME, form, A, B, dest, sp)                                                                                 \
  GENERIC_FORM(NAME, form, A, B, dest, sp)                                                                                         \
  HANDLER3(NAME##form##_INT, first, second, third) {                                                                               \
    return arith_##NAME##_INT(vm, r, OP_##NAME##form##_INT, OPERAND_##A, OPERAND_##B, dest, sp);                                   \
  }                                                                                                                                \
  HANDLER3(NAME##form##_FLOAT, first, second, third) {                                                                             \
    return arith_##NAME##_FLOAT(vm, r, OP_##NAME##form##_FLOAT, FLOATING_##A && FLOATING_##B, OPERAND_##A, OPERAND_##B, dest, sp); \
  }
#define DIVISION_HANDLERS(FORM, NAME)                  \
  FORM(NAME, , S(2), S(1), r.sp - 2, r.sp - 1)         \
  FORM(NAME, _SL, S(1), L(first), r.sp - 1, r.sp)      \
  FORM(NAME, _SI, S(1), I(first), r.sp - 1, r.sp)      \
  FORM(NAME, _LL, L(first), L(second), r.sp, r.sp + 1) \
  FORM(NAME, _LI, L(first), I(second), r.sp, r.sp + 1)
#define ARITHMETIC_HANDLERS(NAME)                                      \
  DIVISION_HANDLERS(QUICKENED_FORM, NAME)                              \
  QUICKENED_FORM(NAME, _SK, S(1), K(first), r.sp - 1, r.sp)            \
  QUICKENED_FORM(NAME, _LK, L(first), K(second), r.sp, r.sp + 1)       \
  QUICKENED_FORM(NAME, _KL, K(first), L(second), r.sp, r.sp + 1)       \
  QUICKENED_FORM(NAME, _IL, I(first), L(second), r.sp, r.sp + 1)       \
  QUICKENED_FORM(NAME, _LS, L(first), S(1), r.sp - 1, r.sp)            \
  QUICKENED_FORM(NAME, _LS_L, L(first), S(1), r.fp + second, r.sp - 1) \
  QUICKENED_FORM(NAME, _SS_L, S(2), S(1), r.fp + first, r.sp - 2)      \
  QUICKENED_FORM(NAME, _SL_L, S(1), L(first), r.fp + second, r.sp - 1) \
  QUICKENED_FORM(NAME, _SI_L, S(1), I(first), r.fp + second, r.sp - 1) \
  QUICKENED_FORM(NAME, _SK_L, S(1), K(first), r.fp + second, r.sp - 1) \
  QUICKENED_FORM(NAME, _LL_L, L(first), L(second), r.fp + third, r.sp) \
  QUICKENED_FORM(NAME, _LI_L, L(first), I(second), r.fp + third, r.sp) \
  QUICKENED_FORM(NAME, _LK_L, L(first), K(second), r.fp + third, r.sp)
ARITHMETIC_HANDLERS(ADD)
ARITHMETIC_HANDLERS(SUB)
ARITHMETIC_HANDLERS(MUL)
DIVISION_HANDLERS(QUICKENED_FORM, DIV)
DIVISION_HANDLERS(GENERIC_FORM, MOD)
GENERIC_FORM(MOD, _SK, S(1), K(first), r.sp - 1, r.sp)
GENERIC_FORM(MOD, _LK, L(first), K(second), r.sp, r.sp + 1)

/* ---- ints only ---- */

static inline bool both_are_ints(const Value *sp) { return value_is(sp[-2], VALUE_INT) && value_is(sp[-1], VALUE_INT); }

/* a b -> result */
static inline Regs give_two(Regs r, Value result) {
  r.sp[-2] = result;
  r.sp--;
  return r;
}

#define BIT_HANDLER(NAME, c_operator)                                                                                         \
  HANDLER0(NAME) {                                                                                                            \
    if (LIKELY(both_are_ints(r.sp))) return give_two(r, value_int(value_as_int(r.sp[-2]) c_operator value_as_int(r.sp[-1]))); \
    return SLOW(vm, r, arithmetic_binary(vm, BINARY_##NAME));                                                                 \
  }
BIT_HANDLER(BIT_AND, &)
BIT_HANDLER(BIT_OR, |)
BIT_HANDLER(BIT_XOR, ^)

#define SHIFT_HANDLER(NAME, function)                                                                                         \
  HANDLER0(NAME) {                                                                                                            \
    int64_t result;                                                                                                           \
    if (LIKELY(both_are_ints(r.sp)) && LIKELY(function(value_as_int(r.sp[-2]), value_as_int(r.sp[-1]), &result) == ARITH_OK)) \
      return give_two(r, value_int(result));                                                                                  \
    return SLOW(vm, r, arithmetic_binary(vm, BINARY_##NAME));                                                                 \
  }
SHIFT_HANDLER(SHIFT_LEFT, arith_shift_left)
SHIFT_HANDLER(SHIFT_RIGHT, arith_shift_right)

/* ---- comparisons: for a value, and for a jump ---- */

/* Behind a comparison that jumps. */
ALWAYS_INLINE Regs compare_jump(Vm *vm, Regs r, bool holds, bool when, uint32_t offset, Value *sp) {
  r.sp = sp;
  if (holds != when) return r;
  r.ip += (int32_t)offset;
  return when ? loop_poll(vm, r, offset) : r;
}

/* Values that are neither two ints nor two floats: equality has an answer for all of them, and needs no registers; an order may be an error. */
#define OTHERWISE_EQUAL(a, b, slow) holds = arithmetic_equal(a, b)
#define OTHERWISE_NOT_EQUAL(a, b, slow) holds = !arithmetic_equal(a, b)
#define OTHERWISE_LESS(a, b, slow) return slow
#define OTHERWISE_LESS_EQUAL(a, b, slow) return slow
#define OTHERWISE_GREATER(a, b, slow) return slow
#define OTHERWISE_GREATER_EQUAL(a, b, slow) return slow

#define COMPARISON_HANDLERS(NAME, c_operator)                                                                                           \
  HANDLER0(NAME) {                                                                                                                      \
    Value a = OPERAND_S(2), b = OPERAND_S(1);                                                                                           \
    if (LIKELY(value_is(a, VALUE_INT) && value_is(b, VALUE_INT)))                                                                       \
      return give_two(r, value_bool(value_as_int(a) c_operator value_as_int(b)));                                                       \
    if (value_is(a, VALUE_FLOAT) && value_is(b, VALUE_FLOAT))                                                                           \
      return give_two(r, value_bool(value_as_float(a) c_operator value_as_float(b)));                                                   \
    bool holds;                                                                                                                         \
    OTHERWISE_##NAME(a, b, SLOW(vm, r, arithmetic_binary(vm, BINARY_##NAME)));                                                          \
    return give_two(r, value_bool(holds));                                                                                              \
  }                                                                                                                                     \
  HANDLER0(NAME##_INT) {                                                                                                                \
    Value a = OPERAND_S(2), b = OPERAND_S(1);                                                                                           \
    if (UNLIKELY(!value_is(a, VALUE_INT) || !value_is(b, VALUE_INT)))                                                                   \
      return SLOW(vm, r, quicken_arithmetic(vm, OP_##NAME##_INT, BINARY_##NAME, a, b, r.sp - 2, r.sp - 1));                             \
    return give_two(r, value_bool(value_as_int(a) c_operator value_as_int(b)));                                                         \
  }                                                                                                                                     \
  HANDLER0(NAME##_FLOAT) {                                                                                                              \
    Value a = OPERAND_S(2), b = OPERAND_S(1);                                                                                           \
    if (UNLIKELY(!value_is(a, VALUE_FLOAT) || !value_is(b, VALUE_FLOAT)))                                                               \
      return SLOW(vm, r, quicken_arithmetic(vm, OP_##NAME##_FLOAT, BINARY_##NAME, a, b, r.sp - 2, r.sp - 1));                           \
    return give_two(r, value_bool(value_as_float(a) c_operator value_as_float(b)));                                                     \
  }                                                                                                                                     \
  ALWAYS_INLINE Regs compare_##NAME(Vm *vm, Regs r, Value a, Value b, bool when, uint32_t offset, Value *sp) {                          \
    bool holds;                                                                                                                         \
    if (LIKELY(value_is(a, VALUE_INT) && value_is(b, VALUE_INT)))                                                                       \
      holds = value_as_int(a) c_operator value_as_int(b);                                                                               \
    else if (LIKELY(value_is(a, VALUE_FLOAT) && value_is(b, VALUE_FLOAT)))                                                              \
      holds = value_as_float(a) c_operator value_as_float(b);                                                                           \
    else                                                                                                                                \
      OTHERWISE_##NAME(a, b, SLOW(vm, r, arithmetic_jump(vm, BINARY_##NAME, a, b, when, (int32_t)offset, sp)));                         \
    return compare_jump(vm, r, holds, when, offset, sp);                                                                                \
  }                                                                                                                                     \
  ALWAYS_INLINE Regs compare_##NAME##_INT(Vm *vm, Regs r, Opcode opcode, Value a, Value b, bool when, uint32_t offset, Value *sp) {     \
    if (UNLIKELY(!value_is(a, VALUE_INT) || !value_is(b, VALUE_INT)))                                                                   \
      return SLOW(vm, r, quicken_jump(vm, opcode, BINARY_##NAME, a, b, when, (int32_t)offset, sp));                                     \
    return compare_jump(vm, r, value_as_int(a) c_operator value_as_int(b), when, offset, sp);                                           \
  }                                                                                                                                     \
  ALWAYS_INLINE Regs compare_##NAME##_FLOAT(Vm *vm, Regs r, Opcode opcode, bool floating, Value a, Value b, bool when, uint32_t offset, \
                                            Value *sp) {                                                                                \
    if (UNLIKELY(!floating)) return SLOW(vm, r, quicken_jump(vm, opcode, BINARY_##NAME, a, b, when, (int32_t)offset, sp));              \
    return compare_jump(vm, r, value_to_float(a) c_operator value_to_float(b), when, offset, sp);                                       \
  }                                                                                                                                     \
  JUMP_HANDLERS(NAME, JUMP_UNLESS_##NAME, false)                                                                                        \
  JUMP_HANDLERS(NAME, JUMP_IF_##NAME, true)
#define JUMP_FORM(NAME, JUMP, when, form, A, B, offset, sp)                                                                             \
  HANDLER3(JUMP##form, first, second, third) { return compare_##NAME(vm, r, OPERAND_##A, OPERAND_##B, when, offset, sp); }              \
  HANDLER3(JUMP##form##_INT, first, second, third) {                                                                                    \
    return compare_##NAME##_INT(vm, r, OP_##JUMP##form##_INT, OPERAND_##A, OPERAND_##B, when, offset, sp);                              \
  }                                                                                                                                     \
  HANDLER3(JUMP##form##_FLOAT, first, second, third) {                                                                                  \
    return compare_##NAME##_FLOAT(vm, r, OP_##JUMP##form##_FLOAT, FLOATING_##A && FLOATING_##B, OPERAND_##A, OPERAND_##B, when, offset, \
                                  sp);                                                                                                  \
  }
#define JUMP_HANDLERS(NAME, JUMP, when)                              \
  JUMP_FORM(NAME, JUMP, when, _SS, S(2), S(1), first, r.sp - 2)      \
  JUMP_FORM(NAME, JUMP, when, _SL, S(1), L(first), second, r.sp - 1) \
  JUMP_FORM(NAME, JUMP, when, _SI, S(1), I(first), second, r.sp - 1) \
  JUMP_FORM(NAME, JUMP, when, _SK, S(1), K(first), second, r.sp - 1) \
  JUMP_FORM(NAME, JUMP, when, _LL, L(first), L(second), third, r.sp) \
  JUMP_FORM(NAME, JUMP, when, _LI, L(first), I(second), third, r.sp) \
  JUMP_FORM(NAME, JUMP, when, _LK, L(first), K(second), third, r.sp)
COMPARISON_HANDLERS(EQUAL, ==)
COMPARISON_HANDLERS(NOT_EQUAL, !=)
COMPARISON_HANDLERS(LESS, <)
COMPARISON_HANDLERS(LESS_EQUAL, <=)
COMPARISON_HANDLERS(GREATER, >)
COMPARISON_HANDLERS(GREATER_EQUAL, >=)

HANDLER0(NEGATE) {
  int64_t result;
  if (LIKELY(value_is(r.sp[-1], VALUE_INT)) && LIKELY(arith_negate(value_as_int(r.sp[-1]), &result) == ARITH_OK)) {
    r.sp[-1] = value_int(result);
    return r;
  }
  return SLOW(vm, r, arithmetic_unary(vm, UNARY_NEGATE));
}

HANDLER0(BIT_NOT) {
  if (UNLIKELY(!value_is(r.sp[-1], VALUE_INT))) return SLOW(vm, r, arithmetic_unary(vm, UNARY_BIT_NOT));
  r.sp[-1] = value_int(~value_as_int(r.sp[-1]));
  return r;
}

HANDLER0(NOT) {
  r.sp[-1] = value_bool(!value_truthy(r.sp[-1]));
  return r;
}

HANDLER0(IS) { return SLOW(vm, r, arithmetic_is(vm)); }

#endif
