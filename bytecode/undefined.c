/* undefined.c -- the name and the hint for a NameError: instructions know slots only, the proto's table of checked uses knows the rest. */
#include "undefined.h"

#include "unwind.h"

Regs undefined_variable(Vm *vm, Regs r) {
  const Proto *proto = vm_proto(vm);
  const CheckedUse *use = proto_checked_use(proto, (uint32_t)(r.ip - 1 - proto->code));
  vm_save(vm, r);
  error_undefined(vm->rt, use->name->chars, use->hint);
  return unwind_raise(vm, r);
}
