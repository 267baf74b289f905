/* main.c -- duet-vm: the bytecode VM as an executable. Everything that both executables share is in common/cli. */
#include "cli/launch.h"
#include "compile.h"
#include "disassemble.h"
#include "interp.h"
#include "machine.h"
#include "profile_json.h"
#include "profile_text.h"
#include "runtime/startup.h"
#include "support/memory.h"
#include "syntax/fold.h"
#include "tier.h"
#include "tracer.h"
#include "verify.h"

#include <stdlib.h>

typedef struct Engine {
  Vm *vm;
  SymbolTable *symbols;
  CompileOptions options;
  bool fold;
  bool specialize;    /* hot functions, or without tiers all */
  Observer observer;  /* of --profile and --trace */
  Profiler *profiler; /* owned; NULL: not asked for */
  Tracer *tracer;     /* owned; NULL: not asked for */
} Engine;

/* What --without takes; the order is that of the bits. */
static const char *const techniques[] = {"fold", "fuse", "invert", "cache", "poly", "quicken", "tier", "typed", NULL};
enum {
  WITHOUT_FOLD = 1 << 0,
  WITHOUT_FUSE = 1 << 1,
  WITHOUT_INVERT = 1 << 2,
  WITHOUT_CACHE = 1 << 3,
  WITHOUT_POLY = 1 << 4,
  WITHOUT_QUICKEN = 1 << 5,
  WITHOUT_TIER = 1 << 6,
  WITHOUT_TYPED = 1 << 7
};

/* Guest calls nest without C calls, but for those that a builtin makes (sort, map, to_string): then the loop, the builtin and its helpers stand on the C stack between two. */
#ifdef SANITIZED
enum { C_STACK_PER_CALL = 128 << 10 };
#else
enum { C_STACK_PER_CALL = 8 << 10 };
#endif

static void listen(Engine *engine, Listener *listener) {
  listener->next = engine->observer.listeners;
  engine->observer.listeners = listener;
  engine->vm->observer = &engine->observer;
}

static DisassembleOptions listing_options(const Options *options) {
  DisassembleOptions listing = {.explain = options->explain};
  listing.builtin_names = runtime_builtin_names(&listing.builtin_count);
  return listing;
}

/* --profile and --trace. False: no memory. */
static bool watch(Engine *engine, const Options *options) {
  if (options->profile != STATS_NONE) {
    engine->profiler = profiler_new();
    listen(engine, &engine->profiler->listener);
  }
  if (options->trace) {
    DisassembleOptions listing = listing_options(options);
    engine->tracer = tracer_new(options->trace, &listing, options->figures);
    if (!engine->tracer) return false;
    listen(engine, tracer_listener(engine->tracer));
  }
  return true;
}

static void destroy(void *context) {
  Engine *engine = context;
  if (engine->tracer) tracer_free(engine->tracer);
  if (engine->profiler) profiler_free(engine->profiler);
  machine_free(engine->vm);
  memory_free(engine);
}

static void *create(Runtime *rt, SymbolTable *symbols, const Options *options) {
  Vm *vm = machine_new(rt);
  if (!vm) return NULL;
  Engine *engine = memory_alloc(sizeof *engine);
  engine->vm = vm;
  engine->symbols = symbols;
  engine->options.metered = options->limits.fuel != UINT64_MAX;
  engine->fold = options->level >= 1 && !(options->without & WITHOUT_FOLD);
  engine->options.fuse = options->level >= 1 && !(options->without & WITHOUT_FUSE);
  engine->options.invert = options->level >= 1 && !(options->without & WITHOUT_INVERT);
  vm->specialize.cache = options->level >= 2 && !(options->without & WITHOUT_CACHE);
  vm->caches.one_shape = options->without & WITHOUT_POLY;
  vm->specialize.quicken = options->level >= 2 && !(options->without & WITHOUT_QUICKEN);
  engine->specialize = vm->specialize.cache || vm->specialize.quicken;
  engine->options.tier = engine->specialize && !(options->without & WITHOUT_TIER);
  rt->typed_lists = !(options->without & WITHOUT_TYPED);
  if (watch(engine, options)) return engine;
  destroy(engine);
  return NULL;
}

static void *prepare(void *context, const Script *script, bool want_result) {
  Engine *engine = context;
  Vm *vm = engine->vm;
  if (engine->fold) script = fold_script(script, engine->symbols);
  CompileOptions options = engine->options;
  options.want_result = want_result;
  Unit *unit = compile_script(vm->rt, script, options, &vm->units);
  if (!unit) return NULL;
  VerifyError error;
  const Proto *culprit;
  if (!verify_unit(unit, vm->rt->builtins, vm->rt->builtin_count, &error, &culprit)) {
    fprintf(stderr, "duet-vm: the compiler made a wrong function: at %u: %s\n", error.offset, error.message);
    abort();
  }
  if (engine->specialize && !options.tier) tier_all(vm, unit);
  return unit;
}

static bool run(void *context, void *prepared, uint32_t keep_slots, Value *result) {
  Engine *engine = context;
  return machine_run(engine->vm, prepared, keep_slots, result);
}

static void disassemble(void *context, void *prepared, const Options *options, FILE *file) {
  (void)context;
  DisassembleOptions listing = listing_options(options);
  disassemble_unit(prepared, &listing, file);
}

static void disassemble_closure(void *context, Value closure, const Options *options, FILE *file) {
  (void)context;
  DisassembleOptions listing = listing_options(options);
  disassemble_proto(value_as_closure(closure)->proto, &listing, file);
}

static size_t stats(void *context, Stat *stats, size_t capacity) {
  Engine *engine = context;
  UpvalueStats upvalues = engine->vm->upvalue_list.stats;
  Caches caches = engine->vm->caches;
  QuickenStats quickened = engine->vm->quicken_stats;
  const Stat all[] = {
      {"upvalues opened", upvalues.opened},
      {"upvalues closed", upvalues.closed},
      {"caches filled", caches.filled},
      {"cache misses", caches.misses},
      {"polymorphic sites", caches.polymorphic},
      {"megamorphic sites", caches.megamorphic},
      {"functions specialized", engine->vm->tier_ups},
      {"guard failures", quickened.failures},
      {"quickenings changed", quickened.specialized},
      {"quickenings undone", quickened.generalized},
  };
  size_t count = capacity < ARRAY_COUNT(all) ? capacity : ARRAY_COUNT(all);
  memcpy(stats, all, count * sizeof *stats);
  return count;
}

static void show_profile(void *context, const Options *options, FILE *file) {
  Engine *engine = context;
  HeapStats heap = heap_stats(engine->vm->rt->heap);
  DisassembleOptions listing = listing_options(options);
  if (options->profile == STATS_JSON)
    profile_json(engine->profiler, heap, file);
  else
    profile_text(engine->profiler, heap, &listing, file);
}

static Value *script_variable(void *context, uint32_t slot) {
  Vm *vm = ((Engine *)context)->vm;
  return slot < vm->kept_slots ? &vm->stack[slot] : NULL;
}

int main(int argc, char **argv) {
  const Backend backend = {
      .profile = {.program = "duet-vm",
                  .description = "the bytecode VM",
                  .dispatch = interp_dispatch(),
                  .max_level = 2,
                  .default_level = 2,
                  .techniques = techniques,
                  .has_listing = true},
      .stack_per_call = C_STACK_PER_CALL,
      .create = create,
      .destroy = destroy,
      .prepare = prepare,
      .run = run,
      .disassemble = disassemble,
      .disassemble_closure = disassemble_closure,
      .stats = stats,
      .show_profile = show_profile,
      .script_variable = script_variable,
  };
  return launch(&backend, argc, argv);
}
