/* tier.h -- which functions are worth specialized code. The whole idea is told in tier.c. */
#ifndef DUET_BYTECODE_TIER_H
#define DUET_BYTECODE_TIER_H

#include "specialize.h"
#include "vm.h"

/* So many calls and loop turns, counted together, make a function hot. Over all of programs/, which are short, 8 takes 1.4% more instructions than 30, 200 takes 1% more, 2,000 6% more, and specializing
 * everything at once 3% more. */
enum { TIER_THRESHOLD = 30 };

/* One more call or turn of the running function: is it hot now? (It is ever after.) */
ALWAYS_INLINE bool tier_count(Regs r) {
  Proto *proto = (Proto *)r.frame->closure->proto;
  return ++proto->heat >= TIER_THRESHOLD;
}

/* The running function is hot, and at its start: it goes on in specialized code, which is made now if it is not there. Never collects. */
void tier_enter(Vm *vm);

/* The same at a turn of its loop number `loop`. */
void tier_enter_loop(Vm *vm, uint32_t loop);

/* Specializes all functions of a unit at once: for runs that do not count. */
void tier_all(Vm *vm, Unit *unit);

#endif
