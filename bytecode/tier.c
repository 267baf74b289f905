/* tier.c -- cold functions stay as they are; hot ones get better code.
 *
 * Most functions of a program run a few times and are done. Code that can learn is larger and takes time to make, so it is made only for the others: the generic code counts, with an instruction at the
 * function's start and one in each loop,
 *
 *       0  COUNT_CALL                 heat 1, 2, ... 30: hot
 *          ...
 *      40  COUNT_TURN 0               the same counter
 *
 * and at the threshold specialize.c writes the function's second version. New calls begin in it. The frame that made it hot goes over at once, in the middle of a loop if need be ("on-stack replacement"): both
 * versions keep the same variables in the same slots and nothing on the operand stack between two statements, so all that changes is ip. Other frames that are in the generic code go over at their next turn, or end there.
 *
 * The trigger is the same that machine code would have.
 */
#include "tier.h"

#include "observe.h"
#include "verify.h"

#include <stdio.h>
#include <stdlib.h>

static void make_hot(Vm *vm, Proto *proto) {
  VerifyError error;
  specialize(proto, vm->specialize);
  if (!verify_proto(proto, vm->rt->builtins, vm->rt->builtin_count, &error)) {
    fprintf(stderr, "duet-vm: specialized code is wrong: at %u: %s\n", error.offset, error.message);
    abort();
  }
  vm->tier_ups++;
}

/* The running function, hot. */
static const Proto *hot_proto(Vm *vm) {
  Proto *proto = (Proto *)vm->frame->closure->proto;
  if (!proto->generic) {
    make_hot(vm, proto);
    observe_tier(vm, proto);
  }
  return proto;
}

void tier_enter(Vm *vm) { vm->ip = hot_proto(vm)->code; }

void tier_enter_loop(Vm *vm, uint32_t loop) {
  const Proto *proto = hot_proto(vm);
  vm->ip = proto->code + proto->loop_entries[loop];
}

void tier_all(Vm *vm, Unit *unit) {
  for (Proto *proto = unit->protos; proto; proto = proto->next)
    make_hot(vm, proto);
}
