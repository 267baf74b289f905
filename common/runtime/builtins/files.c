/* files.c -- read_file and write_file: whole files as strings of bytes.
 *
 * A file that is written is there whole or not at all: the bytes go to a new file beside it, which takes its name when everything is written.
 *
 *     /data/.duet-4711-0  --rename-->  /data/report.txt
 *
 * What is not a plain file (a terminal, /dev/null, a pipe) can't be replaced; it is written to directly. A link to a file is followed. What goes wrong is an IOError with the system's words.
 */
#include "runtime/builtins/arguments.h"
#include "runtime/builtins/builtins.h"
#include "runtime/error.h"
#include "runtime/text.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_CHUNK = 65536, TEMPORARY_TRIES = 1000 };

/* Raises `cannot read 'FILE': No such file or directory`. */
static COLD bool io_error(Runtime *rt, const char *verb, const String *path, int why) {
  TEXT(rt, text);
  if (!text_append_chars(&text, "cannot ") || !text_append_chars(&text, verb) || !text_append_chars(&text, " '")) return false;
  if (!text_append_string(&text, path) || !text_append_chars(&text, "': ") || !text_append_chars(&text, strerror(why))) return false;
  String *message = text_string(&text);
  if (!message) return false;
  ROOT(rt->heap, root, value_string(message));
  return error_raise_string(rt, ERROR_IO, message);
}

/* Copies a path with a NUL behind it. False: no file can have that name; errno says why. */
static bool copy_path(const String *path, char copy[PATH_MAX]) {
  errno = ENAMETOOLONG;
  if (path->length >= PATH_MAX) return false;
  errno = EINVAL;
  if (memchr(path->chars, '\0', path->length)) return false;
  memcpy(copy, path->chars, path->length);
  copy[path->length] = '\0';
  return true;
}

/* Opens a file; a pipe may make that wait. Gives -1 after raising (Ctrl-C), or with *why the system's error. */
static int open_file(Runtime *rt, const char *name, int flags, int *why) {
  while (runtime_poll(rt)) {
    int file = open(name, flags | O_CLOEXEC);
    if (file >= 0) return file;
    if (errno == EINTR) continue;
    *why = errno;
    break;
  }
  return -1;
}

/* ---- reading ---- */

/* Adds all that can be read from `file` to the text. False after raising (Ctrl-C), or with *why the system's error. */
static bool read_all(Runtime *rt, int file, Text *text, int *why) {
  while (runtime_poll(rt)) {
    if (!text_reserve(text, READ_CHUNK)) return false;
    ssize_t count = read(file, text->bytes + text->length, text->capacity - text->length);
    if (count == 0) return true;
    if (count > 0) {
      text->length += (size_t)count;
    } else if (errno != EINTR) {
      *why = errno;
      return false;
    }
  }
  return false;
}

BUILTIN(read_file, 1, 1, "read_file(path) -> string: the bytes of a file") {
  String *path;
  char name[PATH_MAX];
  if (!argument_string(rt, "read_file", args[0], &path)) return false;
  if (!copy_path(path, name)) return io_error(rt, "read", path, errno);
  TEXT(rt, text);
  int why = 0;
  int file = open_file(rt, name, O_RDONLY, &why);
  bool ok = file >= 0 && read_all(rt, file, &text, &why);
  if (file >= 0) close(file);
  if (why != 0) return io_error(rt, "read", path, why);
  String *string = ok ? text_string(&text) : NULL;
  if (!string) return false;
  *result = value_string(string);
  return true;
}

/* ---- writing ---- */

/* Writes all bytes. False after Ctrl-C (raised), or with *why the system's error. A signal may break a write off (EINTR) or cut it short. */
static bool write_all(Runtime *rt, int file, const String *bytes, int *why) {
  for (size_t done = 0; done < bytes->length;) {
    if (!runtime_poll(rt)) return false;
    ssize_t count = write(file, bytes->chars + done, bytes->length - done);
    if (count >= 0) {
      done += (size_t)count;
    } else if (errno != EINTR) {
      *why = errno;
      return false;
    }
  }
  return true;
}

/* Closes `file` after writing; a disk may only now say that it is full. */
static bool finish(int file, bool ok, int *why) {
  if (close(file) == 0 || !ok || errno == EINTR) return ok;
  *why = errno;
  return false;
}

/* Opens a new file in the folder of `target`, whose name it puts in `name`. Gives -1 with errno. */
static int open_beside(const char *target, char name[PATH_MAX]) {
  const char *slash = strrchr(target, '/');
  int folder_length = slash ? (int)(slash - target) + 1 : 0;
  for (int i = 0; i < TEMPORARY_TRIES; i++) {
    int length = snprintf(name, PATH_MAX, "%.*s.duet-%ld-%d", folder_length, target, (long)getpid(), i);
    if (length >= PATH_MAX) {
      errno = ENAMETOOLONG;
      return -1;
    }
    int file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file >= 0 || errno != EEXIST) return file;
  }
  return -1;
}

/* Puts the bytes in a new file that then becomes `target`. `old` is the file of that name, or NULL: the new one gets its permissions. */
static bool replace_file(Runtime *rt, const char *target, const struct stat *old, const String *bytes, int *why) {
  char temporary[PATH_MAX];
  int file = open_beside(target, temporary);
  if (file < 0) {
    *why = errno;
    return false;
  }
  bool ok = write_all(rt, file, bytes, why);
  if (ok && old && fchmod(file, old->st_mode & 07777) != 0) {
    *why = errno;
    ok = false;
  }
  ok = finish(file, ok, why);
  if (ok && rename(temporary, target) == 0) return true;
  if (ok) *why = errno;
  unlink(temporary);
  return false;
}

static bool write_in_place(Runtime *rt, const char *target, const String *bytes, int *why) {
  int file = open_file(rt, target, O_WRONLY | O_APPEND, why);
  return file >= 0 && finish(file, write_all(rt, file, bytes, why), why);
}

/* Writes to the file `name` stands for, through links. */
static bool write_to(Runtime *rt, const char *name, const String *bytes, int *why) {
  char target[PATH_MAX];
  struct stat old;
  if (stat(name, &old) != 0) {
    if (errno == ENOENT) return replace_file(rt, name, NULL, bytes, why);
    *why = errno;
    return false;
  }
  bool replaceable = S_ISREG(old.st_mode) && strncmp(name, "/dev/", 5) != 0; /* /dev/stdout may lead to a plain file */
  if (!replaceable) return write_in_place(rt, name, bytes, why);
  if (access(name, W_OK) != 0 || !realpath(name, target)) { /* a file that may not be written may not be replaced either */
    *why = errno;
    return false;
  }
  return replace_file(rt, target, &old, bytes, why);
}

BUILTIN(write_file, 2, 2, "write_file(path, text): makes a file of these bytes, or replaces it") {
  String *path;
  String *bytes;
  char name[PATH_MAX];
  if (!argument_string(rt, "write_file", args[0], &path) || !argument_string(rt, "write_file", args[1], &bytes)) return false;
  if (!copy_path(path, name)) return io_error(rt, "write", path, errno);
  int why = 0;
  if (!write_to(rt, name, bytes, &why)) return why != 0 ? io_error(rt, "write", path, why) : false;
  *result = value_nil();
  return true;
}
