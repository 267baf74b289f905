/* files.c -- see files.h. */
#include "cli/files.h"

#include "support/memory.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *read_all(FILE *file, size_t *length) {
  char *text = NULL;
  size_t capacity = 0;
  *length = 0;
  for (;;) {
    if (*length + 1 >= capacity) {
      capacity = capacity ? capacity * 2 : 4096;
      text = memory_resize(text, capacity);
    }
    size_t got = fread(text + *length, 1, capacity - *length - 1, file);
    *length += got;
    if (got == 0) break;
  }
  text[*length] = '\0';
  if (!ferror(file)) return text;
  memory_free(text);
  return NULL;
}

char *files_read(const char *path, size_t *length) {
  if (strcmp(path, "-") == 0) return read_all(stdin, length);
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  char *text = read_all(file, length);
  int why = errno;
  fclose(file);
  errno = why;
  return text;
}

static bool write_all(int descriptor, const char *text, size_t length) {
  while (length) {
    ssize_t written = write(descriptor, text, length);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text += written;
    length -= (size_t)written;
  }
  return true;
}

static bool fill(int descriptor, const char *path, const char *text, size_t length) {
  struct stat before;
  if (!write_all(descriptor, text, length)) return false;
  if (stat(path, &before) == 0 && fchmod(descriptor, before.st_mode & 07777) != 0) return false;
  return fsync(descriptor) == 0 || errno == EINVAL;
}

bool files_replace(const char *path, const char *text, size_t length) {
  size_t path_length = strlen(path);
  char *temporary = memory_alloc(path_length + sizeof ".XXXXXX");
  memcpy(temporary, path, path_length);
  memcpy(temporary + path_length, ".XXXXXX", sizeof ".XXXXXX");
  int descriptor = mkstemp(temporary);
  bool ok = descriptor >= 0;
  if (ok) {
    ok = fill(descriptor, path, text, length);
    ok = close(descriptor) == 0 && ok;
    ok = ok && rename(temporary, path) == 0;
    int why = errno;
    if (!ok) unlink(temporary);
    errno = why;
  }
  memory_free(temporary);
  return ok;
}

bool files_flush(FILE *file) { return fflush(file) == 0 && !ferror(file); }
