/* token.c -- the token tables as arrays.
 *
 * The texts are the tables of token.h read along their second column, in the order of the enum. Keywords are found by comparing a word with
 * each of their texts; they stand together in the enum, so that they can be walked.
 */
#include "syntax/token.h"
#include <string.h>

static const char *const texts[TOKEN_KIND_COUNT] = {
#define X(NAME, text) text,
    TOKEN_OTHERS(X) TOKEN_SIGNS(X) TOKEN_KEYWORDS(X)
#undef X
};

const char *token_text(TokenKind kind) { return texts[kind]; }

/* There are few keywords and most words fail on the first letter, so a plain search is quick enough. */
TokenKind token_of_word(const char *text, size_t length) {
  for (int kind = TOKEN_AND; kind <= TOKEN_WHILE; kind++) {
    const char *keyword = texts[kind];
    if (keyword[0] == text[0] && strlen(keyword) == length && memcmp(keyword, text, length) == 0) return (TokenKind)kind;
  }
  return TOKEN_NAME;
}
