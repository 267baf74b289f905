/* ops/top.h -- the handlers once more, for a loop that keeps the top of the stack in registers (build/duet-vm-tos).
 *
 * A stack machine moves every operand through memory: LOAD_LOCAL writes what ADD reads a moment later. "Top-of-stack caching" saves half of it. The registers hold one value more, the top, and
 * the memory where it would stand is stale. For `a + 1` with 7 below:
 *
 *                     plain loop                                  here
 *                     memory            done                      memory        top      done
 *     LOAD_LOCAL a    ... 7 | a |       load a, store a           ... 7 | ?     a        store 7, load a
 *     INT 1           ... 7 | a | 1     store 1                   ... 7 | a | ? 1        store a
 *     ADD             ... 7 | a+1 |     load a, load 1, store     ... 7 | ?     a+1      load a
 *     STORE_LOCAL b   ... 7 |           load a+1, store b         ... ?         7        store b, load 7
 *
 * So a push is: the old top to memory, the new value to the register. A pop is: the next value from memory to the register. An operator with two operands reads one and writes none; one with a
 * local or a constant at its side (ADD_SL, ADD_SI) does not touch the stack at all.
 *
 * The rule:    top  ==  the value that belongs at sp[-1], always.
 *
 * "Always" includes the empty operand stack: below it stands the last local, and then the top is a copy of that. In memory locals are always right, only operands may be stale. So an
 * instruction that pops may load the new top blindly, whatever it is; and one that writes a local without popping must ask whether it was that one (top_set).
 *
 * Only the handlers listed at the end of top_operators.h know of all this. The others run as they are, between top_spill, which writes the top to its place, and top_fill, which reads it back: they
 * share the label `ordinary` in interp.c. The handlers here do the same wherever a case is not common: their slow side is the ordinary handler of the same instruction. So slow code, the
 * collector, calls and errors see a complete stack, and no meaning stands here that does not stand in operators.h too.
 *
 * What it costs: two registers of about fourteen, a spill at every call, a second set of handlers, a larger loop. What it brings depends on the program. In a long chain of operators each waits for
 * the one before, and the way through memory, a store and the load behind it, adds some cycles each time: there it is much. Elsewhere it is little, as a processor does other work in these cycles,
 * and as superinstructions take most operands from locals anyway. Exercise 16 measures both.
 */
#ifndef DUET_BYTECODE_OPS_TOP_H
#define DUET_BYTECODE_OPS_TOP_H

#include "../handlers.h"
#include "../single.h"

typedef struct TopRegs {
  const uint8_t *ip; /* as in Regs */
  Value *sp;
  Value *fp;
  struct CallFrame *frame;
  Value top;
} TopRegs;

/* The registers of an ordinary handler, with a complete stack in memory; and back. */
ALWAYS_INLINE Regs top_spill(TopRegs t) {
  t.sp[-1] = t.top;
  return (Regs){t.ip, t.sp, t.fp, t.frame};
}
ALWAYS_INLINE TopRegs top_fill(Regs r) { return (TopRegs){r.ip, r.sp, r.fp, r.frame, value_copy(&r.sp[-1])}; }

/* The instruction whose opcode stands in front of t.ip, done by its ordinary handler. */
ALWAYS_INLINE TopRegs top_ordinary(Vm *vm, TopRegs t) {
  t.ip -= OPCODE_SIZE;
  Regs r = top_spill(t);
  single_run(vm, &r);
  return top_fill(r);
}

/* A handler gives true when it is done. When it gives false, it has written nothing to memory, its registers are forgotten, and the ordinary handler begins anew, behind a call of single_run. */
#define TOP(NAME) \
  ALWAYS_INLINE bool top_##NAME(UNUSED Vm *vm, TopRegs *t, UNUSED uint32_t first, UNUSED uint32_t second, UNUSED uint32_t third)

/* ---- how a handler ends ---- */

/* Takes `pops` values off and pushes one. */
ALWAYS_INLINE bool top_give(TopRegs *t, uint32_t pops, Value value) {
  if (pops == 0) t->sp[-1] = t->top;
  t->sp += 1 - (int)pops;
  t->top = value;
  return true;
}
ALWAYS_INLINE bool top_push(TopRegs *t, Value value) { return top_give(t, 0, value); }

ALWAYS_INLINE bool top_drop(TopRegs *t, uint32_t pops) {
  t->sp -= pops;
  if (pops > 0) t->top = value_copy(&t->sp[-1]);
  return true;
}

/* Takes `pops` values off and writes a local, which may be the value below the operands. */
ALWAYS_INLINE bool top_set(TopRegs *t, uint32_t pops, uint32_t slot, Value value) {
  Value *local = &t->fp[slot];
  *local = value;
  if (pops == 0 && local == t->sp - 1) t->top = value;
  return top_drop(t, pops);
}

/* Takes `pops` values off and jumps, if the condition held. Ctrl-C is the ordinary handler's. */
ALWAYS_INLINE bool top_jump_if(const Vm *vm, TopRegs *t, bool condition, uint32_t pops, uint32_t offset) {
  top_drop(t, pops);
  if (!condition) return true;
  t->ip += (int32_t)offset;
  return (int32_t)offset >= 0 || LIKELY(!*vm->interrupted);
}

/* Where operands come from: only the second of the stack is read from there. */
#define TOP_T() t->top
#define TOP_S() value_copy(&t->sp[-2])
#define TOP_L(x) value_copy(&t->fp[x])
#define TOP_I(x) value_int((int32_t)(x))
#define TOP_K(x) value_copy(&t->frame->constants[x])
#define TOP_UPVALUE(x) (t->frame->closure->upvalues[x]->location)

/* ---- stack and variables ---- */

TOP(NIL) { return top_push(t, value_nil()); }
TOP(TRUE) { return top_push(t, value_bool(true)); }
TOP(FALSE) { return top_push(t, value_bool(false)); }
TOP(CONST) { return top_push(t, TOP_K(first)); }
TOP(INT) { return top_push(t, TOP_I(first)); }
TOP(LOAD_LOCAL) { return top_push(t, TOP_L(first)); }
TOP(LOAD_TWO) { return top_push(t, TOP_L(first)) && top_push(t, TOP_L(second)); }
TOP(LOAD_UPVALUE) { return top_push(t, value_copy(TOP_UPVALUE(first))); }
TOP(LOAD_BUILTIN) { return top_push(t, value_copy(&vm->rt->builtins[first])); }
TOP(DUP) { return top_push(t, t->top); }
TOP(POP) { return top_drop(t, 1); }

TOP(STORE_LOCAL) { return top_set(t, 1, first, t->top); }
TOP(MOVE) { return top_set(t, 0, second, TOP_L(first)); }
TOP(SET_INT) { return top_set(t, 0, second, TOP_I(first)); }
TOP(SET_CONST) { return top_set(t, 0, second, TOP_K(first)); }
TOP(STORE_UPVALUE) {
  *TOP_UPVALUE(first) = t->top;
  return top_drop(t, 1);
}

TOP(LOAD_LOCAL_CHECKED) { return LIKELY(!value_is(TOP_L(first), VALUE_UNSET)) && top_LOAD_LOCAL(vm, t, first, second, third); }
TOP(STORE_LOCAL_CHECKED) { return LIKELY(!value_is(TOP_L(first), VALUE_UNSET)) && top_STORE_LOCAL(vm, t, first, second, third); }
TOP(LOAD_UPVALUE_CHECKED) { return LIKELY(!value_is(*TOP_UPVALUE(first), VALUE_UNSET)) && top_LOAD_UPVALUE(vm, t, first, second, third); }
TOP(STORE_UPVALUE_CHECKED) { return LIKELY(!value_is(*TOP_UPVALUE(first), VALUE_UNSET)) && top_STORE_UPVALUE(vm, t, first, second, third); }

/* X(name, form), for the list of all at the end of top_operators.h */
#define TOP_STACK_HANDLERS(X) \
  X(NIL, )                    \
  X(TRUE, )                   \
  X(FALSE, )                  \
  X(CONST, )                  \
  X(INT, )                    \
  X(LOAD_LOCAL, )             \
  X(LOAD_TWO, )               \
  X(LOAD_UPVALUE, )           \
  X(LOAD_BUILTIN, )           \
  X(DUP, )                    \
  X(POP, )                    \
  X(STORE_LOCAL, )            \
  X(MOVE, )                   \
  X(SET_INT, )                \
  X(SET_CONST, )              \
  X(STORE_UPVALUE, )          \
  X(LOAD_LOCAL_CHECKED, )     \
  X(STORE_LOCAL_CHECKED, )    \
  X(LOAD_UPVALUE_CHECKED, )   \
  X(STORE_UPVALUE_CHECKED, )

/* ---- jumps, returns ---- */

TOP(JUMP) { return top_jump_if(vm, t, true, 0, first); }
TOP(JUMP_IF_FALSE) { return top_jump_if(vm, t, !value_truthy(t->top), 1, first); }
TOP(JUMP_IF_TRUE) { return top_jump_if(vm, t, value_truthy(t->top), 1, first); }
TOP(JUMP_IF_NIL) { return top_jump_if(vm, t, value_is(t->top, VALUE_NIL), 1, first); }
TOP(JUMP_UNLESS_NIL) { return top_jump_if(vm, t, !value_is(t->top, VALUE_NIL), 1, first); }
TOP(JUMP_IF_FALSE_LOCAL) { return top_jump_if(vm, t, !value_truthy(TOP_L(first)), 0, second); }
TOP(JUMP_IF_TRUE_LOCAL) { return top_jump_if(vm, t, value_truthy(TOP_L(first)), 0, second); }
TOP(JUMP_IF_NIL_LOCAL) { return top_jump_if(vm, t, value_is(TOP_L(first), VALUE_NIL), 0, second); }
TOP(JUMP_UNLESS_NIL_LOCAL) { return top_jump_if(vm, t, !value_is(TOP_L(first), VALUE_NIL), 0, second); }
TOP(JUMP_IF_FALSE_OR_POP) { return value_truthy(t->top) ? top_drop(t, 1) : top_jump_if(vm, t, true, 0, first); }
TOP(JUMP_IF_TRUE_OR_POP) { return value_truthy(t->top) ? top_jump_if(vm, t, true, 0, first) : top_drop(t, 1); }

/* The result goes from register to register; its slot in the caller's frame stays stale. */
ALWAYS_INLINE bool top_leave(TopRegs *t, Value result) {
  const CallFrame *frame = t->frame;
  *t = (TopRegs){frame->return_ip, frame->result + 1, frame[-1].fp, t->frame - 1, result};
  return true;
}

TOP(RETURN) { return top_leave(t, t->top); }
TOP(RETURN_LOCAL) { return top_leave(t, TOP_L(first)); }
TOP(RETURN_NIL) { return top_leave(t, value_nil()); }

#define TOP_JUMP_HANDLERS(X) \
  X(JUMP, )                  \
  X(JUMP_IF_FALSE, )         \
  X(JUMP_IF_TRUE, )          \
  X(JUMP_IF_NIL, )           \
  X(JUMP_UNLESS_NIL, )       \
  X(JUMP_IF_FALSE_LOCAL, )   \
  X(JUMP_IF_TRUE_LOCAL, )    \
  X(JUMP_IF_NIL_LOCAL, )     \
  X(JUMP_UNLESS_NIL_LOCAL, ) \
  X(JUMP_IF_FALSE_OR_POP, )  \
  X(JUMP_IF_TRUE_OR_POP, )   \
  X(RETURN, )                \
  X(RETURN_LOCAL, )          \
  X(RETURN_NIL, )

/* ---- fields and items ---- */

/* The field that the cache knows for the object. NULL: not that shape. */
ALWAYS_INLINE Value *top_cached_field(const TopRegs *t, Value object) {
  const CacheEntry *entry = &cache_before(t->ip)->first;
  if (UNLIKELY(!value_has_fields(object))) return NULL;
  const Fields *fields = value_as_object(object);
  if (UNLIKELY(fields->shape != entry->key) || UNLIKELY((entry->target & CACHE_MASK) != CACHE_SLOT)) return NULL;
  return &fields->slots[entry->target >> CACHE_SHIFT];
}

#define TOP_GET_FIELD(NAME, pops, object)                                 \
  TOP(NAME) {                                                             \
    const Value *field = top_cached_field(t, object);                     \
    return LIKELY(field != NULL) && top_give(t, pops, value_copy(field)); \
  }
TOP_GET_FIELD(GET_FIELD_CACHED, 1, t->top)
TOP_GET_FIELD(GET_FIELD_LOCAL_CACHED, 0, TOP_L(first))

#define TOP_SET_FIELD(NAME, pops, object)       \
  TOP(NAME) {                                   \
    Value *field = top_cached_field(t, object); \
    if (UNLIKELY(field == NULL)) return false;  \
    *field = t->top;                            \
    return top_drop(t, pops);                   \
  }
TOP_SET_FIELD(SET_FIELD_CACHED, 2, TOP_S())
TOP_SET_FIELD(SET_FIELD_LOCAL_CACHED, 1, TOP_L(first))

#define TOP_GET_ITEM(NAME, A, I, is_there, give) \
  TOP(NAME) {                                    \
    Value a = A, i = I, item;                    \
    return LIKELY(is_there) && give;             \
  }
#define TOP_GET_INDEX(NAME, A, I, give)                                 \
  TOP_GET_ITEM(NAME, A, I, list_item(a, i, &item), give)                \
  TOP_GET_ITEM(NAME##_LIST, A, I, list_item(a, i, &item), give)         \
  TOP_GET_ITEM(NAME##_STRING, A, I, string_item(vm, a, i, &item), give) \
  TOP_GET_ITEM(NAME##_MAP, A, I, map_item(a, i, &item), give)
TOP_GET_INDEX(GET_INDEX, TOP_S(), t->top, top_give(t, 2, item))
TOP_GET_INDEX(GET_INDEX_SL, t->top, TOP_L(first), top_give(t, 1, item))
TOP_GET_INDEX(GET_INDEX_SI, t->top, TOP_I(first), top_give(t, 1, item))
TOP_GET_INDEX(GET_INDEX_LS, TOP_L(first), t->top, top_give(t, 1, item))
TOP_GET_INDEX(GET_INDEX_LL, TOP_L(first), TOP_L(second), top_push(t, item))
TOP_GET_INDEX(GET_INDEX_LI, TOP_L(first), TOP_I(second), top_push(t, item))
TOP_GET_INDEX(GET_INDEX_SL_L, t->top, TOP_L(first), top_set(t, 1, second, item))
TOP_GET_INDEX(GET_INDEX_SI_L, t->top, TOP_I(first), top_set(t, 1, second, item))
TOP_GET_INDEX(GET_INDEX_LS_L, TOP_L(first), t->top, top_set(t, 1, second, item))
TOP_GET_INDEX(GET_INDEX_LL_L, TOP_L(first), TOP_L(second), top_set(t, 0, third, item))
TOP_GET_INDEX(GET_INDEX_LI_L, TOP_L(first), TOP_I(second), top_set(t, 0, third, item))

#define TOP_SET_ITEM(NAME, A, I, store, pops) \
  TOP(NAME) { return LIKELY(store(A, I, t->top)) && top_drop(t, pops); }
#define TOP_SET_INDEX(NAME, A, I, pops)             \
  TOP_SET_ITEM(NAME, A, I, list_store, pops)        \
  TOP_SET_ITEM(NAME##_LIST, A, I, list_store, pops) \
  TOP_SET_ITEM(NAME##_MAP, A, I, map_store, pops)
TOP_SET_INDEX(SET_INDEX, value_copy(&t->sp[-3]), TOP_S(), 3)
TOP_SET_INDEX(SET_INDEX_LL, TOP_L(first), TOP_L(second), 1)
TOP_SET_INDEX(SET_INDEX_LI, TOP_L(first), TOP_I(second), 1)

#define TOP_LEN(NAME, A, pops) \
  TOP(NAME) { return LIKELY(value_is(A, VALUE_LIST)) && top_give(t, pops, value_int((int64_t)value_as_list(A)->count)); }
TOP_LEN(LEN, t->top, 1)
TOP_LEN(LEN_LOCAL, TOP_L(first), 0)

#define TOP_ALL_GET_INDEX(X, form) X(GET_INDEX, form) X(GET_INDEX, form##_LIST) X(GET_INDEX, form##_STRING) X(GET_INDEX, form##_MAP)
#define TOP_ALL_SET_INDEX(X, form) X(SET_INDEX, form) X(SET_INDEX, form##_LIST) X(SET_INDEX, form##_MAP)
#define TOP_OBJECT_HANDLERS(X) \
  X(GET_FIELD, _CACHED)        \
  X(GET_FIELD_LOCAL, _CACHED)  \
  X(SET_FIELD, _CACHED)        \
  X(SET_FIELD_LOCAL, _CACHED)  \
  TOP_ALL_GET_INDEX(X, )       \
  TOP_ALL_GET_INDEX(X, _SL)    \
  TOP_ALL_GET_INDEX(X, _SI)    \
  TOP_ALL_GET_INDEX(X, _LS)    \
  TOP_ALL_GET_INDEX(X, _LS_L)  \
  TOP_ALL_GET_INDEX(X, _LL)    \
  TOP_ALL_GET_INDEX(X, _LI)    \
  TOP_ALL_GET_INDEX(X, _SL_L)  \
  TOP_ALL_GET_INDEX(X, _SI_L)  \
  TOP_ALL_GET_INDEX(X, _LL_L)  \
  TOP_ALL_GET_INDEX(X, _LI_L)  \
  TOP_ALL_SET_INDEX(X, )       \
  TOP_ALL_SET_INDEX(X, _LL)    \
  TOP_ALL_SET_INDEX(X, _LI)    \
  X(LEN, )                     \
  X(LEN, _LOCAL)

/* ---- calls, and whatever else is common: the ordinary handler, without a call ---- */

#define TOP_THROUGH_MEMORY(NAME, form)                                       \
  TOP(NAME##form) {                                                          \
    *t = top_fill(do_##NAME##form(vm, top_spill(*t), first, second, third)); \
    return true;                                                             \
  }
#define TOP_OTHER_HANDLERS(X)   \
  X(CALL, )                     \
  X(CALL, _CLOSURE)             \
  X(CALL, _CLASS)               \
  X(TAIL_CALL, )                \
  X(TAIL_CALL, _CLOSURE)        \
  X(TAIL_CALL, _CLASS)          \
  X(CALL_BUILTIN, )             \
  X(INVOKE, )                   \
  X(INVOKE_NONE, )              \
  X(INVOKE_LOCAL, )             \
  X(INVOKE, _CACHED)            \
  X(INVOKE_NONE, _CACHED)       \
  X(INVOKE_LOCAL, _CACHED)      \
  X(TAIL_INVOKE, )              \
  X(TAIL_INVOKE, _CACHED)       \
  X(SUPER_INVOKE, _CACHED)      \
  X(TAIL_SUPER_INVOKE, _CACHED) \
  X(GET_FIELD, )                \
  X(GET_FIELD, _LOCAL)          \
  X(SET_FIELD, )                \
  X(SET_FIELD, _LOCAL)          \
  X(INIT_FIELD, _CACHED)        \
  X(COUNT_CALL, )               \
  X(COUNT_TURN, )               \
  X(FOR_NEXT, )                 \
  X(FOR_LOOP, )
TOP_OTHER_HANDLERS(TOP_THROUGH_MEMORY)

#endif
