/* parser.c -- the whole text.
 *
 * A script is a function without parameters whose body is all the text; so every later stage has one kind of code to work on. The parser's
 * tools are in parse.c, the grammar in the files that parse.h lists.
 */
#include "syntax/parser.h"
#include "syntax/parse.h"
#include "syntax/parse_expr.h"
#include "syntax/parse_stmt.h"

static FunctionNode *new_script_function(const Source *source, Arena *arena) {
  FunctionNode *function = ARENA_NEW(arena, FunctionNode);
  function->signature.is_script = true;
  function->signature.source = source;
  function->signature.span = (Span){0, source->length};
  function->body = ARENA_NEW(arena, Block);
  return function;
}

static void parse_all(Parser *parser, Script *script) {
  parser->function = script->function;
  parse_advance(parser);
  script->function->body = parse_script_block(parser);
  script->function->height = parser->tallest;
  script->comment_count = parser->lexer.comment_count;
  script->comments = arena_copy(parser->arena, parser->lexer.comments, script->comment_count * sizeof(Comment));
}

Script *parse_script(const Source *source, SymbolTable *symbols, Arena *arena, DiagList *diags) {
  Script *script = ARENA_NEW(arena, Script);
  script->source = source;
  script->arena = arena;
  script->function = new_script_function(source, arena);
  if (!lexer_check_encoding(source, diags)) return script;
  Parser parser;
  parse_init(&parser, source, symbols, arena, diags);
  parser.max_nesting = PARSER_MAX_NESTING;
  parser.parse_expr = parse_expr;
  parser.parse_block = parse_block;
  parse_all(&parser, script);
  parse_free(&parser);
  return script;
}
