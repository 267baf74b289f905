/* files.h -- whole files in, whole files out.
 *
 *     FILE  <--rename--  .FILE.duet-4711-0       a file that is written stands under its name when it is complete, or not at all
 *
 * What is no plain file (a terminal, a pipe, /dev/null) can't be replaced, so it is written to directly.
 */
#ifndef DUET_CLI_FILES_H
#define DUET_CLI_FILES_H

#include "support/base.h"
#include <stdio.h>

/* All of the file (`-`: standard input) as memory for memory_free, `*length` bytes with a NUL behind. NULL: errno says why; EINTR: Ctrl-C; EFBIG: it has more
 * than `most` bytes. */
char *files_read(const char *path, size_t most, size_t *length);

/* A file that is being written. */
typedef struct OutputFile {
  FILE *file;      /* NULL: closed */
  char *target;    /* owned; what `file` becomes, or NULL: it is written to directly */
  char *temporary; /* owned; where it is until then */
} OutputFile;

/* Opens `path` for writing. False: errno says why, and there is nothing to close. */
bool files_open_output(OutputFile *output, const char *path) MUST_CHECK;

/* Ends the writing. With `keep` the file takes its name; else, and when anything that was written is lost, what stood under that name is as it was. False:
 * errno says why it could not be kept. */
bool files_close_output(OutputFile *output, bool keep) MUST_CHECK;

/* Replaces the file's content by files_open_output and files_close_output. False: errno says why. */
bool files_replace(const char *path, const char *text, size_t length) MUST_CHECK;

/* Flushes standard output. False: something that was printed is lost, which is now said on stderr. */
bool files_flush_output(void) MUST_CHECK;

/* Opens what is closed among standard input, output and error, such that using it still fails: else the next file that is opened would be taken for it, and
 * what the program prints would go there. */
void files_guard_standard(void);

#endif
