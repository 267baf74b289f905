/* leaf.c -- constants and variables.
 *
 * What the resolver knows decides once, here, how a variable is read: from its slot, from the cell in its slot, from a cell of the closure; and whether it may be unset.
 * A node that reads a slot and no more is often not run at all: its parent sees what it is (leaf_is_slot) and reads the slot itself.
 */
#include "leaf.h"

/* ---- constants ---- */

typedef struct ConstantNode {
  Node node;
  Value value;
} ConstantNode;

static Value run_constant(Node *node, Value *window) {
  (void)window;
  return value_copy(&((ConstantNode *)node)->value);
}

Node *leaf_constant(Builder *builder, Value value, Span span) {
  ConstantNode *constant = build_node(builder, sizeof *constant, run_constant, span);
  constant->value = value;
  return &constant->node;
}

bool leaf_is_constant(const Node *node, Value *value) {
  if (node->execute != run_constant) return false;
  *value = ((const ConstantNode *)node)->value;
  return true;
}

typedef struct StringNode {
  Node node;
  Value value; /* once it has been made; the machine's literals keep it */
  const Symbol *symbol;
} StringNode;

static Value run_string(Node *node, Value *window) {
  (void)window;
  return value_copy(&((StringNode *)node)->value);
}

/* The guest string is made when it is first needed: then the node rewrites itself. */
static Value make_string(Node *node, Value *window) {
  StringNode *string = (StringNode *)node;
  machine_enter(node, window);
  const String *made = machine_name(node->code->machine, string->symbol);
  if (!made) return machine_fail(node, window);
  string->value = value_string(made);
  node->execute = run_string;
  return string->value;
}

Node *leaf_string(Builder *builder, const Symbol *symbol, Span span) {
  StringNode *string = build_node(builder, sizeof *string, make_string, span);
  string->symbol = symbol;
  return &string->node;
}

/* ---- variables ---- */

typedef struct VariableNode {
  Node node;
  uint32_t index;
  const VarRef *ref; /* for the error; NULL where there can be none */
} VariableNode;

#define INDEX(node) (((const VariableNode *)(node))->index)

static Value checked(const Node *node, Value *window, const Value *place) {
  if (LIKELY(!value_is(*place, VALUE_UNSET))) return value_copy(place);
  return machine_undefined(node, window, ((const VariableNode *)node)->ref);
}

static Value run_slot(Node *node, Value *window) { return value_copy(&window[INDEX(node)]); }
static Value run_slot_checked(Node *node, Value *window) { return checked(node, window, &window[INDEX(node)]); }
static Value run_cell(Node *node, Value *window) { return value_copy(window_cell(window, INDEX(node))); }
static Value run_cell_checked(Node *node, Value *window) { return checked(node, window, window_cell(window, INDEX(node))); }
static Value run_upvalue(Node *node, Value *window) { return value_copy(window_upvalue(window, INDEX(node))); }
static Value run_upvalue_checked(Node *node, Value *window) { return checked(node, window, window_upvalue(window, INDEX(node))); }
static Value run_undeclared(Node *node, Value *window) { return machine_undefined(node, window, ((VariableNode *)node)->ref); }

static Execute *reader_of(const VarRef *ref) {
  switch (ref->kind) {
  case VAR_LOCAL:
    if (ref->decl->captured) return ref->checked ? run_cell_checked : run_cell;
    return ref->checked ? run_slot_checked : run_slot;
  case VAR_UPVALUE: return ref->checked ? run_upvalue_checked : run_upvalue;
  default: return run_undeclared;
  }
}

static Node *new_variable(Builder *builder, Execute *execute, uint32_t index, const VarRef *ref, Span span) {
  VariableNode *variable = build_node(builder, sizeof *variable, execute, span);
  variable->index = index;
  variable->ref = ref;
  return &variable->node;
}

Node *leaf_variable(Builder *builder, const VarRef *ref, Span span) {
  if (ref->kind == VAR_BUILTIN) return leaf_constant(builder, builder->machine->rt->builtins[ref->index], span);
  return new_variable(builder, reader_of(ref), ref->index, ref, span);
}

Node *leaf_slot(Builder *builder, uint32_t slot, Span span) { return new_variable(builder, run_slot, slot, NULL, span); }

bool leaf_is_slot(const Node *node, uint32_t *slot) {
  if (node->execute != run_slot) return false;
  *slot = INDEX(node);
  return true;
}

bool leaf_is_upvalue(const Node *node, uint32_t *index) {
  if (node->execute != run_upvalue) return false;
  *index = INDEX(node);
  return true;
}
