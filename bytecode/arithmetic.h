/* arithmetic.h -- the slow side of the operators: everything but small ints and plain floats. */
#ifndef DUET_BYTECODE_ARITHMETIC_H
#define DUET_BYTECODE_ARITHMETIC_H

#include "vm.h"

/* Top two values a b -> a op b, by the runtime's rules. */
Regs arithmetic_binary(Vm *vm, Regs r, BinaryOperator op) COLD;

/* Top value a -> op a. */
Regs arithmetic_unary(Vm *vm, Regs r, UnaryOperator op) COLD;

/* value class -> is it an instance? */
Regs arithmetic_is(Vm *vm, Regs r);

/* value origin class -> value origin bool */
Regs arithmetic_catch_is(Vm *vm, Regs r);

#endif
