/* call.c -- the slow sides of a call, and everything that can be called but is no plain function. */
#include "call.h"

/* ---- checks ---- */

/* The C stack is bounded by --max-depth, as main.c reckons. That it is so is asserted with each call that goes deeper than any before. */
static bool is_too_deep(Machine *machine) {
  const char *here = __builtin_frame_address(0);
  if (machine->rt->depth >= machine->rt->max_depth || machine->c_stack_start - here > machine->c_stack_size) return true;
  if (here < machine->lowest) machine->lowest = here;
  return false;
}

static bool has_room(const Machine *machine, const Value *window, const Code *code) {
  return machine->values.end - window > (ptrdiff_t)code->size;
}

bool call_check(const Code *code, const Value *window, uint32_t argc) {
  Runtime *rt = code->rt;
  if (argc != code->arity) return error_arity(rt, &code->function->signature, argc);
  if (is_too_deep(code->machine)) return error_recursion(rt);
  if (!runtime_tick(rt)) return false;
  return has_room(code->machine, window, code) || runtime_out_of_memory(rt);
}

/* As many as its init. A builtin init looks for itself. */
bool call_check_class(Runtime *rt, const Class *class, uint32_t argc) {
  if (value_is(class->init, VALUE_BUILTIN)) return true;
  uint32_t wanted = value_is(class->init, VALUE_CLOSURE) ? value_as_function(class->init)->signature->arity : 0;
  return argc == wanted || error_class_arity(rt, class, wanted, argc);
}

/* ---- everything that can be called ---- */

/* A class is called: a new instance, with init run on it. An init gives its self. */
static Value construct(const Node *node, Value *caller, Value *args, uint32_t argc, Class *class) {
  Runtime *rt = machine_enter(node, caller);
  if (!call_check_class(rt, class, argc)) return machine_fail(node, caller);
  const Instance *instance = instance_new(rt, class, 0);
  if (!instance) return machine_fail(node, caller);
  Value self = value_instance(instance);
  args[-1] = self;
  if (value_is(class->init, VALUE_UNSET)) return self;
  Value given = call_method(node, caller, args, argc, class->init);
  return node_raised(given) ? given : self;
}

Value call_method(const Node *node, Value *caller, Value *args, uint32_t argc, Value method) {
  if (LIKELY(value_is(method, VALUE_CLOSURE))) return call_closure(node, caller, args - 1, value_as_lambda(method), argc);
  return call_builtin(node, caller, value_as_builtin(method), args[-1], args, argc);
}

Value call_value(const Node *node, Value *caller, Value *args, uint32_t argc, Value callee) {
  switch (callee.tag) {
  case VALUE_CLOSURE: return call_closure(node, caller, args, value_as_lambda(callee), argc);
  case VALUE_BUILTIN: return call_builtin(node, caller, value_as_builtin(callee), value_unset(), args, argc);
  case VALUE_CLASS: return construct(node, caller, args, argc, value_as_class(callee));
  case VALUE_BOUND: args[-1] = value_as_bound(callee)->self; return call_method(node, caller, args, argc, value_as_bound(callee)->method);
  default:
    (void)error_raise(machine_enter(node, caller), ERROR_TYPE, "cannot call %s", value_type_name(callee));
    return machine_fail(node, caller);
  }
}

/* ---- tail calls ---- */

Value call_go_on(Value *window) {
  const TailCall *tail = &window_closure(window)->code->machine->tail;
  Value ended;
  do {
    const Code *code = tail->closure->code;
    window[-2] = value_object(VALUE_CLOSURE, tail->closure);
    memmove(window, tail->given, code->given * sizeof(Value));
    window_clear(window, code->given, code->size);
    ended = node_run(code->body, window);
  } while (ended.tag == SIGNAL_TAIL_CALL);
  return ended;
}

/* A tail call makes nothing deeper. Its checks are made while the calling function is the one that runs. */
static bool check_tail(const Node *node, Value *caller, const Code *code, uint32_t argc) {
  Runtime *rt = machine_enter(node, caller);
  if (UNLIKELY(argc != code->arity)) return error_arity(rt, &code->function->signature, argc);
  if (UNLIKELY(!runtime_tick(rt))) return false;
  return has_room(code->machine, caller, code) || runtime_out_of_memory(rt);
}

static Value hand_over(const Node *node, Value *caller, const Value *given, uint32_t argc, const Lambda *closure) {
  if (!check_tail(node, caller, closure->code, argc)) return machine_fail(node, caller);
  closure->code->machine->tail = (TailCall){closure, given};
  return node_signal(SIGNAL_TAIL_CALL);
}

Value call_tail_method(const Node *node, Value *caller, Value *args, uint32_t argc, Value method) {
  if (LIKELY(value_is(method, VALUE_CLOSURE))) return hand_over(node, caller, args - 1, argc, value_as_lambda(method));
  return call_method(node, caller, args, argc, method);
}

Value call_tail(const Node *node, Value *caller, Value *args, uint32_t argc, Value callee) {
  if (LIKELY(value_is(callee, VALUE_CLOSURE))) return hand_over(node, caller, args, argc, value_as_lambda(callee));
  if (!value_is(callee, VALUE_BOUND)) return call_value(node, caller, args, argc, callee);
  args[-1] = value_as_bound(callee)->self;
  return call_tail_method(node, caller, args, argc, value_as_bound(callee)->method);
}
