/* profiler.h -- counts for --profile: what ran, how often, and what it cost.
 *
 * One Listener that adds up. Every function that ran has a row, every instruction of it a Site, by its offset. Where instructions are rewritten while they run, opcodes are counted as they were at
 * each turn. How the counts are shown: profile_text.h for people, profile_json.h for programs.
 */
#ifndef DUET_BYTECODE_PROFILER_H
#define DUET_BYTECODE_PROFILER_H

#include "observe.h"

/* One instruction of a function. */
typedef struct Site {
  uint64_t runs;
  uint64_t hits;   /* of its inline cache */
  uint64_t misses; /* look-ups that the cache could not answer */
  uint32_t fills;  /* what it learned; all but the first are refills */
  uint32_t specialized, generalized;
} Site;

/* One way in which an instruction was rewritten. */
typedef struct Rewrite Rewrite;
struct Rewrite {
  Rewrite *next; /* of the code, in the order in which they first happened */
  uint32_t offset;
  bool is_undone; /* GENERALIZE */
  Opcode from, to;
  uint64_t count;
};

/* One version of a function's code. */
typedef struct CodeCounts {
  Site *sites;       /* owned; one for each byte of the code; NULL: it never ran */
  Rewrite *rewrites; /* owned */
} CodeCounts;

enum { PROFILER_GENERIC, PROFILER_SPECIALIZED, PROFILER_VERSIONS };

typedef struct FunctionCounts FunctionCounts;
struct FunctionCounts {
  FunctionCounts *next; /* in the order in which they first ran */
  uint32_t number;      /* 0, 1, 2 ... in that order */
  const Proto *proto;
  uint64_t calls;       /* tail calls too */
  uint64_t turns;       /* jumps backward */
  uint64_t runs;        /* instructions */
  uint64_t allocations; /* made by it and the builtins that it called */
  bool is_hot;          /* passed the threshold */
  CodeCounts versions[PROFILER_VERSIONS];
};

typedef struct Profiler Profiler;
struct Profiler {
  Listener listener;
  FunctionCounts *functions; /* owned */
  FunctionCounts **last;     /* where the next one is linked */
  FunctionCounts *running;   /* NULL: nothing runs */
  FunctionCounts **table;    /* owned; by proto: open addressing, a power of two, NULL where free */
  size_t capacity, count;
  uint64_t opcodes[OPCODE_COUNT];
  uint64_t *pairs; /* owned; OPCODE_COUNT squared: the second stood right behind the first, and ran right after it */
  uint32_t lengths[OPCODE_COUNT];
  const uint8_t *behind; /* the end of the instruction before */
  Opcode before;
  uint64_t allocations; /* as of the last look at the heap */
};

/* An empty profile, to be freed with profiler_free. It counts once its listener is in vm->observer. */
Profiler *profiler_new(void);
void profiler_free(Profiler *profiler);

/* The code that versions[version] counts. */
const Proto *profiler_code(const FunctionCounts *function, int version);

/* The sums of all functions and sites. */
typedef struct ProfileTotals {
  uint64_t runs, calls, turns;
  uint64_t hits, misses, fills, refills;
  uint64_t specialized, generalized, hot;
} ProfileTotals;
ProfileTotals profiler_totals(const Profiler *profiler);

/* A pair of opcodes, or one (then second is OPCODE_COUNT), with its count. */
typedef struct OpcodeCount {
  Opcode first, second;
  uint64_t count;
} OpcodeCount;

/* What ran at all, the most often run first, in memory for memory_free; gives how many in *count. */
OpcodeCount *profiler_opcodes(const Profiler *profiler, size_t *count);
OpcodeCount *profiler_pairs(const Profiler *profiler, size_t *count);

#endif
