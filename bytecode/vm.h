/* vm.h -- the state of the virtual machine: one value stack, the running calls, the open upvalues.
 *
 *     stack   | script's slots | operands | f | a | b | locals | operands |            (free)
 *                                         ^     ^                          ^
 *                                         |     fp of the callee           sp
 *                                         frame.result: where its result goes
 *
 * Frames overlap: the arguments that the caller pushed are the callee's first slots, so a call copies nothing. For a method, slot 0 is self.
 *
 * Two worlds share the machine. In the fast one, the handlers, ip, sp, fp and the frame are in registers (Regs), passed along by value. In the slow one, the functions that may collect, raise,
 * call or look at the stack, they are in the Vm: vm_save goes from the first to the second, vm_load back. Whatever may have changed meanwhile (another frame, a handler of an error) is then
 * simply where the registers point. SLOW in handler.h is the bridge.
 */
#ifndef DUET_BYTECODE_VM_H
#define DUET_BYTECODE_VM_H

#include "cache.h"
#include "closure.h"
#include "runtime/error.h"
#include "runtime/ops.h"
#include "specialize.h"

/* The machine's registers: what every handler takes and gives. */
typedef struct Regs {
  const uint8_t *ip;       /* the next instruction */
  Value *sp;               /* one past the top of the operand stack */
  Value *fp;               /* slot 0 of the running function */
  struct CallFrame *frame; /* the innermost */
} Regs;

typedef struct CallFrame {
  const Closure *closure;
  Value *constants; /* the function's, at hand */
  Value *fp;
  Value *result;            /* the stack slot that gets the result; the stack is cut to just above it */
  const uint8_t *return_ip; /* where the caller goes on; frame_exit where C code had called: returning there leaves the loop */
  const uint8_t *c_ip;      /* while C code that this frame called runs guest code: where this frame stands */
} CallFrame;

typedef struct Observer Observer; /* observe.h */

/* What quickened instructions did (quicken.h). */
typedef struct QuickenStats {
  uint64_t failures;    /* guards that failed */
  uint64_t specialized; /* places rewritten for another type than the first guess */
  uint64_t generalized; /* places that got their generic form back */
} QuickenStats;

typedef struct Vm {
  Runtime *rt;
  CallFrame *frame; /* the registers while slow code runs; frames[0], which is none, when nothing runs; the script's is frames[1] */
  const uint8_t *ip;
  Value *sp;
  const volatile sig_atomic_t *interrupted; /* as in the runtime, but never NULL */

  UpvalueList upvalue_list;
  Value result; /* what RESULT kept, or what an entry frame returned */
  Value *stack; /* mapped; stack_end is one past what may be used */
  Value *stack_end;
  size_t stack_bytes;    /* of the mapping */
  CallFrame *frames;     /* rt->max_depth + 2 */
  CallFrame *last_frame; /* the deepest that --max-depth allows */
  CallFrame *call_limit; /* calls from this frame on take the slow way: last_frame, or in runs that count fuel the first */
  Unit *units;           /* all that were compiled */
  uint32_t kept_slots;   /* the script's variables that live on from script to script */
  Caches caches;
  QuickenStats quicken_stats;
  SpecializeOptions specialize; /* how hot functions are */
  uint64_t tier_ups;            /* functions that were specialized */
  Value print, len, range;      /* the builtins that have instructions of their own */
  Observer *observer;           /* NULL: nobody watches */
} Vm;

static inline void vm_save(Vm *vm, Regs r) {
  vm->ip = r.ip;
  vm->sp = r.sp;
  vm->frame = r.frame;
}

static inline Regs vm_load(const Vm *vm) { return (Regs){vm->ip, vm->sp, vm->frame->fp, vm->frame}; }

/* The function that the innermost frame runs, in the version that has the code at vm->ip. */
static inline const Proto *vm_proto(const Vm *vm) { return proto_at(vm->frame->closure->proto, vm->ip); }

/* The same, for what its instructions learn while they run. */
static inline Proto *vm_mutable_proto(const Vm *vm) { return (Proto *)vm->frame->closure->proto; }

/* Do `size` values fit above `base`, and above them what all calls that --max-depth still allows may need? */
static inline bool vm_has_room(const Vm *vm, const Value *base, size_t size) {
  if (LIKELY(size <= EASY_FRAME)) return true;
  size_t reserved = (size_t)(vm->last_frame - vm->frame + 1) * STACK_PER_CALL;
  return (size_t)(vm->stack_end - base) > size + reserved;
}

#endif
