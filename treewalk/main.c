/* main.c -- duet-tree: the tree-walker as an executable. Everything that both executables share is in common/cli. */
#include "cli/launch.h"
#include "interpreter.h"
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

typedef struct Engine {
  Evaluator *ev;
  Prepared *prepared; /* all of them; owned */
} Engine;

/* What --without takes; the order is that of the bits. */
static const char *const techniques[] = {"typed", NULL};
enum { WITHOUT_TYPED = 1 << 0 };

static void *create(Runtime *rt, SymbolTable *symbols, const Options *options) {
  const Variables *variables = options->level == 0 ? &variables_by_name : &variables_by_slot;
  Evaluator *ev = interpreter_new(rt, symbols, variables, STACK_PER_CALL);
  if (!ev) return NULL;
  rt->typed_lists = !(options->without & WITHOUT_TYPED);
  Engine *engine = memory_alloc(sizeof *engine);
  engine->ev = ev;
  return engine;
}

static void destroy(void *context) {
  Engine *engine = context;
  interpreter_free(engine->ev);
  while (engine->prepared) {
    Prepared *next = engine->prepared->next;
    memory_free(engine->prepared);
    engine->prepared = next;
  }
  memory_free(engine);
}

/* The tree is what runs: there is nothing to prepare. */
static void *prepare(void *context, const Script *script, bool want_result) {
  Engine *engine = context;
  Prepared *prepared = memory_alloc(sizeof *prepared);
  *prepared = (Prepared){engine->prepared, script, want_result};
  engine->prepared = prepared;
  return prepared;
}

static bool run(void *context, void *prepared, uint32_t keep_slots, Value *result) {
  const Prepared *ready = prepared;
  return interpreter_run(((Engine *)context)->ev, ready->script, ready->want_result, keep_slots, result);
}

static size_t stats(void *context, Stat *stats, size_t capacity) {
  const Counters *counters = &((Engine *)context)->ev->counters;
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
  memcpy(stats, all, count * sizeof *stats);
  return count;
}

static Value *script_variable(void *context, uint32_t slot) {
  const Evaluator *ev = ((Engine *)context)->ev;
  return ev->variables->script_variable(ev, slot);
}

int main(int argc, char **argv) {
  const Backend backend = {
      .profile = {.program = "duet-tree",
                  .description = "the tree-walker",
                  .dispatch = "tree",
                  .max_level = 1,
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
