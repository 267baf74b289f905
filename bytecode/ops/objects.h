/* ops/objects.h -- handlers of fields, items, and the literals that make containers. */
#ifndef DUET_BYTECODE_OPS_OBJECTS_H
#define DUET_BYTECODE_OPS_OBJECTS_H

#include "../access.h"
#include "../call.h"
#include "../handler.h"
#include "runtime/list.h"

HANDLER1(GET_FIELD, name) { return SLOW(vm, r, access_get_field(vm, handler_name(vm, name))); }
HANDLER1(SET_FIELD, name) { return SLOW(vm, r, access_set_field(vm, handler_name(vm, name), 2)); }
HANDLER1(INIT_FIELD, name) { return SLOW(vm, r, access_set_field(vm, handler_name(vm, name), 1)); }
HANDLER1(GET_SUPER, name) { return SLOW(vm, r, access_get_super(vm, handler_name(vm, name))); }
HANDLER2(GET_FIELD_LOCAL, slot, name) {
  *r.sp++ = value_copy(&r.fp[slot]);
  return SLOW(vm, r, access_get_field(vm, handler_name(vm, name)));
}

HANDLER2(SET_FIELD_LOCAL, slot, name) {
  r.sp[0] = value_copy(&r.sp[-1]);
  r.sp[-1] = value_copy(&r.fp[slot]);
  r.sp++;
  return SLOW(vm, r, access_set_field(vm, handler_name(vm, name), 2));
}

/* ---- with an inline cache ---- */

ALWAYS_INLINE Regs get_field_cached(Vm *vm, Regs r, Value object, uint32_t name, Value *dest, Value *sp) {
  const Cache *cache = cache_before(r.ip);
  if (LIKELY(value_has_fields(object))) {
    const Fields *fields = value_as_object(object);
    if (LIKELY(fields->shape == cache->first.key)) {
      *dest = value_copy(&fields->slots[cache->first.target >> CACHE_SHIFT]);
      r.sp = sp;
      return r;
    }
  }
  return SLOW(vm, r, access_get_field_filling(vm, object, handler_name(vm, name), dest, sp));
}

HANDLER1(GET_FIELD_CACHED, name) { return get_field_cached(vm, r, value_copy(&r.sp[-1]), name, r.sp - 1, r.sp); }
HANDLER2(GET_FIELD_LOCAL_CACHED, slot, name) { return get_field_cached(vm, r, value_copy(&r.fp[slot]), name, r.sp, r.sp + 1); }

/* A field that is there gets a new value; one that is not moves the object on to the next shape, if there is room for it. */
ALWAYS_INLINE Regs set_field_cached(Vm *vm, Regs r, Value object, uint32_t name, uint32_t drop) {
  const Cache *cache = cache_before(r.ip);
  if (LIKELY(value_has_fields(object))) {
    Fields *fields = value_as_object(object);
    Shape *shape = fields->shape;
    uintptr_t target = cache->first.target;
    if (LIKELY(shape == cache->first.key)) {
      if (LIKELY((target & CACHE_MASK) == CACHE_SLOT)) {
        fields->slots[target >> CACHE_SHIFT] = value_copy(&r.sp[-1]);
        r.sp -= drop;
        return r;
      }
      if (LIKELY(shape->count < fields->capacity)) {
        fields->slots[shape->count] = value_copy(&r.sp[-1]);
        fields->shape = (Shape *)target;
        r.sp -= drop;
        return r;
      }
    }
  }
  return SLOW(vm, r, access_set_field_filling(vm, object, handler_name(vm, name), drop));
}

HANDLER1(SET_FIELD_CACHED, name) { return set_field_cached(vm, r, value_copy(&r.sp[-2]), name, 2); }
HANDLER2(SET_FIELD_LOCAL_CACHED, slot, name) { return set_field_cached(vm, r, value_copy(&r.fp[slot]), name, 1); }
HANDLER1(INIT_FIELD_CACHED, name) { return set_field_cached(vm, r, value_copy(&r.sp[-2]), name, 1); }

/* ---- items ---- */

/* a[i] of a list with an int in range, the result to *dest; the stack ends at `sp`. */
ALWAYS_INLINE Regs get_index(Vm *vm, Regs r, Value a, Value i, Value *dest, Value *sp) {
  if (LIKELY(value_is(a, VALUE_LIST) && value_is(i, VALUE_INT))) {
    const List *list = value_as_list(a);
    if (LIKELY(i.payload < list->count)) {
      *dest = list_get(list, i.payload);
      r.sp = sp;
      return r;
    }
  }
  return SLOW(vm, r, access_index_into(vm, a, i, dest, sp));
}

HANDLER0(GET_INDEX) { return get_index(vm, r, value_copy(&r.sp[-2]), value_copy(&r.sp[-1]), r.sp - 2, r.sp - 1); }
HANDLER1(GET_INDEX_SL, i) { return get_index(vm, r, value_copy(&r.sp[-1]), value_copy(&r.fp[i]), r.sp - 1, r.sp); }
HANDLER1(GET_INDEX_SI, i) { return get_index(vm, r, value_copy(&r.sp[-1]), value_int((int32_t)i), r.sp - 1, r.sp); }
HANDLER2(GET_INDEX_LL, a, i) { return get_index(vm, r, value_copy(&r.fp[a]), value_copy(&r.fp[i]), r.sp, r.sp + 1); }
HANDLER2(GET_INDEX_LI, a, i) { return get_index(vm, r, value_copy(&r.fp[a]), value_int((int32_t)i), r.sp, r.sp + 1); }

HANDLER1(GET_INDEX_LS, a) { return get_index(vm, r, value_copy(&r.fp[a]), value_copy(&r.sp[-1]), r.sp - 1, r.sp); }
HANDLER2(GET_INDEX_LS_L, a, dest) { return get_index(vm, r, value_copy(&r.fp[a]), value_copy(&r.sp[-1]), r.fp + dest, r.sp - 1); }
HANDLER2(GET_INDEX_SL_L, i, dest) { return get_index(vm, r, value_copy(&r.sp[-1]), value_copy(&r.fp[i]), r.fp + dest, r.sp - 1); }
HANDLER2(GET_INDEX_SI_L, i, dest) { return get_index(vm, r, value_copy(&r.sp[-1]), value_int((int32_t)i), r.fp + dest, r.sp - 1); }
HANDLER3(GET_INDEX_LL_L, a, i, dest) { return get_index(vm, r, value_copy(&r.fp[a]), value_copy(&r.fp[i]), r.fp + dest, r.sp); }
HANDLER3(GET_INDEX_LI_L, a, i, dest) { return get_index(vm, r, value_copy(&r.fp[a]), value_int((int32_t)i), r.fp + dest, r.sp); }

HANDLER0(SET_INDEX) {
  Value a = value_copy(&r.sp[-3]), i = value_copy(&r.sp[-2]);
  if (LIKELY(value_is(a, VALUE_LIST) && value_is(i, VALUE_INT)) && LIKELY(i.payload < value_as_list(a)->count) &&
      LIKELY(list_try_set(value_as_list(a), i.payload, value_copy(&r.sp[-1])))) {
    r.sp -= 3;
    return r;
  }
  return SLOW(vm, r, access_set_index(vm));
}

/* list[index] = the top. The slow way wants its three on the stack; the verifier counts them. */
ALWAYS_INLINE Regs set_index(Vm *vm, Regs r, Value list, Value index) {
  if (LIKELY(value_is(list, VALUE_LIST) && value_is(index, VALUE_INT)) && LIKELY(index.payload < value_as_list(list)->count) &&
      LIKELY(list_try_set(value_as_list(list), index.payload, value_copy(&r.sp[-1])))) {
    r.sp--;
    return r;
  }
  r.sp[1] = value_copy(&r.sp[-1]);
  r.sp[-1] = list;
  r.sp[0] = index;
  r.sp += 2;
  return SLOW(vm, r, access_set_index(vm));
}

HANDLER2(SET_INDEX_LL, a, i) { return set_index(vm, r, value_copy(&r.fp[a]), value_copy(&r.fp[i])); }
HANDLER2(SET_INDEX_LI, a, i) { return set_index(vm, r, value_copy(&r.fp[a]), value_int((int32_t)i)); }

ALWAYS_INLINE Regs len_of(Vm *vm, Regs r, Value a, Value *dest) {
  if (UNLIKELY(!value_is(a, VALUE_LIST))) {
    *dest = a;
    r.sp = dest + 1;
    return SLOW(vm, r, call_builtin(vm, vm->len, 1));
  }
  *dest = value_int((int64_t)value_as_list(a)->count);
  r.sp = dest + 1;
  return r;
}

HANDLER0(LEN) { return len_of(vm, r, value_copy(&r.sp[-1]), r.sp - 1); }
HANDLER1(LEN_LOCAL, a) { return len_of(vm, r, value_copy(&r.fp[a]), r.sp); }

HANDLER1(LIST, count) { return SLOW(vm, r, access_make_list(vm, count)); }
HANDLER1(LIST_EXTEND, count) { return SLOW(vm, r, access_extend_list(vm, count)); }
HANDLER1(OBJECT, count) { return SLOW(vm, r, access_make_object(vm, count)); }

#endif
