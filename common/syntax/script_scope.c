/* script_scope.c -- see script_scope.h. */
#include "syntax/script_scope.h"
#include "support/memory.h"
#include <string.h>

ScriptScope *script_scope_new(SymbolTable *symbols, const char *const *builtin_names, uint32_t builtin_count, bool interactive) {
  ScriptScope *scope = memory_alloc(sizeof *scope);
  arena_init(&scope->arena);
  scope->interactive = interactive;
  Variable *builtins = arena_alloc(&scope->arena, builtin_count * sizeof *builtins);
  for (uint32_t i = 0; i < builtin_count; i++) {
    builtins[i].name = symbol_intern(symbols, builtin_names[i], strlen(builtin_names[i]));
    builtins[i].builtin = i;
    builtins[i].set = true;
    names_set(&scope->names, builtins[i].name, &builtins[i]);
  }
  scope->builtins = builtins;
  scope->builtin_count = builtin_count;
  return scope;
}

void script_scope_free(ScriptScope *scope) {
  if (scope == NULL) return;
  names_free(&scope->names);
  memory_free(scope->variables);
  arena_free(&scope->arena);
  memory_free(scope);
}

uint32_t script_scope_slot_count(const ScriptScope *scope) { return scope->slot_count; }

VarDecl *const *script_scope_variables(const ScriptScope *scope, uint32_t *count) {
  *count = scope->variable_count;
  return scope->variables;
}

/* The place in scope->variables of the declaration with this slot, which is there. */
static VarDecl **place_of_slot(ScriptScope *scope, uint32_t slot) {
  uint32_t low = 0;
  uint32_t high = scope->variable_count;
  while (high - low > 1) {
    uint32_t middle = low + (high - low) / 2;
    if (scope->variables[middle]->slot <= slot)
      low = middle;
    else
      high = middle;
  }
  return &scope->variables[low];
}

void script_scope_keep(ScriptScope *scope, VarDecl *decl, bool forward) {
  Variable *kept = names_find(&scope->names, decl->name);
  if (kept == NULL || kept->decl == NULL) {
    kept = ARENA_NEW(&scope->arena, Variable);
    kept->name = decl->name;
    kept->earlier = true;
    names_set(&scope->names, kept->name, kept);
    if (scope->variable_count == scope->variable_capacity) {
      scope->variable_capacity = memory_grow(scope->variable_capacity, (size_t)scope->variable_count + 1);
      scope->variables = memory_resize(scope->variables, scope->variable_capacity * sizeof(VarDecl *));
    }
    scope->variables[scope->variable_count++] = decl;
    scope->slot_count = decl->slot + 1;
  } else {
    *place_of_slot(scope, decl->slot) = decl;
  }
  kept->decl = decl;
  kept->forward = forward;
}
