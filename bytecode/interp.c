/* interp.c -- the loop: fetch an opcode, decode its operands, run its handler, again.
 *
 * The handlers are in ops/, one inline function each. What this file adds is how to get from one to the next:
 *
 *     switch   one indirect jump at the top of the loop, shared by all handlers
 *     goto     a table of label addresses and an indirect jump at the end of every handler ("computed goto", a GNU extension)
 *
 * Both are made from opcode.def, and decode with constants: for LOAD_LOCAL the compiler sees one 16-bit load and nothing of operand kinds.
 */
#include "interp.h"

#include "decode.h"
#include "handlers.h"
#include "wide.h"

HANDLER0(WIDE) { return SLOW(vm, r, wide_execute(vm)); }

#ifdef DISPATCH_SWITCH

const char *interp_dispatch(void) { return "switch"; }

bool interp_run(Vm *vm) {
  Regs r = vm_load(vm);
  for (;;) {
    switch ((Opcode)*r.ip++) {
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

#else

const char *interp_dispatch(void) { return "goto"; }

bool interp_run(Vm *vm) {
  static const void *const labels[OPCODE_COUNT] = {
#define OPCODE(name, format, pops, pushes, flags, doc) &&label_##name,
#include "opcode.def"
#undef OPCODE
  };
  Regs r = vm_load(vm);
  goto *labels[*r.ip++];
#define OPCODE(name, format, pops, pushes, flags, doc)                                                                            \
  label_##name : DECODE_AND_DO(name, format, vm, r, false) if (OP_##name == OP_EXIT) return vm->rt->pending.kind == PENDING_NONE; \
  goto *labels[*r.ip++];
#include "opcode.def"
#undef OPCODE
}

#endif
