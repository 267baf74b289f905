/* profile_text.c -- sums first, then what ran most, then what each cache and each rewritten instruction did.
 *
 * What had nothing to count has no table.
 */
#include "profile_text.h"

#include "describe.h"
#include "support/memory.h"

#include <inttypes.h>
#include <stdlib.h>

enum { NAME_WIDTH = 24, PAIRS_SHOWN = 30 };

/* ---- the parts of lines ---- */

static void pad(int written, FILE *file) { fprintf(file, "%*s", written < NAME_WIDTH ? NAME_WIDTH - written : 1, ""); }

static void show_sum(const char *name, uint64_t count, FILE *file) {
  if (count) fprintf(file, "%-24s %14" PRIu64 "\n", name, count);
}

/* function, line, offset */
static void show_place(const Proto *proto, uint32_t offset, FILE *file) {
  pad(describe_function(proto, file), file);
  fprintf(file, " %6u %7u", describe_line(proto, offset), offset);
}

static double percent(uint64_t part, uint64_t whole) { return whole ? 100.0 * (double)part / (double)whole : 0; }

/* ---- the tables ---- */

static void show_sums(const ProfileTotals *totals, HeapStats heap, FILE *file) {
  show_sum("instructions", totals->runs, file);
  show_sum("calls", totals->calls, file);
  show_sum("loop turns", totals->turns, file);
  show_sum("cache hits", totals->hits, file);
  show_sum("cache misses", totals->misses, file);
  show_sum("cache fills", totals->fills, file);
  show_sum("cache refills", totals->refills, file);
  show_sum("specializations", totals->specialized, file);
  show_sum("generalizations", totals->generalized, file);
  show_sum("hot functions", totals->hot, file);
  show_sum("allocations", heap.allocations, file);
  show_sum("collections", heap.collections, file);
}

static void show_opcodes(const Profiler *profiler, uint64_t runs, FILE *file) {
  size_t count;
  OpcodeCount *list = profiler_opcodes(profiler, &count);
  fprintf(file, "\n%-24s %14s   share\n", "opcode", "count");
  for (size_t i = 0; i < count; i++)
    fprintf(file, "%-24s %14" PRIu64 " %6.2f%%\n", opcode_infos[list[i].first].name, list[i].count, percent(list[i].count, runs));
  memory_free(list);
}

static void show_pairs(const Profiler *profiler, uint64_t runs, FILE *file) {
  size_t count;
  OpcodeCount *list = profiler_pairs(profiler, &count);
  if (count) fprintf(file, "\n%-24s %-24s %14s   share\n", "opcode", "and the next in the code", "count");
  for (size_t i = 0; i < count && i < PAIRS_SHOWN; i++)
    fprintf(file, "%-24s %-24s %14" PRIu64 " %6.2f%%\n", opcode_infos[list[i].first].name, opcode_infos[list[i].second].name, list[i].count,
            percent(list[i].count, runs));
  if (count > PAIRS_SHOWN) fprintf(file, "(%zu more pairs; --profile=json has them all)\n", count - PAIRS_SHOWN);
  memory_free(list);
}

static int by_runs(const void *a, const void *b) {
  const FunctionCounts *x = *(const FunctionCounts *const *)a, *y = *(const FunctionCounts *const *)b;
  if (x->runs != y->runs) return x->runs < y->runs ? 1 : -1;
  return x->number < y->number ? -1 : 1;
}

static void show_function(const FunctionCounts *function, FILE *file) {
  pad(describe_function(function->proto, file), file);
  fprintf(file, " %6u %12" PRIu64 " %12" PRIu64 " %14" PRIu64 " %12" PRIu64 "%s\n",
          describe_line(function->proto, function->proto->code_length), function->calls, function->turns, function->runs,
          function->allocations, function->is_hot ? "  hot" : "");
}

static void show_functions(const Profiler *profiler, FILE *file) {
  const FunctionCounts **list = memory_alloc((profiler->count + 1) * sizeof *list);
  size_t count = 0;
  for (const FunctionCounts *function = profiler->functions; function; function = function->next)
    list[count++] = function;
  qsort(list, count, sizeof *list, by_runs);
  fprintf(file, "\n%-24s %6s %12s %12s %14s %12s\n", "function", "line", "calls", "loop turns", "instructions", "allocations");
  for (size_t i = 0; i < count; i++)
    show_function(list[i], file);
  memory_free(list);
}

static void show_cache(const Proto *proto, uint32_t offset, const Site *site, const DisassembleOptions *options, FILE *file) {
  show_place(proto, offset, file);
  fprintf(file, " %12" PRIu64 " %12" PRIu64 " %8u %8u  ", site->hits, site->misses, site->fills, site->fills ? site->fills - 1 : 0);
  disassemble_instruction(proto, offset, options, file);
  fputc('\n', file);
}

static void show_caches(const Profiler *profiler, const DisassembleOptions *options, FILE *file) {
  fprintf(file, "\n%-24s %6s %7s %12s %12s %8s %8s  cache\n", "function", "line", "offset", "hits", "misses", "fills", "refills");
  for (const FunctionCounts *function = profiler->functions; function; function = function->next) {
    const Site *sites = function->versions[PROFILER_SPECIALIZED].sites;
    for (uint32_t offset = 0; sites && offset < function->proto->code_length; offset++) {
      const Site *site = &sites[offset];
      if (site->hits || site->misses || site->fills) show_cache(function->proto, offset, site, options, file);
    }
  }
}

static void show_rewrites(const Profiler *profiler, FILE *file) {
  fprintf(file, "\n%-24s %6s %7s %12s  rewritten\n", "function", "line", "offset", "times");
  for (const FunctionCounts *function = profiler->functions; function; function = function->next) {
    for (const Rewrite *rewrite = function->versions[PROFILER_SPECIALIZED].rewrites; rewrite; rewrite = rewrite->next) {
      show_place(function->proto, rewrite->offset, file);
      fprintf(file, " %12" PRIu64 "  %s -> %s%s\n", rewrite->count, opcode_infos[rewrite->from].name, opcode_infos[rewrite->to].name,
              rewrite->is_undone ? " (undone)" : "");
    }
  }
}

void profile_text(const Profiler *profiler, HeapStats heap, const DisassembleOptions *options, FILE *file) {
  ProfileTotals totals = profiler_totals(profiler);
  show_sums(&totals, heap, file);
  if (!totals.runs) return;
  show_opcodes(profiler, totals.runs, file);
  show_pairs(profiler, totals.runs, file);
  show_functions(profiler, file);
  if (totals.hits + totals.misses + totals.fills) show_caches(profiler, options, file);
  if (totals.specialized + totals.generalized) show_rewrites(profiler, file);
}
