/* call.h -- calling, as slow code: all of it finds the registers in the Vm and leaves them there, at the callee's first instruction, behind the call when it is done already, or at the
 * handler of an error. */
#ifndef DUET_BYTECODE_CALL_H
#define DUET_BYTECODE_CALL_H

#include "vm.h"

/* Calls what stands below the `argc` arguments on top of the stack. */
void call_value(Vm *vm, uint32_t argc);

/* The same in tail position: the callee takes the running frame's place, unless it is a builtin or a class (the RETURN behind then gives the result on). */
void call_tail(Vm *vm, uint32_t argc);

/* object.name(a1..an) with the object below the arguments. `tail` as in call_tail. */
void call_invoke(Vm *vm, String *name, uint32_t argc, bool tail);

/* super.name(a1..an): self below the arguments, the superclass above them. */
void call_super(Vm *vm, String *name, uint32_t argc, bool tail);

/* The same two for instructions with an inline cache, which they ask and fill. */
void call_invoke_filling(Vm *vm, String *name, uint32_t argc, bool tail);
void call_super_filling(Vm *vm, String *name, uint32_t argc, bool tail);

/* A builtin, with its arguments on top of the stack and nothing for it below them: they go, the result comes. */
void call_builtin(Vm *vm, Value builtin, uint32_t argc);

/* A class whose init is a closure that may be entered just like that (enter_may) is called. */
void call_class(Vm *vm, uint32_t argc);

/* The builtin method that an inline cache has as `target`, on the receiver below the arguments. */
void call_builtin_method(Vm *vm, uintptr_t target, uint32_t argc);

/* print(a1..an): the arguments go, nothing comes. */
void call_print(Vm *vm, uint32_t argc);

/* Starts what stands in `base` below its `argc` arguments (`method` UNSET), or `method` on the self in base: pushes its frame, or does it at once with the result in base. False after raising; nothing is unwound. */
bool call_start(Vm *vm, Value method, uint32_t argc, Value *base) MUST_CHECK;

/* Starts a script's frame on the bottom of the stack. False after raising. */
bool call_script(Vm *vm, Closure *closure) MUST_CHECK;

#endif
