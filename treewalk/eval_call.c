/* eval_call.c -- what happens at a call.
 *
 * A guest function runs in a C function, run_function, that runs its body with exec; so a call in the program is a call in C, and the frame of the one is a local of the other.
 *
 * But for tail calls. `return f(x)` has nothing left to do in its own function, so it does not call f: it leaves the call in Evaluator.tail and returns, all the way out to its
 * run_function, which runs f in place of what it ran before. That is a trampoline:
 *
 *     run_function:  body of count_down(3) --tail call--> body of count_down(2) --tail call--> body of count_down(1) ---> result
 *
 * Ten million of them take ten million turns of one loop, in one C frame.
 *
 * Order of checks, fixed by the language: callable, arity, depth, fuel. A tail call makes nothing deeper, and its checks are made while the calling function is
 * still the one that runs, for its errors are at the place of the call.
 */
#include "eval_call.h"

#include "variables.h"

/* ---- checks ---- */

static bool has_right_arity(const Signature *signature, uint32_t argc) { return LIKELY(argc == signature->arity); }

/* How much of the C stack is in use; it grows down. */
static ptrdiff_t c_stack_used(const Evaluator *ev) { return ev->c_stack_start - (const char *)__builtin_frame_address(0); }

/* --max-depth bounds the C stack too. That it does is asserted here with every call: should a call ever take more of it than main.c reckons with, the program gets an error and not a crash. */
static bool is_too_deep(Evaluator *ev) {
  ptrdiff_t used = c_stack_used(ev);
  if (used > ev->counters.deepest_c_stack) ev->counters.deepest_c_stack = used;
  return ev->rt->depth >= ev->rt->max_depth || used > ev->c_stack_size;
}

/* ---- guest functions ---- */

/* Runs the body of the function that is called in the innermost frame. */
static Status run_body(Evaluator *ev, const Call *call) {
  Frame *frame = ev->frame;
  frame->closure = value_as_closure(call->callee);
  frame->node = frame->closure->node;
  frame->self = call->self;
  ev->counters.calls++;
  if (!ev->variables->enter_call(ev)) return STATUS_RAISED;
  return ev->run_statements(ev, frame->node->body);
}

/* The call that the body ended with takes the body's place: its arguments move to where the body's own were. */
static Status run_tail_call(Evaluator *ev) {
  Call call = ev->tail;
  Value *args = ev->frame->slots;
  memmove(args, call.args, call.argc * sizeof(Value));
  ev->values.top = args + call.argc;
  ev->counters.tail_calls++;
  return run_body(ev, &call);
}

/* What the call gives: a function's `return`, or nil at its end; an init gives its self. */
static Value take_result(Evaluator *ev, Status status) {
  const Frame *frame = ev->frame;
  Value returned = status == STATUS_RETURN ? ev->returned : value_nil();
  ev->returned = value_nil(); /* nothing is kept alive by it */
  return frame->node->signature.is_init ? frame->self : returned;
}

/* Runs the body, and the bodies that take its place, one after the other. */
static Status run_bodies(Evaluator *ev, const Call *call) {
  Status status = run_body(ev, call);
  while (status == STATUS_TAIL_CALL)
    status = run_tail_call(ev);
  return status;
}

static OWN_FRAME bool run_function(Evaluator *ev, const Call *call, Value *result) {
  Frame frame = {.caller = ev->frame, .slots = call->args};
  ev->frame = &frame;
  ev->rt->depth++;
  Status status = run_bodies(ev, call);
  if (status != STATUS_RAISED) *result = take_result(ev, status);
  ev->rt->depth--;
  ev->frame = frame.caller;
  return status != STATUS_RAISED;
}

static bool call_function(Evaluator *ev, const Call *call, Value *result) {
  const Signature *signature = value_as_function(call->callee)->signature;
  if (!has_right_arity(signature, call->argc)) return error_arity(ev->rt, signature, call->argc);
  if (is_too_deep(ev)) return error_recursion(ev->rt);
  if (!runtime_tick(ev->rt)) return false;
  return run_function(ev, call, result);
}

/* ---- everything else that can be called ---- */

static bool call_builtin(Evaluator *ev, const Call *call, Value *result) {
  Value given = value_nil();
  if (!op_call_builtin(ev->rt, value_as_builtin(call->callee), call->self, call->argc, call->args, &given)) return false;
  *result = given;
  return true;
}

/* How many arguments the class takes: those of its init. A builtin init looks for itself. */
static bool check_class_arity(Evaluator *ev, const Class *class, uint32_t argc) {
  if (value_is(class->init, VALUE_BUILTIN)) return true;
  uint32_t wanted = value_is(class->init, VALUE_CLOSURE) ? value_as_function(class->init)->signature->arity : 0;
  return argc == wanted || error_class_arity(ev->rt, class, wanted, argc);
}

/* A class is called: a new instance, with init run on it. */
static OWN_FRAME bool construct(Evaluator *ev, const Call *call, Value *result) {
  Class *class = value_as_class(call->callee);
  if (!check_class_arity(ev, class, call->argc)) return false;
  const Instance *instance = instance_new(ev->rt, class, 0);
  if (!instance) return false;
  ROOT(ev->rt->heap, self, value_instance(instance));
  Call init = {class->init, self.value, call->argc, call->args};
  Value ignored;
  if (!eval_call(ev, &init, &ignored)) return false;
  *result = self.value;
  return true;
}

/* A bound method: the method, with the self that it was read from. */
static Call unbind(const Call *call) {
  const BoundMethod *bound = value_as_bound(call->callee);
  return (Call){bound->method, bound->self, call->argc, call->args};
}

bool eval_call(Evaluator *ev, const Call *call, Value *result) {
  switch (call->callee.tag) {
  case VALUE_CLOSURE: return call_function(ev, call, result);
  case VALUE_BUILTIN: return call_builtin(ev, call, result);
  case VALUE_CLASS: return construct(ev, call, result);
  case VALUE_BOUND: {
    Call method = unbind(call);
    return eval_call(ev, &method, result);
  }
  case VALUE_UNSET: /* an init where there is none */ *result = value_nil(); return true;
  default: return error_raise(ev->rt, ERROR_TYPE, "cannot call %s", value_type_name(call->callee));
  }
}

/* ---- tail calls ---- */

bool eval_call_is_guest(const Call *call) {
  Value callee = call->callee;
  if (value_is(callee, VALUE_BOUND)) callee = value_as_bound(callee)->method;
  return value_is(callee, VALUE_CLOSURE);
}

bool eval_call_hand_over(Evaluator *ev, const Call *call) {
  Call tail = value_is(call->callee, VALUE_BOUND) ? unbind(call) : *call;
  const Signature *signature = value_as_function(tail.callee)->signature;
  if (!has_right_arity(signature, tail.argc)) return error_arity(ev->rt, signature, tail.argc);
  if (!runtime_tick(ev->rt)) return false;
  ev->tail = tail;
  return true;
}
