/* findings.c -- freeing what was found, and two questions about it. */
#include "findings.h"

#include "support/memory.h"

void findings_free(Findings *findings) {
  for (size_t i = 0; i < findings->contest_count; i++)
    contest_free(&findings->contests[i]);
  memory_free(findings->contests);
  contest_free(&findings->startup);
  growth_free(&findings->growth);
  ladder_free(&findings->ladder);
  config_list_free(&findings->configs);
  manifest_free(&findings->manifest);
}

const char *findings_description(const Findings *findings, const Contest *contest) {
  const Benchmark *benchmark = manifest_find(&findings->manifest, contest->name);
  return benchmark ? benchmark->description : "";
}

bool findings_are_bad(const Findings *findings) {
  for (size_t i = 0; i < findings->contest_count; i++) {
    const Contest *contest = &findings->contests[i];
    if (contest->wrong) return true;
    for (size_t entry = 0; entry < contest->count; entry++) {
      if (contest->entries[entry].state == ENTRY_LATE) return true;
    }
  }
  return findings->ladder.wrong > 0;
}
