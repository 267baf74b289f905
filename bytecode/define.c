/* define.c -- functions and classes come into being.
 *
 * A closure is made from its proto and a list of where each captured variable is at this moment: in a slot of the running frame (then an upvalue is opened
 * on that slot), or among the running function's own upvalues (then it is passed on).
 */
#include "define.h"

#include "unwind.h"

Regs define_closure(Vm *vm, Regs r, const Proto *proto) {
  vm_save(vm, r);
  Closure *closure = closure_new(vm->rt, proto);
  if (!closure) return unwind_raise(vm, r);
  *r.sp++ = value_closure(closure);
  vm_save(vm, r); /* the closure is rooted while its upvalues are made */
  for (uint32_t i = 0; i < proto->upvalue_count; i++) {
    UpvalueInfo info = proto->upvalues[i];
    closure->upvalues[i] = info.from_local ? upvalue_capture(vm->rt, &vm->upvalue_list, r.fp + info.index) : vm->upvalues[info.index];
    if (!closure->upvalues[i]) return unwind_raise(vm, r);
  }
  return r;
}

Regs define_class(Vm *vm, Regs r, String *name) {
  vm_save(vm, r);
  Class *class = class_new(vm->rt, name, NULL);
  if (!class) return unwind_raise(vm, r);
  *r.sp++ = value_class(class);
  return r;
}

Regs define_subclass(Vm *vm, Regs r, String *name) {
  Value class;
  vm_save(vm, r);
  if (!op_extend(vm->rt, r.sp[-1], name, &class)) return unwind_raise(vm, r);
  r.sp[-1] = class;
  return r;
}

Regs define_method(Vm *vm, Regs r, String *name) {
  vm_save(vm, r);
  if (!class_add_method(vm->rt, value_as_class(r.sp[-2]), name, r.sp[-1])) return unwind_raise(vm, r);
  r.sp--;
  return r;
}
