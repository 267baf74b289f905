/* ladder.c -- rungs in words, and a ladder read from a file. */
#include "ladder.h"

#include "json_read.h"
#include "support/memory.h"

#include <string.h>

static char *copy(const char *text) { return memory_copy_text(text, strlen(text)); }

const char *ladder_kind_text(RungKind kind) {
  static const char *const texts[] = {
      [RUNG_LEVEL] = "level", [RUNG_BUILD] = "build", [RUNG_CONTROL] = "control", [RUNG_TAKEN_AWAY] = "taken away", [RUNG_ALONE] = "alone"};
  return texts[kind];
}

const char *ladder_verdict(const Rung *rung) {
  if (rung->missing || rung->mean.verdict == VERDICT_NONE) return "not measured";
  if (rung->mean.verdict == VERDICT_UNCLEAR) return "no clear difference";
  return rung->mean.verdict == VERDICT_FASTER ? "pays" : "costs";
}

bool ladder_did_not_pay(const Rung *rung) {
  bool was_measured = !rung->missing && rung->mean.verdict != VERDICT_NONE;
  return was_measured && rung->kind != RUNG_CONTROL && rung->mean.verdict != VERDICT_FASTER;
}

size_t ladder_next_loser(const Ladder *ladder, const Rung *rung, size_t from) {
  bool pays = rung->cells && rung->kind != RUNG_CONTROL && rung->mean.verdict == VERDICT_FASTER;
  while (from < ladder->benchmark_count && !(pays && rung->cells[from].ratio.verdict == VERDICT_SLOWER))
    from++;
  return from;
}

/* ---- reading an earlier one ---- */

static size_t length_of(const JsonValue *array) {
  size_t length = 0;
  for (const JsonValue *item = array ? array->first : NULL; item; item = item->next)
    length++;
  return length;
}

static Ratio read_ratio(const JsonValue *value) {
  Ratio ratio = {json_read_number(value, "ratio"), json_read_number(value, "low"), json_read_number(value, "high"),
                 json_read_number(value, "coverage"), VERDICT_NONE};
  for (Verdict verdict = VERDICT_FASTER; verdict <= VERDICT_UNCLEAR; verdict++) {
    if (strcmp(json_read_text(value, "verdict"), ratio_verdict_text(verdict)) == 0) ratio.verdict = verdict;
  }
  return ratio;
}

static char *copy_or_null(const JsonValue *object, const char *key) {
  const char *text = json_read_text(object, key);
  return *text ? copy(text) : NULL;
}

static Rung read_rung(const JsonValue *value, size_t benchmark_count) {
  Rung rung = {.name = copy(json_read_text(value, "name")),
               .on = copy(json_read_text(value, "on")),
               .off = copy(json_read_text(value, "off")),
               .missing = copy_or_null(value, "missing"),
               .count = copy_or_null(value, "count"),
               .small = strcmp(json_read_text(value, "sizes"), "quick") == 0,
               .count_mean = json_read_number(value, "count_mean"),
               .total_on = json_read_number(value, "total_on"),
               .total_off = json_read_number(value, "total_off"),
               .mean = read_ratio(json_read_member(value, "mean"))};
  while (rung.kind < RUNG_ALONE && strcmp(json_read_text(value, "kind"), ladder_kind_text(rung.kind)) != 0)
    rung.kind++;
  const JsonValue *cells = json_read_member(value, "cells");
  if (!cells || length_of(cells) != benchmark_count) return rung;
  rung.cells = memory_alloc(benchmark_count * sizeof *rung.cells);
  RungCell *cell = rung.cells;
  for (const JsonValue *item = cells->first; item; item = item->next)
    *cell++ = (RungCell){read_ratio(item), json_read_number(item, "count_on"), json_read_number(item, "count_off")};
  return rung;
}

bool ladder_read(Ladder *ladder, const char *path) {
  *ladder = (Ladder){.wrong = 0};
  Arena arena;
  arena_init(&arena);
  const JsonValue *value = json_read_member(json_read_file(&arena, path), "ladder");
  const JsonValue *names = json_read_member(value, "benchmarks"), *rungs = json_read_member(value, "rungs");
  if (names && rungs) {
    ladder->revision = copy(json_read_text(value, "revision"));
    ladder->date = copy(json_read_text(value, "date"));
    ladder->benchmark_count = length_of(names);
    ladder->benchmarks = memory_alloc(ladder->benchmark_count * sizeof *ladder->benchmarks);
    char **name = ladder->benchmarks;
    for (const JsonValue *item = names->first; item; item = item->next)
      *name++ = copy(item->text ? item->text : "");
    ladder->rungs = memory_alloc(length_of(rungs) * sizeof *ladder->rungs);
    for (const JsonValue *item = rungs->first; item; item = item->next)
      ladder->rungs[ladder->rung_count++] = read_rung(item, ladder->benchmark_count);
  }
  arena_free(&arena);
  return ladder->rung_count > 0;
}

void ladder_free(Ladder *ladder) {
  for (size_t i = 0; i < ladder->rung_count; i++) {
    Rung *rung = &ladder->rungs[i];
    memory_free(rung->name);
    memory_free(rung->on);
    memory_free(rung->off);
    memory_free(rung->missing);
    memory_free(rung->count);
    memory_free(rung->cells);
  }
  for (size_t i = 0; i < ladder->benchmark_count; i++)
    memory_free(ladder->benchmarks[i]);
  memory_free(ladder->rungs);
  memory_free(ladder->benchmarks);
  memory_free(ladder->revision);
  memory_free(ladder->date);
  *ladder = (Ladder){.wrong = 0};
}
