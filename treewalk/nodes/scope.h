/* scope.h -- blocks: what must be done when one begins, and running its statements.
 *
 * A block's variables have slots of their own, so nothing is made or thrown away for them. But a variable that a nested function uses gets a fresh cell, and one that might be read before it is
 * set is marked unset; and that each time the block begins, for each turn of a loop has its own. Most blocks have neither.
 */
#ifndef DUET_TREEWALK_NODES_SCOPE_H
#define DUET_TREEWALK_NODES_SCOPE_H

#include "build.h"

typedef struct ScopeSlot {
  uint32_t slot;
  bool captured; /* a fresh cell; else: marked unset */
} ScopeSlot;

typedef struct Scope {
  uint32_t count;
  ScopeSlot slots[];
} Scope;

/* What is to be done for these declarations; NULL: nothing. */
Scope *scope_new(Builder *builder, VarDecl *const *decls, uint32_t count);

/* Does it. `node` stands for the block. False after raising, placed. May collect. */
bool scope_enter_slots(const Scope *scope, const Node *node, Value *window) MUST_CHECK;
static inline bool MUST_CHECK scope_enter(const Scope *scope, const Node *node, Value *window) {
  return LIKELY(!scope) || scope_enter_slots(scope, node, window);
}

/* Sets a variable where it is declared. Never collects. */
static inline void scope_set(Value *window, uint32_t slot, bool captured, Value value) {
  *(captured ? window_cell(window, slot) : &window[slot]) = value;
}

/* Statements one after the other, until one ends otherwise than normally. `drops[i]`: statement i is an expression, whose value means nothing. Both arrays are copied. */
Node *scope_sequence(Builder *builder, Node *const *statements, const bool *drops, uint32_t count, Span span);

/* The same behind the beginning of a scope (or none: then it is `body`). */
Node *scope_block(Builder *builder, const Scope *scope, Node *body, Span span);

/* The body of a function: what happens between the call and its first statement. Given slots that hold captured variables are put in cells; with `is_init` the value is self's. */
Node *scope_function(Builder *builder, const FunctionNode *function, Node *body);

#endif
