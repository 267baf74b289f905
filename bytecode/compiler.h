/* compiler.h -- what the rooms of the compiler share: the function that is being compiled, and the scopes that a jump out of it must leave in order.
 *
 * Functions inside a function are not compiled on the way but queued: each function's code is written in one piece, nothing nests, and the rooms need not call each other in a circle.
 */
#ifndef DUET_BYTECODE_COMPILER_H
#define DUET_BYTECODE_COMPILER_H

#include "compile_options.h"
#include "emit.h"
#include "syntax/ast.h"

typedef struct Compiler Compiler;
typedef struct Scope Scope;

typedef enum ScopeKind { SCOPE_BLOCK, SCOPE_LOOP, SCOPE_FINALLY } ScopeKind;

typedef struct PatchList {
  uint32_t *items; /* owned */
  uint32_t count;
  size_t capacity;
} PatchList;

/* A way out of a `finally`'s try: a return, or a break or continue of an outer loop. */
typedef enum ExitKind { EXIT_BREAK, EXIT_CONTINUE, EXIT_RETURN } ExitKind;

typedef struct Exit {
  ExitKind kind;
  Scope *loop; /* NULL for EXIT_RETURN */
  Span span;
} Exit;

/* One construct that surrounds the code being compiled; they form a chain on the C stack. */
struct Scope {
  ScopeKind kind;
  Scope *outer;
  const Block *block;    /* SCOPE_BLOCK */
  PatchList breaks;      /* SCOPE_LOOP: jumps to behind it */
  uint32_t continue_to;  /* SCOPE_LOOP: where its next turn starts; of an inverted one that comes later: */
  PatchList continues;   /* jumps to there */
  uint32_t finally_slot; /* SCOPE_FINALLY: its three hidden slots */
  PatchList to_finally;  /* SCOPE_FINALLY: jumps to its finally block */
  Exit *exits;           /* SCOPE_FINALLY: what may be waiting behind it; numbered from FINALLY_FIRST_EXIT; owned */
  uint32_t exit_count;
  size_t exit_capacity;
};

/* A function whose code is still to be written. */
typedef struct Queued {
  struct Queued *next;
  const FunctionNode *node;
  Proto *proto;
} Queued;

struct Compiler {
  Runtime *rt;
  Unit *unit;
  CompileOptions options;
  Emitter emitter;          /* of the function at hand */
  const FunctionNode *node; /* that function */
  Scope *scope;             /* the innermost, NULL at its top */
  Queued *queue, **queue_end;
  void (*compile_block)(Compiler *compiler, const Block *block); /* for the rooms that stand below compile_stmt.c */
};

/* compile_expr.c: pushes the value of `expr`. */
void compile_expr(Compiler *compiler, Expr *expr);
/* Pushes a closure of `node`, and queues its body. */
void compile_function_value(Compiler *compiler, const FunctionNode *node, Span span);
/* Pushes a variable; pops into one (`checked`: only if it is set). */
void compile_load(Compiler *compiler, const VarRef *ref, Span span);
void compile_store(Compiler *compiler, const VarRef *ref, bool checked, Span span);
/* print(...) as a statement leaves nothing on the stack. True if `expr` was that. */
bool compile_print(Compiler *compiler, const Expr *expr);
/* A call's arguments, from left to right. */
void compile_arguments(Compiler *compiler, const ExprList *arguments);
/* The builtin function that `expr` calls by its name, which nothing shadows; NULL: it is no such call. */
const VarRef *compile_builtin_callee(const Compiler *compiler, const Expr *expr);
/* The instruction of a binary operator. */
Opcode compile_operator(BinaryOperator op);

/* compile_exit.c: the jump, or return, out of every scope up to the exit's goal. For EXIT_RETURN the value is on the stack. */
void compile_exit(Compiler *compiler, Exit exit);
/* Where the innermost loop's break (or continue) jumps to, if it is a plain forward jump: no block to close, no finally on the way. Else NULL. */
PatchList *exit_landing(Compiler *compiler, bool is_break);
void scope_push(Compiler *compiler, Scope *scope, ScopeKind kind);
void scope_pop(Compiler *compiler);
void patch_list_add(PatchList *list, uint32_t at);
/* Every jump of the list goes to here; frees it. */
void patch_list_land(Compiler *compiler, PatchList *list);

/* compile_try.c, compile_class.c, compile_loop.c: these statements. */
void compile_try(Compiler *compiler, const Stmt *stmt);
void compile_class(Compiler *compiler, const Stmt *stmt);
void compile_while(Compiler *compiler, const Stmt *stmt);
void compile_for(Compiler *compiler, const Stmt *stmt);

/* compile_stmt.c: a block with its variables. */
void compile_block(Compiler *compiler, const Block *block);

#endif
