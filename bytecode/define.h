/* define.h -- making functions and classes when their statements run. */
#ifndef DUET_BYTECODE_DEFINE_H
#define DUET_BYTECODE_DEFINE_H

#include "vm.h"

/* -> a closure of `proto` with the variables it captures here and now */
void define_closure(Vm *vm, const Proto *proto);

/* -> class; superclass -> class; class closure -> class */
void define_class(Vm *vm, String *name);
void define_subclass(Vm *vm, String *name);
void define_method(Vm *vm, String *name);

#endif
