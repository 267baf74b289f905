/* observe.c -- from what happened to the listeners. */
#include "observe.h"

void observe_tell(Vm *vm, const Event *event) {
  for (Listener *listener = vm->observer->listeners; listener; listener = listener->next)
    listener->see(listener, vm, event);
}

/* An event about the running instruction. */
static Event event_here(const Vm *vm, EventKind kind) {
  const Step *step = vm->observer->step;
  return (Event){.kind = kind, .proto = step->proto, .offset = step->offset, .opcode = step->opcode, .becomes = step->opcode, .step = step};
}

void observe_miss_now(Vm *vm) {
  Event event = event_here(vm, EVENT_MISS);
  vm->observer->step->missed = true;
  observe_tell(vm, &event);
}

void observe_fill_now(Vm *vm, const void *key) {
  Event event = event_here(vm, EVENT_FILL);
  event.key = key;
  observe_tell(vm, &event);
}

/* What is rewritten need not be the running instruction; and a builtin's call may begin when no instruction runs. */
static void tell_of(Vm *vm, EventKind kind, const Proto *proto, uint32_t offset, Opcode from, Opcode to) {
  Event event = {.kind = kind, .proto = proto, .offset = offset, .opcode = from, .becomes = to, .step = vm->observer->step};
  observe_tell(vm, &event);
}

void observe_rewrite_now(Vm *vm, EventKind kind, const uint8_t *ip, Opcode from, Opcode to) {
  const Proto *proto = vm_proto(vm);
  tell_of(vm, kind, proto, (uint32_t)(ip - proto->code), from, to);
}

void observe_tier_now(Vm *vm, const Proto *proto) { tell_of(vm, EVENT_TIER, proto, 0, OPCODE_COUNT, OPCODE_COUNT); }
