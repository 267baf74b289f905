/* io.c -- print, write, input: the program's conversation with the outside, and args.
 *
 * print puts its whole line together first and writes it in one go: when an argument's to_string throws, nothing of the line appears. A write that fails
 * ends the program (exit code 74), so that a full disk or a closed pipe is never taken for success. What stdio still holds back is written, and checked, by whoever ends the program.
 *
 * Ctrl-C is noticed in a system call that it broke off (EINTR): the handler must be installed without SA_RESTART.
 */
#include "runtime/builtins/arguments.h"
#include "runtime/builtins/builtins.h"
#include "runtime/error.h"
#include "runtime/format.h"
#include <errno.h>

/* ---- output ---- */

static COLD bool output_failed(Runtime *rt, int why) {
  if (why == EINTR && !runtime_poll(rt)) return false;
  rt->pending = (Pending){.kind = PENDING_OUTPUT_FAILED, .value = value_nil(), .output_errno = why};
  return false;
}

static bool put(Runtime *rt, const char *bytes, size_t length) {
  errno = 0;
  if (LIKELY(fwrite(bytes, 1, length, rt->out) == length)) return true;
  return output_failed(rt, errno);
}

static bool put_all(Runtime *rt, uint32_t argc, const Value *args, const char *between, const char *end) {
  TEXT(rt, text);
  for (uint32_t i = 0; i < argc; i++) {
    if (i > 0 && !text_append_chars(&text, between)) return false;
    if (!format_append(rt, &text, args[i], false)) return false;
  }
  return text_append_chars(&text, end) && put(rt, text.bytes, text.length);
}

BUILTIN(print, 0, BUILTIN_ANY_COUNT, "print(x, ...): writes the values with blanks between and a newline after") {
  if (!put_all(rt, argc, args, " ", "\n")) return false;
  *result = value_nil();
  return true;
}

BUILTIN(write, 0, BUILTIN_ANY_COUNT, "write(x, ...): writes the values with nothing between or after") {
  if (!put_all(rt, argc, args, "", "")) return false;
  *result = value_nil();
  return true;
}

/* ---- input ---- */

/* The next byte of input; EOF at its end (*failed false) or when reading failed (*failed true, raised). */
static int next_byte(Runtime *rt, bool *failed) {
  for (;;) {
    errno = 0;
    int byte = getc(rt->in);
    *failed = false;
    if (byte != EOF || !ferror(rt->in)) return byte;
    int why = errno;
    clearerr(rt->in);
    *failed = true;
    if (why == EINTR && runtime_poll(rt)) continue; /* some other signal: read on */
    if (why != EINTR) error_raise(rt, ERROR_IO, "cannot read input: %s", strerror(why));
    return EOF;
  }
}

/* Reads up to a newline, which is dropped, or the end; *at_end: there was nothing at all. */
static bool read_line(Runtime *rt, Text *line, bool *at_end) {
  bool failed = false;
  int byte = next_byte(rt, &failed);
  *at_end = byte == EOF;
  while (byte != EOF && byte != '\n') {
    if (!text_reserve(line, 1)) return false;
    line->bytes[line->length++] = (char)byte;
    byte = next_byte(rt, &failed);
  }
  return !failed;
}

BUILTIN(input, 0, 1, "input(), input(prompt) -> string: the next line of input without its newline, nil at the end") {
  if (!put_all(rt, argc, args, "", "")) return false;
  errno = 0;
  if (fflush(rt->out) != 0) return output_failed(rt, errno);
  TEXT(rt, line);
  bool at_end;
  if (!read_line(rt, &line, &at_end)) return false;
  String *string = at_end ? NULL : text_string(&line);
  if (!at_end && !string) return false;
  *result = at_end ? value_nil() : value_string(string);
  return true;
}

BUILTIN(args, 0, 0, "args() -> list: the program's arguments as strings, without its name") {
  List *list = list_new(rt, 0);
  if (!list) return false;
  ROOT(rt->heap, root, value_list(list));
  for (int i = 0; i < rt->argc; i++) {
    String *string = string_new(rt, rt->argv[i], strlen(rt->argv[i]));
    if (!string) return false;
    ROOT(rt->heap, item, value_string(string));
    if (!list_push(rt, list, item.value)) return false;
  }
  *result = value_list(list);
  return true;
}
