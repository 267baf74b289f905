/* scope.c -- see scope.h. */
#include "scope.h"

/* ---- scopes ---- */

Scope *scope_new(Builder *builder, VarDecl *const *decls, uint32_t count) {
  uint32_t needed = 0;
  for (uint32_t i = 0; i < count; i++)
    needed += decls[i]->captured || decls[i]->starts_unset;
  if (needed == 0) return NULL;
  Scope *scope = build_memory(builder, sizeof *scope + needed * sizeof(ScopeSlot));
  for (uint32_t i = 0; i < count; i++) {
    if (decls[i]->captured || decls[i]->starts_unset) scope->slots[scope->count++] = (ScopeSlot){decls[i]->slot, decls[i]->captured};
  }
  return scope;
}

bool scope_enter_slots(const Scope *scope, const Node *node, Value *window) {
  for (uint32_t i = 0; i < scope->count; i++) {
    uint32_t slot = scope->slots[i].slot;
    if (!scope->slots[i].captured) {
      window[slot] = value_unset();
    } else if (!machine_put_in_cell(node, window, slot, value_unset())) {
      (void)machine_fail(node, window);
      return false;
    }
  }
  return true;
}

/* ---- blocks ---- */

typedef struct SequenceItem {
  Node *node;
  bool drops;
} SequenceItem;

typedef struct SequenceNode {
  Node node;
  uint32_t count;
  SequenceItem items[];
} SequenceNode;

ALWAYS_INLINE Value sequence(const SequenceNode *node, Value *window, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    Value status = node_run(node->items[i].node, window);
    if (value_is(status, VALUE_UNSET)) continue;
    if (!node->items[i].drops || node_raised(status)) return status;
  }
  return value_unset();
}

static Value run_1(Node *node, Value *window) { return sequence((const SequenceNode *)node, window, 1); }
static Value run_2(Node *node, Value *window) { return sequence((const SequenceNode *)node, window, 2); }
static Value run_3(Node *node, Value *window) { return sequence((const SequenceNode *)node, window, 3); }
static Value run_4(Node *node, Value *window) { return sequence((const SequenceNode *)node, window, 4); }
static Value run_more(Node *node, Value *window) {
  return sequence((const SequenceNode *)node, window, ((const SequenceNode *)node)->count);
}

static Value run_nothing(Node *node, Value *window) {
  (void)node;
  (void)window;
  return value_unset();
}

Node *scope_sequence(Builder *builder, Node *const *statements, const bool *drops, uint32_t count, Span span) {
  static Execute *const by_count[] = {run_nothing, run_1, run_2, run_3, run_4};
  if (count == 0) return build_node(builder, sizeof(Node), run_nothing, span);
  if (count == 1 && !drops[0]) return statements[0];
  SequenceNode *sequence = build_node(builder, sizeof *sequence + count * sizeof(SequenceItem),
                                      count < ARRAY_COUNT(by_count) ? by_count[count] : run_more, span);
  sequence->count = count;
  for (uint32_t i = 0; i < count; i++)
    sequence->items[i] = (SequenceItem){statements[i], drops[i]};
  return &sequence->node;
}

typedef struct BlockNode {
  Node node;
  const Scope *scope;
  Node *body;
} BlockNode;

static Value run_block(Node *node, Value *window) {
  const BlockNode *block = (const BlockNode *)node;
  if (!scope_enter(block->scope, node, window)) return node_signal(SIGNAL_RAISED);
  return node_run(block->body, window);
}

Node *scope_block(Builder *builder, const Scope *scope, Node *body, Span span) {
  if (!scope) return body;
  BlockNode *block = build_node(builder, sizeof *block, run_block, span);
  block->scope = scope;
  block->body = body;
  return &block->node;
}

/* ---- functions ---- */

typedef struct FunctionBodyNode {
  Node node;
  Node *body;
  const Scope *given; /* captured variables whose values the caller gave */
  const Scope *bare;  /* captured bare variables */
  bool self_captured;
} FunctionBodyNode;

static Value run_function(Node *node, Value *window) {
  const FunctionBodyNode *function = (const FunctionBodyNode *)node;
  for (uint32_t i = 0; function->given && i < function->given->count; i++) {
    uint32_t slot = function->given->slots[i].slot;
    if (!machine_put_in_cell(node, window, slot, window[slot])) return machine_fail(node, window);
  }
  if (!scope_enter(function->bare, node, window)) return node_signal(SIGNAL_RAISED);
  return node_run(function->body, window);
}

/* Whatever the body of an init gives, the call gives self. */
static Value run_init(Node *node, Value *window) {
  const FunctionBodyNode *function = (const FunctionBodyNode *)node;
  Value status = run_function(node, window);
  if (node_raised(status)) return status;
  return function->self_captured ? *window_cell(window, 0) : window[0];
}

static bool any_captured(VarDecl *const *decls, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    if (decls[i]->captured) return true;
  }
  return false;
}

static const Scope *captured_given(Builder *builder, const FunctionNode *function) {
  uint32_t arity = function->signature.arity;
  Scope *scope = build_memory(builder, sizeof *scope + (arity + 1) * sizeof(ScopeSlot));
  if (function->self && function->self->captured) scope->slots[scope->count++] = (ScopeSlot){0, true};
  for (uint32_t i = 0; i < arity; i++) {
    if (function->params[i]->captured) scope->slots[scope->count++] = (ScopeSlot){function->params[i]->slot, true};
  }
  return scope->count ? scope : NULL;
}

Node *scope_function(Builder *builder, const FunctionNode *function, Node *body) {
  bool is_init = function->signature.is_init;
  const Scope *given = function->has_captured ? captured_given(builder, function) : NULL;
  bool bare = any_captured(function->bare, function->bare_count);
  if (!is_init && !given && !bare) return body;
  FunctionBodyNode *node = build_node(builder, sizeof *node, is_init ? run_init : run_function, function->body->span);
  node->body = body;
  node->given = given;
  node->bare = bare ? scope_new(builder, function->bare, function->bare_count) : NULL;
  node->self_captured = function->self && function->self->captured;
  return &node->node;
}
