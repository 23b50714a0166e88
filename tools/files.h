/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the build's tools share about files. */
#ifndef TOOLS_FILES_H
#define TOOLS_FILES_H

#include <stdbool.h>
#include <stdio.h>

#include "base/view.h"

struct arena;

/* The whole of a file; ends the process with a message when it cannot be read. */
const char *file_read(struct arena *arena, const char *path);

/* The files below a folder that end so, by their path from it, sorted. */
struct texts files_below(struct arena *arena, const char *folder, const char *end);

/* Writes a file, unless it holds that already: what depends on it is then not made anew. */
bool file_write(const char *path, const char *text);

/* Adds C text for a string constant, in quotes, one line of the text a line. */
struct buffer;
void c_string(struct buffer *out, const char *text, const char *indent);

#endif
