/* index.c -- items. A list with an int that is in range is answered here; all else is the runtime's.
 *
 * As with binary operators, a node takes an object or index that is a local from its slot itself.
 */
#include "index.h"

#include "leaf.h"
#include "runtime/list.h"

typedef struct IndexNode {
  Node node;
  Node *object;
  Node *index;
  Node *value; /* index_set */
  uint32_t object_slot;
  uint32_t index_slot;
  uint32_t temporary;
} IndexNode;

/* ---- reading ---- */

static __attribute__((noinline)) Value get_any(const IndexNode *at, Value *window, Value object, Value index) {
  if (node_raised(index)) return index;
  if (value_is(object, VALUE_STRING) && value_is(index, VALUE_INT) && index.payload < value_as_string(object)->length)
    return value_string(at->node.code->rt->bytes[(unsigned char)value_as_string(object)->chars[index.payload]]);
  Value result;
  window[at->temporary] = object;
  window[at->temporary + 1] = index;
  Runtime *rt = machine_enter(&at->node, window);
  return op_get_index(rt, object, index, &result) ? result : machine_fail(&at->node, window);
}

ALWAYS_INLINE Value get(const IndexNode *at, Value *window, Value object, Value index) {
  if (LIKELY(value_is(object, VALUE_LIST) && value_is(index, VALUE_INT))) {
    const List *list = value_as_object(object);
    if (LIKELY(index.payload < list->count)) return list_get(list, index.payload);
  }
  return get_any(at, window, object, index);
}

static Value get_of_any(Node *node, Value *window) {
  const IndexNode *at = (const IndexNode *)node;
  Value object = node_run(at->object, window);
  if (node_raised(object)) return object;
  window[at->temporary] = object;
  Value index = node_run(at->index, window);
  return get(at, window, object, index);
}

static Value get_of_local(Node *node, Value *window) {
  const IndexNode *at = (const IndexNode *)node;
  Value index = node_run(at->index, window);
  return get(at, window, value_copy(&window[at->object_slot]), index);
}

static Value get_at_local(Node *node, Value *window) {
  const IndexNode *at = (const IndexNode *)node;
  Value object = node_run(at->object, window);
  if (node_raised(object)) return object;
  return get(at, window, object, value_copy(&window[at->index_slot]));
}

static Value get_local_at_local(Node *node, Value *window) {
  const IndexNode *at = (const IndexNode *)node;
  return get(at, window, value_copy(&window[at->object_slot]), value_copy(&window[at->index_slot]));
}

/* How the parts are come by. */
static void find_slots(IndexNode *at, const Techniques *techniques, bool *object_is_slot, bool *index_is_slot) {
  *object_is_slot = techniques->fuse && leaf_is_slot(at->object, &at->object_slot);
  *index_is_slot = techniques->fuse && leaf_is_slot(at->index, &at->index_slot);
}

Node *index_get(Builder *builder, Node *object, Node *index, uint32_t temporary, Span span) {
  IndexNode *at = build_node(builder, sizeof *at, get_of_any, span);
  bool object_is_slot;
  bool index_is_slot;
  at->object = object;
  at->index = index;
  at->temporary = temporary;
  find_slots(at, &builder->machine->techniques, &object_is_slot, &index_is_slot);
  if (object_is_slot) at->node.execute = index_is_slot ? get_local_at_local : get_of_local;
  if (!object_is_slot && index_is_slot) at->node.execute = get_at_local;
  return &at->node;
}

/* ---- writing ---- */

static __attribute__((noinline)) Value set_any(const IndexNode *at, Value *window, Value object, Value index, Value value) {
  if (node_raised(value)) return value;
  window[at->temporary] = object;
  window[at->temporary + 1] = index;
  window[at->temporary + 2] = value;
  Runtime *rt = machine_enter(&at->node, window);
  return op_set_index(rt, object, index, value) ? value_unset() : machine_fail(&at->node, window);
}

ALWAYS_INLINE Value set(const IndexNode *at, Value *window, Value object, Value index, Value value) {
  if (LIKELY(value_is(object, VALUE_LIST) && value_is(index, VALUE_INT))) {
    List *list = value_as_object(object);
    if (LIKELY(index.payload < list->count) && LIKELY(value.tag < VALUE_TAG_COUNT) && LIKELY(list_try_set(list, index.payload, value)))
      return value_unset();
  }
  return set_any(at, window, object, index, value);
}

static Value set_of_any(Node *node, Value *window) {
  const IndexNode *at = (const IndexNode *)node;
  Value object = node_run(at->object, window);
  if (node_raised(object)) return object;
  window[at->temporary] = object;
  Value index = node_run(at->index, window);
  if (node_raised(index)) return index;
  window[at->temporary + 1] = index;
  Value value = node_run(at->value, window);
  return set(at, window, object, index, value);
}

static Value set_local_at_local(Node *node, Value *window) {
  const IndexNode *at = (const IndexNode *)node;
  Value value = node_run(at->value, window);
  return set(at, window, value_copy(&window[at->object_slot]), value_copy(&window[at->index_slot]), value);
}

static Value set_of_local(Node *node, Value *window) {
  const IndexNode *at = (const IndexNode *)node;
  Value index = node_run(at->index, window);
  if (node_raised(index)) return index;
  window[at->temporary + 1] = index;
  Value value = node_run(at->value, window);
  return set(at, window, value_copy(&window[at->object_slot]), index, value);
}

Node *index_set(Builder *builder, Node *object, Node *index, Node *value, uint32_t temporary, Span span) {
  IndexNode *at = build_node(builder, sizeof *at, set_of_any, span);
  bool object_is_slot;
  bool index_is_slot;
  at->object = object;
  at->index = index;
  at->value = value;
  at->temporary = temporary;
  find_slots(at, &builder->machine->techniques, &object_is_slot, &index_is_slot);
  if (object_is_slot) at->node.execute = index_is_slot ? set_local_at_local : set_of_local;
  return &at->node;
}
