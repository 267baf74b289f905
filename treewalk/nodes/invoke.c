/* invoke.c -- method calls, with inline caches.
 *
 * The receiver is evaluated to just below the arguments: where a method has its self. So when the look-up says that it is a method, everything is in place already; when it says that it is a
 * field with a function in it, the window begins one slot higher.
 */
#include "invoke.h"

#include "arguments.h"
#include "call.h"
#include "leaf.h"

typedef struct InvokeNode {
  Node node;
  Node *object;     /* super: self */
  Node *superclass; /* super */
  const Symbol *name;
  uint32_t args;
  uint32_t argc;
  bool tail;
  Cache cache;
  Argument arguments[];
} InvokeNode;

/* The receiver, then the arguments. */
ALWAYS_INLINE bool run_parts(const InvokeNode *invoke, Value *window, uint32_t argc, Value *object) {
  Value *args = window + invoke->args;
  *object = node_run(invoke->object, window);
  if (node_raised(*object)) return false;
  args[-1] = *object;
  return arguments_run(invoke->arguments, argc, window, args);
}

/* ---- what the cache says ---- */

static Value run_method(const InvokeNode *invoke, Value *window, Value method) {
  Value *args = window + invoke->args;
  if (invoke->tail) return call_tail_method(&invoke->node, window, args, invoke->argc, method);
  return call_method(&invoke->node, window, args, invoke->argc, method);
}

static Value run_field(const InvokeNode *invoke, Value *window, Value callee) {
  Value *args = window + invoke->args;
  args[-2] = callee;
  if (invoke->tail) return call_tail(&invoke->node, window, args, invoke->argc, callee);
  return call_value(&invoke->node, window, args, invoke->argc, callee);
}

static Value run_entry(const InvokeNode *invoke, Value *window, Value object, const CacheEntry *entry) {
  switch (entry->kind) {
  case CACHE_METHOD: return run_method(invoke, window, value_object(VALUE_CLOSURE, entry->method));
  case CACHE_BUILTIN: return run_method(invoke, window, value_object(VALUE_BUILTIN, entry->builtin));
  default: return run_field(invoke, window, ((const Fields *)value_as_object(object))->slots[entry->slot]);
  }
}

/* What the cache is asked by: the shape of an object with fields, the type of anything else. */
static inline const void *key_of(Value object) {
  if (!value_has_fields(object)) return (const void *)(uintptr_t)object.tag;
  return ((const Fields *)value_as_object(object))->shape;
}

/* ---- looking up ---- */

static bool may_be_cached(Value object) {
  return !value_has_fields(object) || !((const Fields *)value_as_object(object))->shape->is_dictionary;
}

/* A field is remembered as its slot, for its value may change. */
static CacheEntry entry_for(Runtime *rt, Value object, String *name, Value callee, bool is_method) {
  CacheEntry entry = {.key = key_of(object), .kind = CACHE_SLOT};
  if (is_method && value_is(callee, VALUE_CLOSURE)) {
    entry.kind = CACHE_METHOD;
    entry.method = value_as_lambda(callee);
  } else if (is_method) {
    entry.kind = CACHE_BUILTIN;
    entry.builtin = value_as_builtin(callee);
  } else {
    entry.slot = (uint32_t)shape_find(rt, ((const Fields *)value_as_object(object))->shape, name);
  }
  return entry;
}

static Value run_general(Node *node, Value *window);

static Value look_up(InvokeNode *invoke, Value *window, Value object, bool remember) {
  Value callee;
  bool is_method;
  Machine *machine = invoke->node.code->machine;
  Runtime *rt = machine_enter(&invoke->node, window);
  String *name = machine_name(machine, invoke->name);
  if (!name || !op_find_method(rt, object, name, &callee, &is_method)) return machine_fail(&invoke->node, window);
  if (remember && may_be_cached(object)) {
    CacheEntry entry = entry_for(rt, object, name, callee, is_method);
    if (!cache_add(&invoke->cache, entry, &machine->arena, &machine->stats.caches)) invoke->node.execute = run_general;
  }
  return is_method ? run_method(invoke, window, callee) : run_field(invoke, window, callee);
}

static Value run_general(Node *node, Value *window) {
  InvokeNode *invoke = (InvokeNode *)node;
  Value object;
  if (!run_parts(invoke, window, invoke->argc, &object)) return node_signal(SIGNAL_RAISED);
  return look_up(invoke, window, object, false);
}

static __attribute__((noinline)) Value run_others(InvokeNode *invoke, Value *window, Value object) {
  const CacheEntry *entry = cache_find(&invoke->cache, key_of(object));
  return entry ? run_entry(invoke, window, object, entry) : look_up(invoke, window, object, true);
}

/* ---- o.m(x) ---- */

ALWAYS_INLINE Value run(InvokeNode *invoke, Value *window, uint32_t argc) {
  Value object;
  const CacheEntry *entry = &invoke->cache.first;
  if (!run_parts(invoke, window, argc, &object)) return node_signal(SIGNAL_RAISED);
  if (LIKELY(key_of(object) == entry->key)) {
    if (LIKELY(entry->kind == CACHE_METHOD)) return call_closure(&invoke->node, window, window + invoke->args - 1, entry->method, argc);
    if (LIKELY(entry->kind == CACHE_BUILTIN))
      return call_builtin(&invoke->node, window, entry->builtin, object, window + invoke->args, argc);
    return run_entry(invoke, window, object, entry);
  }
  return run_others(invoke, window, object);
}

static Value run_0(Node *node, Value *window) { return run((InvokeNode *)node, window, 0); }
static Value run_1(Node *node, Value *window) { return run((InvokeNode *)node, window, 1); }
static Value run_2(Node *node, Value *window) { return run((InvokeNode *)node, window, 2); }
static Value run_3(Node *node, Value *window) { return run((InvokeNode *)node, window, 3); }
static Value run_more(Node *node, Value *window) { return run((InvokeNode *)node, window, ((InvokeNode *)node)->argc); }

static Value run_tail(Node *node, Value *window) {
  InvokeNode *invoke = (InvokeNode *)node;
  Value object;
  const CacheEntry *entry = &invoke->cache.first;
  if (!run_parts(invoke, window, invoke->argc, &object)) return node_signal(SIGNAL_RAISED);
  if (LIKELY(key_of(object) == entry->key)) return run_entry(invoke, window, object, entry);
  return run_others(invoke, window, object);
}

static InvokeNode *new_invoke(Builder *builder, const Symbol *name, Node *const *arguments, uint32_t argc, uint32_t args, bool tail,
                              Span span) {
  InvokeNode *invoke = build_node(builder, sizeof *invoke + argc * sizeof(Argument), run_general, span);
  invoke->name = name;
  invoke->args = args;
  invoke->argc = argc;
  invoke->tail = tail;
  arguments_set(builder, invoke->arguments, arguments, argc);
  if (builder->machine->techniques.cache) cache_register(&builder->machine->caches, &invoke->cache);
  return invoke;
}

Node *invoke_new(Builder *builder, Node *object, const Symbol *name, Node *const *arguments, uint32_t argc, uint32_t args, bool tail,
                 Span span) {
  static Execute *const by_count[] = {run_0, run_1, run_2, run_3};
  InvokeNode *invoke = new_invoke(builder, name, arguments, argc, args, tail, span);
  invoke->object = object;
  if (!builder->machine->techniques.cache) return &invoke->node;
  invoke->node.execute = argc < ARRAY_COUNT(by_count) ? by_count[argc] : run_more;
  if (tail) invoke->node.execute = run_tail;
  return &invoke->node;
}

/* ---- super.m(x) ---- */

/* `super.init()` with no init above does nothing. */
static Value no_init(const InvokeNode *invoke, Value *window, const Class *superclass) {
  if (invoke->argc == 0) return value_nil();
  (void)error_class_arity(machine_enter(&invoke->node, window), superclass, 0, invoke->argc);
  return machine_fail(&invoke->node, window);
}

static Value look_up_super(InvokeNode *invoke, Value *window, Value superclass) {
  Value method;
  Machine *machine = invoke->node.code->machine;
  window[invoke->args - 2] = superclass;
  Runtime *rt = machine_enter(&invoke->node, window);
  String *name = machine_name(machine, invoke->name);
  if (!name || !op_find_super_method(rt, superclass, name, &method)) return machine_fail(&invoke->node, window);
  if (value_is(method, VALUE_UNSET)) return no_init(invoke, window, value_as_class(superclass));
  if (machine->techniques.cache && value_is(method, VALUE_CLOSURE)) {
    CacheEntry entry = {.key = value_as_object(superclass), .kind = CACHE_METHOD, .method = value_as_lambda(method)};
    (void)cache_add(&invoke->cache, entry, &machine->arena, &machine->stats.caches);
  }
  return run_method(invoke, window, method);
}

static Value run_super(Node *node, Value *window) {
  InvokeNode *invoke = (InvokeNode *)node;
  Value self;
  if (!run_parts(invoke, window, invoke->argc, &self)) return node_signal(SIGNAL_RAISED);
  Value superclass = node_run(invoke->superclass, window);
  const CacheEntry *entry = cache_find(&invoke->cache, value_as_object(superclass));
  if (LIKELY(entry != NULL)) return run_method(invoke, window, value_object(VALUE_CLOSURE, entry->method));
  return look_up_super(invoke, window, superclass);
}

Node *invoke_super(Builder *builder, Node *self, Node *superclass, const Symbol *name, Node *const *arguments, uint32_t argc, uint32_t args,
                   bool tail, Span span) {
  InvokeNode *invoke = new_invoke(builder, name, arguments, argc, args, tail, span);
  invoke->object = self;
  invoke->superclass = superclass;
  invoke->node.execute = run_super;
  return &invoke->node;
}
