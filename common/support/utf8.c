/* utf8.c -- decoding and encoding one character.
 *
 * The decoder reads the lead byte for the number of bytes that follow, collects six bits from each, and then asks whether so many
 * bytes were needed: that one question rules out the overlong forms.
 */
#include "support/utf8.h"

static bool is_surrogate(uint32_t code) { return code >= 0xd800 && code <= 0xdfff; }

/* How many bytes a code point takes. */
static uint32_t encoded_length(uint32_t code) {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

uint32_t utf8_decode(const char *text, size_t length, uint32_t *code) {
  if (length == 0) return 0;
  unsigned char lead = (unsigned char)text[0];
  if (lead < 0x80) {
    *code = lead;
    return 1;
  }
  uint32_t count = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || count > length) return 0;
  uint32_t bits = lead & (0xffu >> (count + 1));
  for (uint32_t i = 1; i < count; i++) {
    unsigned char next = (unsigned char)text[i];
    if ((next & 0xc0) != 0x80) return 0;
    bits = bits << 6 | (next & 0x3f);
  }
  if (encoded_length(bits) != count || is_surrogate(bits) || bits > UTF8_LAST_CODE) return 0;
  *code = bits;
  return count;
}

uint32_t utf8_encode(char bytes[UTF8_MAX_BYTES], uint32_t code) {
  if (is_surrogate(code) || code > UTF8_LAST_CODE) return 0;
  uint32_t count = encoded_length(code);
  if (count == 1) {
    bytes[0] = (char)code;
    return 1;
  }
  for (uint32_t i = count - 1; i > 0; i--) {
    bytes[i] = (char)(0x80 | (code & 0x3f));
    code >>= 6;
  }
  static const unsigned char leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
  bytes[0] = (char)(leads[count] | code);
  return count;
}
