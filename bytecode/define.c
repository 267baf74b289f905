/* define.c -- functions and classes come into being.
 *
 * A closure is made from its proto and a list of where each captured variable is at this moment: in a slot of the running frame (then an upvalue is opened
 * on that slot), or among the running function's own upvalues (then it is passed on).
 */
#include "define.h"

#include "unwind.h"

void define_closure(Vm *vm, const Proto *proto) {
  Closure *closure = closure_new(vm->rt, proto);
  if (!closure) return unwind_raise(vm);
  *vm->sp++ = value_closure(closure); /* rooted there while its upvalues are made */
  for (uint32_t i = 0; i < proto->upvalue_count; i++) {
    UpvalueInfo info = proto->upvalues[i];
    closure->upvalues[i] =
        info.from_local ? upvalue_capture(vm->rt, &vm->upvalue_list, vm->frame->fp + info.index) : vm->frame->closure->upvalues[info.index];
    if (!closure->upvalues[i]) return unwind_raise(vm);
  }
}

void define_class(Vm *vm, String *name) {
  Class *class = class_new(vm->rt, name, NULL);
  if (!class) return unwind_raise(vm);
  *vm->sp++ = value_class(class);
}

void define_subclass(Vm *vm, String *name) {
  Value class;
  if (!op_extend(vm->rt, vm->sp[-1], name, &class)) return unwind_raise(vm);
  vm->sp[-1] = class;
}

void define_method(Vm *vm, String *name) {
  if (!class_add_method(vm->rt, value_as_class(vm->sp[-2]), name, vm->sp[-1])) return unwind_raise(vm);
  vm->sp--;
}
