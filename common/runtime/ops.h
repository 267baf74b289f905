/* ops.h -- what the operators mean, for both wings.
 *
 * A wing may answer the usual case itself before it calls (two ints added, a field found by a cache), but what it answers must be what these answer.
 * All take rooted values, give false after raising, and may collect unless said. Names are interned strings.
 */
#ifndef DUET_RUNTIME_OPS_H
#define DUET_RUNTIME_OPS_H

#include "runtime/error.h"
#include "support/operators.h"

/* Any binary operator; the named ones are what the VM's handlers call. */
bool op_binary(Runtime *rt, BinaryOperator op, Value a, Value b, Value *result) MUST_CHECK;
bool op_add(Runtime *rt, Value a, Value b, Value *result) MUST_CHECK;
/* SUBTRACT, MULTIPLY, DIVIDE, MODULO and the int operators. */
bool op_arithmetic(Runtime *rt, BinaryOperator op, Value a, Value b, Value *result) MUST_CHECK;
/* EQUAL, NOT_EQUAL (which never fail), LESS, LESS_EQUAL, GREATER, GREATER_EQUAL. */
bool op_compare(Runtime *rt, BinaryOperator op, Value a, Value b, bool *result) MUST_CHECK;
/* NEGATE, BIT_NOT, NOT. */
bool op_unary(Runtime *rt, UnaryOperator op, Value a, Value *result) MUST_CHECK;
bool op_is(Runtime *rt, Value value, Value class, bool *result) MUST_CHECK;

/* a[i] and a[i] = v. */
bool op_get_index(Runtime *rt, Value object, Value index, Value *result) MUST_CHECK;
bool op_set_index(Runtime *rt, Value object, Value index, Value value) MUST_CHECK;

/* The position that a list's index stands for (negative: from the end), for remove_at and insert; IndexError outside -length..length-1. */
bool op_list_position(Runtime *rt, int64_t index, size_t length, size_t *position) MUST_CHECK;

/* o.name and o.name = v. A method that is read is bound to o. */
bool op_get_field(Runtime *rt, Value object, String *name, Value *result) MUST_CHECK;
bool op_set_field(Runtime *rt, Value object, String *name, Value value) MUST_CHECK;

/* What o.name(...) calls: `*is_method` true: *callee (a closure or builtin) is to be run on o as its self; false: *callee is a field's value, to be called plainly. AttributeError when there is neither. */
bool op_find_method(Runtime *rt, Value object, String *name, Value *callee, bool *is_method) MUST_CHECK;

/* super.name: the method of `superclass` (a CLASS value). For `init` with none above *method is UNSET: then calling it with no arguments does nothing, with some it is a TypeError. */
bool op_find_super_method(Runtime *rt, Value superclass, String *name, Value *method) MUST_CHECK;

/* super.name as a value, bound to self. `super.init` with none above is an AttributeError. */
bool op_get_super(Runtime *rt, Value superclass, Value self, String *name, Value *result) MUST_CHECK;

/* The class for `class name extends value`: TypeError when value is no class. */
bool op_extend(Runtime *rt, Value superclass, String *name, Value *result) MUST_CHECK;

/* Runs a builtin after looking at the number of arguments; `self` is UNSET for a function, the receiver for a method. */
static inline bool MUST_CHECK op_call_builtin(Runtime *rt, const Builtin *builtin, Value self, uint32_t argc, const Value *args,
                                              Value *result) {
  const BuiltinInfo *info = builtin->info;
  if (UNLIKELY(argc < info->min_args || argc > info->max_args)) return error_builtin_arity(rt, info, argc);
  return info->function(rt, self, argc, args, result);
}

#endif
