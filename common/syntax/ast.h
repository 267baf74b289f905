/* ast.h -- the syntax tree of Duet: what the parser makes and every later stage reads.
 *
 *     x = 2 + 3 * 4         ASSIGN
 *                            |-- NAME x
 *                            `-- BINARY +
 *                                 |-- INT 2
 *                                 `-- BINARY *
 *                                      |-- INT 3
 *                                      `-- INT 4
 *
 * Nodes live in the script's arena. The parser fills the shape, the resolver the fields marked [resolver]; after that nothing changes.
 * Each node has the Span of its own text, so every error can point at the very expression.
 *
 * Depth. The parser bounds how deep things nest (PARSER_MAX_NESTING), except to the left: `a + b + c + ...` leans left, one level per
 * operand, and may be a million operands long; so may f()()() and o.m().m(). `height` tells a stage whether it may simply recurse
 * (AST_EASY_HEIGHT) or must take the left operands in a loop; expr_left gives the operand that a chain leans on. See expr_chain in
 * ast.c.
 */
#ifndef DUET_SYNTAX_AST_H
#define DUET_SYNTAX_AST_H

#include "support/arena.h"
#include "support/operators.h"
#include "support/signature.h"

typedef struct Expr Expr;
typedef struct Stmt Stmt;
typedef struct Block Block;
typedef struct FunctionNode FunctionNode;

enum { AST_EASY_HEIGHT = 400 };

/* ---- variables ---- */

typedef enum DeclKind { DECL_PARAM, DECL_SELF, DECL_BARE, DECL_LET, DECL_FN, DECL_CLASS, DECL_FOR, DECL_CATCH, DECL_SUPER } DeclKind;

/* One variable, at the place that brings it into being. */
typedef struct VarDecl {
  const Symbol *name;
  DeclKind kind;
  Span span;              /* of the name */
  FunctionNode *function; /* [resolver] whose frame it lives in */
  uint32_t slot;          /* [resolver] its place in that frame */
  bool captured;          /* [resolver] a nested function uses it: it may outlive its block */
  bool starts_unset;      /* [resolver] some use may come before it is set: its block must mark it unset on the way in */
} VarDecl;

typedef enum VarKind {
  VAR_LOCAL,     /* index: a slot of the running function's frame */
  VAR_UPVALUE,   /* index: into the running function's upvalues */
  VAR_BUILTIN,   /* index: into the builtins */
  VAR_UNDECLARED /* no such variable: a NameError when this runs */
} VarKind;

/* One use of a variable, [resolver] but for the name. */
typedef struct VarRef {
  const Symbol *name;
  VarKind kind;
  bool checked; /* the variable may be unset here: look, and raise NameError; no look is needed otherwise */
  uint32_t index;
  VarDecl *decl;    /* NULL for VAR_BUILTIN and VAR_UNDECLARED */
  const char *hint; /* for the NameError's report: "did you mean 'price'?", or NULL */
} VarRef;

/* A variable of an enclosing function that a function uses. It is found, when the closure is made, in the enclosing function's own frame
 * or among the enclosing function's own upvalues. */
typedef struct UpvalueNode {
  bool from_local; /* true: index is a slot of the enclosing frame; false: an upvalue of the enclosing function */
  uint32_t index;
  VarDecl *decl;
} UpvalueNode;

/* ---- expressions ---- */

typedef enum ExprKind {
  EXPR_NIL,
  EXPR_BOOL,
  EXPR_INT,
  EXPR_FLOAT,
  EXPR_STRING,
  EXPR_LIST,
  EXPR_OBJECT,
  EXPR_FUNCTION,
  EXPR_NAME,
  EXPR_SELF,
  EXPR_SUPER, /* super.m, as a value */
  EXPR_UNARY, /* - ~ not */
  EXPR_BINARY,
  EXPR_AND,
  EXPR_OR,
  EXPR_IS,
  EXPR_CONDITIONAL,  /* c ? a : b */
  EXPR_CALL,         /* f(x) */
  EXPR_INVOKE,       /* o.m(x) */
  EXPR_SUPER_INVOKE, /* super.m(x) */
  EXPR_INDEX,        /* a[i] */
  EXPR_FIELD         /* o.m */
} ExprKind;

typedef struct ObjectField {
  const Symbol *name;
  Span name_span;
  Expr *value;
} ObjectField;

typedef struct ExprList {
  Expr **items;
  uint32_t count;
} ExprList;

struct Expr {
  ExprKind kind;
  uint32_t height; /* of the tree below, 1 for a leaf, the bodies of its functions included; sticks at UINT32_MAX */
  Span span;       /* of the whole expression, without parentheses around it */
  bool tail;       /* [resolver] a CALL, INVOKE or SUPER_INVOKE in tail position: it may reuse the frame */
  bool folded;     /* made by the folder: its text is not the source's */
  union {
    bool boolean;
    int64_t integer;
    double number;
    const Symbol *string;
    ExprList list;
    struct {
      ObjectField
          *fields; /* as written: a name may come twice, each value is evaluated, and the last one stays, at the first one's place */
      uint32_t count;
    } object;
    FunctionNode *function;
    VarRef name; /* NAME and SELF */
    struct {
      UnaryOperator op;
      Expr *operand;
    } unary;
    struct { /* BINARY; AND, OR and IS too, without op */
      BinaryOperator op;
      Expr *left;
      Expr *right;
    } binary;
    struct {
      Expr *condition;
      Expr *then;
      Expr *otherwise;
    } conditional;
    struct {
      Expr *callee;
      ExprList args;
    } call;
    struct {
      Expr *object;
      const Symbol *name;
      Span name_span;
      ExprList args;
    } invoke;
    struct { /* SUPER and SUPER_INVOKE (which has args) */
      const Symbol *name;
      Span name_span;
      ExprList args;
      VarRef self;
      VarRef super; /* the variable that holds the superclass */
    } super;
    struct {
      Expr *object;
      Expr *index;
    } index;
    struct {
      Expr *object;
      const Symbol *name;
      Span name_span;
    } field;
  };
};

/* ---- statements ---- */

typedef enum StmtKind {
  STMT_EXPR,
  STMT_LET,
  STMT_ASSIGN,
  STMT_FN,
  STMT_CLASS,
  STMT_BLOCK,
  STMT_IF,
  STMT_WHILE,
  STMT_FOR,
  STMT_BREAK,
  STMT_CONTINUE,
  STMT_RETURN,
  STMT_THROW,
  STMT_TRY
} StmtKind;

struct Block {
  Stmt **stmts;
  uint32_t count;
  Span span;       /* from `{` to `}` */
  VarDecl **decls; /* [resolver] what its let, fn and class statements (and, before them, the for, catch name that it follows) declare */
  uint32_t decl_count; /* [resolver] */
  uint32_t first_slot; /* [resolver] its variables have the slots from here, free again behind it (a script's own: see each decl) */
  bool has_captured;   /* [resolver] one of decls is captured: leaving the block must close it; false for a script's own */
};

typedef struct IfArm { /* `if` or `else if` */
  Expr *condition;
  Block *body;
} IfArm;

typedef struct CatchClause {
  VarDecl *name;
  Expr *class_expr; /* NULL: catches everything */
  Block *body;      /* its decls begin with name */
  Span span;
} CatchClause;

struct Stmt {
  StmtKind kind;
  Span span;
  union {
    Expr *expr; /* EXPR, THROW; RETURN (NULL: nil) */
    struct {
      VarDecl *decl;
      Expr *value;
    } let;
    struct {
      Expr *target;  /* NAME, INDEX or FIELD */
      bool compound; /* target op= value; then its parts are evaluated once */
      BinaryOperator op;
      Expr *value;
    } assign;
    struct {
      VarDecl *decl;
      FunctionNode *function;
    } fn;
    struct {
      VarDecl *decl;
      Expr *superclass;       /* NULL: none */
      VarDecl *super_decl;    /* a hidden variable that methods capture; NULL without a superclass */
      FunctionNode **methods; /* each name once; a name written twice has its last body at its first place */
      uint32_t method_count;
      FunctionNode **written; /* as the text has them: for the printer */
      uint32_t written_count;
    } class;
    Block *block;
    struct {
      IfArm *arms;
      uint32_t arm_count;
      Block *otherwise; /* NULL: no else */
    } if_;
    struct {
      Expr *condition;
      Block *body;
    } while_;
    struct {
      VarDecl *variable;
      Expr *iterable;
      Block *body;         /* its decls begin with variable */
      uint32_t state_slot; /* [resolver] two hidden slots in a row keep the iteration's state */
    } for_;
    struct {
      Block *body;
      CatchClause *catches;
      uint32_t catch_count;
      Block *finally; /* NULL: none */
      /* [resolver] where there is a `finally`: three hidden slots in a row for what to go on with behind it (what, value, origin) */
      uint32_t finally_slot;
    } try_;
  };
};

/* ---- functions and scripts ---- */

struct FunctionNode {
  Signature signature;
  VarDecl **params;        /* signature.arity of them */
  VarDecl *self;           /* slot 0 of a method, else NULL; the parameters follow */
  Block *body;             /* for a script: all its statements */
  FunctionNode *enclosing; /* NULL for a script */
  uint32_t height;         /* of the highest expression in its body, nested functions included; see Expr */
  VarDecl **bare;          /* [resolver] the variables that bare assignments make, for the whole function */
  uint32_t bare_count;
  UpvalueNode *upvalues; /* [resolver] */
  uint32_t upvalue_count;
  uint32_t slot_count; /* [resolver] the most slots in use at once, hidden ones included */
  bool has_captured;   /* [resolver] a parameter, self or bare variable is captured; false for a script, whose variables stay */
};

typedef struct Comment {
  Span span;
} Comment;

/* One parsed text. */
typedef struct Script {
  const Source *source;
  Arena *arena;           /* where its nodes are */
  FunctionNode *function; /* the script itself, arity 0 */
  Comment *comments;      /* in order; for the formatter */
  uint32_t comment_count;
} Script;

/* ---- helpers (ast.c) ---- */

/* The operand that `expr` leans on to its left: BINARY, AND, OR, IS: left; CALL: callee; INVOKE, INDEX, FIELD: object; else NULL. */
Expr *expr_left(const Expr *expr);

/* The nodes of the chain that leans left from `expr`, the outermost first, ending with the first that has no left operand:
 * for `a + b + c`: [(a + b) + c, a + b, a]. The array is the caller's, to free with memory_free. For trees higher than AST_EASY_HEIGHT. */
Expr **expr_chain(Expr *expr, uint32_t *count);

/* Sets `expr->height` from its operands; called once its fields are in place. */
void expr_set_height(Expr *expr);

#endif
