/* profiler.c -- adding up events; see profiler.h. */
#include "profiler.h"

#include "support/memory.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 64 };

/* ---- rows of functions ---- */

static size_t slot_of(const Profiler *profiler, const Proto *proto) {
  size_t slot = ((uintptr_t)proto >> 4) * 0x9e3779b1u & (profiler->capacity - 1);
  while (profiler->table[slot] && profiler->table[slot]->proto != proto)
    slot = (slot + 1) & (profiler->capacity - 1);
  return slot;
}

static void grow(Profiler *profiler) {
  memory_free(profiler->table);
  profiler->capacity = profiler->capacity ? profiler->capacity * 2 : FIRST_CAPACITY;
  profiler->table = memory_alloc(profiler->capacity * sizeof(FunctionCounts *));
  for (FunctionCounts *function = profiler->functions; function; function = function->next)
    profiler->table[slot_of(profiler, function->proto)] = function;
}

static FunctionCounts *counts_of(Profiler *profiler, const Proto *proto) {
  if (LIKELY(profiler->running && profiler->running->proto == proto)) return profiler->running;
  if (profiler->count * 2 >= profiler->capacity) grow(profiler);
  size_t slot = slot_of(profiler, proto);
  if (profiler->table[slot]) return profiler->table[slot];
  FunctionCounts *function = memory_alloc(sizeof *function);
  function->proto = proto;
  *profiler->last = function;
  profiler->last = &function->next;
  profiler->table[slot] = function;
  function->number = (uint32_t)profiler->count++;
  return function;
}

static CodeCounts *code_counts(FunctionCounts *function, const Proto *code) {
  bool is_specialized = code == function->proto && function->proto->generic;
  CodeCounts *counts = &function->versions[is_specialized ? PROFILER_SPECIALIZED : PROFILER_GENERIC];
  if (UNLIKELY(!counts->sites)) counts->sites = memory_alloc(code->code_length * sizeof *counts->sites);
  return counts;
}

const Proto *profiler_code(const FunctionCounts *function, int version) {
  const Proto *proto = function->proto;
  return version == PROFILER_GENERIC && proto->generic ? proto->generic : proto;
}

/* Another function runs from here on. What was allocated so far was the one before's. */
static void run_another(Profiler *profiler, Vm *vm, const CallFrame *frame) {
  uint64_t allocations = heap_stats(vm->rt->heap).allocations;
  if (profiler->running) profiler->running->allocations += allocations - profiler->allocations;
  profiler->allocations = allocations;
  profiler->running = frame > vm->frames ? counts_of(profiler, frame->closure->proto) : NULL;
}

/* ---- events ---- */

static void count_op(Profiler *profiler, FunctionCounts *function, const Event *event) {
  const Step *step = event->step;
  function->runs++;
  code_counts(function, step->code)->sites[step->offset].runs++;
  profiler->opcodes[step->opcode]++;
  bool is_wide = opcode_read(step->before.ip) == OP_WIDE;
  if (step->before.ip == profiler->behind && !is_wide) profiler->pairs[profiler->before * OPCODE_COUNT + step->opcode]++;
  profiler->before = step->opcode;
  profiler->behind = is_wide ? NULL : step->before.ip + profiler->lengths[step->opcode];
}

static bool is_same(const Rewrite *rewrite, const Event *event) {
  return rewrite->offset == event->offset && rewrite->is_undone == (event->kind == EVENT_GENERALIZE) && rewrite->from == event->opcode &&
         rewrite->to == event->becomes;
}

static void count_rewrite(CodeCounts *code, const Event *event) {
  Rewrite **link = &code->rewrites;
  while (*link && !is_same(*link, event))
    link = &(*link)->next;
  if (!*link) {
    *link = memory_alloc(sizeof **link);
    **link = (Rewrite){NULL, event->offset, event->kind == EVENT_GENERALIZE, event->opcode, event->becomes, 0};
  }
  (*link)->count++;
}

/* What happened at one instruction. */
static void count_site(CodeCounts *code, const Event *event) {
  Site *site = &code->sites[event->offset];
  switch (event->kind) {
  case EVENT_HIT: site->hits++; break;
  case EVENT_MISS: site->misses++; break;
  case EVENT_FILL: site->fills++; break;
  case EVENT_SPECIALIZE:
    site->specialized++;
    count_rewrite(code, event);
    break;
  default: /* EVENT_GENERALIZE */
    site->generalized++;
    count_rewrite(code, event);
    break;
  }
}

static void see(Listener *listener, Vm *vm, const Event *event) {
  Profiler *profiler = (Profiler *)listener;
  FunctionCounts *function = counts_of(profiler, event->proto);
  switch (event->kind) {
  case EVENT_OP: count_op(profiler, function, event); break;
  case EVENT_ENTER:
  case EVENT_TAIL: function->calls++; /* fall through */
  case EVENT_LEAVE:
  case EVENT_UNWIND: run_another(profiler, vm, event->now->frame); break;
  case EVENT_TURN: function->turns++; break;
  case EVENT_TIER: function->is_hot = true; break;
  default: count_site(code_counts(function, event->code), event); break;
  }
}

/* ---- a profile ---- */

Profiler *profiler_new(void) {
  Profiler *profiler = memory_alloc(sizeof *profiler);
  profiler->listener.see = see;
  profiler->last = &profiler->functions;
  profiler->pairs = memory_alloc((size_t)OPCODE_COUNT * OPCODE_COUNT * sizeof *profiler->pairs);
  for (uint32_t opcode = 0; opcode < OPCODE_COUNT; opcode++)
    profiler->lengths[opcode] = opcode_length((Opcode)opcode, false);
  return profiler;
}

static void free_code(CodeCounts *code) {
  while (code->rewrites) {
    Rewrite *next = code->rewrites->next;
    memory_free(code->rewrites);
    code->rewrites = next;
  }
  memory_free(code->sites);
}

void profiler_free(Profiler *profiler) {
  while (profiler->functions) {
    FunctionCounts *function = profiler->functions;
    profiler->functions = function->next;
    for (int version = 0; version < PROFILER_VERSIONS; version++)
      free_code(&function->versions[version]);
    memory_free(function);
  }
  memory_free(profiler->table);
  memory_free(profiler->pairs);
  memory_free(profiler);
}

static void add_site(ProfileTotals *totals, const Site *site) {
  totals->hits += site->hits;
  totals->misses += site->misses;
  totals->fills += site->fills;
  totals->refills += site->fills ? site->fills - 1 : 0;
  totals->specialized += site->specialized;
  totals->generalized += site->generalized;
}

ProfileTotals profiler_totals(const Profiler *profiler) {
  ProfileTotals totals = {0};
  for (const FunctionCounts *function = profiler->functions; function; function = function->next) {
    totals.runs += function->runs;
    totals.calls += function->calls;
    totals.turns += function->turns;
    totals.hot += function->is_hot;
    for (int version = 0; version < PROFILER_VERSIONS; version++) {
      const Site *sites = function->versions[version].sites;
      for (uint32_t offset = 0; sites && offset < profiler_code(function, version)->code_length; offset++)
        add_site(&totals, &sites[offset]);
    }
  }
  return totals;
}

static const char *name_of(Opcode opcode) { return opcode < OPCODE_COUNT ? opcode_infos[opcode].name : ""; }

/* The most first; then by name, so that the same run gives the same list. */
static int by_count(const void *a, const void *b) {
  const OpcodeCount *x = a, *y = b;
  if (x->count != y->count) return x->count < y->count ? 1 : -1;
  if (x->first != y->first) return strcmp(name_of(x->first), name_of(y->first));
  return strcmp(name_of(x->second), name_of(y->second));
}

OpcodeCount *profiler_opcodes(const Profiler *profiler, size_t *count) {
  OpcodeCount *list = memory_alloc(OPCODE_COUNT * sizeof *list);
  *count = 0;
  for (uint32_t opcode = 0; opcode < OPCODE_COUNT; opcode++) {
    if (profiler->opcodes[opcode]) list[(*count)++] = (OpcodeCount){(Opcode)opcode, OPCODE_COUNT, profiler->opcodes[opcode]};
  }
  qsort(list, *count, sizeof *list, by_count);
  return list;
}

OpcodeCount *profiler_pairs(const Profiler *profiler, size_t *count) {
  size_t all = (size_t)OPCODE_COUNT * OPCODE_COUNT;
  *count = 0;
  for (size_t pair = 0; pair < all; pair++)
    *count += profiler->pairs[pair] != 0;
  OpcodeCount *list = memory_alloc((*count + 1) * sizeof *list);
  *count = 0;
  for (size_t pair = 0; pair < all; pair++) {
    if (!profiler->pairs[pair]) continue;
    list[(*count)++] = (OpcodeCount){(Opcode)(pair / OPCODE_COUNT), (Opcode)(pair % OPCODE_COUNT), profiler->pairs[pair]};
  }
  qsort(list, *count, sizeof *list, by_count);
  return list;
}
