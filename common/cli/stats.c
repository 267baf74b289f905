/* stats.c -- the heap's figures, which both backends have, then the backend's own. */
#include "cli/stats.h"

static void show_one(const char *name, uint64_t value, StatsFormat format, bool first, FILE *file) {
  if (format == STATS_JSON)
    fprintf(file, "%s\n  \"%s\": %llu", first ? "" : ",", name, (unsigned long long)value);
  else
    fprintf(file, "%-24s %14llu\n", name, (unsigned long long)value);
}

void stats_show(const Session *session, StatsFormat format, FILE *file) {
  HeapStats heap = heap_stats(session->rt->heap);
  const Stat common[] = {{"allocations", heap.allocations},
                         {"collections", heap.collections},
                         {"heap bytes", heap.bytes},
                         {"heap bytes at most", heap.peak_bytes}};
  Stat own[BACKEND_MAX_STATS];
  size_t own_count = session->backend->stats(session->engine, own, BACKEND_MAX_STATS);
  if (format == STATS_JSON) fprintf(file, "{");
  for (size_t i = 0; i < ARRAY_COUNT(common); i++)
    show_one(common[i].name, common[i].value, format, i == 0, file);
  for (size_t i = 0; i < own_count; i++)
    show_one(own[i].name, own[i].value, format, false, file);
  if (format == STATS_JSON) fprintf(file, "\n}\n");
}

void stats_show_times(const Session *session, FILE *file) {
  const Times *times = &session->times;
  fprintf(file, "parse    %10.6f s\nresolve  %10.6f s\ncompile  %10.6f s\nrun      %10.6f s\n", times->parse, times->resolve,
          times->prepare, times->run);
}
