/* resolve_assigned.h -- which variables are certainly set at the place where the resolver stands.
 *
 *     if c { x = 1 } else { x = 2 }     set in both arms: set behind the `if`
 *     while c { y = 1 }                 perhaps no turn at all: y may be unset behind the loop
 *     if c { z = 1 } else { return }    who comes out of the `if` has set z
 *
 * A read that can't find its variable unset needs no check, in either wing. The walk goes through the text once, forward. Each
 * variable has its flag `set`; a log tells which flags rose since when, so that an arm of a branch can be left by taking back
 * what it added. No set of variables is ever copied whole: each entry of the log is written, compared and taken back once for
 * each branch around it.
 *
 * Invariant: `set` is true only if the variable holds a value on every way to this place. It may stay false too long; that costs
 * a check, nothing else. A variable once set is never unset again: a let in a loop is a new variable each turn, and resolve.c
 * meets its block's text only once.
 */
#ifndef DUET_SYNTAX_RESOLVE_ASSIGNED_H
#define DUET_SYNTAX_RESOLVE_ASSIGNED_H

#include "syntax/resolve_names.h"

typedef struct AssignedStack {
  Variable **items; /* owned */
  size_t count;
  size_t capacity;
} AssignedStack;

typedef struct Assigned {
  AssignedStack log;  /* the variables that became set, in order */
  AssignedStack kept; /* for each open branch: those that every arm so far has set */
  bool dead;          /* nobody gets here: behind return, throw, break, continue */
} Assigned;

/* A place to go back to. */
typedef struct AssignedMark {
  size_t log_count;
  bool dead;
} AssignedMark;

/* A branch whose arms are being walked. */
typedef struct AssignedBranch {
  AssignedMark start;
  size_t kept_start;
  bool any_arm_ends; /* one arm at least can be left by its end */
} AssignedBranch;

void assigned_push(AssignedStack *stack, Variable *variable);

void assigned_free(Assigned *assigned);

/* The variable is set from here on. */
void assigned_set(Assigned *assigned, Variable *variable);

AssignedMark assigned_mark(const Assigned *assigned);

/* Forgets what became set since `mark`: for a part that may not have run. */
void assigned_go_back(Assigned *assigned, AssignedMark mark);

/* A branch: begin; then walk each arm and call assigned_arm_ends behind it, which goes back to the start; then the end, where
 * what all arms set is set. What is walked between the last arm's end and the branch's end adds to it (`finally`). An arm that
 * is missing (no `else`) is one that sets nothing: call assigned_arm_ends for it too. */
AssignedBranch assigned_branch_begin(const Assigned *assigned);
void assigned_arm_ends(Assigned *assigned, AssignedBranch *branch);
void assigned_branch_end(Assigned *assigned, const AssignedBranch *branch);

#endif
