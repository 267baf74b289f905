/* ops/calls.h -- handlers that call and return. The plain call of a plain function, and the return, are short enough to stand here; all else is in call.c. */
#ifndef DUET_BYTECODE_OPS_CALLS_H
#define DUET_BYTECODE_OPS_CALLS_H

#include "../call.h"
#include "../enter.h"
#include "../handler.h"
#include "../quicken.h"

ALWAYS_INLINE bool is_easy_call(const Vm *vm, Regs r, Value callee, uint32_t argc) {
  return LIKELY(value_is(callee, VALUE_CLOSURE)) && enter_may(vm, r, value_as_closure(callee), argc);
}

/* CALL for any callee, and for a closure. */
#define CALL_HANDLER(NAME, otherwise)                                                           \
  HANDLER1(NAME, argc) {                                                                        \
    Value *base = r.sp - argc - 1;                                                              \
    if (is_easy_call(vm, r, *base, argc)) return enter_frame(r, value_as_closure(*base), base); \
    return SLOW(vm, r, otherwise);                                                              \
  }
CALL_HANDLER(CALL, call_value(vm, argc))
CALL_HANDLER(CALL_CLOSURE, quicken_call(vm, OP_CALL_CLOSURE, argc))

#define TAIL_CALL_HANDLER(NAME, otherwise)                                                               \
  HANDLER1(NAME, argc) {                                                                                 \
    Value *base = r.sp - argc - 1;                                                                       \
    if (is_easy_call(vm, r, *base, argc)) return enter_tail(vm, r, value_as_closure(*base), argc, base); \
    return SLOW(vm, r, otherwise);                                                                       \
  }
TAIL_CALL_HANDLER(TAIL_CALL, call_tail(vm, argc))
TAIL_CALL_HANDLER(TAIL_CALL_CLOSURE, quicken_tail_call(vm, OP_TAIL_CALL_CLOSURE, argc))

/* A class whose init is a closure: a new instance takes its place, and init runs on that. It is no tail call even where it stands last, for the result is the instance. */
#define CALL_CLASS_HANDLER(NAME, otherwise)                                                             \
  HANDLER1(NAME, argc) {                                                                                \
    Value *base = r.sp - argc - 1;                                                                      \
    if (LIKELY(value_is(*base, VALUE_CLASS)) && is_easy_call(vm, r, value_as_class(*base)->init, argc)) \
      return SLOW(vm, r, call_class(vm, argc));                                                         \
    return SLOW(vm, r, otherwise);                                                                      \
  }
CALL_CLASS_HANDLER(CALL_CLASS, quicken_call(vm, OP_CALL_CLASS, argc))
CALL_CLASS_HANDLER(TAIL_CALL_CLASS, quicken_tail_call(vm, OP_TAIL_CALL_CLASS, argc))

HANDLER2(CALL_BUILTIN, index, argc) { return SLOW(vm, r, call_builtin(vm, vm->rt->builtins[index], argc)); }

HANDLER2(INVOKE, name, argc) { return SLOW(vm, r, call_invoke(vm, handler_name(vm, name), argc, false)); }
HANDLER1(INVOKE_NONE, name) { return SLOW(vm, r, call_invoke(vm, handler_name(vm, name), 0, false)); }
HANDLER2(INVOKE_LOCAL, slot, name) {
  *r.sp++ = value_copy(&r.fp[slot]);
  return SLOW(vm, r, call_invoke(vm, handler_name(vm, name), 0, false));
}
HANDLER2(TAIL_INVOKE, name, argc) { return SLOW(vm, r, call_invoke(vm, handler_name(vm, name), argc, true)); }
HANDLER2(SUPER_INVOKE, name, argc) { return SLOW(vm, r, call_super(vm, handler_name(vm, name), argc, false)); }
HANDLER2(TAIL_SUPER_INVOKE, name, argc) { return SLOW(vm, r, call_super(vm, handler_name(vm, name), argc, true)); }

/* ---- with an inline cache ---- */

/* The closure that the cache knows for the object in base: its class's method, or what its field holds (then that takes the object's place). NULL: ask call.c. */
ALWAYS_INLINE const Closure *cached_callee(const Cache *cache, Value *base) {
  if (UNLIKELY(!value_has_fields(*base))) return NULL;
  const Fields *fields = value_as_object(*base);
  if (UNLIKELY(fields->shape != cache->first.key)) return NULL;
  uintptr_t target = cache->first.target;
  if (LIKELY((target & CACHE_MASK) == CACHE_OBJECT)) return (const Closure *)target;
  if ((target & CACHE_MASK) != CACHE_SLOT) return NULL;
  Value callee = value_copy(&fields->slots[target >> CACHE_SHIFT]);
  if (!value_is(callee, VALUE_CLOSURE)) return NULL;
  *base = callee;
  return value_as_closure(callee);
}

ALWAYS_INLINE Regs invoke_cached(Vm *vm, Regs r, uint32_t name, uint32_t argc, bool tail) {
  Value *base = r.sp - argc - 1;
  Value object = value_copy(base);
  const Closure *closure = cached_callee(cache_before(r.ip), base);
  if (LIKELY(closure != NULL) && enter_may(vm, r, closure, argc)) {
    return tail ? enter_tail(vm, r, closure, argc, base) : enter_frame(r, closure, base);
  }
  *base = object;
  const CacheEntry *first = &cache_before(r.ip)->first;
  if (first->key == (const void *)(uintptr_t)object.tag) return SLOW(vm, r, call_builtin_method(vm, first->target, argc));
  return SLOW(vm, r, call_invoke_filling(vm, handler_name(vm, name), argc, tail));
}

HANDLER2(INVOKE_CACHED, name, argc) { return invoke_cached(vm, r, name, argc, false); }
HANDLER1(INVOKE_NONE_CACHED, name) { return invoke_cached(vm, r, name, 0, false); }
HANDLER2(INVOKE_LOCAL_CACHED, slot, name) {
  *r.sp++ = value_copy(&r.fp[slot]);
  return invoke_cached(vm, r, name, 0, false);
}
HANDLER2(TAIL_INVOKE_CACHED, name, argc) { return invoke_cached(vm, r, name, argc, true); }

ALWAYS_INLINE Regs super_cached(Vm *vm, Regs r, uint32_t name, uint32_t argc, bool tail) {
  const Cache *cache = cache_before(r.ip);
  const Closure *closure = (const Closure *)cache->first.target;
  Value *base = r.sp - argc - 2;
  if (LIKELY(value_as_object(r.sp[-1]) == cache->first.key) && enter_may(vm, r, closure, argc)) {
    r.sp--;
    return tail ? enter_tail(vm, r, closure, argc, base) : enter_frame(r, closure, base);
  }
  return SLOW(vm, r, call_super_filling(vm, handler_name(vm, name), argc, tail));
}

HANDLER2(SUPER_INVOKE_CACHED, name, argc) { return super_cached(vm, r, name, argc, false); }
HANDLER2(TAIL_SUPER_INVOKE_CACHED, name, argc) { return super_cached(vm, r, name, argc, true); }

/* ---- returning ---- */

/* The result takes the place of callee and arguments, and the stack is cut to just above it. Nothing in the frame is captured any more: where something was, CLOSE_UPVALUES stands before. */
ALWAYS_INLINE Regs leave(Regs r, Value result) {
  const CallFrame *frame = r.frame;
  *frame->result = result;
  return (Regs){frame->return_ip, frame->result + 1, frame[-1].fp, r.frame - 1};
}

HANDLER0(RETURN) { return leave(r, value_copy(&r.sp[-1])); }
HANDLER1(RETURN_LOCAL, slot) { return leave(r, value_copy(&r.fp[slot])); }
HANDLER0(RETURN_NIL) { return leave(r, value_nil()); }

HANDLER1(PRINT_MANY, argc) { return SLOW(vm, r, call_print(vm, argc)); }
HANDLER0(PRINT) { return SLOW(vm, r, call_print(vm, 1)); }

HANDLER0(HALT) { return SLOW(vm, r, frame_leave(vm)); }
HANDLER0(EXIT) {
  vm_save(vm, r);
  return r;
}

#endif
