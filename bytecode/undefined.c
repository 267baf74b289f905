/* undefined.c -- the name and the hint for a NameError: instructions know slots only, the proto's table of checked uses knows the rest. */
#include "undefined.h"

#include "unwind.h"

void undefined_variable(Vm *vm) {
  const Proto *proto = vm_proto(vm);
  const CheckedUse *use = proto_checked_use(proto, (uint32_t)(vm->ip - 1 - proto->code));
  error_undefined(vm->rt, use->name->chars, use->hint);
  unwind_raise(vm);
}
