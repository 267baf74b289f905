/* define.h -- making functions and classes when their statements run. */
#ifndef DUET_BYTECODE_DEFINE_H
#define DUET_BYTECODE_DEFINE_H

#include "vm.h"

/* -> a closure of `proto` with the variables it captures here and now */
Regs define_closure(Vm *vm, Regs r, const Proto *proto);

/* -> class; superclass -> class; class closure -> class */
Regs define_class(Vm *vm, Regs r, String *name);
Regs define_subclass(Vm *vm, Regs r, String *name);
Regs define_method(Vm *vm, Regs r, String *name);

#endif
