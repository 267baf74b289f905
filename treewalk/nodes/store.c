/* store.c -- setting variables: the counterpart of leaf.c. */
#include "store.h"

#include "binary.h"

typedef struct StoreNode {
  Node node;
  Node *value;
  uint32_t index;
  const VarRef *ref; /* for the error */
} StoreNode;

ALWAYS_INLINE Value store(Value *place, Value value) {
  if (node_raised(value)) return value;
  *place = value;
  return value_unset();
}

/* `place` is found when the value is there. */
ALWAYS_INLINE Value store_checked(const StoreNode *store_node, Value *window, Value *place, Value value) {
  if (node_raised(value)) return value;
  if (UNLIKELY(value_is(*place, VALUE_UNSET))) return machine_undefined(&store_node->node, window, store_node->ref);
  *place = value;
  return value_unset();
}

static Value run_slot(Node *node, Value *window) {
  const StoreNode *store_node = (const StoreNode *)node;
  Value value = node_run(store_node->value, window);
  return store(&window[store_node->index], value);
}

static Value run_slot_checked(Node *node, Value *window) {
  const StoreNode *store_node = (const StoreNode *)node;
  Value value = node_run(store_node->value, window);
  return store_checked(store_node, window, &window[store_node->index], value);
}

static Value run_cell(Node *node, Value *window) {
  const StoreNode *store_node = (const StoreNode *)node;
  Value value = node_run(store_node->value, window);
  return store(window_cell(window, store_node->index), value);
}

static Value run_cell_checked(Node *node, Value *window) {
  const StoreNode *store_node = (const StoreNode *)node;
  Value value = node_run(store_node->value, window);
  return store_checked(store_node, window, window_cell(window, store_node->index), value);
}

static Value run_upvalue(Node *node, Value *window) {
  const StoreNode *store_node = (const StoreNode *)node;
  Value value = node_run(store_node->value, window);
  return store(window_upvalue(window, store_node->index), value);
}

static Value run_upvalue_checked(Node *node, Value *window) {
  const StoreNode *store_node = (const StoreNode *)node;
  Value value = node_run(store_node->value, window);
  return store_checked(store_node, window, window_upvalue(window, store_node->index), value);
}

static Node *new_store(Builder *builder, Execute *execute, uint32_t index, Node *value, Span span) {
  StoreNode *store_node = build_node(builder, sizeof *store_node, execute, span);
  store_node->index = index;
  store_node->value = value;
  return &store_node->node;
}

Node *store_slot(Builder *builder, uint32_t slot, Node *value, Span span) {
  if (builder->machine->techniques.fuse && binary_store_in(value, slot)) return value;
  return new_store(builder, run_slot, slot, value, span);
}

Node *store_declared(Builder *builder, const VarDecl *decl, Node *value, Span span) {
  return decl->captured ? new_store(builder, run_cell, decl->slot, value, span) : store_slot(builder, decl->slot, value, span);
}

Node *store_assign(Builder *builder, const VarRef *ref, bool checked, Node *value, Span span) {
  bool is_local = ref->kind == VAR_LOCAL;
  if (is_local && !ref->decl->captured && !checked) return store_slot(builder, ref->index, value, span);
  Execute *execute = checked ? run_upvalue_checked : run_upvalue;
  if (is_local && ref->decl->captured) execute = checked ? run_cell_checked : run_cell;
  if (is_local && !ref->decl->captured) execute = run_slot_checked;
  Node *node = new_store(builder, execute, ref->index, value, span);
  ((StoreNode *)node)->ref = ref;
  return node;
}
