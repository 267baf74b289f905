/* upvalue.h -- variables that closures share, and that outlive the call they were born in. The whole idea is told in upvalue.c. */
#ifndef DUET_BYTECODE_UPVALUE_H
#define DUET_BYTECODE_UPVALUE_H

#include "runtime/runtime.h"

typedef struct Upvalue Upvalue;
struct Upvalue {
  Object object;
  Value *location; /* where the variable is now: a stack slot (open) or `closed` */
  Value closed;    /* its value, once it is closed */
  Upvalue *next;   /* open: the next one further down the stack */
};

typedef struct UpvalueStats {
  uint64_t opened;
  uint64_t closed;
} UpvalueStats;

/* The open upvalues of one stack, the highest slot first. */
typedef struct UpvalueList {
  Upvalue *open;
  UpvalueStats stats;
} UpvalueList;

/* The upvalue of the variable in `slot`: the open one that is there already, so that two closures share the variable, or a new one. NULL after out of memory. May collect. */
Upvalue *upvalue_capture(Runtime *rt, UpvalueList *list, Value *slot) MUST_CHECK;

/* The slots from `slot` on are about to die: their upvalues take the values with them. Never collects. */
void upvalue_close(UpvalueList *list, const Value *slot);

/* The same for places that seldom find anything to close: ends of blocks, calls and frames. */
static inline void upvalue_leave(UpvalueList *list, const Value *slot) {
  if (UNLIKELY(list->open && list->open->location >= slot)) upvalue_close(list, slot);
}

/* Marks the open ones: a root source's part. */
void upvalue_mark_open(const UpvalueList *list, Heap *heap);

#endif
