/* ops/objects.h -- handlers of fields, items, and the literals that make containers. */
#ifndef DUET_BYTECODE_OPS_OBJECTS_H
#define DUET_BYTECODE_OPS_OBJECTS_H

#include "../access.h"
#include "../handler.h"

HANDLER1(GET_FIELD, name) { return SLOW(vm, r, access_get_field(vm, handler_name(vm, name))); }
HANDLER1(SET_FIELD, name) { return SLOW(vm, r, access_set_field(vm, handler_name(vm, name), 2)); }
HANDLER1(INIT_FIELD, name) { return SLOW(vm, r, access_set_field(vm, handler_name(vm, name), 1)); }
HANDLER1(GET_SUPER, name) { return SLOW(vm, r, access_get_super(vm, handler_name(vm, name))); }
HANDLER0(GET_INDEX) { return SLOW(vm, r, access_get_index(vm)); }
HANDLER0(SET_INDEX) { return SLOW(vm, r, access_set_index(vm)); }
HANDLER1(LIST, count) { return SLOW(vm, r, access_make_list(vm, count)); }
HANDLER1(LIST_EXTEND, count) { return SLOW(vm, r, access_extend_list(vm, count)); }
HANDLER1(OBJECT, count) { return SLOW(vm, r, access_make_object(vm, count)); }

#endif
