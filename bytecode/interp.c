/* interp.c -- the loop: fetch an opcode, decode its operands, run its handler, again.
 *
 * The handlers are in ops/, one inline function each. What this file adds is how to get from one to the next, three ways:
 *
 *     switch   one indirect jump at the top of the loop, shared by all handlers
 *     goto     a table of label addresses and an indirect jump at the end of every handler ("computed goto", a GNU extension)
 *     tail     each handler is a function of its own and ends in a tail call of the next, through a table of functions; there is no loop
 *
 * The first is C that every compiler knows. In the second each handler has a jump of its own, which a branch predictor can learn apart from the others; but all of them are still one function, too
 * large for a compiler to keep its registers in order. In the third every function is small, and stays out of the stack as long as two promises hold, which are attributes of clang:
 *
 *     musttail        the call is a jump, whatever the level of optimization
 *     preserve_none   a call may overwrite every register, so a handler has nothing to save
 *
 * (clang has had the first since version 13 and the second since 19. The first alone is enough to be right.)
 *
 * Last in the file, the second way once more, for handlers that keep the top of the stack in registers (ops/top.h).
 *
 * All are made from opcode.def, and decode with constants: for LOAD_LOCAL the compiler sees one 16-bit load and nothing of operand kinds. Run `make bench-ladder` for what each is worth.
 */
#include "interp.h"

#include "decode.h"
#include "handlers.h"
#include "ops/top_operators.h"
#include "single.h"
#include "watch.h"
#include "wide.h"

#ifndef TOP_OF_STACK
HANDLER0(WIDE) { return SLOW(vm, r, wide_execute(vm)); }
#endif

#if defined DISPATCH_SWITCH

const char *interp_dispatch(void) { return "switch"; }

bool interp_run(Vm *vm) {
  if (UNLIKELY(vm->observer != NULL)) return watch_run(vm);
  Regs r = vm_load(vm);
  for (;;) {
    switch ((Opcode)DECODE_OPCODE(r)) {
#define OPCODE(name, format, pops, pushes, flags, doc)                     \
  case OP_##name:                                                          \
    DECODE_AND_DO(name, format, vm, r, false)                              \
    if (OP_##name == OP_EXIT) return vm->rt->pending.kind == PENDING_NONE; \
    break;
#include "opcode.def"
#undef OPCODE
    case OPCODE_COUNT: __builtin_unreachable();
    }
  }
}

#elif defined DISPATCH_TAIL

/* The compiler of this loop, which need not be that of all else. */
#define TEXT_OF(number) #number
#define VERSION_TEXT(number) TEXT_OF(number)
#ifdef __clang__
#define COMPILED_BY "clang " VERSION_TEXT(__clang_major__)
#else
#define COMPILED_BY "gcc " VERSION_TEXT(__GNUC__)
#endif

#if __has_attribute(preserve_none)
#define CHAIN_LINK __attribute__((preserve_none))
const char *interp_dispatch(void) { return COMPILED_BY " tail"; }
#else
#define CHAIN_LINK
const char *interp_dispatch(void) { return COMPILED_BY " tail (registers saved)"; }
#endif

/* A handler as a function. The registers are arguments, one by one: a struct of four would travel in memory. */
typedef CHAIN_LINK bool Link(Vm *vm, const uint8_t *ip, Value *sp, Value *fp, CallFrame *frame);

#define OPCODE(name, format, pops, pushes, flags, doc) static Link link_##name;
#include "opcode.def"
#undef OPCODE

static Link *const links[OPCODE_COUNT] = {
#define OPCODE(name, format, pops, pushes, flags, doc) link_##name,
#include "opcode.def"
#undef OPCODE
};

#define OPCODE(name, format, pops, pushes, flags, doc)                                                    \
  static CHAIN_LINK bool link_##name(Vm *vm, const uint8_t *ip, Value *sp, Value *fp, CallFrame *frame) { \
    Regs r = {ip, sp, fp, frame};                                                                         \
    DECODE_AND_DO(name, format, vm, r, false)                                                             \
    if (OP_##name == OP_EXIT) return vm->rt->pending.kind == PENDING_NONE;                                \
    Link *next = links[DECODE_OPCODE(r)];                                                                 \
    __attribute__((musttail)) return next(vm, r.ip, r.sp, r.fp, r.frame);                                 \
  }
#include "opcode.def"
#undef OPCODE

bool interp_run(Vm *vm) {
  if (UNLIKELY(vm->observer != NULL)) return watch_run(vm);
  Regs r = vm_load(vm);
  Link *first = links[DECODE_OPCODE(r)];
  return first(vm, r.ip, r.sp, r.fp, r.frame);
}

#elif !defined TOP_OF_STACK

const char *interp_dispatch(void) { return "goto"; }

bool interp_run(Vm *vm) {
  if (UNLIKELY(vm->observer != NULL)) return watch_run(vm);
  static const void *const labels[OPCODE_COUNT] = {
#define OPCODE(name, format, pops, pushes, flags, doc) &&label_##name,
#include "opcode.def"
#undef OPCODE
  };
  Regs r = vm_load(vm);
  goto *labels[DECODE_OPCODE(r)];
#define OPCODE(name, format, pops, pushes, flags, doc)                                                                            \
  label_##name : DECODE_AND_DO(name, format, vm, r, false) if (OP_##name == OP_EXIT) return vm->rt->pending.kind == PENDING_NONE; \
  goto *labels[DECODE_OPCODE(r)];
#include "opcode.def"
#undef OPCODE
}

#else

const char *interp_dispatch(void) { return "tos"; }

/* The operands of each opcode, under its own name: the list of handlers has no formats. */
enum {
#define OPCODE(name, format, pops, pushes, flags, doc)                                              \
  FORMAT_FIRST_OF_##name = FORMAT_FIRST_##format, FORMAT_SECOND_OF_##name = FORMAT_SECOND_##format, \
  FORMAT_THIRD_OF_##name = FORMAT_THIRD_##format,
#include "opcode.def"
#undef OPCODE
};

/* All opcodes have the label `ordinary`, but those of ops/top.h have another: the second initializer of an element counts. */
#pragma GCC diagnostic ignored "-Woverride-init"

bool interp_run(Vm *vm) {
  if (UNLIKELY(vm->observer != NULL)) return watch_run(vm);
  static const void *const labels[OPCODE_COUNT] = {[0 ... OPCODE_COUNT - 1] = &&ordinary,
#define LABEL(name, form, ...) [OP_##name##form] = &&label_##name##form,
#define LABELS(name, form, ...) LABEL(name, form) LABEL(name, form##_INT) LABEL(name, form##_FLOAT)
                                                   TOP_HANDLERS(LABEL, LABELS)};
  TopRegs t = top_fill(vm_load(vm));
  goto *labels[DECODE_OPCODE(t)];

#define CODE(name, form, ...)                                                        \
  label_##name##form : {                                                             \
    TopRegs next = t;                                                                \
    DECODE_OPERANDS(OF_##name##form, next, false, first, second, third)              \
    if (UNLIKELY(!top_##name##form(vm, &next, first, second, third))) goto ordinary; \
    t = next;                                                                        \
    goto *labels[DECODE_OPCODE(t)];                                                  \
  }
#define CODES(name, form, ...) CODE(name, form) CODE(name, form##_INT) CODE(name, form##_FLOAT)
  TOP_HANDLERS(CODE, CODES)

ordinary : {
  bool exits = opcode_read(t.ip - OPCODE_SIZE) == OP_EXIT;
  t = top_ordinary(vm, t);
  if (exits) return vm->rt->pending.kind == PENDING_NONE;
  goto *labels[DECODE_OPCODE(t)];
}
}

#endif
