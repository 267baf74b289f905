/* callback.c -- a builtin calls back: list.map(f), sort(compare), to_string.
 *
 *     window of the function that called the builtin     | ... |
 *     window of the callback, behind the end of that           | . | head | arguments | ...
 *
 * The builtin has no window. In a trace, the callback was called by the function that called the builtin, from the node where the machine entered the runtime. When nothing runs (a report asks an
 * error for its text), there is neither.
 */
#include "callback.h"

#include "call.h"

/* The first slot that no window has. */
static Value *free_slots(const Machine *machine) {
  if (!machine->window) return machine->values.start + WINDOW_HEAD + machine->kept_slots;
  return machine->window + window_closure(machine->window)->code->size;
}

static bool run_guest(Machine *machine, const Lambda *closure, Value self, uint32_t argc, const Value *args, Value *result) {
  Value *caller = machine->window;
  Node *node = machine->node;
  const Code *code = closure->code;
  Value *window = free_slots(machine) + WINDOW_BEFORE_ARGS;
  Value *given = window;
  if (machine->values.end - window <= (ptrdiff_t)argc + 1) return runtime_out_of_memory(machine->rt);
  if (!call_check(code, window, argc)) return false;
  window[-WINDOW_BEFORE_ARGS] = value_unset();
  if (code->given > argc) *given++ = self;
  for (uint32_t i = 0; i < argc; i++)
    given[i] = args[i];
  *result = call_run(node, caller, window, closure);
  machine->window = caller; /* the builtin goes on */
  machine->node = node;
  return !node_raised(*result);
}

static bool run_method(Machine *machine, Value method, Value self, uint32_t argc, const Value *args, Value *result) {
  if (value_is(method, VALUE_CLOSURE)) return run_guest(machine, value_as_lambda(method), self, argc, args, result);
  Value given = value_nil();
  if (!op_call_builtin(machine->rt, value_as_builtin(method), self, argc, args, &given)) return false;
  *result = given;
  return true;
}

static bool construct(Machine *machine, Class *class, uint32_t argc, const Value *args, Value *result) {
  Runtime *rt = machine->rt;
  if (!call_check_class(rt, class, argc)) return false;
  const Instance *instance = instance_new(rt, class, 0);
  if (!instance) return false;
  ROOT(rt->heap, self, value_instance(instance));
  Value ignored;
  if (!value_is(class->init, VALUE_UNSET) && !run_method(machine, class->init, self.value, argc, args, &ignored)) return false;
  *result = self.value;
  return true;
}

static bool call_any(void *context, Value callee, Value self, uint32_t argc, const Value *args, Value *result) {
  Machine *machine = context;
  switch (callee.tag) {
  case VALUE_CLOSURE:
  case VALUE_BUILTIN: return run_method(machine, callee, self, argc, args, result);
  case VALUE_CLASS: return construct(machine, value_as_class(callee), argc, args, result);
  case VALUE_BOUND: {
    const BoundMethod *bound = value_as_bound(callee);
    return run_method(machine, bound->method, bound->self, argc, args, result);
  }
  default: return error_raise(machine->rt, ERROR_TYPE, "cannot call %s", value_type_name(callee));
  }
}

void callback_attach(Machine *machine) { machine->rt->host = (Host){machine, call_any, machine_frames}; }
