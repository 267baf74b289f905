/* parsed.h -- a text parsed for a test, with everything that belongs to it. */
#ifndef DUET_TESTS_UNIT_PARSED_H
#define DUET_TESTS_UNIT_PARSED_H

#include "syntax/parser.h"
#include <string.h>

typedef struct Parsed {
  Source *source;
  SymbolTable symbols;
  Arena arena;
  DiagList diags;
  Script *script;
} Parsed;

/* Parses `length` bytes; to be given back with parsed_free. */
static inline void parsed_bytes(Parsed *parsed, const char *text, size_t length) {
  parsed->source = source_new("test.duet", text, length);
  symbol_table_init(&parsed->symbols);
  arena_init(&parsed->arena);
  diag_list_init(&parsed->diags, parsed->source);
  parsed->script = parse_script(parsed->source, &parsed->symbols, &parsed->arena, &parsed->diags);
}

static inline void parsed_text(Parsed *parsed, const char *text) { parsed_bytes(parsed, text, strlen(text)); }

static inline void parsed_free(Parsed *parsed) {
  diag_list_free(&parsed->diags);
  arena_free(&parsed->arena);
  symbol_table_free(&parsed->symbols);
  source_free(parsed->source);
}

#endif
