/* parse_function.c -- functions.
 *
 * Whatever a function is called and wherever it stands, from the `(` on all are alike. While its body is parsed it is the parser's
 * `function`, so that functions inside it know what encloses them.
 */
#include "syntax/parse_function.h"
#include <string.h>

static void parse_params(Parser *parser, FunctionNode *function) {
  size_t from = parser->pending_size;
  while (!parse_check(parser, TOKEN_RIGHT_PAREN) && !parse_check(parser, TOKEN_END) && !parser->panicking) {
    const Symbol *name = parse_name(parser, "a parameter name");
    VarDecl *param = parse_new_decl(parser, name, DECL_PARAM);
    parse_push(parser, &param, sizeof param);
    if (!parse_match(parser, TOKEN_COMMA)) break;
  }
  uint32_t count;
  function->params = parse_take(parser, from, sizeof(VarDecl *), &count);
  function->signature.arity = count;
  const Symbol **names = arena_alloc(parser->arena, count * sizeof(Symbol *));
  for (uint32_t i = 0; i < count; i++)
    names[i] = function->params[i]->name;
  function->signature.params = names;
  parse_expect(parser, TOKEN_RIGHT_PAREN, "after the parameters");
}

static void parse_body(Parser *parser, FunctionNode *function, uint32_t brackets) {
  FunctionNode *outer = parser->function;
  uint32_t outer_tallest = parser->tallest;
  function->enclosing = outer;
  parser->function = function;
  parser->tallest = 0;
  function->body = parser->parse_block(parser, brackets, "after the parameters");
  function->height = parser->tallest;
  parser->function = outer;
  if (outer_tallest > parser->tallest) parser->tallest = outer_tallest;
}

static void make_method(Parser *parser, FunctionNode *function, const Symbol *owner) {
  const Symbol *name = function->signature.name;
  function->signature.owner = owner;
  function->signature.is_method = true;
  function->signature.is_init = strcmp(name->chars, "init") == 0;
  function->self = parse_new_decl(parser, symbol_intern(parser->symbols, "self", 4), DECL_SELF);
}

FunctionNode *parse_function(Parser *parser, uint32_t start, const Symbol *name, const Symbol *owner) {
  FunctionNode *function = ARENA_NEW(parser->arena, FunctionNode);
  uint32_t brackets = parser->bracket_count;
  function->signature.name = name;
  function->signature.source = parser->source;
  if (owner != NULL) make_method(parser, function, owner);
  if (parse_expect_on_line(parser, TOKEN_LEFT_PAREN, name != NULL ? "after the name" : "after 'fn'")) parse_params(parser, function);
  parse_body(parser, function, brackets);
  function->signature.span = (Span){start, parser->previous.span.end};
  return function;
}
