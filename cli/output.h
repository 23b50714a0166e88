/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Output that is there whole or not at all. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

/* Writes `text` to the file at `path`, which is replaced in one stroke when all of it is on the disk; to standard output where
   `path` is NULL, where a file that cannot take all of it is cut back to what it was. False, and errno says why, when it cannot. */
bool output_whole(const char *path, const char *text, size_t length);

#endif
