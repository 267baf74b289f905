/* profile_json.c -- all counts, nothing rounded and nothing left out.
 *
 *     {
 *       "instructions": 71, "calls": 3, ...               every sum, also where it is 0
 *       "opcodes": {"LOAD_LOCAL": 10, ...},               the most frequent first
 *       "pairs": [{"first": "LOAD_LOCAL", "second": "CONST", "count": 10}, ...],
 *       "functions": [{"name": "fib", "file": "fib.duet", "line": 1, "calls": 3, ...}, ...],        in the order in which they first ran
 *       "caches": [{"function": "fib", "line": 2, "offset": 12, "instruction": "GET_FIELD_CACHED", "hits": 9, ...}, ...],
 *       "rewrites": [{"function": "fib", "line": 2, "offset": 12, "from": "ADD", "to": "ADD_II", "undone": false, "times": 1}, ...]
 *     }
 *
 * Only the outermost bracket stands at the beginning of a line, so that a reader finds it behind whatever the program wrote to the same stream.
 */
#include "profile_json.h"

#include "describe.h"
#include "support/memory.h"

#include <inttypes.h>

/* ---- the parts ---- */

static void write_sum(const char *name, uint64_t count, FILE *file) { fprintf(file, "  \"%s\": %" PRIu64 ",\n", name, count); }

/* Before each item of a list but the first a comma; each on a line of its own. */
static void begin_item(bool *is_first, FILE *file) {
  fputs(*is_first ? "\n    " : ",\n    ", file);
  *is_first = false;
}

static void write_text(const char *text, FILE *file) {
  fputc('"', file);
  for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
    if (*at == '"' || *at == '\\')
      fprintf(file, "\\%c", *at);
    else if (*at < ' ')
      fprintf(file, "\\u%04x", *at);
    else
      fputc(*at, file);
  }
  fputc('"', file);
}

static void write_place(const Proto *proto, uint32_t offset, FILE *file) {
  fputs("{\"function\": \"", file);
  describe_function(proto, file);
  fprintf(file, "\", \"line\": %u, \"offset\": %u", describe_line(proto, offset), offset);
}

/* ---- the lists ---- */

static void write_opcodes(const Profiler *profiler, FILE *file) {
  size_t count;
  bool is_first = true;
  OpcodeCount *list = profiler_opcodes(profiler, &count);
  fputs("  \"opcodes\": {", file);
  for (size_t i = 0; i < count; i++) {
    begin_item(&is_first, file);
    fprintf(file, "\"%s\": %" PRIu64, opcode_infos[list[i].first].name, list[i].count);
  }
  fputs("},\n", file);
  memory_free(list);
}

static void write_pairs(const Profiler *profiler, FILE *file) {
  size_t count;
  bool is_first = true;
  OpcodeCount *list = profiler_pairs(profiler, &count);
  fputs("  \"pairs\": [", file);
  for (size_t i = 0; i < count; i++) {
    begin_item(&is_first, file);
    fprintf(file, "{\"first\": \"%s\", \"second\": \"%s\", \"count\": %" PRIu64 "}", opcode_infos[list[i].first].name,
            opcode_infos[list[i].second].name, list[i].count);
  }
  fputs("],\n", file);
  memory_free(list);
}

static void write_functions(const Profiler *profiler, FILE *file) {
  bool is_first = true;
  fputs("  \"functions\": [", file);
  for (const FunctionCounts *function = profiler->functions; function; function = function->next) {
    begin_item(&is_first, file);
    fputs("{\"name\": \"", file);
    describe_function(function->proto, file);
    fputs("\", \"file\": ", file);
    write_text(function->proto->signature->source->name, file);
    fprintf(file,
            ", \"line\": %u, \"calls\": %" PRIu64 ", \"turns\": %" PRIu64 ", \"instructions\": %" PRIu64 ", \"allocations\": %" PRIu64
            ", \"hot\": %s}",
            describe_line(function->proto, function->proto->code_length), function->calls, function->turns, function->runs,
            function->allocations, function->is_hot ? "true" : "false");
  }
  fputs("],\n", file);
}

static void write_cache(const Proto *proto, uint32_t offset, const Site *site, FILE *file) {
  Instruction instruction;
  const char *name = opcode_decode(proto->code, proto->code_length, offset, &instruction) ? opcode_infos[instruction.opcode].name : "";
  write_place(proto, offset, file);
  fprintf(file,
          ", \"instruction\": \"%s\", \"runs\": %" PRIu64 ", \"hits\": %" PRIu64 ", \"misses\": %" PRIu64
          ", \"fills\": %u, \"refills\": %u}",
          name, site->runs, site->hits, site->misses, site->fills, site->fills ? site->fills - 1 : 0);
}

static void write_caches(const Profiler *profiler, FILE *file) {
  bool is_first = true;
  fputs("  \"caches\": [", file);
  for (const FunctionCounts *function = profiler->functions; function; function = function->next) {
    const Site *sites = function->versions[PROFILER_SPECIALIZED].sites;
    for (uint32_t offset = 0; sites && offset < function->proto->code_length; offset++) {
      const Site *site = &sites[offset];
      if (!site->hits && !site->misses && !site->fills) continue;
      begin_item(&is_first, file);
      write_cache(function->proto, offset, site, file);
    }
  }
  fputs("],\n", file);
}

static void write_rewrites(const Profiler *profiler, FILE *file) {
  bool is_first = true;
  fputs("  \"rewrites\": [", file);
  for (const FunctionCounts *function = profiler->functions; function; function = function->next) {
    for (const Rewrite *rewrite = function->versions[PROFILER_SPECIALIZED].rewrites; rewrite; rewrite = rewrite->next) {
      begin_item(&is_first, file);
      write_place(function->proto, rewrite->offset, file);
      fprintf(file, ", \"from\": \"%s\", \"to\": \"%s\", \"undone\": %s, \"times\": %" PRIu64 "}", opcode_infos[rewrite->from].name,
              opcode_infos[rewrite->to].name, rewrite->is_undone ? "true" : "false", rewrite->count);
    }
  }
  fputs("]\n", file);
}

void profile_json(const Profiler *profiler, HeapStats heap, FILE *file) {
  ProfileTotals totals = profiler_totals(profiler);
  fputs("{\n", file);
  write_sum("instructions", totals.runs, file);
  write_sum("calls", totals.calls, file);
  write_sum("loop turns", totals.turns, file);
  write_sum("cache hits", totals.hits, file);
  write_sum("cache misses", totals.misses, file);
  write_sum("cache fills", totals.fills, file);
  write_sum("cache refills", totals.refills, file);
  write_sum("specializations", totals.specialized, file);
  write_sum("generalizations", totals.generalized, file);
  write_sum("hot functions", totals.hot, file);
  write_sum("allocations", heap.allocations, file);
  write_sum("collections", heap.collections, file);
  write_opcodes(profiler, file);
  write_pairs(profiler, file);
  write_functions(profiler, file);
  write_caches(profiler, file);
  write_rewrites(profiler, file);
  fputs("}\n", file);
}
