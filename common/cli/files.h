/* files.h -- whole files in, whole files out. */
#ifndef DUET_CLI_FILES_H
#define DUET_CLI_FILES_H

#include "support/base.h"
#include <stdio.h>

/* All of the file (`-`: standard input) as memory for memory_free, `*length` bytes with a NUL behind. NULL: errno says why. */
char *files_read(const char *path, size_t *length);

/* Replaces the file's content, all or nothing: written beside it and renamed, with the same permissions. False: errno says why, and the file is as it was. */
bool files_replace(const char *path, const char *text, size_t length) MUST_CHECK;

/* Flushes; false (errno) when anything written to `file` was lost. */
bool files_flush(FILE *file) MUST_CHECK;

#endif
