/* host.c -- a builtin calls back: list.map(f), sort(compare), to_string.
 *
 * Callee and arguments are pushed like those of any call, and a second loop runs on top of the first until that call's frame, marked as an
 * entry frame, returns. Errors stop at entry frames too; see unwind.c.
 */
#include "host.h"

#include "call.h"
#include "enter.h"
#include "frame.h"
#include "interp.h"
#include "unwind.h"

/* Starts the call of what stands in `base`, or of a method on it. Mostly it is a function of the program that nothing keeps from being entered at once. */
static inline bool begin(Vm *vm, Value callee, bool is_method, uint32_t argc, Value *base) {
  if (LIKELY(value_is(callee, VALUE_CLOSURE)) && enter_may(vm, vm_load(vm), value_as_closure(callee), argc)) {
    vm_save(vm, enter_frame(vm_load(vm), value_as_closure(callee), base));
    return true;
  }
  return call_start(vm, is_method ? callee : value_unset(), argc, base);
}

static bool call(void *context, Value callee, Value self, uint32_t argc, const Value *args, Value *result) {
  Vm *vm = context;
  CallFrame *caller = vm->frame;
  const uint8_t *ip = vm->ip;
  Value *base = vm->sp;
  if (argc >= STACK_PUSHED_BY_C && !vm_has_room(vm, base, EASY_FRAME + argc)) return runtime_out_of_memory(vm->rt);
  caller->c_ip = ip;
  bool is_method = !value_is(self, VALUE_UNSET);
  *vm->sp++ = is_method ? self : callee;
  for (uint32_t i = 0; i < argc; i++)
    value_move(vm->sp++, &args[i]);

  bool ok = begin(vm, callee, is_method, argc, base);
  if (ok && vm->frame != caller) {
    vm->frame->return_ip = frame_exit();
    ok = interp_run(vm);
  }
  if (ok) value_move(result, base);
  vm->ip = ip;
  vm->sp = base;
  return ok;
}

void host_attach(Vm *vm) { vm->rt->host = (Host){vm, call, unwind_frames}; }
