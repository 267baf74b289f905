/* explain.c -- techniques and the counts they move. */
#include "explain.h"

#include <math.h>
#include <string.h>

typedef struct Explanation {
  const char *technique; /* a part of its name */
  const char *count;     /* a part of the count's name; the first row that fits what was counted is taken */
} Explanation;

static const Explanation explanations[] = {
    {"slots", "hash probes"},       {"self-optimizing", "specializations"},
    {"cache", "cache hits"},        {"poly", "cache misses"},
    {"quicken", "specializations"}, {"rewrite", "specializations"},
    {"fold", "instructions"},       {"fold", "expressions"},
    {"invert", "instructions"},     {"fuse", "instructions"},
    {"tier", "instructions"},       {"typed", "heap bytes at most"},
    {"-O", "instructions"},
};

static const char *const shown[] = {"instructions", "expressions evaluated", "calls",       "allocations", "collections",    "cache hits",
                                    "cache misses", "specializations",       "hash probes", "slots used",  "generalizations"};

bool explain_is_worth_showing(const char *count) {
  for (size_t i = 0; i < ARRAY_COUNT(shown); i++) {
    if (strncmp(count, shown[i], strlen(shown[i])) == 0) return true;
  }
  return false;
}

static const char *find(const Counts *counts, const char *part) {
  for (size_t i = 0; i < counts->count; i++) {
    if (strstr(counts->items[i].name, part)) return counts->items[i].name;
  }
  return NULL;
}

/* The count whose two values lie farthest apart, as a ratio. */
static const char *most_changed(const Counts *on, const Counts *off) {
  const char *found = NULL;
  double most = log(1.001); /* less is no difference */
  for (size_t i = 0; i < on->count; i++) {
    double other = counts_get(off, on->items[i].name);
    if (other < 0) continue;
    double change = fabs(log((on->items[i].value + 1) / (other + 1)));
    if (change <= most) continue;
    most = change;
    found = on->items[i].name;
  }
  return found;
}

const char *explain_difference(const char *technique, const Counts *on, const Counts *off) {
  for (size_t i = 0; i < ARRAY_COUNT(explanations); i++) {
    if (!strstr(technique, explanations[i].technique)) continue;
    const char *found = find(on, explanations[i].count);
    if (!found) found = find(off, explanations[i].count);
    if (found) return found;
  }
  return most_changed(on, off);
}
