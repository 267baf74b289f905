/* ops/objects.h -- handlers of fields, items, and the literals that make containers. */
#ifndef DUET_BYTECODE_OPS_OBJECTS_H
#define DUET_BYTECODE_OPS_OBJECTS_H

#include "../access.h"
#include "../call.h"
#include "../handler.h"
#include "../operand.h"
#include "../quicken.h"
#include "runtime/list.h"
#include "runtime/map.h"

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

/* What an item of a list, a string, a map is, where it is there: *item. False: a closer look. */
ALWAYS_INLINE bool list_item(Value a, Value i, Value *item) {
  if (UNLIKELY(!value_is(a, VALUE_LIST) || !value_is(i, VALUE_INT)) || UNLIKELY(i.payload >= value_as_list(a)->count)) return false;
  *item = list_get(value_as_list(a), i.payload);
  return true;
}
ALWAYS_INLINE bool string_item(const Vm *vm, Value a, Value i, Value *item) {
  if (UNLIKELY(!value_is(a, VALUE_STRING) || !value_is(i, VALUE_INT)) || UNLIKELY(i.payload >= value_as_string(a)->length)) return false;
  *item = value_string(vm->rt->bytes[(unsigned char)value_as_string(a)->chars[i.payload]]);
  return true;
}
ALWAYS_INLINE bool map_item(Value a, Value i, Value *item) {
  if (UNLIKELY(!value_is(a, VALUE_MAP))) return false;
  const Value *found = map_find(value_as_map(a), i);
  if (UNLIKELY(found == NULL)) return false;
  *item = value_copy(found);
  return true;
}

/* GET_INDEX in one form, generic and for each kind: a[i] to *dest, after which the stack ends at `sp`. */
#define GET_INDEX_HANDLER(NAME, A, I, dest, sp_after, is_there, otherwise) \
  HANDLER3(NAME, first, second, third) {                                   \
    Value a = A, i = I, item;                                              \
    if (UNLIKELY(!is_there)) return SLOW(vm, r, otherwise);                \
    *(dest) = item;                                                        \
    r.sp = sp_after;                                                       \
    return r;                                                              \
  }
#define GET_INDEX_SEEN(NAME, A, I, dest, sp_after, is_there) \
  GET_INDEX_HANDLER(NAME, A, I, dest, sp_after, is_there, quicken_get_index(vm, OP_##NAME, a, i, dest, sp_after))
#define GET_INDEX_FORM(NAME, A, I, dest, sp_after)                                                                   \
  GET_INDEX_HANDLER(NAME, A, I, dest, sp_after, list_item(a, i, &item), access_index_into(vm, a, i, dest, sp_after)) \
  GET_INDEX_SEEN(NAME##_LIST, A, I, dest, sp_after, list_item(a, i, &item))                                          \
  GET_INDEX_SEEN(NAME##_STRING, A, I, dest, sp_after, string_item(vm, a, i, &item))                                  \
  GET_INDEX_SEEN(NAME##_MAP, A, I, dest, sp_after, map_item(a, i, &item))
GET_INDEX_FORM(GET_INDEX, OPERAND_S(2), OPERAND_S(1), r.sp - 2, r.sp - 1)
GET_INDEX_FORM(GET_INDEX_SL, OPERAND_S(1), OPERAND_L(first), r.sp - 1, r.sp)
GET_INDEX_FORM(GET_INDEX_SI, OPERAND_S(1), OPERAND_I(first), r.sp - 1, r.sp)
GET_INDEX_FORM(GET_INDEX_LL, OPERAND_L(first), OPERAND_L(second), r.sp, r.sp + 1)
GET_INDEX_FORM(GET_INDEX_LI, OPERAND_L(first), OPERAND_I(second), r.sp, r.sp + 1)
GET_INDEX_FORM(GET_INDEX_LS, OPERAND_L(first), OPERAND_S(1), r.sp - 1, r.sp)
GET_INDEX_FORM(GET_INDEX_LS_L, OPERAND_L(first), OPERAND_S(1), r.fp + second, r.sp - 1)
GET_INDEX_FORM(GET_INDEX_SL_L, OPERAND_S(1), OPERAND_L(first), r.fp + second, r.sp - 1)
GET_INDEX_FORM(GET_INDEX_SI_L, OPERAND_S(1), OPERAND_I(first), r.fp + second, r.sp - 1)
GET_INDEX_FORM(GET_INDEX_LL_L, OPERAND_L(first), OPERAND_L(second), r.fp + third, r.sp)
GET_INDEX_FORM(GET_INDEX_LI_L, OPERAND_L(first), OPERAND_I(second), r.fp + third, r.sp)

/* The item gets a new value, if it is there and that fits. */
ALWAYS_INLINE bool list_store(Value a, Value i, Value value) {
  return LIKELY(value_is(a, VALUE_LIST) && value_is(i, VALUE_INT)) && LIKELY(i.payload < value_as_list(a)->count) &&
         LIKELY(list_try_set(value_as_list(a), i.payload, value));
}
ALWAYS_INLINE bool map_store(Value a, Value i, Value value) {
  if (UNLIKELY(!value_is(a, VALUE_MAP))) return false;
  Value *found = map_find(value_as_map(a), i);
  if (UNLIKELY(found == NULL)) return false;
  *found = value;
  return true;
}

/* Slow stores want their three on the stack, where the value is alone now; the verifier counts them. */
ALWAYS_INLINE Regs push_store(Regs r, Value a, Value i) {
  r.sp[1] = value_copy(&r.sp[-1]);
  r.sp[-1] = a;
  r.sp[0] = i;
  r.sp += 2;
  return r;
}

/* SET_INDEX in one form: a[i] = the top. `pops` values go; `before` is how slow code finds the stack. */
#define SET_INDEX_HANDLER(NAME, A, I, pops, before, store, otherwise) \
  HANDLER2(NAME, first, second) {                                     \
    Value a = A, i = I;                                               \
    if (UNLIKELY(!store(a, i, value_copy(&r.sp[-1])))) {              \
      r = before;                                                     \
      return SLOW(vm, r, otherwise);                                  \
    }                                                                 \
    r.sp -= pops;                                                     \
    return r;                                                         \
  }
#define SET_INDEX_FORM(NAME, A, I, pops, before)                                                          \
  SET_INDEX_HANDLER(NAME, A, I, pops, before, list_store, access_set_index(vm))                           \
  SET_INDEX_HANDLER(NAME##_LIST, A, I, pops, before, list_store, quicken_set_index(vm, OP_##NAME##_LIST)) \
  SET_INDEX_HANDLER(NAME##_MAP, A, I, pops, before, map_store, quicken_set_index(vm, OP_##NAME##_MAP))
SET_INDEX_FORM(SET_INDEX, OPERAND_S(3), OPERAND_S(2), 3, r)
SET_INDEX_FORM(SET_INDEX_LL, OPERAND_L(first), OPERAND_L(second), 1, push_store(r, a, i))
SET_INDEX_FORM(SET_INDEX_LI, OPERAND_L(first), OPERAND_I(second), 1, push_store(r, a, i))

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
