/* arithmetic.h -- the slow side of the operators: everything but small ints and plain floats. */
#ifndef DUET_BYTECODE_ARITHMETIC_H
#define DUET_BYTECODE_ARITHMETIC_H

#include "vm.h"

/* Top two values a b -> a op b, by the runtime's rules. */
void arithmetic_binary(Vm *vm, BinaryOperator op) COLD;

/* Top value a -> op a. */
void arithmetic_unary(Vm *vm, UnaryOperator op) COLD;

/* value class -> is it an instance? */
void arithmetic_is(Vm *vm);

/* value origin class -> value origin bool */
void arithmetic_catch_is(Vm *vm);

#endif
