/* builtins.h -- the functions and methods that every program has without asking.
 *
 * A builtin stands in its room as one piece: name, how many arguments it takes, its documentation, and the C function:
 *
 *     BUILTIN(len, 1, 1, "len(x) -> int: how many bytes, items, keys or numbers x has") {
 *       ...
 *       return true;
 *     }
 *
 * A function of the outermost scope is also named in BUILTIN_FUNCTIONS below; a method is named in the table at the end of its file. That is all it takes to add one.
 *
 * When a builtin runs, its arguments are rooted by the caller and as many as it said; `self` is the receiver of a method. It writes *result last
 * and gives true, or raises and gives false.
 */
#ifndef DUET_RUNTIME_BUILTINS_H
#define DUET_RUNTIME_BUILTINS_H

#include "runtime/function.h"

/* The functions, in the order of rt->builtins (the error classes come after them). */
/* clang-format off */
#define BUILTIN_FUNCTIONS(X)                                         \
  X(print) X(write) X(input) X(args) X(read_file) X(write_file)      \
  X(str) X(int) X(float) X(type) X(chr) X(ord)                       \
  X(len) X(list) X(map) X(range) X(assert) X(clock)                  \
  X(abs) X(min) X(max) X(floor) X(ceil) X(round)                     \
  X(sqrt) X(pow) X(sin) X(cos) X(exp) X(log)
/* clang-format on */

#define X(name) extern const BuiltinInfo builtin_##name;
BUILTIN_FUNCTIONS(X)
#undef X

/* The methods of one type. */
typedef struct BuiltinTable {
  const BuiltinInfo *const *rows;
  uint32_t count;
} BuiltinTable;

extern const BuiltinTable string_methods;
extern const BuiltinTable list_methods;
extern const BuiltinTable map_methods;

/* Error's own methods. Its subclasses copy them, so error_start takes them before there are any. */
enum { ERROR_METHOD_COUNT = 2 };
extern const BuiltinInfo error_methods[ERROR_METHOD_COUNT];

#define BUILTIN_UNUSED __attribute__((unused))
#define BUILTIN_PARAMETERS                                                                                               \
  Runtime *rt BUILTIN_UNUSED, Value self BUILTIN_UNUSED, uint32_t argc BUILTIN_UNUSED, const Value *args BUILTIN_UNUSED, \
      Value *result BUILTIN_UNUSED

/* The row of a function, and the head of its C function; the body follows. */
#define BUILTIN(name, min_args, max_args, doc)                                     \
  static BuiltinFunction run_##name;                                               \
  const BuiltinInfo builtin_##name = {#name, min_args, max_args, run_##name, doc}; \
  static bool run_##name(BUILTIN_PARAMETERS)

/* The same for a method; its row is known in its own file only, as METHOD_ROW(name). */
#define METHOD(name, min_args, max_args, doc)                                            \
  static BuiltinFunction run_##name;                                                     \
  static const BuiltinInfo method_##name = {#name, min_args, max_args, run_##name, doc}; \
  static bool run_##name(BUILTIN_PARAMETERS)
#define METHOD_ROW(name) &method_##name

#endif
