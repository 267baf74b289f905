/* host.c -- a builtin calls back: list.map(f), sort(compare), to_string.
 *
 * Callee and arguments are pushed like those of any call, and a second loop runs on top of the first until that call's frame, marked as an
 * entry frame, returns. Errors stop at entry frames too; see unwind.c.
 */
#include "host.h"

#include "call.h"
#include "interp.h"
#include "unwind.h"

static bool call(void *context, Value callee, Value self, uint32_t argc, const Value *args, Value *result) {
  Vm *vm = context;
  CallFrame *caller = vm->frame;
  Value *base = vm->sp, *sp = base;
  if (vm->stack_end - sp < (ptrdiff_t)argc + 1) return runtime_out_of_memory(vm->rt);
  bool is_method = !value_is(self, VALUE_UNSET);
  *sp++ = is_method ? self : callee;
  for (uint32_t i = 0; i < argc; i++)
    *sp++ = args[i];
  vm->sp = sp;

  Regs r = {caller->ip, sp, caller->fp};
  bool ok = call_start(vm, &r, is_method ? callee : value_unset(), argc, base);
  if (ok && vm->frame != caller) {
    vm->frame->is_entry = true;
    ok = interp_run(vm, r);
  }
  if (ok) *result = *base;
  vm->sp = base;
  return ok;
}

void host_attach(Vm *vm) { vm->rt->host = (Host){vm, call, unwind_frames}; }
