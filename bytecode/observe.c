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

/* The next instruction of generic code that specialized code has, too: those that only count are left out there. False: there is none. */
static bool next_kept(const Proto *generic, uint32_t *offset, Instruction *instruction) {
  while (opcode_decode(generic->code, generic->code_length, *offset, instruction)) {
    *offset += instruction->length;
    if (instruction->opcode != OP_COUNT_CALL && instruction->opcode != OP_COUNT_TURN) return true;
  }
  return false;
}

/* Its specialized code is new, and nothing of it has run: each instruction in another form than before is told. */
static void tell_forms(Vm *vm, const Proto *proto) {
  Instruction was, is;
  uint32_t from = 0;
  for (uint32_t at = 0; opcode_decode(proto->code, proto->code_length, at, &is); at += is.length) {
    if (!next_kept(proto->generic, &from, &was)) return;
    if (was.opcode == is.opcode) continue;
    Event event = {.kind = EVENT_SPECIALIZE, .proto = proto, .code = proto, .offset = at, .step = vm->observer->step};
    event.opcode = was.opcode;
    event.becomes = is.opcode;
    observe_tell(vm, &event);
  }
}

void observe_tier_now(Vm *vm, const Proto *proto) {
  Event event = {.kind = EVENT_TIER, .proto = proto, .code = proto, .step = vm->observer->step};
  observe_tell(vm, &event);
  tell_forms(vm, proto);
}
