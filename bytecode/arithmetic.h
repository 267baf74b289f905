/* arithmetic.h -- the slow side of the operators: everything but small ints and plain floats. */
#ifndef DUET_BYTECODE_ARITHMETIC_H
#define DUET_BYTECODE_ARITHMETIC_H

#include "vm.h"

/* Top two values a b -> a op b, by the runtime's rules. */
void arithmetic_binary(Vm *vm, BinaryOperator op) COLD;

/* *dest = a op b, both reachable from the stack as it is; afterwards the stack ends at `sp`. */
void arithmetic_into(Vm *vm, BinaryOperator op, Value a, Value b, Value *dest, Value *sp) COLD;

/* The language's == for any two values. No error, no collection: it needs no registers. */
bool arithmetic_equal(Value a, Value b);

/* Does a op b hold (EQUAL to GREATER_EQUAL)? Then, or if not `when`, the stack ends at `sp` and ip moves by `offset`. */
void arithmetic_jump(Vm *vm, BinaryOperator op, Value a, Value b, bool when, int32_t offset, Value *sp) COLD;

/* Top value a -> op a. */
void arithmetic_unary(Vm *vm, UnaryOperator op) COLD;

/* value class -> is it an instance? */
void arithmetic_is(Vm *vm);

/* value origin class -> value origin bool */
void arithmetic_catch_is(Vm *vm);

#endif
