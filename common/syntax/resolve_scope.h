/* resolve_scope.h -- where each variable lives: slots, blocks, captures.
 *
 *     fn f(a, b) {          a: 0  b: 1          parameters first (in a method, self before them)
 *       c = a               c: 2                then the bare variables, for the whole function
 *       let d = b           d: 3                then the blocks', like a stack:
 *       { let e = 1 }       e: 4                a slot is free again behind its block
 *       for i in d { }      (4, 5)  i: 6        a `for` keeps its iteration in two hidden slots, `finally` its way on in three
 *     }                     slot_count: 7
 *
 * A function that uses a variable of a function around it captures it: it gets an upvalue, and so does every function between,
 * each handing on what the next one out has:
 *
 *     fn f(a) { fn g() { return fn h() { return a } } }      h: upvalue 0 = g's upvalue 0     g: upvalue 0 = f's slot 0
 *
 * A variable remembers which of the functions being resolved capture it, the innermost on top (Capture), so that finding its
 * upvalue is one look, and each upvalue is listed once. No table is searched.
 */
#ifndef DUET_SYNTAX_RESOLVE_SCOPE_H
#define DUET_SYNTAX_RESOLVE_SCOPE_H

#include "support/diag.h"
#include "syntax/resolve_assigned.h"
#include "syntax/resolve_names.h"
#include "syntax/script_scope.h"

/* That a function, still being resolved, captures a variable. */
struct Capture {
  Variable *variable;
  uint32_t depth; /* the function's */
  UpvalueNode node;
  uint32_t position;     /* among the function's upvalues */
  Capture *outer;        /* the same variable's capture by a function further out */
  Capture *next;         /* the function's next upvalue */
  UpvalueNode *written;  /* of a forward name: where its slot is still to be filled in */
  Capture *next_waiting; /* the next of those */
};

/* A function whose body is being walked. */
typedef struct FunctionScope {
  struct FunctionScope *enclosing; /* NULL for the script */
  FunctionNode *node;
  uint32_t depth; /* 0 for the script */
  uint32_t next_slot;
  Variable *self;  /* what `self` means here; NULL outside methods */
  Variable *super; /* what holds the superclass; NULL where there is none */
  uint32_t loops;  /* around this place, in this function */
  uint32_t tries;
  Capture *first_capture;
  Capture **last_capture; /* where the next one goes */
  uint32_t capture_count;
} FunctionScope;

typedef struct Resolver {
  ScriptScope *scope;
  NameTable *names; /* the scope's */
  Script *script;
  Arena *arena;  /* the script's: for what stays in the tree */
  Arena scratch; /* for what is gone when the script is resolved */
  DiagList *diags;
  FunctionScope *function;  /* the innermost */
  FunctionScope *outermost; /* the script's */
  Assigned assigned;
  AssignedStack bare;     /* the bare variables of the function that is being begun (resolve_bare.c) */
  AssignedStack forwards; /* names that only a later script can declare */
  Capture *waiting;       /* upvalues of forward names, whose slots come last */
  Expr **spine;           /* owned; left operands that wait for their right ones (resolve.c) */
  size_t spine_count;
  size_t spine_capacity;
  uint32_t hint_budget; /* how many names may still be compared (resolve_hint.c) */
} Resolver;

/* A variable of the current function for `decl`, not declared yet. */
Variable *scope_new_variable(Resolver *r, VarDecl *decl, const Block *block);

/* `count` slots in a row that are free from here on; to be given back by setting function->next_slot back. */
uint32_t scope_take_slots(Resolver *r, uint32_t count);

/* Gives a variable of the current function its slot: the next one, or, for a script variable that an earlier script had, its old one. */
void scope_place(Resolver *r, Variable *variable);

/* Some use of the variable may find it unset. (A script variable of an interactive scope is always marked unset when it is new,
 * and never again.) */
void scope_starts_unset(Resolver *r, Variable *variable);

/* What a let, fn or class statement declares; NULL for the others. */
VarDecl *scope_declared_by(const Stmt *stmt);

/* Declares one name in `block`; an error when it is there already. */
void scope_declare(Resolver *r, VarDecl *decl, Block *block);

/* Declares what the block's own statements declare, and `first` (or NULL) before them; fills block->decls. Slots come with
 * scope_place_block. */
void scope_declare_block(Resolver *r, Block *block, VarDecl *first);

/* Gives the block's variables, which were declared since names->open_count was `mark`, their slots. */
void scope_place_block(Resolver *r, Block *block, size_t mark);

/* Leaves the block: its names mean again what they did, its slots are free, and it is known whether one of its variables is captured. */
void scope_leave_block(Resolver *r, Block *block, size_t mark);

/* Fills kind, index and decl of a use of `variable` in the current function; makes upvalues as needed. */
void scope_refer(Resolver *r, VarRef *ref, Variable *variable);

/* The script variable that `name`, declared nowhere, may yet become. */
Variable *scope_forward(Resolver *r, const Symbol *name, Span span);

/* Ends a function whose body was walked: writes its upvalues, and forgets that it captures them. */
void scope_finish_captures(Resolver *r, FunctionScope *function);

/* Gives the script's forward names slots behind all others and adds them to its bare variables. */
void scope_finish_forwards(Resolver *r);

#endif
