/* files.c -- see files.h. */
#include "cli/files.h"

#include "support/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST_CHUNK = 1 << 14, TEMPORARY_TRIES = 1000, NAME_EXTRA = 48 };

/* ---- reading ---- */

static char *read_all(FILE *file, size_t most, size_t *length) {
  char *text = NULL;
  size_t capacity = 0;
  *length = 0;
  errno = 0;
  for (;;) {
    if (*length + 1 >= capacity) {
      capacity = capacity ? capacity * 2 : FIRST_CHUNK;
      text = memory_resize(text, capacity);
    }
    size_t got = fread(text + *length, 1, capacity - *length - 1, file);
    *length += got;
    if (got == 0 || *length > most) break;
  }
  text[*length] = '\0';
  if (!ferror(file) && *length <= most) return text;
  int why = ferror(file) ? errno : EFBIG;
  memory_free(text);
  errno = why;
  return NULL;
}

char *files_read(const char *path, size_t most, size_t *length) {
  if (strcmp(path, "-") == 0) return read_all(stdin, most, length);
  FILE *file = fopen(path, "rbe");
  if (!file) return NULL;
  char *text = read_all(file, most, length);
  int why = errno;
  fclose(file);
  errno = why;
  return text;
}

/* ---- writing ---- */

/* A new file beside `target`, in output->temporary and output->file. */
static bool open_beside(OutputFile *output, const char *target, mode_t mode) {
  const char *slash = strrchr(target, '/');
  const char *name = slash ? slash + 1 : target;
  size_t size = strlen(target) + NAME_EXTRA;
  char *temporary = memory_alloc(size);
  int descriptor = -1;
  for (int i = 0; i < TEMPORARY_TRIES && descriptor < 0; i++) {
    snprintf(temporary, size, "%.*s.%s.duet-%ld-%d", (int)(name - target), target, name, (long)getpid(), i);
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (descriptor < 0 && errno != EEXIST) break;
  }
  output->temporary = temporary;
  if (descriptor >= 0) output->file = fdopen(descriptor, "wb");
  return output->file != NULL;
}

/* For a plain file that is there: the new one gets its permissions, and stands where a link leads to. */
static bool open_to_replace(OutputFile *output, const char *path, mode_t mode) {
  if (access(path, W_OK) != 0) return false; /* what may not be written may not be replaced either */
  output->target = realpath(path, NULL);
  if (!output->target || !open_beside(output, output->target, 0600)) return false;
  return fchmod(fileno(output->file), mode & 07777) == 0;
}

static void forget(OutputFile *output) {
  int why = errno;
  if (output->file) fclose(output->file);
  if (output->temporary) unlink(output->temporary);
  memory_free(output->temporary);
  free(output->target);
  *output = (OutputFile){0};
  errno = why;
}

bool files_open_output(OutputFile *output, const char *path) {
  struct stat old;
  *output = (OutputFile){0};
  bool is_new = stat(path, &old) != 0;
  bool ok;
  if (is_new && errno == ENOENT && (output->target = strdup(path))) {
    ok = open_beside(output, path, 0666);
  } else if (is_new) {
    ok = false;
  } else if (S_ISREG(old.st_mode) && strncmp(path, "/dev/", 5) != 0) { /* /dev/stdout may lead to a plain file */
    ok = open_to_replace(output, path, old.st_mode);
  } else {
    ok = (output->file = fopen(path, "wbe")) != NULL;
  }
  if (!ok) forget(output);
  return ok;
}

/* False (errno) when anything written to `file` was lost. */
static bool flush(FILE *file) {
  errno = 0;
  if (fflush(file) == 0 && !ferror(file)) return true;
  if (errno == 0) errno = EIO; /* an earlier write failed, and nobody knows any more why */
  return false;
}

/* The name must not be on the disk before the content is. Some file systems have nothing to wait for. */
static bool reach_disk(FILE *file) { return fsync(fileno(file)) == 0 || errno == EINVAL; }

bool files_close_output(OutputFile *output, bool keep) {
  bool ok = flush(output->file);
  if (ok && keep && output->target) ok = reach_disk(output->file);
  if (fclose(output->file) != 0) ok = false;
  output->file = NULL;
  if (ok && keep && output->target) {
    ok = rename(output->temporary, output->target) == 0;
    if (ok) memory_free(output->temporary);
    if (ok) output->temporary = NULL;
  }
  forget(output);
  return ok || !keep;
}

bool files_replace(const char *path, const char *text, size_t length) {
  OutputFile output;
  if (!files_open_output(&output, path)) return false;
  fwrite(text, 1, length, output.file);
  return files_close_output(&output, true);
}

/* ---- standard streams ---- */

bool files_flush_output(void) {
  if (flush(stdout)) return true;
  fprintf(stderr, "cannot write output: %s\n", strerror(errno));
  return false;
}

void files_guard_standard(void) {
  for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; descriptor++) {
    if (fcntl(descriptor, F_GETFD) >= 0) continue;
    /* The lowest that is free is this one. */
    int opened = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    if (opened > STDERR_FILENO) close(opened);
  }
}
