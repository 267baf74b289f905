/* single.h -- one instruction, run by a function of its own: for those that want to look between two (watch.c), or that know quicker ways for most (ops/top.h). */
#ifndef DUET_BYTECODE_SINGLE_H
#define DUET_BYTECODE_SINGLE_H

#include "vm.h"

/* Runs the instruction at regs->ip with its handler, which may do what it always may: call, collect, raise. Leaves the registers to go on with. EXIT only saves them. */
void single_run(Vm *vm, Regs *regs);

#endif
