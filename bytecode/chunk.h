/* chunk.h -- compiled code: a Proto for each function, a Unit for each script.
 *
 *     Proto fib
 *       code        | LOAD_LOCAL 0 | CONST 0 | LESS | JUMP_IF_FALSE -> 14 | ...
 *       constants   [ 2, 1 ]
 *       spans       [ 0: bytes 12..13, 3: 16..17, ... ]     which expression each instruction came from
 *       handlers    [ 20..44 -> 47, depth 0 ]               where errors inside a `try` go
 *       protos      [ the functions written inside this one ]
 *
 * Once it is verified, the generic code of a Proto is fixed; any number of closures share it. A hot one gets specialized code in its place (specialize.h), which does change, and keeps the
 * generic code beside it. It is host memory, owned by its unit, which lives as long as
 * the VM, since closures may outlive the script that made them. Its constants are guest values: the VM marks them.
 */
#ifndef DUET_BYTECODE_CHUNK_H
#define DUET_BYTECODE_CHUNK_H

#include "runtime/runtime.h"
#include "support/signature.h"

/* Instructions from this offset on (to the next entry's) belong to this part of the source. */
typedef struct SpanEntry {
  uint32_t offset;
  Span span;
} SpanEntry;

/* Errors raised by instructions start..end go on at target, with the operand stack cut to depth and the error's value and origin pushed. The variables from slot on were
 * the protected part's own: they die. Inner handlers come first. */
typedef struct Handler {
  uint32_t start;
  uint32_t end;
  uint32_t target;
  uint32_t depth;
  uint32_t slot;
} Handler;

typedef struct UpvalueInfo {
  bool from_local; /* true: a slot of the frame that makes the closure; false: one of that frame's own upvalues */
  uint32_t index;
} UpvalueInfo;

/* A variable's name, for the listing. */
typedef struct VariableInfo {
  uint32_t index; /* the slot, or the upvalue's index */
  uint32_t start; /* instructions start..end use it by this name */
  uint32_t end;
  const Symbol *name;
} VariableInfo;

/* The instruction at start..end raises NameError when it finds the variable unset (or is UNDEFINED): under which name, and with which hint. */
typedef struct CheckedUse {
  uint32_t start;
  uint32_t end;
  const Symbol *name;
  const char *hint; /* lives in the syntax tree's arena; or NULL */
} CheckedUse;

/* How many values of stack each nested call may count on, what C code pushes included. A function that needs more is entered only after a look at what is left. */
enum { STACK_PER_CALL = 1024, STACK_PUSHED_BY_C = 16, EASY_FRAME = STACK_PER_CALL - STACK_PUSHED_BY_C };
enum { PROTO_NOT_EASY = UINT32_MAX };

typedef struct Proto Proto;
typedef struct CacheMore CacheMore; /* cache.h */
struct Proto {
  const Signature *signature; /* outlives the VM */
  uint8_t *code;
  uint32_t code_length;
  uint32_t slot_count; /* locals, hidden ones included; self and parameters first */
  uint32_t max_stack;  /* the deepest operand stack; measured by the verifier */
  uint32_t arity;      /* arguments, without self */
  uint32_t frame_size; /* slot_count + max_stack: how much stack a call takes; set by the verifier */
  uint32_t
      easy_arity; /* arity, if frame_size is at most EASY_FRAME; else PROTO_NOT_EASY, which no count of arguments is; set by the verifier */
  bool is_method; /* slot 0 is self */
  Value *constants;
  uint32_t constant_count;
  Proto **protos;
  uint32_t proto_count;
  SpanEntry *spans;
  uint32_t span_count;
  Handler *handlers;
  uint32_t handler_count;
  UpvalueInfo *upvalues;
  uint32_t upvalue_count;
  VariableInfo *locals; /* by start */
  uint32_t local_count;
  const Symbol **upvalue_names;
  CheckedUse *checked_uses;
  uint32_t checked_use_count;
  uint32_t *caches; /* where its inline caches are: the end of each instruction that has one */
  uint32_t cache_count;
  CacheMore *cache_mores; /* what polymorphic sites have beside; owned */
  uint8_t *
      failures; /* for each byte of code where a quickened instruction begins: how often its guard failed; NULL: never; owned. See quicken.h */
  uint32_t heat; /* calls and loop turns so far, while it is generic; see tier.h */
  uint32_t loop_count;
  uint32_t *loop_entries; /* specialized code: where a frame that is at COUNT_TURN number i of the generic code goes on */
  Proto *
      generic; /* the function as it was before it was specialized; NULL: it is not. Its code and the tables by offset are its own, all else is shared */
  Proto *next; /* of the unit */
};

typedef struct Unit Unit;
struct Unit {
  Proto *script;
  Proto *protos;       /* all of them, the script included; owned */
  uint32_t first_slot; /* the script's variables from here on are new with this unit: they start unset */
  Unit *next;
};

/* An empty unit, to be freed with unit_free. */
Unit *unit_new(void);
void unit_free(Unit *unit);

/* A new proto in the unit's care. */
Proto *proto_new(Unit *unit, const Signature *signature);

/* Marks the constants of all its protos. */
void unit_mark(const Unit *unit, Heap *heap);

/* The version of the function that has the code at `ip`, which may be the end of it: itself, or its generic one. */
static inline const Proto *proto_at(const Proto *proto, const uint8_t *ip) {
  return LIKELY(ip >= proto->code && ip <= proto->code + proto->code_length) ? proto : proto->generic;
}

/* The source of the instruction that covers byte `offset`. */
Span proto_span(const Proto *proto, uint32_t offset);

/* What the instruction that covers byte `offset` says when it finds its variable unset; NULL where it does not look. */
const CheckedUse *proto_checked_use(const Proto *proto, uint32_t offset);

/* The name of local `slot` for the instruction at `offset`; NULL for hidden slots. */
const Symbol *proto_local_name(const Proto *proto, uint32_t slot, uint32_t offset);

#endif
