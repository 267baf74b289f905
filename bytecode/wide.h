/* wide.h -- instructions with 32-bit operands, for functions with more than 65,536 constants, variables or items. */
#ifndef DUET_BYTECODE_WIDE_H
#define DUET_BYTECODE_WIDE_H

#include "vm.h"

/* Runs the instruction at ip (behind its WIDE prefix). */
void wide_execute(Vm *vm) COLD;

#endif
