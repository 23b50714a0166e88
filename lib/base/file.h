/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Files that are on the disk whole, or not there. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Has what was written on the disk and closes the file. False where any of it failed, now or before. */
bool file_end(FILE *file);

/* Writes `path` anew in one stroke, by way of `part` beside it, for nobody else to read. False with the old one as it was. */
bool file_put(const char *path, const char *part, const void *bytes, size_t length);

#endif
