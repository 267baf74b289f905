/* ops/top_operators.h -- operators for the loop that keeps the top of the stack in registers; the idea is told in top.h.
 *
 * Each has a fast side for ints and floats, which says whether it knew the answer (try_ADD, or holds_LESS for comparisons), and a handler for each form (forms.h), which says where a and b come from
 * and where the result goes. What the fast side does not know, the ordinary handler does.
 */
#ifndef DUET_BYTECODE_OPS_TOP_OPERATORS_H
#define DUET_BYTECODE_OPS_TOP_OPERATORS_H

#include "top.h"

#define BOTH_INTS(a, b) LIKELY(value_is(a, VALUE_INT) && value_is(b, VALUE_INT))
#define BOTH_FLOATS(a, b) LIKELY(value_is(a, VALUE_FLOAT) && value_is(b, VALUE_FLOAT))

/* A float, or a small int in the code, which may stand beside one (as in operators.h). */
#define TOP_FLOATING_T() value_is(TOP_T(), VALUE_FLOAT)
#define TOP_FLOATING_S() value_is(TOP_S(), VALUE_FLOAT)
#define TOP_FLOATING_L(x) value_is(TOP_L(x), VALUE_FLOAT)
#define TOP_FLOATING_I(x) true
#define TOP_FLOATING_K(x) value_is(TOP_K(x), VALUE_FLOAT)

/* ---- arithmetic ---- */

/* For two ints; the result of `int_function` may be that there is none. */
#define TRY_INT(NAME, int_function)                                                                                      \
  ALWAYS_INLINE bool try_##NAME##_INT(Value a, Value b, Value *result) {                                                 \
    int64_t number;                                                                                                      \
    if (!BOTH_INTS(a, b) || UNLIKELY(int_function(value_as_int(a), value_as_int(b), &number) != ARITH_OK)) return false; \
    *result = value_int(number);                                                                                         \
    return true;                                                                                                         \
  }
#define TRY_NUMBERS(NAME, int_function, c_operator)                                \
  TRY_INT(NAME, int_function)                                                      \
  ALWAYS_INLINE bool try_##NAME(Value a, Value b, Value *result) {                 \
    if (BOTH_INTS(a, b)) return try_##NAME##_INT(a, b, result);                    \
    if (LIKELY(value_is(a, VALUE_FLOAT) && value_is_number(b)))                    \
      *result = value_float(value_as_float(a) c_operator value_to_float(b));       \
    else if (value_is(a, VALUE_INT) && value_is(b, VALUE_FLOAT))                   \
      *result = value_float((double)value_as_int(a) c_operator value_as_float(b)); \
    else                                                                           \
      return false;                                                                \
    return true;                                                                   \
  }
TRY_NUMBERS(ADD, arith_add, +)
TRY_NUMBERS(SUB, arith_subtract, -)
TRY_NUMBERS(MUL, arith_multiply, *)
TRY_NUMBERS(DIV, arith_divide, /)
TRY_INT(MOD, arith_modulo)
TRY_INT(SHIFT_LEFT, arith_shift_left)
TRY_INT(SHIFT_RIGHT, arith_shift_right)

#define TOP_TRY(NAME, try, A, B, give)               \
  TOP(NAME) {                                        \
    Value result;                                    \
    if (UNLIKELY(!try(A, B, &result))) return false; \
    return give;                                     \
  }
#define TOP_INTS(NAME, form, c_operator, A, B, give) TOP_TRY(NAME##form, try_##NAME##_INT, TOP_##A, TOP_##B, give)
#define TOP_NUMBERS(NAME, form, c_operator, A, B, give)                                     \
  TOP_TRY(NAME##form, try_##NAME, TOP_##A, TOP_##B, give)                                   \
  TOP_TRY(NAME##form##_INT, try_##NAME##_INT, TOP_##A, TOP_##B, give)                       \
  TOP(NAME##form##_FLOAT) {                                                                 \
    if (UNLIKELY(!(TOP_FLOATING_##A && TOP_FLOATING_##B))) return false;                    \
    Value result = value_float(value_to_float(TOP_##A) c_operator value_to_float(TOP_##B)); \
    return give;                                                                            \
  }

/* The forms of one operator: ROW(operator, form, operator in C, a, b, how the handler ends). */
#define TOP_DIVISION_FORMS(ROW, NAME, c_operator)                      \
  ROW(NAME, , c_operator, S(), T(), top_give(t, 2, result))            \
  ROW(NAME, _SL, c_operator, T(), L(first), top_give(t, 1, result))    \
  ROW(NAME, _SI, c_operator, T(), I(first), top_give(t, 1, result))    \
  ROW(NAME, _LL, c_operator, L(first), L(second), top_push(t, result)) \
  ROW(NAME, _LI, c_operator, L(first), I(second), top_push(t, result))
#define TOP_CONSTANT_FORMS(ROW, NAME, c_operator)                   \
  ROW(NAME, _SK, c_operator, T(), K(first), top_give(t, 1, result)) \
  ROW(NAME, _LK, c_operator, L(first), K(second), top_push(t, result))
#define TOP_ARITHMETIC_FORMS(ROW, NAME, c_operator)                               \
  TOP_DIVISION_FORMS(ROW, NAME, c_operator)                                       \
  TOP_CONSTANT_FORMS(ROW, NAME, c_operator)                                       \
  ROW(NAME, _KL, c_operator, K(first), L(second), top_push(t, result))            \
  ROW(NAME, _IL, c_operator, I(first), L(second), top_push(t, result))            \
  ROW(NAME, _LS, c_operator, L(first), T(), top_give(t, 1, result))               \
  ROW(NAME, _SS_L, c_operator, S(), T(), top_set(t, 2, first, result))            \
  ROW(NAME, _LS_L, c_operator, L(first), T(), top_set(t, 1, second, result))      \
  ROW(NAME, _SL_L, c_operator, T(), L(first), top_set(t, 1, second, result))      \
  ROW(NAME, _SI_L, c_operator, T(), I(first), top_set(t, 1, second, result))      \
  ROW(NAME, _SK_L, c_operator, T(), K(first), top_set(t, 1, second, result))      \
  ROW(NAME, _LL_L, c_operator, L(first), L(second), top_set(t, 0, third, result)) \
  ROW(NAME, _LI_L, c_operator, L(first), I(second), top_set(t, 0, third, result)) \
  ROW(NAME, _LK_L, c_operator, L(first), K(second), top_set(t, 0, third, result))
#define TOP_ARITHMETIC(ROW) \
  TOP_ARITHMETIC_FORMS(ROW, ADD, +) TOP_ARITHMETIC_FORMS(ROW, SUB, -) TOP_ARITHMETIC_FORMS(ROW, MUL, *) TOP_DIVISION_FORMS(ROW, DIV, /)
#define TOP_INT_ARITHMETIC(ROW)                           \
  TOP_DIVISION_FORMS(ROW, MOD, %)                         \
  TOP_CONSTANT_FORMS(ROW, MOD, %)                         \
  ROW(SHIFT_LEFT, , <<, S(), T(), top_give(t, 2, result)) \
  ROW(SHIFT_RIGHT, , >>, S(), T(), top_give(t, 2, result))
TOP_ARITHMETIC(TOP_NUMBERS)
TOP_INT_ARITHMETIC(TOP_INTS)

#define TOP_BIT(NAME, c_operator)                                                 \
  TOP(NAME) {                                                                     \
    Value a = TOP_S(), b = t->top;                                                \
    if (!BOTH_INTS(a, b)) return false;                                           \
    return top_give(t, 2, value_int(value_as_int(a) c_operator value_as_int(b))); \
  }
TOP_BIT(BIT_AND, &)
TOP_BIT(BIT_OR, |)
TOP_BIT(BIT_XOR, ^)

TOP(NEGATE) {
  int64_t result;
  if (UNLIKELY(!value_is(t->top, VALUE_INT)) || UNLIKELY(arith_negate(value_as_int(t->top), &result) != ARITH_OK)) return false;
  return top_give(t, 1, value_int(result));
}

TOP(NOT) { return top_give(t, 1, value_bool(!value_truthy(t->top))); }

/* ---- comparisons: for a value, and for a jump ---- */

#define TOP_COMPARE(NAME, form, c_operator, A, B, give)                      \
  TOP(NAME##form) {                                                          \
    Value a = TOP_##A, b = TOP_##B;                                          \
    bool holds;                                                              \
    if (BOTH_INTS(a, b))                                                     \
      holds = value_as_int(a) c_operator value_as_int(b);                    \
    else if (BOTH_FLOATS(a, b))                                              \
      holds = value_as_float(a) c_operator value_as_float(b);                \
    else                                                                     \
      return false;                                                          \
    return give;                                                             \
  }                                                                          \
  TOP(NAME##form##_INT) {                                                    \
    Value a = TOP_##A, b = TOP_##B;                                          \
    if (!BOTH_INTS(a, b)) return false;                                      \
    bool holds = value_as_int(a) c_operator value_as_int(b);                 \
    return give;                                                             \
  }                                                                          \
  TOP(NAME##form##_FLOAT) {                                                  \
    if (UNLIKELY(!(TOP_FLOATING_##A && TOP_FLOATING_##B))) return false;     \
    bool holds = value_to_float(TOP_##A) c_operator value_to_float(TOP_##B); \
    return give;                                                             \
  }
/* As above, with pops and offset for the end. */
#define TOP_JUMP_FORMS(ROW, NAME, c_operator, when)                                            \
  ROW(NAME, _SS, c_operator, S(), T(), top_jump_if(vm, t, holds == when, 2, first))            \
  ROW(NAME, _SL, c_operator, T(), L(first), top_jump_if(vm, t, holds == when, 1, second))      \
  ROW(NAME, _SI, c_operator, T(), I(first), top_jump_if(vm, t, holds == when, 1, second))      \
  ROW(NAME, _SK, c_operator, T(), K(first), top_jump_if(vm, t, holds == when, 1, second))      \
  ROW(NAME, _LL, c_operator, L(first), L(second), top_jump_if(vm, t, holds == when, 0, third)) \
  ROW(NAME, _LI, c_operator, L(first), I(second), top_jump_if(vm, t, holds == when, 0, third)) \
  ROW(NAME, _LK, c_operator, L(first), K(second), top_jump_if(vm, t, holds == when, 0, third))
#define TOP_COMPARISON_FORMS(ROW, NAME, c_operator)                    \
  ROW(NAME, , c_operator, S(), T(), top_give(t, 2, value_bool(holds))) \
  TOP_JUMP_FORMS(ROW, JUMP_UNLESS_##NAME, c_operator, false)           \
  TOP_JUMP_FORMS(ROW, JUMP_IF_##NAME, c_operator, true)
#define TOP_COMPARISONS(ROW)                \
  TOP_COMPARISON_FORMS(ROW, EQUAL, ==)      \
  TOP_COMPARISON_FORMS(ROW, NOT_EQUAL, !=)  \
  TOP_COMPARISON_FORMS(ROW, LESS, <)        \
  TOP_COMPARISON_FORMS(ROW, LESS_EQUAL, <=) \
  TOP_COMPARISON_FORMS(ROW, GREATER, >)     \
  TOP_COMPARISON_FORMS(ROW, GREATER_EQUAL, >=)
TOP_COMPARISONS(TOP_COMPARE)

/* ---- all that know of the register: ROW(name, form, ...), and ROW3 for those that there are with _INT and _FLOAT behind, too ---- */

#define TOP_INT_HANDLERS(ROW) \
  ROW(BIT_AND, )              \
  ROW(BIT_OR, )               \
  ROW(BIT_XOR, )              \
  ROW(NEGATE, )               \
  ROW(NOT, )                  \
  TOP_INT_ARITHMETIC(ROW)
#define TOP_HANDLERS(ROW, ROW3) \
  TOP_STACK_HANDLERS(ROW)       \
  TOP_JUMP_HANDLERS(ROW)        \
  TOP_OBJECT_HANDLERS(ROW)      \
  TOP_OTHER_HANDLERS(ROW)       \
  TOP_INT_HANDLERS(ROW)         \
  TOP_ARITHMETIC(ROW3)          \
  TOP_COMPARISONS(ROW3)

#endif
