/* forms.h -- in which forms an operator's instruction comes: where its operands are, and where its result goes.
 *
 *     ADD          a b -> a + b             S  on the stack (SS where another letter follows)
 *     ADD_SL       a -> a + local           L  a local variable
 *     ADD_LI_L     local = local + int      I  a small int, K a constant; behind the second `_`: where the result goes, if not to the stack
 *
 * One list for each kind of operator, for whoever needs all of them: X(operator, form).
 */
#ifndef DUET_BYTECODE_FORMS_H
#define DUET_BYTECODE_FORMS_H

#define DIVISION_FORMS(X, name) \
  X(name, )                     \
  X(name, _SL)                  \
  X(name, _SI)                  \
  X(name, _LL)                  \
  X(name, _LI)

#define ARITHMETIC_FORMS(X, name) \
  DIVISION_FORMS(X, name)         \
  X(name, _SK)                    \
  X(name, _LK)                    \
  X(name, _KL)                    \
  X(name, _IL)                    \
  X(name, _LS)                    \
  X(name, _SS_L)                  \
  X(name, _LS_L)                  \
  X(name, _SL_L)                  \
  X(name, _SI_L)                  \
  X(name, _SK_L)                  \
  X(name, _LL_L)                  \
  X(name, _LI_L)                  \
  X(name, _LK_L)

#define JUMP_FORMS(X, name) \
  X(name, _SS)              \
  X(name, _SL)              \
  X(name, _SI)              \
  X(name, _SK)              \
  X(name, _LL)              \
  X(name, _LI)              \
  X(name, _LK)

#define COMPARISON_FORMS(X, name)   \
  X(name, )                         \
  JUMP_FORMS(X, JUMP_UNLESS_##name) \
  JUMP_FORMS(X, JUMP_IF_##name)

#define GET_INDEX_FORMS(X) \
  X(GET_INDEX, )           \
  X(GET_INDEX, _SL)        \
  X(GET_INDEX, _SI)        \
  X(GET_INDEX, _LL)        \
  X(GET_INDEX, _LI)        \
  X(GET_INDEX, _LS)        \
  X(GET_INDEX, _LS_L)      \
  X(GET_INDEX, _SL_L)      \
  X(GET_INDEX, _SI_L)      \
  X(GET_INDEX, _LL_L)      \
  X(GET_INDEX, _LI_L)

#define SET_INDEX_FORMS(X) \
  X(SET_INDEX, )           \
  X(SET_INDEX, _LL)        \
  X(SET_INDEX, _LI)

#define CALL_FORMS(X) \
  X(CALL, )           \
  X(TAIL_CALL, )

/* The instructions that can be rewritten for the numbers they meet; see quicken.h. For what else, items and calls can: the three lists above. */
#define QUICKENED_FORMS(X)        \
  ARITHMETIC_FORMS(X, ADD)        \
  ARITHMETIC_FORMS(X, SUB)        \
  ARITHMETIC_FORMS(X, MUL)        \
  DIVISION_FORMS(X, DIV)          \
  COMPARISON_FORMS(X, EQUAL)      \
  COMPARISON_FORMS(X, NOT_EQUAL)  \
  COMPARISON_FORMS(X, LESS)       \
  COMPARISON_FORMS(X, LESS_EQUAL) \
  COMPARISON_FORMS(X, GREATER)    \
  COMPARISON_FORMS(X, GREATER_EQUAL)

#endif
