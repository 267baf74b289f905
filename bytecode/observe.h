/* observe.h -- events: how --profile and --trace learn what the machine does.
 *
 *     watch.c (the loop, one instruction at a time)  --+
 *     the slow side of caches, quickening, tiers     --+--> observe_tell --> each Listener: profile.c, trace.c
 *
 * Who does something worth knowing says so with one of the functions below, right where it happens. They do nothing while vm->observer is NULL, and none of them stands on a
 * path that is taken often: what happens at every instruction is seen by a loop of its own, which runs in place of the plain one (watch.h). So a run that nobody watches pays
 * nothing but a test at each cache miss.
 *
 * Events carry no addresses that a listener may print: the same program gives the same trace.
 */
#ifndef DUET_BYTECODE_OBSERVE_H
#define DUET_BYTECODE_OBSERVE_H

#include "opcode.h"
#include "vm.h"

typedef enum EventKind {
  EVENT_OP,         /* an instruction is about to run */
  EVENT_ENTER,      /* a call has a frame of its own; also the script */
  EVENT_TAIL,       /* a call took the place of the function that made it */
  EVENT_LEAVE,      /* a function has returned, or the script ended */
  EVENT_UNWIND,     /* an error left a function */
  EVENT_TURN,       /* a jump backward: one more turn of a loop */
  EVENT_HIT,        /* an inline cache had the answer */
  EVENT_MISS,       /* it had not */
  EVENT_FILL,       /* it learned one */
  EVENT_SPECIALIZE, /* an instruction got a form for what it meets */
  EVENT_GENERALIZE, /* and back, for it met something else */
  EVENT_TIER        /* a function was called, or looped, often enough to be worth more work */
} EventKind;

/* The instruction that is running. */
typedef struct Step Step;
struct Step {
  const Proto *proto;
  const Proto *code; /* the version of it that runs, see proto_at */
  uint32_t offset;   /* of the instruction in code->code; of the WIDE before it, if there is one */
  Opcode opcode;     /* behind WIDE */
  const void *key;   /* what its inline cache is asked by, as in cache.h; NULL: it has none, or what it met is never cached */
  Regs before;       /* ip at the instruction */
  Step *outer;       /* the one that runs a builtin that called back; NULL: none */
};

typedef struct Event {
  EventKind kind;
  const Proto *proto; /* the function it is about */
  const Proto *code;  /* the version of it, see proto_at */
  uint32_t offset;    /* of the instruction it is about, in code->code */
  Opcode opcode;      /* of that instruction; SPECIALIZE and GENERALIZE: as it was */
  Opcode becomes;     /* SPECIALIZE and GENERALIZE: as it is now */
  const void *key;    /* HIT, MISS and FILL: as in cache.h, or NULL */
  uint32_t depth;     /* ENTER to UNWIND: of the function it is about; the script's is 1 */
  const Regs *now;    /* OP, HIT and TURN: before the instruction; ENTER to UNWIND: after it */
  const Step *step;   /* what is running; NULL: nothing */
} Event;

/* Someone who wants to know. `see` may not change the machine, nor collect. */
typedef struct Listener Listener;
struct Listener {
  void (*see)(Listener *listener, Vm *vm, const Event *event);
  Listener *next;
};

struct Observer {
  Listener *listeners;
  Step *step; /* of the innermost loop */
};

/* Tells all listeners; vm->observer is not NULL. */
void observe_tell(Vm *vm, const Event *event);

/* The running instruction's cache had no answer. */
void observe_miss_now(Vm *vm) COLD;
static inline void observe_cache_miss(Vm *vm) {
  if (UNLIKELY(vm->observer != NULL)) observe_miss_now(vm);
}

/* The running instruction's cache learned one: `key` as in cache.h. */
void observe_fill_now(Vm *vm, const void *key) COLD;
static inline void observe_cache_fill(Vm *vm, const void *key) {
  if (UNLIKELY(vm->observer != NULL)) observe_fill_now(vm, key);
}

/* The instruction at `ip` (where its opcode is), in the function that runs, was rewritten for the operands it meets. */
void observe_rewrite_now(Vm *vm, EventKind kind, const uint8_t *ip, Opcode from, Opcode to) COLD;
static inline void observe_specialize(Vm *vm, const uint8_t *ip, Opcode from, Opcode to) {
  if (UNLIKELY(vm->observer != NULL)) observe_rewrite_now(vm, EVENT_SPECIALIZE, ip, from, to);
}

/* The same instruction, back to what does for all operands. */
static inline void observe_generalize(Vm *vm, const uint8_t *ip, Opcode from, Opcode to) {
  if (UNLIKELY(vm->observer != NULL)) observe_rewrite_now(vm, EVENT_GENERALIZE, ip, from, to);
}

/* `proto` passed the threshold, and has its specialized code now; each instruction that has another form there is a SPECIALIZE. */
void observe_tier_now(Vm *vm, const Proto *proto) COLD;
static inline void observe_tier(Vm *vm, const Proto *proto) {
  if (UNLIKELY(vm->observer != NULL)) observe_tier_now(vm, proto);
}

#endif
