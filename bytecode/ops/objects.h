/* ops/objects.h -- handlers of fields, items, and the literals that make containers. */
#ifndef DUET_BYTECODE_OPS_OBJECTS_H
#define DUET_BYTECODE_OPS_OBJECTS_H

#include "../access.h"
#include "../handler.h"

HANDLER1(GET_FIELD, name) { return access_get_field(vm, r, handler_name(vm, name)); }
HANDLER1(SET_FIELD, name) { return access_set_field(vm, r, handler_name(vm, name), 2); }
HANDLER1(INIT_FIELD, name) { return access_set_field(vm, r, handler_name(vm, name), 1); }
HANDLER1(GET_SUPER, name) { return access_get_super(vm, r, handler_name(vm, name)); }
HANDLER0(GET_INDEX) { return access_get_index(vm, r); }
HANDLER0(SET_INDEX) { return access_set_index(vm, r); }
HANDLER1(LIST, count) { return access_make_list(vm, r, count); }
HANDLER1(LIST_EXTEND, count) { return access_extend_list(vm, r, count); }
HANDLER1(OBJECT, count) { return access_make_object(vm, r, count); }

#endif
