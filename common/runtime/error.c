/* error.c -- raising, placing, throwing and catching; see error.h for how an error travels.
 *
 * An error object keeps its Origin in a hidden field. That is how a rethrow finds the first place again, and how error_locate knows that there is nothing
 * left to do. For thrown values that are no error objects the origin travels beside them, in rt->pending.
 *
 * Read next: origin.c, error_classes.c.
 */
#include "runtime/error.h"
#include <stdarg.h>

/* ---- raising ---- */

bool error_raise_string(Runtime *rt, ErrorKind kind, String *message) {
  Instance *error = instance_new(rt, rt->errors[kind], 0);
  if (!error) return false;
  *instance_error_field(rt, error, ERROR_SLOT_MESSAGE) = value_string(message);
  rt->pending = (Pending){.kind = PENDING_ERROR, .value = value_instance(error)};
  return false;
}

/* Raises with a text of any length: short ones need no buffer. */
bool error_raise(Runtime *rt, ErrorKind kind, const char *format, ...) {
  char text[256];
  va_list arguments;
  va_start(arguments, format);
  size_t length = (size_t)vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  String *message = NULL;
  if (length < sizeof text) {
    message = string_new(rt, text, length);
  } else {
    char *longer = heap_resize(rt->heap, NULL, 0, length + 1);
    if (!longer) return runtime_out_of_memory(rt);
    va_start(arguments, format);
    vsnprintf(longer, length + 1, format, arguments);
    va_end(arguments);
    message = string_new(rt, longer, length);
    heap_release(rt->heap, longer, length + 1);
  }
  if (!message) return false;
  ROOT(rt->heap, kept, value_string(message));
  return error_raise_string(rt, kind, message);
}

void error_hint(Runtime *rt, const char *hint) {
  if (!error_is_catchable(rt)) return;
  String *copy = string_new(rt, hint, strlen(hint));
  if (!copy) return;
  rt->pending.hint = copy;
  if (rt->pending.origin) rt->pending.origin->hint = copy;
}

/* ---- the usual ones ---- */

bool error_undefined(Runtime *rt, const char *name, const char *hint) {
  (void)error_raise(rt, ERROR_NAME, "undefined variable '%s'", name);
  if (hint) error_hint(rt, hint);
  return false;
}

static const char *plural(uint32_t count) { return count == 1 ? "" : "s"; }

bool error_arity(Runtime *rt, const Signature *signature, uint32_t argc) {
  const Symbol *owner = signature->owner, *name = signature->name;
  return error_raise(rt, ERROR_TYPE, "%s%s%s() takes %u argument%s, got %u", owner ? owner->chars : "", owner ? "." : "",
                     name ? name->chars : "fn", signature->arity, plural(signature->arity), argc);
}

bool error_class_arity(Runtime *rt, const Class *class, uint32_t wanted, uint32_t argc) {
  return error_raise(rt, ERROR_TYPE, "%.*s() takes %u argument%s, got %u", (int)class->name->length, class->name->chars, wanted,
                     plural(wanted), argc);
}

bool error_builtin_arity(Runtime *rt, const BuiltinInfo *info, uint32_t argc) {
  uint32_t min = info->min_args, max = info->max_args;
  if (max == BUILTIN_ANY_COUNT) {
    return error_raise(rt, ERROR_TYPE, "%s() takes at least %u argument%s, got %u", info->name, min, plural(min), argc);
  }
  if (min == max) return error_raise(rt, ERROR_TYPE, "%s() takes %u argument%s, got %u", info->name, min, plural(min), argc);
  return error_raise(rt, ERROR_TYPE, "%s() takes %u to %u arguments, got %u", info->name, min, max, argc);
}

bool error_recursion(Runtime *rt) { return error_raise(rt, ERROR_RECURSION, "call depth limit of %u exceeded", rt->max_depth); }

/* ---- the origin ---- */

static bool is_error_object(Value value) {
  if (!value_is(value, VALUE_INSTANCE)) return false;
  const Class *class = instance_class(value_as_instance(value));
  return class && class->is_error;
}

/* The hidden field; `error` is an error object. */
static Value *origin_field(Runtime *rt, Value error) { return instance_error_field(rt, value_as_instance(error), ERROR_SLOT_ORIGIN); }

Origin *error_origin(Runtime *rt, Value value) { return is_error_object(value) ? value_as_origin(*origin_field(rt, value)) : NULL; }

/* Fills the error object from its new origin. False: out of memory is pending now. */
static bool fill_error_object(Runtime *rt, Origin *origin) {
  Value error = rt->pending.value;
  ROOT(rt->heap, kept, error);
  uint32_t line = origin_line(rt, origin); /* may collect, so it comes before the trace */
  List *trace = origin_trace(rt, origin);
  if (!trace) return false;
  *origin_field(rt, error) = value_origin(origin);
  *instance_error_field(rt, value_as_instance(error), ERROR_SLOT_LINE) = value_int(line);
  *instance_error_field(rt, value_as_instance(error), ERROR_SLOT_TRACE) = value_list(trace);
  return true;
}

/* Where memory ran out: the limit is lifted while the place is taken down. If there is truly no memory, the report does without a place. */
static void locate_out_of_memory(Runtime *rt, const Source *source, Span span) {
  size_t limit = heap_set_limit(rt->heap, 0);
  rt->pending.origin = origin_new(rt, source, span);
  heap_set_limit(rt->heap, limit);
}

void error_locate(Runtime *rt, const Source *source, Span span) {
  Pending *pending = &rt->pending;
  if (pending->kind == PENDING_NONE || pending->origin) return;
  if (pending->kind != PENDING_OUT_OF_MEMORY) {
    Origin *origin = origin_new(rt, source, span);
    pending->origin = origin;
    if (origin) origin->hint = pending->hint;
    if (pending->kind != PENDING_ERROR) return;
    if (origin && (!is_error_object(pending->value) || fill_error_object(rt, origin))) return;
    (void)runtime_out_of_memory(rt);
  }
  locate_out_of_memory(rt, source, span);
}

/* ---- throwing and catching ---- */

bool error_throw(Runtime *rt, Value value) {
  rt->pending = (Pending){.kind = PENDING_ERROR, .value = value, .origin = error_origin(rt, value)};
  return false;
}

bool error_rethrow(Runtime *rt, Value value, Value origin) {
  rt->pending = (Pending){.kind = PENDING_ERROR, .value = value, .origin = value_as_origin(origin)};
  return false;
}

Value error_take(Runtime *rt, Value *origin) {
  Value value = rt->pending.value;
  *origin = value_origin(rt->pending.origin);
  error_clear(rt);
  return value;
}

void error_clear(Runtime *rt) { rt->pending = (Pending){.kind = PENDING_NONE}; }
