/* call.c -- what happens at a call.
 *
 *     before   ... | f | a | b |              sp behind b
 *     after    ... | f | a | b | locals |     fp at a, sp behind the locals: nothing was copied
 *
 * `base` below is the slot of f: where the result will go. A plain function's slot 0 is the one above it; a method's slot 0 is base itself, since self takes the place of what was called. Everything
 * that can be called comes through `start`: it either pushes a frame, or (builtins, classes without a guest init) is done at once with the result in base.
 *
 * Order of checks, fixed by the language: callable, arity, depth, fuel. The call of a plain function that passes them all is done by the handler itself; see enter.h.
 */
#include "call.h"

#include "cache.h"
#include "enter.h"
#include "observe.h"
#include "unwind.h"

/* Pushes a frame for `closure`, whose `argc` arguments are on top of the stack, above `base`. */
static bool enter(Vm *vm, const Closure *closure, uint32_t argc, Value *base) {
  const Proto *proto = closure->proto;
  if (UNLIKELY(argc != proto->arity)) return error_arity(vm->rt, proto->signature, argc);
  if (UNLIKELY(vm->frame == vm->last_frame)) return error_recursion(vm->rt);
  if (UNLIKELY(!runtime_tick(vm->rt) || !runtime_poll(vm->rt))) return false;
  if (UNLIKELY(!vm_has_room(vm, base, proto->frame_size))) return runtime_out_of_memory(vm->rt);
  vm_save(vm, enter_frame(vm_load(vm), closure, base));
  return true;
}

/* Runs a builtin on the arguments above `base`; its result goes there. */
static bool run_builtin(Vm *vm, Value builtin, Value self, uint32_t argc, Value *base) {
  Value result = value_nil();
  if (!op_call_builtin(vm->rt, value_as_builtin(builtin), self, argc, vm->sp - argc, &result)) return false;
  value_move(base, &result);
  vm->sp = base + 1;
  return true;
}

/* A class is called: a new instance takes its place, and init runs on it. */
static bool construct(Vm *vm, Class *class, uint32_t argc, Value *base) {
  Value init = class->init;
  if (value_is(init, VALUE_UNSET) && argc != 0) return error_class_arity(vm->rt, class, 0, argc);
  if (value_is(init, VALUE_CLOSURE) && argc != value_as_function(init)->signature->arity)
    return error_class_arity(vm->rt, class, value_as_function(init)->signature->arity, argc);
  Instance *instance = instance_new(vm->rt, class, 0);
  if (!instance) return false;
  *base = value_instance(instance);
  if (value_is(init, VALUE_UNSET)) return true;
  if (value_is(init, VALUE_CLOSURE)) return enter(vm, value_as_closure(init), argc, base);
  if (!run_builtin(vm, init, *base, argc, base)) return false;
  *base = value_instance(instance);
  return true;
}

void call_class(Vm *vm, uint32_t argc) {
  Value *base = vm->sp - argc - 1;
  Class *class = value_as_class(*base);
  Instance *instance = instance_new(vm->rt, class, 0);
  if (UNLIKELY(!instance)) return unwind_raise(vm);
  *base = value_instance(instance);
  vm_save(vm, enter_frame(vm_load(vm), value_as_closure(class->init), base));
}

/* Runs a method (closure or builtin) on self, which is in base. */
static bool start_method(Vm *vm, Value method, uint32_t argc, Value *base) {
  if (LIKELY(value_is(method, VALUE_CLOSURE))) return enter(vm, value_as_closure(method), argc, base);
  return run_builtin(vm, method, *base, argc, base);
}

/* Calls what stands in base. */
static bool start(Vm *vm, uint32_t argc, Value *base) {
  switch (base->tag) {
  case VALUE_CLOSURE: return enter(vm, value_as_closure(*base), argc, base);
  case VALUE_BOUND: {
    BoundMethod *bound = value_as_bound(*base);
    *base = bound->self;
    return start_method(vm, bound->method, argc, base);
  }
  case VALUE_BUILTIN: return run_builtin(vm, *base, value_unset(), argc, base);
  case VALUE_CLASS: return construct(vm, value_as_class(*base), argc, base);
  default: return error_raise(vm->rt, ERROR_TYPE, "cannot call %s", value_type_name(*base));
  }
}

bool call_start(Vm *vm, Value method, uint32_t argc, Value *base) {
  return value_is(method, VALUE_UNSET) ? start(vm, argc, base) : start_method(vm, method, argc, base);
}

void call_value(Vm *vm, uint32_t argc) {
  if (UNLIKELY(!start(vm, argc, vm->sp - argc - 1))) unwind_raise(vm);
}

/* The running function is done but for this call: callee and arguments move down to where its own were, and its frame goes. */
static bool replace_frame(Vm *vm, const Closure *closure, uint32_t argc, Value *base) {
  const Proto *proto = closure->proto;
  if (UNLIKELY(argc != proto->arity)) return error_arity(vm->rt, proto->signature, argc);
  if (UNLIKELY(!runtime_tick(vm->rt) || !runtime_poll(vm->rt))) return false;
  if (UNLIKELY(!vm_has_room(vm, vm->frame->result, proto->frame_size))) return runtime_out_of_memory(vm->rt);
  vm_save(vm, enter_tail(vm, vm_load(vm), closure, argc, base));
  return true;
}

/* A method found for the object in base, run in a frame of its own or in the running one's place. */
static bool run_method(Vm *vm, Value method, uint32_t argc, Value *base, bool tail) {
  if (tail && value_is(method, VALUE_CLOSURE)) return replace_frame(vm, value_as_closure(method), argc, base);
  return start_method(vm, method, argc, base);
}

static bool run_value(Vm *vm, uint32_t argc, Value *base, bool tail) {
  if (tail && value_is(*base, VALUE_CLOSURE)) return replace_frame(vm, value_as_closure(*base), argc, base);
  if (tail && value_is(*base, VALUE_BOUND)) {
    BoundMethod *bound = value_as_bound(*base);
    *base = bound->self;
    return run_method(vm, bound->method, argc, base, true);
  }
  return start(vm, argc, base);
}

void call_tail(Vm *vm, uint32_t argc) {
  if (UNLIKELY(!run_value(vm, argc, vm->sp - argc - 1, true))) unwind_raise(vm);
}

static bool invoke(Vm *vm, String *name, uint32_t argc, bool tail) {
  Value *base = vm->sp - argc - 1;
  Value callee;
  bool is_method;
  if (!op_find_method(vm->rt, *base, name, &callee, &is_method)) return false;
  if (LIKELY(is_method)) return run_method(vm, callee, argc, base, tail);
  *base = callee;
  return run_value(vm, argc, base, tail);
}

void call_invoke(Vm *vm, String *name, uint32_t argc, bool tail) {
  if (UNLIKELY(!invoke(vm, name, argc, tail))) unwind_raise(vm);
}

static bool invoke_super(Vm *vm, String *name, uint32_t argc, bool tail) {
  Value method, superclass = vm->sp[-1];
  if (!op_find_super_method(vm->rt, superclass, name, &method)) return false;
  vm->sp--;
  Value *base = vm->sp - argc - 1;
  if (LIKELY(!value_is(method, VALUE_UNSET))) return run_method(vm, method, argc, base, tail);
  if (argc != 0) return error_class_arity(vm->rt, value_as_class(superclass), 0, argc);
  *base = value_nil(); /* super.init() with none above */
  return true;
}

/* What the cache of an INVOKE_CACHED is asked by: the shape of an object with fields, the type of anything else. NULL: not to be cached. */
static const void *invoke_key(Value object) {
  if (!value_has_fields(object)) return (const void *)(uintptr_t)object.tag;
  const Shape *shape = ((const Fields *)value_as_object(object))->shape;
  return shape->is_dictionary ? NULL : shape;
}

/* What a look-up found, as a cache keeps it; 0: not to be kept. A field is kept as its slot, for its value may change. */
static uintptr_t invoke_target(Vm *vm, Value object, String *name, Value callee, bool is_method) {
  if (is_method && value_is(callee, VALUE_CLOSURE)) return (uintptr_t)value_as_object(callee) | CACHE_OBJECT;
  if (is_method) return (uintptr_t)value_as_object(callee) | CACHE_BUILTIN;
  return cache_slot((uint32_t)shape_find(vm->rt, ((Fields *)value_as_object(object))->shape, name));
}

static bool invoke_target_on(Vm *vm, uintptr_t target, uint32_t argc, Value *base, bool tail) {
  switch (target & CACHE_MASK) {
  case CACHE_SLOT: *base = ((const Fields *)value_as_object(*base))->slots[target >> CACHE_SHIFT]; return run_value(vm, argc, base, tail);
  case CACHE_BUILTIN:
    return run_builtin(vm, value_object(VALUE_BUILTIN, (const void *)(target & ~(uintptr_t)CACHE_MASK)), *base, argc, base);
  default: return run_method(vm, value_object(VALUE_CLOSURE, (const void *)target), argc, base, tail);
  }
}

static bool invoke_filling(Vm *vm, String *name, uint32_t argc, bool tail) {
  Value *base = vm->sp - argc - 1;
  Cache *cache = cache_before(vm->ip);
  const void *key = invoke_key(*base);
  uintptr_t target = key ? cache_find(cache, key) : 0;
  if (target) return invoke_target_on(vm, target, argc, base, tail);
  Value callee;
  bool is_method;
  vm->caches.misses++;
  observe_cache_miss(vm);
  if (!op_find_method(vm->rt, *base, name, &callee, &is_method)) return false;
  if (key && cache_add(vm_mutable_proto(vm), cache, key, invoke_target(vm, *base, name, callee, is_method), &vm->caches))
    observe_cache_fill(vm, key);
  if (is_method) return run_method(vm, callee, argc, base, tail);
  *base = callee;
  return run_value(vm, argc, base, tail);
}

void call_invoke_filling(Vm *vm, String *name, uint32_t argc, bool tail) {
  if (UNLIKELY(!invoke_filling(vm, name, argc, tail))) unwind_raise(vm);
}

static bool super_filling(Vm *vm, String *name, uint32_t argc, bool tail) {
  Value method;
  Cache *cache = cache_before(vm->ip);
  Class *superclass = value_as_class(vm->sp[-1]);
  uintptr_t target = cache_find(cache, superclass);
  if (!target) {
    vm->caches.misses++;
    observe_cache_miss(vm);
    if (!op_find_super_method(vm->rt, vm->sp[-1], name, &method)) return false;
    if (!value_is(method, VALUE_CLOSURE)) return invoke_super(vm, name, argc, tail);
    target = (uintptr_t)value_as_object(method);
    if (cache_add(vm_mutable_proto(vm), cache, superclass, target, &vm->caches)) observe_cache_fill(vm, superclass);
  }
  vm->sp--;
  return run_method(vm, value_object(VALUE_CLOSURE, (const void *)target), argc, vm->sp - argc - 1, tail);
}

void call_super_filling(Vm *vm, String *name, uint32_t argc, bool tail) {
  if (UNLIKELY(!super_filling(vm, name, argc, tail))) unwind_raise(vm);
}

void call_super(Vm *vm, String *name, uint32_t argc, bool tail) {
  if (UNLIKELY(!invoke_super(vm, name, argc, tail))) unwind_raise(vm);
}

void call_builtin(Vm *vm, Value builtin, uint32_t argc) {
  if (UNLIKELY(!run_builtin(vm, builtin, value_unset(), argc, vm->sp - argc))) unwind_raise(vm);
}

void call_builtin_method(Vm *vm, uintptr_t target, uint32_t argc) {
  Value *base = vm->sp - argc - 1;
  Value builtin = value_object(VALUE_BUILTIN, (const void *)(target & ~(uintptr_t)CACHE_MASK));
  if (UNLIKELY(!run_builtin(vm, builtin, *base, argc, base))) unwind_raise(vm);
}

void call_print(Vm *vm, uint32_t argc) {
  Value result;
  if (!op_call_builtin(vm->rt, value_as_builtin(vm->print), value_unset(), argc, vm->sp - argc, &result)) return unwind_raise(vm);
  vm->sp -= argc;
}

bool call_script(Vm *vm, Closure *closure) {
  const Proto *proto = closure->proto;
  if (!vm_has_room(vm, vm->stack, proto->frame_size)) return runtime_out_of_memory(vm->rt);
  CallFrame *frame = vm->frames + 1;
  *frame = (CallFrame){closure, proto->constants, vm->stack, vm->stack, frame_exit(), NULL};
  for (uint32_t slot = vm->kept_slots; slot < proto->slot_count; slot++)
    vm->stack[slot] = value_unset();
  vm_save(vm, (Regs){proto->code, vm->stack + proto->slot_count, vm->stack, frame});
  return true;
}
