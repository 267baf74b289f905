/* engine.h -- -O2 as a whole: making the machine, translating scripts, running them. The top of this level. */
#ifndef DUET_TREEWALK_NODES_ENGINE_H
#define DUET_TREEWALK_NODES_ENGINE_H

#include "machine.h"

/* A machine over the runtime, as its host. `stack_per_call`: how much C stack one nested call may take. NULL: no memory for the value stack. */
Machine *engine_new(Runtime *rt, SymbolTable *symbols, Techniques techniques, size_t stack_per_call);
void engine_free(Machine *machine);

/* Translates a resolved script, whose tree must stay as long as the machine. `want_result`: see engine_run. */
const Code *engine_prepare(Machine *machine, const Script *script, bool want_result);

/* Runs it. `*result`: with want_result the value of its last statement, if that is an expression; else UNSET. False: rt->pending says why. `keep_slots`: how many of the
 * script's variables live on afterwards. May collect. */
bool engine_run(Machine *machine, const Code *code, uint32_t keep_slots, Value *result) MUST_CHECK;

/* Where the script's variable with this slot has its value; NULL: none. Valid until the next script runs. Never collects. */
Value *engine_script_variable(const Machine *machine, uint32_t slot);

#endif
