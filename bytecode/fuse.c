/* fuse.c -- the rules of fuse.def as a table. The compiler asks once for each instruction that it emits; most second instructions are in no rule at all. */
#include "fuse.h"

#define FUSE(first, second, fused) {OP_##first, OP_##second, OP_##fused, false},
#define FUSE_FIRST(first, second, fused) {OP_##first, OP_##second, OP_##fused, true},
static const FuseRule rules[] = {
#include "fuse.def"
};

const FuseRule *fuse_find(Opcode first, Opcode second) {
  for (size_t i = 0; i < ARRAY_COUNT(rules); i++) {
    if (rules[i].second == second && rules[i].first == first) return &rules[i];
  }
  return NULL;
}
