/* observe.c -- from what happened to the listeners. */
#include "observe.h"

void observe_tell(Vm *vm, const Event *event) {
  for (Listener *listener = vm->observer->listeners; listener; listener = listener->next)
    listener->see(listener, vm, event);
}

/* About the cache of the running instruction. */
static void tell_cache(Vm *vm, EventKind kind, const void *key) {
  const Step *step = vm->observer->step;
  Event event = {
      .kind = kind, .proto = step->proto, .code = step->code, .offset = step->offset, .opcode = step->opcode, .key = key, .step = step};
  observe_tell(vm, &event);
}

void observe_miss_now(Vm *vm) { tell_cache(vm, EVENT_MISS, vm->observer->step->key); }

void observe_fill_now(Vm *vm, const void *key) { tell_cache(vm, EVENT_FILL, key); }

/* What is rewritten need not be the running instruction. */
void observe_rewrite_now(Vm *vm, EventKind kind, const uint8_t *ip, Opcode from, Opcode to) {
  const Proto *proto = vm_proto(vm), *code = proto_at(proto, ip);
  Event event = {.kind = kind,
                 .proto = proto,
                 .code = code,
                 .offset = (uint32_t)(ip - code->code),
                 .opcode = from,
                 .becomes = to,
                 .step = vm->observer->step};
  observe_tell(vm, &event);
}

void observe_tier_now(Vm *vm, const Proto *proto) {
  Event event = {.kind = EVENT_TIER, .proto = proto, .code = proto, .step = vm->observer->step};
  observe_tell(vm, &event);
}
