/* watch.c -- the loop once more, for runs with --profile or --trace.
 *
 *     before    what is about to run, and does its cache know the answer?     OP, HIT
 *     run       the same handler as ever                                       (slow code tells MISS, FILL, SPECIALIZE ...)
 *     after     where did it lead?                                             ENTER, TAIL, LEAVE, UNWIND, TURN
 *
 * What an instruction did is read off the registers: a frame more is a call, a frame less a return or an error. So no handler has to tell, the plain loops stay as they are, and all builds of
 * the VM are watched alike. Time is not what is measured here.
 */
#include "watch.h"

#include "single.h"

/* ---- before ---- */

/* The object whose field or method the instruction is after: a local, or the deepest of what it pops; for super the class on top. */
static Value receiver(const Step *step, const Instruction *instruction) {
  switch (instruction->opcode) {
  case OP_SUPER_INVOKE_CACHED:
  case OP_TAIL_SUPER_INVOKE_CACHED: return step->before.sp[-1];
  default: break;
  }
  if (opcode_infos[instruction->opcode].operands[0] == OPERAND_LOCAL) return step->before.fp[instruction->operands[0]];
  return step->before.sp[-(ptrdiff_t)opcode_pops(instruction)];
}

/* What it is asked by, as access.c and call.c do. */
static const void *cache_key(const Step *step, const Instruction *instruction) {
  Value object = receiver(step, instruction);
  switch (instruction->opcode) {
  case OP_SUPER_INVOKE_CACHED:
  case OP_TAIL_SUPER_INVOKE_CACHED: return value_as_object(object);
  default: break;
  }
  if (!value_has_fields(object)) return (const void *)(uintptr_t)object.tag;
  const Shape *shape = ((const Fields *)value_as_object(object))->shape;
  return shape->is_dictionary ? NULL : shape;
}

static void tell(Vm *vm, const Step *step, EventKind kind) {
  Event event = {.kind = kind,
                 .proto = step->proto,
                 .code = step->code,
                 .offset = step->offset,
                 .opcode = step->opcode,
                 .key = step->key,
                 .now = &step->before,
                 .step = step};
  observe_tell(vm, &event);
}

static void ask_cache(Vm *vm, Step *step) {
  Instruction instruction;
  if (!opcode_decode(step->code->code, step->code->code_length, step->offset, &instruction)) return;
  step->key = cache_key(step, &instruction);
  if (step->key && cache_find(cache_before(step->before.ip + instruction.length), step->key)) tell(vm, step, EVENT_HIT);
}

static void before(Vm *vm, Step *step, const Regs *r) {
  uint16_t opcode = opcode_read(r->ip);
  step->before = (Regs){r->ip, r->sp, r->fp, r->frame};
  step->proto = r->frame->closure->proto;
  step->code = proto_at(step->proto, r->ip);
  step->offset = (uint32_t)(r->ip - step->code->code);
  step->opcode = opcode == OP_WIDE ? opcode_read(r->ip + OPCODE_SIZE) : opcode;
  step->key = NULL;
  tell(vm, step, EVENT_OP);
  if (opcode_has_cache(step->opcode)) ask_cache(vm, step);
}

/* ---- after ---- */

/* Something happened to the call in `frame`, whose slot in the array still says which function that is or was. */
static void tell_call(Vm *vm, const Step *step, EventKind kind, const CallFrame *frame, const Regs *now) {
  Event event = {.kind = kind,
                 .proto = frame->closure->proto,
                 .code = frame->closure->proto,
                 .opcode = step->opcode,
                 .depth = (uint32_t)(frame - vm->frames),
                 .now = now,
                 .step = step};
  observe_tell(vm, &event);
}

/* Frames went: one, to where it was to return to, or by an error. */
static void tell_gone(Vm *vm, const Step *step, const uint8_t *return_ip, const Regs *r) {
  const CallFrame *frame = step->before.frame;
  bool returned = r->frame == frame - 1 && r->ip == return_ip && vm->rt->pending.kind == PENDING_NONE;
  for (; frame > r->frame; frame--)
    tell_call(vm, step, returned ? EVENT_LEAVE : EVENT_UNWIND, frame, r);
}

static void after(Vm *vm, const Step *step, const uint8_t *return_ip, const Regs *r) {
  const Regs *was = &step->before;
  bool may_jump = opcode_infos[step->opcode].flags & OPCODE_JUMPS;
  bool may_switch = step->opcode == OP_COUNT_CALL || step->opcode == OP_COUNT_TURN; /* to the other version of the code */
  if (r->frame > was->frame)
    tell_call(vm, step, EVENT_ENTER, r->frame, r);
  else if (r->frame < was->frame)
    tell_gone(vm, step, return_ip, r);
  else if (!may_jump && !may_switch && r->ip == r->frame->closure->proto->code)
    tell_call(vm, step, EVENT_TAIL, r->frame, r);
  else if (may_jump && r->ip <= was->ip)
    tell(vm, step, EVENT_TURN);
}

/* ---- the loop ---- */

bool watch_run(Vm *vm) {
  Observer *observer = vm->observer;
  Step step = {.outer = observer->step, .opcode = OPCODE_COUNT};
  Regs r = vm_load(vm);
  observer->step = &step;
  tell_call(vm, &step, EVENT_ENTER, r.frame, &r);
  while (opcode_read(r.ip) != OP_EXIT) {
    const uint8_t *return_ip = r.frame->return_ip;
    before(vm, &step, &r);
    single_run(vm, &r);
    after(vm, &step, return_ip, &r);
  }
  single_run(vm, &r);
  observer->step = step.outer;
  return vm->rt->pending.kind == PENDING_NONE;
}
