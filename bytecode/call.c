/* call.c -- what happens at a call.
 *
 *     before   ... | f | a | b |              sp behind b
 *     after    ... | f | a | b | locals |     fp at a, sp behind the locals: nothing was copied
 *
 * `base` below is the slot of f: where the result will go. A plain function's slot 0 is the one above it; a method's slot 0 is base itself, since self takes
 * the place of what was called. Everything that can be called comes through `start`: it either pushes a frame, or (builtins, classes without a guest init) is done at once with the result in base.
 *
 * Order of checks, fixed by the language: callable, arity, depth, fuel.
 */
#include "call.h"

#include "frame.h"
#include "unwind.h"

static COLD bool refuse(Vm *vm, Regs r, const Proto *proto, uint32_t argc) {
  vm_save(vm, r);
  return argc != proto->arity ? error_arity(vm->rt, proto->signature, argc) : error_recursion(vm->rt);
}

/* Pushes a frame for `closure`, whose `argc` arguments are on top of the stack, above `base`. */
ALWAYS_INLINE bool enter(Vm *vm, Regs *r, const Closure *closure, uint32_t argc, Value *base) {
  const Proto *proto = closure->proto;
  if (UNLIKELY(argc != proto->arity || vm->frame == vm->last_frame)) return refuse(vm, *r, proto, argc);
  if (UNLIKELY(!runtime_tick(vm->rt))) return false;
  Value *fp = proto->is_method ? base : base + 1;
  if (UNLIKELY(vm->stack_end - fp < (ptrdiff_t)proto->frame_size)) return runtime_out_of_memory(vm->rt);

  vm->frame->ip = r->ip;
  CallFrame *frame = vm->frame + 1;
  frame->closure = closure;
  frame->fp = fp;
  frame->result = base;
  frame->is_entry = false;
  frame_activate(vm, frame);
  Value *end = fp + proto->slot_count;
  for (Value *slot = r->sp; slot < end; slot++)
    *slot = value_unset();
  *r = (Regs){proto->code, end, fp};
  return true;
}

/* Runs a builtin on the arguments above `base`; its result goes there. */
static bool run_builtin(Vm *vm, Regs *r, Value builtin, Value self, uint32_t argc, Value *base) {
  Value result = value_nil();
  vm_save(vm, *r);
  if (!op_call_builtin(vm->rt, value_as_builtin(builtin), self, argc, r->sp - argc, &result)) return false;
  *base = result;
  r->sp = base + 1;
  return true;
}

/* A class is called: a new instance takes its place, and init runs on it. */
static bool construct(Vm *vm, Regs *r, Class *class, uint32_t argc, Value *base) {
  Value init = class->init;
  vm_save(vm, *r);
  if (value_is(init, VALUE_UNSET) && argc != 0) return error_class_arity(vm->rt, class, 0, argc);
  if (value_is(init, VALUE_CLOSURE) && argc != value_as_function(init)->signature->arity)
    return error_class_arity(vm->rt, class, value_as_function(init)->signature->arity, argc);
  Instance *instance = instance_new(vm->rt, class, 0);
  if (!instance) return false;
  *base = value_instance(instance);
  if (value_is(init, VALUE_UNSET)) return true;
  if (value_is(init, VALUE_CLOSURE)) return enter(vm, r, value_as_closure(init), argc, base);
  if (!run_builtin(vm, r, init, *base, argc, base)) return false;
  *base = value_instance(instance);
  return true;
}

/* Runs a method (closure or builtin) on self, which is in base. */
static bool start_method(Vm *vm, Regs *r, Value method, uint32_t argc, Value *base) {
  if (LIKELY(value_is(method, VALUE_CLOSURE))) return enter(vm, r, value_as_closure(method), argc, base);
  return run_builtin(vm, r, method, *base, argc, base);
}

/* Calls what stands in base, other than a plain closure. */
static bool start_other(Vm *vm, Regs *r, uint32_t argc, Value *base) {
  switch (base->tag) {
  case VALUE_BOUND: {
    BoundMethod *bound = value_as_bound(*base);
    *base = bound->self;
    return start_method(vm, r, bound->method, argc, base);
  }
  case VALUE_BUILTIN: return run_builtin(vm, r, *base, value_unset(), argc, base);
  case VALUE_CLASS: return construct(vm, r, value_as_class(*base), argc, base);
  default: return error_raise(vm->rt, ERROR_TYPE, "cannot call %s", value_type_name(*base));
  }
}

static bool start(Vm *vm, Regs *r, uint32_t argc, Value *base) {
  if (LIKELY(value_is(*base, VALUE_CLOSURE))) return enter(vm, r, value_as_closure(*base), argc, base);
  vm_save(vm, *r);
  return start_other(vm, r, argc, base);
}

Regs call_value(Vm *vm, Regs r, uint32_t argc) {
  Value *base = r.sp - argc - 1;
  if (LIKELY(value_is(*base, VALUE_CLOSURE)) && LIKELY(enter(vm, &r, value_as_closure(*base), argc, base))) return r;
  vm_save(vm, r);
  if (vm->rt->pending.kind == PENDING_NONE && start_other(vm, &r, argc, base)) return r;
  return unwind_raise(vm, r);
}

/* The running function is done but for this call: callee and arguments move down to where its own were, and its frame goes. */
static Regs replace_frame(Vm *vm, Regs r, const Closure *closure, uint32_t argc, Value *base) {
  const Proto *proto = closure->proto;
  CallFrame *frame = vm->frame;
  vm_save(vm, r);
  if (UNLIKELY(argc != proto->arity)) {
    error_arity(vm->rt, proto->signature, argc);
    return unwind_raise(vm, r);
  }
  if (UNLIKELY(!runtime_tick(vm->rt))) return unwind_raise(vm, r);
  Value *fp = proto->is_method ? frame->result : frame->result + 1;
  if (UNLIKELY(vm->stack_end - fp < (ptrdiff_t)proto->frame_size)) {
    runtime_out_of_memory(vm->rt);
    return unwind_raise(vm, r);
  }
  if (vm->upvalue_list.open && vm->upvalue_list.open->location >= r.fp) upvalue_close(&vm->upvalue_list, r.fp);
  memmove(frame->result, base, (argc + 1) * sizeof(Value));
  frame->closure = closure;
  frame->fp = fp;
  frame_activate(vm, frame);
  Value *end = fp + proto->slot_count;
  for (Value *slot = frame->result + 1 + argc; slot < end; slot++)
    *slot = value_unset();
  return (Regs){proto->code, end, fp};
}

Regs call_tail(Vm *vm, Regs r, uint32_t argc) {
  Value *base = r.sp - argc - 1;
  if (LIKELY(value_is(*base, VALUE_CLOSURE))) return replace_frame(vm, r, value_as_closure(*base), argc, base);
  if (value_is(*base, VALUE_BOUND) && value_is(value_as_bound(*base)->method, VALUE_CLOSURE)) {
    BoundMethod *bound = value_as_bound(*base);
    *base = bound->self;
    return replace_frame(vm, r, value_as_closure(bound->method), argc, base);
  }
  return call_value(vm, r, argc);
}

/* Runs a method found for the object in base. */
static Regs run_method(Vm *vm, Regs r, Value method, uint32_t argc, Value *base, bool tail) {
  if (tail && value_is(method, VALUE_CLOSURE)) return replace_frame(vm, r, value_as_closure(method), argc, base);
  if (LIKELY(start_method(vm, &r, method, argc, base))) return r;
  vm_save(vm, r);
  return unwind_raise(vm, r);
}

Regs call_invoke(Vm *vm, Regs r, String *name, uint32_t argc, bool tail) {
  Value *base = r.sp - argc - 1;
  Value callee;
  bool is_method;
  vm_save(vm, r);
  if (!op_find_method(vm->rt, *base, name, &callee, &is_method)) return unwind_raise(vm, r);
  if (LIKELY(is_method)) return run_method(vm, r, callee, argc, base, tail);
  *base = callee;
  return tail ? call_tail(vm, r, argc) : call_value(vm, r, argc);
}

Regs call_super(Vm *vm, Regs r, String *name, uint32_t argc, bool tail) {
  Value method;
  vm_save(vm, r);
  if (!op_find_super_method(vm->rt, r.sp[-1], name, &method)) return unwind_raise(vm, r);
  Value superclass = *--r.sp;
  Value *base = r.sp - argc - 1;
  if (LIKELY(!value_is(method, VALUE_UNSET))) return run_method(vm, r, method, argc, base, tail);
  vm_save(vm, r); /* super.init() with none above */
  if (argc != 0) {
    error_class_arity(vm->rt, value_as_class(superclass), 0, argc);
    return unwind_raise(vm, r);
  }
  *base = value_nil();
  return r;
}

bool call_start(Vm *vm, Regs *r, Value method, uint32_t argc, Value *base) {
  return value_is(method, VALUE_UNSET) ? start(vm, r, argc, base) : start_method(vm, r, method, argc, base);
}

Regs call_print(Vm *vm, Regs r, uint32_t argc) {
  Value result;
  vm_save(vm, r);
  if (!op_call_builtin(vm->rt, value_as_builtin(vm->print), value_unset(), argc, r.sp - argc, &result)) return unwind_raise(vm, r);
  r.sp -= argc;
  return r;
}

bool call_script(Vm *vm, Closure *closure, Regs *r) {
  const Proto *proto = closure->proto;
  if ((ptrdiff_t)proto->frame_size > vm->stack_end - vm->stack) return runtime_out_of_memory(vm->rt);
  CallFrame *frame = vm->frames + 1;
  *frame = (CallFrame){closure, proto->code, vm->stack, vm->stack, true};
  frame_activate(vm, frame);
  for (uint32_t slot = vm->kept_slots; slot < proto->slot_count; slot++)
    vm->stack[slot] = value_unset();
  *r = (Regs){proto->code, vm->stack + proto->slot_count, vm->stack};
  vm_save(vm, *r);
  return true;
}
