/* access.h -- fields, items and literals: the general way, as runtime/ops.h defines it. */
#ifndef DUET_BYTECODE_ACCESS_H
#define DUET_BYTECODE_ACCESS_H

#include "vm.h"

/* object -> object.name */
Regs access_get_field(Vm *vm, Regs r, String *name);

/* object value -> object.name = value; drops `drop` of the two (a literal's object stays). */
Regs access_set_field(Vm *vm, Regs r, String *name, uint32_t drop);

/* self superclass -> the bound method */
Regs access_get_super(Vm *vm, Regs r, String *name);

/* a i -> a[i]; a i v -> */
Regs access_get_index(Vm *vm, Regs r);
Regs access_set_index(Vm *vm, Regs r);

/* a1..an -> list; list a1..an -> list */
Regs access_make_list(Vm *vm, Regs r, uint32_t count);
Regs access_extend_list(Vm *vm, Regs r, uint32_t count);

/* -> a plain object with room for `count` fields */
Regs access_make_object(Vm *vm, Regs r, uint32_t count);

#endif
