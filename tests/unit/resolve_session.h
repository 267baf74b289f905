/* resolve_session.h -- what the resolver says of small programs, written as one word for each use of a name, in the order of the text:
 *
 *     L2   slot 2 of the running function's frame          B0   builtin 0
 *     U0   upvalue 0 of the running function               -    declared nowhere
 *     L2?  the same, but the variable may be unset there: a check is needed
 */
#ifndef DUET_TESTS_UNIT_RESOLVE_SESSION_H
#define DUET_TESTS_UNIT_RESOLVE_SESSION_H

#include "check.h"
#include "support/memory.h"
#include "syntax/parser.h"
#include "syntax/resolve.h"

static const char *const SESSION_BUILTINS[] = {"print", "len", "str"};

/* One scope and the scripts resolved in it. */
typedef struct Session {
  SymbolTable symbols;
  ScriptScope *scope;
  Arena arena;
  Source *sources[8];
  uint32_t count;
  Script *script; /* the latest */
  char errors[1000];
  char uses[4000];
} Session;

static inline void session_begin(Session *session, bool interactive) {
  *session = (Session){0};
  symbol_table_init(&session->symbols);
  arena_init(&session->arena);
  session->scope = script_scope_new(&session->symbols, SESSION_BUILTINS, ARRAY_COUNT(SESSION_BUILTINS), interactive);
}

static inline void session_end(Session *session) {
  script_scope_free(session->scope);
  arena_free(&session->arena);
  symbol_table_free(&session->symbols);
  for (uint32_t i = 0; i < session->count; i++)
    source_free(session->sources[i]);
}

/* ---- the uses of names as text ---- */

static inline void list_expr(Session *session, const Expr *expr);
static inline void list_block(Session *session, const Block *block);

static inline void list_ref(Session *session, const VarRef *ref) {
  char *end = session->uses + strlen(session->uses);
  const char *space = session->uses[0] == '\0' ? "" : " ";
  const char *check = ref->checked ? "?" : "";
  switch (ref->kind) {
  case VAR_LOCAL: sprintf(end, "%sL%u%s", space, ref->index, check); break;
  case VAR_UPVALUE: sprintf(end, "%sU%u%s", space, ref->index, check); break;
  case VAR_BUILTIN: sprintf(end, "%sB%u%s", space, ref->index, check); break;
  case VAR_UNDECLARED: sprintf(end, "%s-%s", space, check); break;
  }
}

static inline void list_all(Session *session, const ExprList *list) {
  for (uint32_t i = 0; i < list->count; i++)
    list_expr(session, list->items[i]);
}

static inline void list_expr(Session *session, const Expr *expr) {
  const Expr *left = expr_left(expr);
  if (left != NULL) list_expr(session, left);
  switch (expr->kind) {
  case EXPR_NAME:
  case EXPR_SELF: list_ref(session, &expr->name); break;
  case EXPR_SUPER:
  case EXPR_SUPER_INVOKE:
    list_ref(session, &expr->super.self);
    list_ref(session, &expr->super.super);
    list_all(session, &expr->super.args);
    break;
  case EXPR_FUNCTION: list_block(session, expr->function->body); break;
  case EXPR_LIST: list_all(session, &expr->list); break;
  case EXPR_OBJECT:
    for (uint32_t i = 0; i < expr->object.count; i++)
      list_expr(session, expr->object.fields[i].value);
    break;
  case EXPR_UNARY: list_expr(session, expr->unary.operand); break;
  case EXPR_BINARY:
  case EXPR_AND:
  case EXPR_OR:
  case EXPR_IS: list_expr(session, expr->binary.right); break;
  case EXPR_CONDITIONAL:
    list_expr(session, expr->conditional.condition);
    list_expr(session, expr->conditional.then);
    list_expr(session, expr->conditional.otherwise);
    break;
  case EXPR_CALL: list_all(session, &expr->call.args); break;
  case EXPR_INVOKE: list_all(session, &expr->invoke.args); break;
  case EXPR_INDEX: list_expr(session, expr->index.index); break;
  default: break;
  }
}

static inline void list_stmt(Session *session, const Stmt *stmt) {
  switch (stmt->kind) {
  case STMT_EXPR:
  case STMT_THROW:
  case STMT_RETURN:
    if (stmt->expr != NULL) list_expr(session, stmt->expr);
    break;
  case STMT_LET: list_expr(session, stmt->let.value); break;
  case STMT_ASSIGN:
    list_expr(session, stmt->assign.target);
    list_expr(session, stmt->assign.value);
    break;
  case STMT_FN: list_block(session, stmt->fn.function->body); break;
  case STMT_CLASS:
    if (stmt->class.superclass != NULL) list_expr(session, stmt->class.superclass);
    for (uint32_t i = 0; i < stmt->class.method_count; i++)
      list_block(session, stmt->class.methods[i]->body);
    break;
  case STMT_BLOCK: list_block(session, stmt->block); break;
  case STMT_IF:
    for (uint32_t i = 0; i < stmt->if_.arm_count; i++) {
      list_expr(session, stmt->if_.arms[i].condition);
      list_block(session, stmt->if_.arms[i].body);
    }
    if (stmt->if_.otherwise != NULL) list_block(session, stmt->if_.otherwise);
    break;
  case STMT_WHILE:
    list_expr(session, stmt->while_.condition);
    list_block(session, stmt->while_.body);
    break;
  case STMT_FOR:
    list_expr(session, stmt->for_.iterable);
    list_block(session, stmt->for_.body);
    break;
  case STMT_TRY:
    list_block(session, stmt->try_.body);
    for (uint32_t i = 0; i < stmt->try_.catch_count; i++) {
      if (stmt->try_.catches[i].class_expr != NULL) list_expr(session, stmt->try_.catches[i].class_expr);
      list_block(session, stmt->try_.catches[i].body);
    }
    if (stmt->try_.finally != NULL) list_block(session, stmt->try_.finally);
    break;
  case STMT_BREAK:
  case STMT_CONTINUE: break;
  }
}

static inline void list_block(Session *session, const Block *block) {
  for (uint32_t i = 0; i < block->count; i++)
    list_stmt(session, block->stmts[i]);
}

/* Resolves the next script; its errors are in session->errors ("line:col message; ..."), its uses in session->uses. Gives the
 * script's function. */
static inline FunctionNode *session_run(Session *session, const char *text) {
  DiagList diags;
  Source *source = source_new("test.duet", text, strlen(text));
  session->sources[session->count++] = source;
  diag_list_init(&diags, source);
  session->script = parse_script(source, &session->symbols, &session->arena, &diags);
  if (diags.count == 0) resolve_script(session->script, session->scope, &diags);
  session->errors[0] = session->uses[0] = '\0';
  for (uint32_t i = 0; i < diags.count; i++) {
    Place place = source_place(source, diags.items[i].span.start);
    sprintf(session->errors + strlen(session->errors), "%s%u:%u %s", i > 0 ? "; " : "", place.line, place.column, diags.items[i].message);
  }
  if (diags.count == 0) list_block(session, session->script->function->body);
  diag_list_free(&diags);
  return session->script->function;
}

static inline void check_uses(Check *check, const char *text, const char *uses, int line) {
  Session session;
  session_begin(&session, false);
  session_run(&session, text);
  check_text(check, session.errors, "", __FILE__, line);
  check_text(check, session.uses, uses, __FILE__, line);
  session_end(&session);
}

static inline void check_error(Check *check, const char *text, const char *errors, int line) {
  Session session;
  session_begin(&session, false);
  session_run(&session, text);
  check_text(check, session.errors, errors, __FILE__, line);
  session_end(&session);
}

#define USES(check, text, uses) check_uses((check), (text), (uses), __LINE__)
#define ERRORS(check, text, errors) check_error((check), (text), (errors), __LINE__)

#endif
