/* ops/operators.h -- handlers of the operators: two ints or two floats here, all else in arithmetic.c.
 *
 * The fast paths must answer exactly as runtime/ops.h does; they only answer sooner.
 */
#ifndef DUET_BYTECODE_OPS_OPERATORS_H
#define DUET_BYTECODE_OPS_OPERATORS_H

#include "../arithmetic.h"
#include "../handler.h"
#include "../loop.h"
#include "support/arith.h"

/* ---- where operands come from, and where results go ---- */

#define OPERAND_L(x) value_copy(&r.fp[x])
#define OPERAND_I(x) value_int((int32_t)(x))
#define OPERAND_K(x) value_copy(&r.frame->constants[x])
#define OPERAND_S(x) value_copy(&r.sp[-(x)])

/* Two ints: checked; two floats, or a float and a number: as doubles; else, and on overflow, the slow way. */
#define ARITHMETIC(NAME, OPERATOR, int_function, c_operator)                                  \
  ALWAYS_INLINE Regs arith_##NAME(Vm *vm, Regs r, Value a, Value b, Value *dest, Value *sp) { \
    int64_t result;                                                                           \
    if (LIKELY(value_is(a, VALUE_INT) && value_is(b, VALUE_INT))) {                           \
      if (UNLIKELY(int_function(value_as_int(a), value_as_int(b), &result) != ARITH_OK))      \
        return SLOW(vm, r, arithmetic_into(vm, BINARY_##OPERATOR, a, b, dest, sp));           \
      *dest = value_int(result);                                                              \
    } else if (LIKELY(value_is(a, VALUE_FLOAT) && value_is_number(b))) {                      \
      *dest = value_float(value_as_float(a) c_operator value_to_float(b));                    \
    } else if (value_is(a, VALUE_INT) && value_is(b, VALUE_FLOAT)) {                          \
      *dest = value_float((double)value_as_int(a) c_operator value_as_float(b));              \
    } else {                                                                                  \
      return SLOW(vm, r, arithmetic_into(vm, BINARY_##OPERATOR, a, b, dest, sp));             \
    }                                                                                         \
    r.sp = sp;                                                                                \
    return r;                                                                                 \
  }
ARITHMETIC(ADD, ADD, arith_add, +)
ARITHMETIC(SUB, SUBTRACT, arith_subtract, -)
ARITHMETIC(MUL, MULTIPLY, arith_multiply, *)
ARITHMETIC(DIV, DIVIDE, arith_divide, /)

ALWAYS_INLINE Regs arith_MOD(Vm *vm, Regs r, Value a, Value b, Value *dest, Value *sp) {
  int64_t result;
  if (UNLIKELY(!value_is(a, VALUE_INT) || !value_is(b, VALUE_INT) || arith_modulo(value_as_int(a), value_as_int(b), &result) != ARITH_OK))
    return SLOW(vm, r, arithmetic_into(vm, BINARY_MODULO, a, b, dest, sp));
  *dest = value_int(result);
  r.sp = sp;
  return r;
}

/* Every form of an arithmetic instruction: S from the stack, L a local, I an int, K a constant; _L: into a local. */
#define FORMS(NAME)                                                                                     \
  HANDLER0(NAME) { return arith_##NAME(vm, r, OPERAND_S(2), OPERAND_S(1), r.sp - 2, r.sp - 1); }        \
  HANDLER1(NAME##_SL, b) { return arith_##NAME(vm, r, OPERAND_S(1), OPERAND_L(b), r.sp - 1, r.sp); }    \
  HANDLER1(NAME##_SI, b) { return arith_##NAME(vm, r, OPERAND_S(1), OPERAND_I(b), r.sp - 1, r.sp); }    \
  HANDLER2(NAME##_LL, a, b) { return arith_##NAME(vm, r, OPERAND_L(a), OPERAND_L(b), r.sp, r.sp + 1); } \
  HANDLER2(NAME##_LI, a, b) { return arith_##NAME(vm, r, OPERAND_L(a), OPERAND_I(b), r.sp, r.sp + 1); }
#define MORE_FORMS(NAME)                                                                                      \
  HANDLER1(NAME##_SK, b) { return arith_##NAME(vm, r, OPERAND_S(1), OPERAND_K(b), r.sp - 1, r.sp); }          \
  HANDLER2(NAME##_LK, a, b) { return arith_##NAME(vm, r, OPERAND_L(a), OPERAND_K(b), r.sp, r.sp + 1); }       \
  HANDLER2(NAME##_KL, a, b) { return arith_##NAME(vm, r, OPERAND_K(a), OPERAND_L(b), r.sp, r.sp + 1); }       \
  HANDLER2(NAME##_IL, a, b) { return arith_##NAME(vm, r, OPERAND_I(a), OPERAND_L(b), r.sp, r.sp + 1); }       \
  HANDLER1(NAME##_SS_L, c) { return arith_##NAME(vm, r, OPERAND_S(2), OPERAND_S(1), r.fp + c, r.sp - 2); }    \
  HANDLER2(NAME##_SL_L, b, c) { return arith_##NAME(vm, r, OPERAND_S(1), OPERAND_L(b), r.fp + c, r.sp - 1); } \
  HANDLER2(NAME##_SI_L, b, c) { return arith_##NAME(vm, r, OPERAND_S(1), OPERAND_I(b), r.fp + c, r.sp - 1); } \
  HANDLER2(NAME##_SK_L, b, c) { return arith_##NAME(vm, r, OPERAND_S(1), OPERAND_K(b), r.fp + c, r.sp - 1); } \
  HANDLER3(NAME##_LL_L, a, b, c) { return arith_##NAME(vm, r, OPERAND_L(a), OPERAND_L(b), r.fp + c, r.sp); }  \
  HANDLER3(NAME##_LI_L, a, b, c) { return arith_##NAME(vm, r, OPERAND_L(a), OPERAND_I(b), r.fp + c, r.sp); }  \
  HANDLER3(NAME##_LK_L, a, b, c) { return arith_##NAME(vm, r, OPERAND_L(a), OPERAND_K(b), r.fp + c, r.sp); }
FORMS(ADD)
FORMS(SUB)
FORMS(MUL)
FORMS(DIV)
FORMS(MOD)
MORE_FORMS(ADD)
MORE_FORMS(SUB)
MORE_FORMS(MUL)

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

#define COMPARE_FORMS(NAME, c_operator)                                                                          \
  HANDLER0(NAME) {                                                                                               \
    Value a = r.sp[-2], b = r.sp[-1];                                                                            \
    if (LIKELY(both_are_ints(r.sp))) return give_two(r, value_bool(value_as_int(a) c_operator value_as_int(b))); \
    if (value_is(a, VALUE_FLOAT) && value_is(b, VALUE_FLOAT))                                                    \
      return give_two(r, value_bool(value_as_float(a) c_operator value_as_float(b)));                            \
    return SLOW(vm, r, arithmetic_binary(vm, BINARY_##NAME));                                                    \
  }                                                                                                              \
  ALWAYS_INLINE Regs compare_##NAME(Vm *vm, Regs r, Value a, Value b, bool when, uint32_t offset, Value *sp) {   \
    bool holds;                                                                                                  \
    if (LIKELY(value_is(a, VALUE_INT) && value_is(b, VALUE_INT)))                                                \
      holds = value_as_int(a) c_operator value_as_int(b);                                                        \
    else if (LIKELY(value_is(a, VALUE_FLOAT) && value_is(b, VALUE_FLOAT)))                                       \
      holds = value_as_float(a) c_operator value_as_float(b);                                                    \
    else                                                                                                         \
      return SLOW(vm, r, arithmetic_jump(vm, BINARY_##NAME, a, b, when, (int32_t)offset, sp));                   \
    r.sp = sp;                                                                                                   \
    if (holds != when) return r;                                                                                 \
    r.ip += (int32_t)offset;                                                                                     \
    return when ? loop_poll(vm, r, offset) : r;                                                                  \
  }                                                                                                              \
  COMPARE_JUMPS(NAME, JUMP_UNLESS_##NAME, false)                                                                 \
  COMPARE_JUMPS(NAME, JUMP_IF_##NAME, true)
#define COMPARE_JUMPS(NAME, JUMP, when)                                                                                \
  HANDLER1(JUMP##_SS, offset) { return compare_##NAME(vm, r, OPERAND_S(2), OPERAND_S(1), when, offset, r.sp - 2); }    \
  HANDLER2(JUMP##_SL, b, offset) { return compare_##NAME(vm, r, OPERAND_S(1), OPERAND_L(b), when, offset, r.sp - 1); } \
  HANDLER2(JUMP##_SI, b, offset) { return compare_##NAME(vm, r, OPERAND_S(1), OPERAND_I(b), when, offset, r.sp - 1); } \
  HANDLER2(JUMP##_SK, b, offset) { return compare_##NAME(vm, r, OPERAND_S(1), OPERAND_K(b), when, offset, r.sp - 1); } \
  HANDLER3(JUMP##_LK, a, b, offset) { return compare_##NAME(vm, r, OPERAND_L(a), OPERAND_K(b), when, offset, r.sp); }  \
  HANDLER3(JUMP##_LL, a, b, offset) { return compare_##NAME(vm, r, OPERAND_L(a), OPERAND_L(b), when, offset, r.sp); }  \
  HANDLER3(JUMP##_LI, a, b, offset) { return compare_##NAME(vm, r, OPERAND_L(a), OPERAND_I(b), when, offset, r.sp); }
COMPARE_FORMS(EQUAL, ==)
COMPARE_FORMS(NOT_EQUAL, !=)
COMPARE_FORMS(LESS, <)
COMPARE_FORMS(LESS_EQUAL, <=)
COMPARE_FORMS(GREATER, >)
COMPARE_FORMS(GREATER_EQUAL, >=)

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
