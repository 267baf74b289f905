/* backend.h -- what an executable must bring to be a Duet: the one thing in which the two differ.
 *
 * Everything else (options, files, the REPL, reports, exit codes) is common/cli's and the same for both.
 */
#ifndef DUET_CLI_BACKEND_H
#define DUET_CLI_BACKEND_H

#include "cli/options.h"
#include "syntax/ast.h"

typedef struct Stat {
  const char *name; /* "upvalues opened" */
  uint64_t value;
} Stat;

enum { BACKEND_MAX_STATS = 32 };

typedef struct Backend {
  Profile profile;
  size_t
      stack_per_call; /* bytes of C stack that one nested guest call may take at most; all runs on a mapped stack of --max-depth times that, and some more */

  /* The wing's state over this runtime; sets rt->host. `symbols` is where the scripts' names are; the options last as long. NULL: no memory. */
  void *(*create)(Runtime *rt, SymbolTable *symbols, const Options *options);
  void (*destroy)(void *engine);

  /* Makes a resolved script ready to run. `want_result`: run is to give the value of the last statement, when it is an expression. NULL after raising. The tree, its source and symbols stay until destroy. */
  void *(*prepare)(void *engine, const Script *script, bool want_result);

  /* Runs it. `keep_slots`: how many of the script's variables outlive it (script_scope_slot_count). *result: UNSET when there is none. False: rt->pending. */
  bool (*run)(void *engine, void *prepared, uint32_t keep_slots, Value *result);

  /* Lists what prepare gave; NULL: this backend has no listing. */
  void (*disassemble)(void *engine, void *prepared, const Options *options, FILE *file);

  /* Lists one function of the program, a CLOSURE; NULL as above. */
  void (*disassemble_closure)(void *engine, Value closure, const Options *options, FILE *file);

  /* Fills at most `capacity` figures of its own for --stats; gives how many. */
  size_t (*stats)(void *engine, Stat *stats, size_t capacity);

  /* Writes what --profile counted; NULL: this backend counts nothing. */
  void (*show_profile)(void *engine, const Options *options, FILE *file);

  /* Where the script's variable in `slot` has its value (UNSET: nothing was stored yet), for completion and for `_`; NULL when there is none. Valid until something runs. */
  Value *(*script_variable)(void *engine, uint32_t slot);
} Backend;

#endif
