/* translate.c -- functions: a window is laid out, and the body translated.
 *
 *     window    | self | parameters | the resolver's other slots | temporaries |
 *               0                   given                        slot_count    size
 */
#include "translate.h"

#include "scope.h"
#include "translate_stmt.h"

static Code *new_code(Machine *machine, const FunctionNode *function) {
  Code *code = arena_alloc(&machine->arena, sizeof *code);
  code->machine = machine;
  code->rt = machine->rt;
  code->function = function;
  code->arity = function->signature.arity;
  code->given = code->arity + (function->self != NULL);
  return code;
}

static const Code *translate_function(const Translator *outer, const FunctionNode *function);

static Translator start(Machine *machine, Code *code) {
  uint32_t slots = code->function->slot_count;
  return (Translator){{machine, code, slots, slots}, translate_function};
}

static const Code *translate_function(const Translator *outer, const FunctionNode *function) {
  Code *code = new_code(outer->builder.machine, function);
  Translator t = start(outer->builder.machine, code);
  code->body = scope_function(&t.builder, function, translate_block(&t, function->body));
  code->size = t.builder.most;
  return code;
}

/* The variables of a script are made when it begins: see script.c. */
Code *translate_script(Machine *machine, const Script *script, bool want_result) {
  Code *code = new_code(machine, script->function);
  Translator t = start(machine, code);
  code->body = translate_statements(&t, script->function->body, want_result);
  code->size = t.builder.most;
  return code;
}
