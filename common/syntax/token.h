/* token.h -- the words and signs of Duet, one row each.
 *
 *     total += price * 2      NAME(total)  PLUS_EQUAL  NAME(price)  STAR  INT(2)
 *
 * The tables below are the only list of them: the enum, the texts and the look-up of keywords all derive from it.
 */
#ifndef DUET_SYNTAX_TOKEN_H
#define DUET_SYNTAX_TOKEN_H

#include "support/source.h"
#include "support/symbol.h"

/* X(NAME, text) */
#define TOKEN_SIGNS(X)      \
  X(LEFT_PAREN, "(")        \
  X(RIGHT_PAREN, ")")       \
  X(LEFT_BRACKET, "[")      \
  X(RIGHT_BRACKET, "]")     \
  X(LEFT_BRACE, "{")        \
  X(RIGHT_BRACE, "}")       \
  X(COMMA, ",")             \
  X(SEMICOLON, ";")         \
  X(COLON, ":")             \
  X(DOT, ".")               \
  X(QUESTION, "?")          \
  X(PLUS, "+")              \
  X(MINUS, "-")             \
  X(STAR, "*")              \
  X(SLASH, "/")             \
  X(PERCENT, "%")           \
  X(AMPERSAND, "&")         \
  X(PIPE, "|")              \
  X(CARET, "^")             \
  X(TILDE, "~")             \
  X(LESS_LESS, "<<")        \
  X(GREATER_GREATER, ">>")  \
  X(EQUAL_EQUAL, "==")      \
  X(BANG_EQUAL, "!=")       \
  X(LESS, "<")              \
  X(LESS_EQUAL, "<=")       \
  X(GREATER, ">")           \
  X(GREATER_EQUAL, ">=")    \
  X(EQUAL, "=")             \
  X(PLUS_EQUAL, "+=")       \
  X(MINUS_EQUAL, "-=")      \
  X(STAR_EQUAL, "*=")       \
  X(SLASH_EQUAL, "/=")      \
  X(PERCENT_EQUAL, "%=")    \
  X(AMPERSAND_EQUAL, "&=")  \
  X(PIPE_EQUAL, "|=")       \
  X(CARET_EQUAL, "^=")      \
  X(LESS_LESS_EQUAL, "<<=") \
  X(GREATER_GREATER_EQUAL, ">>=")

#define TOKEN_KEYWORDS(X) \
  X(AND, "and")           \
  X(BREAK, "break")       \
  X(CATCH, "catch")       \
  X(CLASS, "class")       \
  X(CONTINUE, "continue") \
  X(ELSE, "else")         \
  X(EXTENDS, "extends")   \
  X(FALSE, "false")       \
  X(FINALLY, "finally")   \
  X(FN, "fn")             \
  X(FOR, "for")           \
  X(IF, "if")             \
  X(IN, "in")             \
  X(IS, "is")             \
  X(LET, "let")           \
  X(NIL, "nil")           \
  X(NOT, "not")           \
  X(OR, "or")             \
  X(RETURN, "return")     \
  X(SELF, "self")         \
  X(SUPER, "super")       \
  X(THROW, "throw")       \
  X(TRUE, "true")         \
  X(TRY, "try")           \
  X(WHILE, "while")

/* Tokens whose text varies, with what reports call them. */
#define TOKEN_OTHERS(X)                                        \
  X(END, "the end of the text")                                \
  X(ERROR, "an error") /* the lexer has reported it already */ \
  X(NAME, "a name")                                            \
  X(INT, "a number")                                           \
  X(FLOAT, "a number")                                         \
  X(STRING, "a string")

typedef enum TokenKind {
#define X(NAME, text) TOKEN_##NAME,
  TOKEN_OTHERS(X) TOKEN_SIGNS(X) TOKEN_KEYWORDS(X)
#undef X
      TOKEN_KIND_COUNT
} TokenKind;

typedef struct Token {
  TokenKind kind;
  bool newline_before; /* it is the first of its line (a newline in a block comment counts) */
  uint32_t indent;     /* how far the first token of its line stands from the line's start, in bytes */
  Span span;
  union {
    const Symbol *symbol; /* NAME and every keyword: the word; STRING: what the text means, escapes done */
    uint64_t integer;     /* INT: the magnitude, at most 2^63 */
    double number;        /* FLOAT */
  };
} Token;

/* How a sign or keyword is written; a description of the others. */
const char *token_text(TokenKind kind);

/* The keyword that `length` bytes of `text` spell, or TOKEN_NAME. */
TokenKind token_of_word(const char *text, size_t length);

static inline bool token_is_keyword(TokenKind kind) { return kind >= TOKEN_AND && kind <= TOKEN_WHILE; }

/* Whether it can be a name after a `.`, as an object's key and as a method's name: keywords can. */
static inline bool token_is_word(TokenKind kind) { return kind == TOKEN_NAME || token_is_keyword(kind); }

#endif
