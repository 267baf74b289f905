/* main.c -- duet-tree: the tree-walker as an executable. Everything that both executables share is in common/cli. */
#include "cli/launch.h"
#include "interpreter.h"
#include "nodes/engine.h"
#include "support/memory.h"

/* What one nested call of the program may take of the C stack at the most. The worst is a call through `super` in the arguments of another, 250 deep (the parser allows
 * no more), each of them the far end of a long chain: 81 KB; and on top of it a tree as high as eval takes without a loop, and a builtin that calls back: 20 KB. `--stats` tells
 * what a run took. Sanitizers make frames larger. */
#ifdef SANITIZED
enum { STACK_PER_CALL = 1 << 19 };
#else
enum { STACK_PER_CALL = 1 << 17 };
#endif

/* A script that is ready to run. */
typedef struct Prepared {
  struct Prepared *next;
  const Script *script;
  bool want_result;
} Prepared;

/* -O0 and -O1 are the evaluator, with one or the other sort of variables; -O2 is the machine that runs the self-optimizing tree. */
typedef struct Engine {
  Evaluator *ev;      /* NULL at -O2 */
  Machine *machine;   /* else NULL */
  Prepared *prepared; /* all of the evaluator's; owned */
} Engine;

/* What --without takes; the order is that of the bits. All but `typed` are of -O2. */
static const char *const techniques[] = {"typed", "fold", "fuse", "rewrite", "cache", NULL};
enum { WITHOUT_TYPED = 1 << 0, WITHOUT_FOLD = 1 << 1, WITHOUT_FUSE = 1 << 2, WITHOUT_REWRITE = 1 << 3, WITHOUT_CACHE = 1 << 4 };

static Techniques wanted_techniques(uint64_t without) {
  return (Techniques){.fold = !(without & WITHOUT_FOLD),
                      .fuse = !(without & WITHOUT_FUSE),
                      .rewrite = !(without & WITHOUT_REWRITE),
                      .cache = !(without & WITHOUT_CACHE)};
}

static void *create(Runtime *rt, SymbolTable *symbols, const Options *options) {
  Engine *engine = memory_alloc(sizeof *engine);
  const Variables *variables = options->level == 0 ? &variables_by_name : &variables_by_slot;
  if (options->level == 2)
    engine->machine = engine_new(rt, symbols, wanted_techniques(options->without), STACK_PER_CALL);
  else
    engine->ev = interpreter_new(rt, variables, STACK_PER_CALL);
  rt->typed_lists = !(options->without & WITHOUT_TYPED);
  if (engine->ev || engine->machine) return engine;
  memory_free(engine);
  return NULL;
}

static void destroy(void *context) {
  Engine *engine = context;
  if (engine->ev) interpreter_free(engine->ev);
  if (engine->machine) engine_free(engine->machine);
  while (engine->prepared) {
    Prepared *next = engine->prepared->next;
    memory_free(engine->prepared);
    engine->prepared = next;
  }
  memory_free(engine);
}

/* The evaluator runs the syntax tree itself: there is nothing to prepare. */
static void *prepare(void *context, const Script *script, bool want_result) {
  Engine *engine = context;
  if (engine->machine) return (void *)engine_prepare(engine->machine, script, want_result);
  Prepared *prepared = memory_alloc(sizeof *prepared);
  *prepared = (Prepared){engine->prepared, script, want_result};
  engine->prepared = prepared;
  return prepared;
}

static bool run(void *context, void *prepared, uint32_t keep_slots, Value *result) {
  const Engine *engine = context;
  const Prepared *ready = prepared;
  if (engine->machine) return engine_run(engine->machine, prepared, keep_slots, result);
  return interpreter_run(engine->ev, ready->script, ready->want_result, keep_slots, result);
}

static size_t evaluator_stats(const Evaluator *ev, Stat *shown, size_t capacity) {
  const Counters *counters = &ev->counters;
  const Stat all[] = {
      {"expressions evaluated", counters->nodes},
      {"calls", counters->calls},
      {"tail calls", counters->tail_calls},
      {"loop turns", counters->turns},
      {"environments made", counters->env.made},
      {"names looked up", counters->env.lookups},
      {"tables searched", counters->env.tables},
      {"hash probes", counters->env.probes},
      {"slots used", counters->slot_uses},
      {"cells made", counters->cells},
      {"C stack bytes", (uint64_t)counters->deepest_c_stack},
  };
  size_t count = capacity < ARRAY_COUNT(all) ? capacity : ARRAY_COUNT(all);
  memcpy(shown, all, count * sizeof *shown);
  return count;
}

static size_t machine_stats(const Machine *machine, Stat *shown, size_t capacity) {
  const MachineStats *counted = &machine->stats;
  const Stat all[] = {
      {"nodes made", counted->nodes},
      {"specializations", counted->specializations},
      {"guard failures", counted->guard_failures},
      {"generalizations", counted->generalizations},
      {"caches filled", counted->caches.filled},
      {"cache misses", counted->caches.misses},
      {"polymorphic sites", counted->caches.polymorphic},
      {"megamorphic sites", counted->caches.megamorphic},
      {"cells made", counted->cells},
      {"C stack bytes", (uint64_t)(machine->c_stack_start - machine->lowest)},
  };
  size_t count = capacity < ARRAY_COUNT(all) ? capacity : ARRAY_COUNT(all);
  memcpy(shown, all, count * sizeof *shown);
  return count;
}

static size_t stats(void *context, Stat *shown, size_t capacity) {
  const Engine *engine = context;
  return engine->machine ? machine_stats(engine->machine, shown, capacity) : evaluator_stats(engine->ev, shown, capacity);
}

static Value *script_variable(void *context, uint32_t slot) {
  const Engine *engine = context;
  return engine->machine ? engine_script_variable(engine->machine, slot) : engine->ev->variables->script_variable(engine->ev, slot);
}

int main(int argc, char **argv) {
  const Backend backend = {
      .profile = {.program = "duet-tree",
                  .description = "the tree-walker",
                  .dispatch = "tree",
                  .max_level = 2,
                  .default_level = 0,
                  .techniques = techniques,
                  .has_listing = false},
      .stack_per_call = STACK_PER_CALL,
      .create = create,
      .destroy = destroy,
      .prepare = prepare,
      .run = run,
      .stats = stats,
      .script_variable = script_variable,
  };
  return launch(&backend, argc, argv);
}
