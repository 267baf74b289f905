/* host.c -- a builtin calls back: list.map(f), sort(compare), to_string.
 *
 * Callee and arguments are pushed like those of any call, and a second loop runs on top of the first until that call's frame, marked as an
 * entry frame, returns. Errors stop at entry frames too; see unwind.c.
 */
#include "host.h"

#include "call.h"
#include "frame.h"
#include "interp.h"
#include "unwind.h"

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
    *vm->sp++ = value_copy(&args[i]);

  bool ok = call_start(vm, is_method ? callee : value_unset(), argc, base);
  if (ok && vm->frame != caller) {
    vm->frame->return_ip = frame_exit();
    ok = interp_run(vm);
  }
  if (ok) *result = value_copy(base);
  vm->ip = ip;
  vm->sp = base;
  return ok;
}

void host_attach(Vm *vm) { vm->rt->host = (Host){vm, call, unwind_frames}; }
