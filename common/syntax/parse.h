/* parse.h -- the parser's state and its tools; used by the parse_*.c alone.
 *
 *     parser.c              the whole text
 *       parse_stmt.c        statements and blocks             parse_class.c      classes
 *         parse_expr.c      operators                         parse_recover.c    going on after an error
 *           parse_operand.c what operators work on            parse_function.c   parameters and bodies
 *             parse.c       this: tokens, errors, nesting, lists
 *
 * The parser looks at one token, `current`, and has just taken `previous`. Three things are decided here once for all of it:
 *
 * Newlines. Whether a newline may end a statement depends on the innermost open bracket: not inside ( ) [ ] and an object's { }, but
 * again inside a block's { }. So the open brackets are kept on a stack.
 *
 * Errors. The first error sets `panicking`; while it is set, nothing more is reported and every parse_ function comes back soon, with
 * a tree that nobody will use. The loop over statements then calls parse_recover (parse_recover.h), which skips to the next statement.
 *
 * Depth. Each function that calls itself, directly or by way of others, does so between parse_enter and parse_leave.
 */
#ifndef DUET_SYNTAX_PARSE_H
#define DUET_SYNTAX_PARSE_H

#include "support/diag.h"
#include "syntax/ast.h"
#include "syntax/lexer.h"

typedef enum Bracket { BRACKET_PAREN, BRACKET_SQUARE, BRACKET_OBJECT, BRACKET_BLOCK } Bracket;

/* Where a name was met first, in the set of names that has this number. */
typedef struct NamePosition {
  uint32_t set;
  uint32_t position;
} NamePosition;

typedef struct Parser Parser;
struct Parser {
  Lexer lexer;
  Token previous;
  Token current;
  Token ahead; /* the token after current, once parse_peek has asked for it */
  bool has_ahead;
  bool panicking;
  bool unreported; /* the current TOKEN_ERROR was met in a panic: nobody was told */
  const Source *source;
  SymbolTable *symbols;
  Arena *arena;
  DiagList *diags;
  FunctionNode *function; /* whose body is being parsed */
  uint32_t max_nesting;
  uint32_t nesting;  /* how many parse_enter are open */
  uint32_t tallest;  /* height of the highest expression of `function` so far */
  Bracket *brackets; /* owned; the open ones */
  size_t bracket_capacity;
  uint32_t bracket_count;
  uint32_t brace_count;
  char *pending; /* owned; items of the lists being collected, the innermost list on top */
  size_t pending_size;
  size_t pending_capacity;
  NamePosition *names; /* owned; by symbol id */
  size_t name_capacity;
  uint32_t name_set;
  /* The ways back up. The grammar is a circle (a block holds expressions, an expression may be a function with a block), modules are
   * none. */
  Expr *(*parse_expr)(Parser *parser);                                         /* parse_expr.h */
  Block *(*parse_block)(Parser *parser, uint32_t brackets, const char *where); /* parse_stmt.h */
};

/* A parser before its first token: parse_expr and parse_block are to be set, then parse_advance takes it to the first. The tree will
 * be in `arena`, names in `symbols`, errors in `diags`. To be given back with parse_free. */
void parse_init(Parser *parser, const Source *source, SymbolTable *symbols, Arena *arena, DiagList *diags);
void parse_free(Parser *parser);

/* ---- tokens ---- */

static inline bool parse_check(const Parser *parser, TokenKind kind) { return parser->current.kind == kind; }

/* The current token is `kind` and stands on the line of the one before. */
static inline bool parse_check_on_line(const Parser *parser, TokenKind kind) {
  return parser->current.kind == kind && !parser->current.newline_before;
}

/* Takes the current token. */
void parse_advance(Parser *parser);

/* Takes the current token if it is `kind`. */
bool parse_match(Parser *parser, TokenKind kind);

/* The token after the current one. */
const Token *parse_peek(Parser *parser);

/* Takes the current token, which must be `kind`; otherwise reports "expected '<kind>' <where>". */
bool parse_expect(Parser *parser, TokenKind kind, const char *where);

/* The same for a token that must also stand on the line of the one before: another line could not bring it. One that stands on the
 * next line is reported, and taken. */
bool parse_expect_on_line(Parser *parser, TokenKind kind, const char *where);

/* The same, but the token is not taken. */
bool parse_require_on_line(Parser *parser, TokenKind kind, const char *where);

/* Takes the name of a variable, function, class or parameter; otherwise reports "expected <what>" and gives a name all the same. */
const Symbol *parse_name(Parser *parser, const char *what);

/* The `{` just taken begins an object, not a block. */
static inline void parse_brace_is_object(Parser *parser) { parser->brackets[parser->bracket_count - 1] = BRACKET_OBJECT; }

/* Whether a newline here may end a statement. */
static inline bool parse_newlines_count(const Parser *parser) {
  return parser->bracket_count == 0 || parser->brackets[parser->bracket_count - 1] == BRACKET_BLOCK;
}

/* Reports the current TOKEN_ERROR if it was met in a panic. */
void parse_report_again(Parser *parser);

/* ---- errors: all give true when the error was reported, so that a hint may be added to it ---- */

/* The current token is not what can stand here. "..., got ')'" is added. Sets diags->input_ended at the end of the text. */
bool parse_error_unexpected(Parser *parser, const char *format, ...) PRINTF_LIKE(2, 3);

/* Something is missing behind the previous token: the place is there, or at the current token where that is on the same line. Sets
 * input_ended like the one above. */
bool parse_error_missing(Parser *parser, const char *format, ...) PRINTF_LIKE(2, 3);

/* What stands at `span` is wrong. */
bool parse_error_at(Parser *parser, Span span, const char *format, ...) PRINTF_LIKE(3, 4);

/* ---- nesting ---- */

/* One level deeper; false, and reported, when that would be too deep: then go back without taking a token and without parse_leave. */
bool parse_enter(Parser *parser) MUST_CHECK;
static inline void parse_leave(Parser *parser) { parser->nesting--; }

/* ---- lists: note the size of `pending`, push items of one type, take them ---- */

/* Adds a copy of `item` to the list being collected. */
void parse_push(Parser *parser, const void *item, size_t size);

/* The items pushed since `pending_size` was `from`, each of `size` bytes, moved to the arena; NULL when there are none. */
void *parse_take(Parser *parser, size_t from, size_t size, uint32_t *count);

/* ---- sets of names ---- */

/* A new set, empty; the one before is gone. */
void parse_begin_names(Parser *parser);

/* The position that `name` was first given with since parse_begin_names: `position` itself if this is the first time. */
uint32_t parse_first_position(Parser *parser, const Symbol *name, uint32_t position);

/* ---- nodes ---- */

/* A node whose text goes from `start` to the end of the previous token. */
Expr *parse_new_expr(Parser *parser, ExprKind kind, uint32_t start);
Stmt *parse_new_stmt(Parser *parser, StmtKind kind, uint32_t start);

/* Sets the height of a node whose operands are in place. */
void parse_measure(Parser *parser, Expr *expr);

/* What stands for an expression after an error. */
Expr *parse_no_expr(Parser *parser);

/* A variable whose name is the previous token. */
VarDecl *parse_new_decl(Parser *parser, const Symbol *name, DeclKind kind);

#endif
