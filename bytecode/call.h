/* call.h -- calling and returning. */
#ifndef DUET_BYTECODE_CALL_H
#define DUET_BYTECODE_CALL_H

#include "vm.h"

/* Calls what stands below the `argc` arguments on top of the stack. The registers given back run the callee, or go on behind the call when it was a builtin, or at a handler when it failed. */
Regs call_value(Vm *vm, Regs r, uint32_t argc);

/* The same in tail position: the callee takes the running frame's place, unless it is a builtin or a class (the RETURN behind then gives the result on). */
Regs call_tail(Vm *vm, Regs r, uint32_t argc);

/* object.name(a1..an) with the object below the arguments. `tail` as in call_tail. */
Regs call_invoke(Vm *vm, Regs r, String *name, uint32_t argc, bool tail);

/* super.name(a1..an): self below the arguments, the superclass above them. */
Regs call_super(Vm *vm, Regs r, String *name, uint32_t argc, bool tail);

/* print(a1..an): the arguments go, nothing comes. */
Regs call_print(Vm *vm, Regs r, uint32_t argc);

/* Starts what stands in `base` below its `argc` arguments (`method` UNSET), or `method` on the self in base: pushes its frame, or does it at once with the result in base. False after raising; nothing is unwound. */
bool call_start(Vm *vm, Regs *r, Value method, uint32_t argc, Value *base) MUST_CHECK;

/* Starts a script's frame on the bottom of the stack; `r` out. False after raising. */
bool call_script(Vm *vm, Closure *closure, Regs *r) MUST_CHECK;

#endif
