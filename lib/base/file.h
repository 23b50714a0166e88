/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Files that are on the disk whole, or not there. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct arena;

/* Has what was written on the disk and closes the file. False where any of it failed, now or before. */
bool file_end(FILE *file);

/* Beside `path`, where this process alone writes what is to take its place. */
const char *file_fresh(struct arena *arena, const char *path);

/* Writes `path` anew in one stroke, for nobody else to read. Of two at once one comes last, and each is whole. False with the
   old one as it was. */
bool file_put(struct arena *arena, const char *path, const void *bytes, size_t length);

#endif
