/* ops/definitions.h -- handlers that make functions and classes. */
#ifndef DUET_BYTECODE_OPS_DEFINITIONS_H
#define DUET_BYTECODE_OPS_DEFINITIONS_H

#include "../define.h"
#include "../handler.h"

HANDLER1(CLOSURE, index) { return SLOW(vm, r, define_closure(vm, vm_proto(vm)->protos[index])); }
HANDLER1(CLASS, name) { return SLOW(vm, r, define_class(vm, handler_name(vm, name))); }
HANDLER1(SUBCLASS, name) { return SLOW(vm, r, define_subclass(vm, handler_name(vm, name))); }
HANDLER1(METHOD, name) { return SLOW(vm, r, define_method(vm, handler_name(vm, name))); }

#endif
