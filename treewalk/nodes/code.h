/* code.h -- a function of the program, translated; and the same as a value, with the variables that it brought along. */
#ifndef DUET_TREEWALK_NODES_CODE_H
#define DUET_TREEWALK_NODES_CODE_H

#include "../cell.h"
#include "node.h"
#include "runtime/function.h"
#include "syntax/ast.h"

typedef struct Machine Machine;

/* In the machine's arena. */
struct Code {
  Machine *machine;
  Runtime *rt;
  Node *body;     /* what it gives is what the call gives */
  uint32_t arity; /* as the signature says */
  uint32_t given; /* slots that the caller fills: self, if it has one, and the arguments */
  uint32_t size;  /* slots of its window */
  const FunctionNode *function;
};

/* A closure of this level: cells as at -O1, nodes in place of the tree. */
typedef struct Lambda {
  Function function; /* first: what the runtime knows */
  const Code *code;
  uint32_t upvalue_count;
  Cell *upvalues[];
} Lambda;

static inline const Lambda *value_as_lambda(Value value) { return value_as_object(value); }

/* A closure with its upvalues still to be filled, before anything else is allocated. NULL after out of memory. May collect. */
Lambda *lambda_new(Runtime *rt, const Code *code) MUST_CHECK;

#endif
