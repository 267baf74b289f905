/* chunk.c -- the memory of compiled code, and its tables by offset.
 *
 * All tables that belong to offsets are sorted by offset, so each question is a binary search: the last entry that starts at or before the offset.
 */
#include "chunk.h"

#include "support/memory.h"

Unit *unit_new(void) { return memory_alloc(sizeof(Unit)); }

Proto *proto_new(Unit *unit, const Signature *signature) {
  Proto *proto = memory_alloc(sizeof *proto);
  proto->signature = signature;
  proto->arity = signature->arity;
  proto->is_method = signature->is_method;
  proto->next = unit->protos;
  unit->protos = proto;
  return proto;
}

/* What the versions of a function do not share. */
static void free_version(Proto *proto) {
  memory_free(proto->code);
  memory_free(proto->spans);
  memory_free(proto->handlers);
  memory_free(proto->locals);
  memory_free(proto->checked_uses);
  memory_free(proto->caches);
  memory_free(proto->loop_entries);
  memory_free(proto->failures);
  memory_free(proto);
}

static void proto_free(Proto *proto) {
  if (proto->generic) free_version(proto->generic);
  memory_free(proto->constants);
  memory_free(proto->protos);
  memory_free(proto->upvalues);
  memory_free(proto->upvalue_names);
  free_version(proto);
}

void unit_free(Unit *unit) {
  for (Proto *proto = unit->protos; proto;) {
    Proto *next = proto->next;
    proto_free(proto);
    proto = next;
  }
  memory_free(unit);
}

void unit_mark(const Unit *unit, Heap *heap) {
  for (const Proto *proto = unit->protos; proto; proto = proto->next)
    heap_mark_values(heap, proto->constants, proto->constant_count);
}

Span proto_span(const Proto *proto, uint32_t offset) {
  uint32_t low = 0, high = proto->span_count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (proto->spans[middle].offset <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low ? proto->spans[low - 1].span : proto->signature->span;
}

const CheckedUse *proto_checked_use(const Proto *proto, uint32_t offset) {
  uint32_t low = 0, high = proto->checked_use_count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (proto->checked_uses[middle].end <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low < proto->checked_use_count && proto->checked_uses[low].start <= offset ? &proto->checked_uses[low] : NULL;
}

const Symbol *proto_local_name(const Proto *proto, uint32_t slot, uint32_t offset) {
  for (uint32_t i = 0; i < proto->local_count; i++) {
    const VariableInfo *local = &proto->locals[i];
    if (local->index == slot && local->start <= offset && offset < local->end) return local->name;
  }
  return NULL;
}
