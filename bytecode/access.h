/* access.h -- fields, items and literals: the general way, as runtime/ops.h defines it. */
#ifndef DUET_BYTECODE_ACCESS_H
#define DUET_BYTECODE_ACCESS_H

#include "vm.h"

/* object -> object.name */
void access_get_field(Vm *vm, String *name);

/* object value -> object.name = value; drops `drop` of the two (a literal's object stays). */
void access_set_field(Vm *vm, String *name, uint32_t drop);

/* The same two for instructions with an inline cache, which they ask and fill; what was read goes to *dest, and the stack ends at `sp`. */
void access_get_field_filling(Vm *vm, Value object, String *name, Value *dest, Value *sp);
void access_set_field_filling(Vm *vm, Value object, String *name, uint32_t drop);

/* self superclass -> the bound method */
void access_get_super(Vm *vm, String *name);

/* *dest = a[i], both reachable from the stack as it is; afterwards the stack ends at `sp`. */
void access_index_into(Vm *vm, Value a, Value i, Value *dest, Value *sp);

/* a i v -> */
void access_set_index(Vm *vm);

/* a1..an -> list; list a1..an -> list */
void access_make_list(Vm *vm, uint32_t count);
void access_extend_list(Vm *vm, uint32_t count);

/* -> a plain object with room for `count` fields */
void access_make_object(Vm *vm, uint32_t count);

#endif
