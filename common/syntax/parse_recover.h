/* parse_recover.h -- going on after a syntax error. */
#ifndef DUET_SYNTAX_PARSE_RECOVER_H
#define DUET_SYNTAX_PARSE_RECOVER_H

#include "syntax/parse.h"

/* What was open where a statement began: what recovery goes back to. */
typedef struct ParseMark {
  uint32_t start;         /* of the statement's first token */
  uint32_t indent;        /* of its line */
  uint32_t bracket_count; /* open brackets of all kinds */
  uint32_t brace_count;   /* those that are { */
} ParseMark;

/* The place of a statement that begins at the current token. */
ParseMark parse_mark(const Parser *parser);

/* After an error in the statement that began at `mark`: skips to the next statement of the same block, or to the block's `}`, and ends
 * the panic. At the end of the text the panic stays: what is missing there is the first error's fault. */
void parse_recover(Parser *parser, ParseMark mark);

/* After an error in a header (the condition of an `if`, the parameters of a function): skips to the block's `{`, if that is on the
 * same line, and ends the panic. The header began with `bracket_count` open brackets. Does nothing without a panic. */
void parse_recover_block(Parser *parser, uint32_t bracket_count);

#endif
