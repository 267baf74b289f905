/* ops/definitions.h -- handlers that make functions and classes. */
#ifndef DUET_BYTECODE_OPS_DEFINITIONS_H
#define DUET_BYTECODE_OPS_DEFINITIONS_H

#include "../define.h"
#include "../handler.h"

HANDLER1(CLOSURE, index) { return define_closure(vm, r, vm_proto(vm)->protos[index]); }
HANDLER1(CLASS, name) { return define_class(vm, r, handler_name(vm, name)); }
HANDLER1(SUBCLASS, name) { return define_subclass(vm, r, handler_name(vm, name)); }
HANDLER1(METHOD, name) { return define_method(vm, r, handler_name(vm, name)); }

#endif
