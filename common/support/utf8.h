/* utf8.h -- characters as bytes.
 *
 * A text is bytes; where somebody must know its characters (columns of reports, the walk over a string, `\u{...}`), these two
 * functions say what they are.
 *
 *     0xxxxxxx                              up to U+007F
 *     110xxxxx 10xxxxxx                     up to U+07FF
 *     1110xxxx 10xxxxxx 10xxxxxx            up to U+FFFF, without the surrogates D800..DFFF
 *     11110xxx 10xxxxxx 10xxxxxx 10xxxxxx   up to U+10FFFF
 *
 * Longer forms than needed, surrogates and anything past U+10FFFF are not UTF-8.
 */
#ifndef DUET_SUPPORT_UTF8_H
#define DUET_SUPPORT_UTF8_H

#include "support/base.h"

enum { UTF8_MAX_BYTES = 4, UTF8_LAST_CODE = 0x10ffff };

/* The length in bytes (1 to 4) of the character that `text` begins with, its code point in `*code`; 0 when the bytes are not UTF-8 or
 * `length` is 0. */
uint32_t utf8_decode(const char *text, size_t length, uint32_t *code);

/* Writes the character of code point `code`; gives its length in bytes, 0 when there is no such character (a surrogate, or past
 * U+10FFFF). */
uint32_t utf8_encode(char bytes[UTF8_MAX_BYTES], uint32_t code);

#endif
