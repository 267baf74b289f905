/* variables.h -- what a level of the tree-walker must know about variables: the one interface between the evaluator and its environments.
 *
 *     -O0   by_name.c    chained hash tables; a name is looked up each time it is met
 *     -O1   by_slot.c    what the resolver worked out: a slot of the call, or a cell that closures share
 *
 * The evaluator calls these functions and never asks which level it is. All that may fail give false after raising, unplaced; all may collect unless said.
 * Scopes are opened and closed like brackets: leave_block comes for each enter_block that succeeded, on every way out.
 */
#ifndef DUET_TREEWALK_VARIABLES_H
#define DUET_TREEWALK_VARIABLES_H

#include "evaluator.h"

struct Variables {
  /* The script of ev->frame begins: its bare variables and its outermost block. What an earlier script left stays as it was. */
  bool (*enter_script)(Evaluator *ev);

  /* It is over; `keep_slots` of its variables (by the resolver's count) outlive it. Never collects. */
  void (*leave_script)(Evaluator *ev, uint32_t keep_slots);

  /* The function of ev->frame begins, its arguments at frame->slots, on top of the value stack: a fresh scope with its parameters, bare variables and outermost block. */
  bool (*enter_call)(Evaluator *ev);

  /* A block begins: what its statements declare is there now, and unset. */
  bool (*enter_block)(Evaluator *ev, const Block *block);
  /* Never collects. */
  void (*leave_block)(Evaluator *ev, const Block *block);

  /* The methods of a class that extends `superclass` (rooted) are about to be made; `hidden` is the variable that their `super` reads. */
  bool (*enter_class)(Evaluator *ev, const VarDecl *hidden, Value superclass);
  /* Never collects. */
  void (*leave_class)(Evaluator *ev, const VarDecl *hidden);

  /* Reads a variable; NameError when it is unset or there is none. Collects only to raise. */
  bool (*read)(Evaluator *ev, const VarRef *ref, Value *value);

  /* x = value. `checked`: NameError when x is unset (a let, fn or class whose statement has not run). Collects only to raise. */
  bool (*assign)(Evaluator *ev, const VarRef *ref, bool checked, Value value);

  /* Sets a variable of the innermost scope (or of the function) where it is declared. Never collects. */
  void (*set)(Evaluator *ev, const VarDecl *decl, Value value);

  /* A closure of `node` over the scope that is open. NULL after raising. */
  Closure *(*close_over)(Evaluator *ev, const FunctionNode *node);

  /* Where the script's variable with this slot has its value; NULL: none. Valid until the next script runs. Never collects. */
  Value *(*script_variable)(const Evaluator *ev, uint32_t slot);
};

extern const Variables variables_by_name, variables_by_slot;

#endif
