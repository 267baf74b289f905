/* call.h -- entering functions: from the arguments in place to the result.
 *
 *     caller's window   ... | . | f | . | a | b |
 *                                        ^ args
 *     f's window                         | a | b | locals | temporaries      a plain function: its window begins at args
 *                                    | o | a | b | ...                       a method: one below, where its self is
 *
 * A call of the program is a call in C, node_run of the body, and nothing is allocated for it: the arguments are where they should be, the head of the window is two stores, the
 * rest of the window is cleared. A tail call comes back here as a signal, with what is to run in place of what ran.
 *
 * Order of checks, fixed by the language: callable, arity, depth, fuel.
 */
#ifndef DUET_TREEWALK_NODES_CALL_H
#define DUET_TREEWALK_NODES_CALL_H

#include "machine.h"

/* The checks of a call, one after the other; fuel is taken. False after raising, unplaced. The machine has been entered. May collect. */
bool call_check(const Code *code, const Value *window, uint32_t argc) MUST_CHECK;

/* Does the class take so many arguments? False after raising, unplaced. May collect. */
bool call_check_class(Runtime *rt, const Class *class, uint32_t argc) MUST_CHECK;

/* The body ended with a tail call: runs that, and those that it ends with. What the last one gave. */
Value call_go_on(Value *window);

/* Calls what is no plain function, or may be any: `callee` (rooted, at args[-2]) on the arguments at `args`. `node` stands in `caller`. May collect. */
Value call_value(const Node *node, Value *caller, Value *args, uint32_t argc, Value callee);

/* Runs a method, a closure or a builtin, on the self at args[-1]. May collect. */
Value call_method(const Node *node, Value *caller, Value *args, uint32_t argc, Value method);

/* Leaves a call of a guest function to the one that runs the calling function: SIGNAL_TAIL_CALL. Calls anything else at once. May collect. */
Value call_tail(const Node *node, Value *caller, Value *args, uint32_t argc, Value callee);

/* The same for a method on the self at args[-1]. May collect. */
Value call_tail_method(const Node *node, Value *caller, Value *args, uint32_t argc, Value method);

/* Are all checks passed? */
ALWAYS_INLINE bool call_may(const Code *code, const Value *window, uint32_t argc) {
  const Runtime *rt = code->rt;
  const Machine *machine = code->machine;
  return LIKELY(argc == code->arity) && LIKELY(rt->depth < rt->max_depth) && LIKELY(rt->countdown > 1) &&
         LIKELY((const char *)__builtin_frame_address(0) > machine->lowest) && LIKELY(machine->values.end - window > (ptrdiff_t)code->size);
}

/* Runs the function in `window`, where its arguments are. All checks are passed. What it gave, or SIGNAL_RAISED. */
ALWAYS_INLINE Value call_run(const Node *node, const Value *caller, Value *window, const Lambda *closure) {
  const Code *code = closure->code;
  window_set_head(window, closure, caller, node);
  window_clear(window, code->given, code->size);
  code->rt->depth++;
  Value result = code->body->execute(code->body, window);
  if (UNLIKELY(result.tag == SIGNAL_TAIL_CALL)) result = call_go_on(window);
  code->rt->depth--;
  return value_is(result, VALUE_UNSET) ? value_nil() : result;
}

ALWAYS_INLINE Value call_closure(const Node *node, Value *caller, Value *window, const Lambda *closure, uint32_t argc) {
  const Code *code = closure->code;
  if (UNLIKELY(!call_may(code, window, argc))) {
    machine_enter(node, caller);
    if (!call_check(code, window, argc)) return machine_fail(node, caller);
  } else {
    code->rt->countdown--;
  }
  return call_run(node, caller, window, closure);
}

/* Runs a builtin. The machine knows where it is while that runs: it may call back. */
ALWAYS_INLINE Value call_builtin(const Node *node, Value *caller, const Builtin *builtin, Value self, const Value *args, uint32_t argc) {
  Value result = value_nil();
  Runtime *rt = machine_enter(node, caller);
  return LIKELY(op_call_builtin(rt, builtin, self, argc, args, &result)) ? result : machine_fail(node, caller);
}

#endif
