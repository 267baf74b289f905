/* scan.c -- complaints and the buffer.
 *
 * A report shows the character that it is about, so it must be one that can be shown: control characters, and blanks that only look like
 * the common one, are named by their code instead.
 */
#include "syntax/scan.h"
#include "support/memory.h"
#include "support/utf8.h"
#include <stdio.h>
#include <string.h>

bool scan_error(Scanner *scanner, uint32_t start, uint32_t end, const char *format, ...) {
  if (scanner->quiet) return false;
  va_list arguments;
  va_start(arguments, format);
  diag_add_list(scanner->diags, (Span){start, end}, format, arguments);
  va_end(arguments);
  return true;
}

void scan_put(Scanner *scanner, const char *bytes, size_t length) {
  if (length == 0) return; /* `bytes`, or the buffer, may be NULL */
  if (scanner->buffer_length + length > scanner->buffer_capacity) {
    scanner->buffer_capacity = memory_grow(scanner->buffer_capacity, scanner->buffer_length + length);
    scanner->buffer = memory_resize(scanner->buffer, scanner->buffer_capacity);
  }
  memcpy(scanner->buffer + scanner->buffer_length, bytes, length);
  scanner->buffer_length += length;
}

uint32_t scan_name_character(const Scanner *scanner, uint32_t offset, char name[SCAN_NAME_SIZE]) {
  uint32_t code = 0;
  uint32_t bytes = utf8_decode(scanner->source->text + offset, scanner->source->length - offset, &code);
  bool invisible = code < 0x20 || (code >= 0x7f && code <= 0xa0) || (code >= 0x2000 && code <= 0x200f) || code == 0x3000 || code == 0xfeff;
  if (invisible) {
    snprintf(name, SCAN_NAME_SIZE, "U+%04X", (unsigned)code);
  } else {
    snprintf(name, SCAN_NAME_SIZE, "'%.*s'", (int)bytes, scanner->source->text + offset);
  }
  return bytes;
}
