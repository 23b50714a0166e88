/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Writes a zip (PKWARE APPNOTE 6.3, without compression), which every computer opens. Below 4 GiB. */
#ifndef BASE_ZIP_H
#define BASE_ZIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct zip;

/* A new zip at `path` (0600), its entries dated `when`. NULL when it cannot be written. Ended by zip_close. */
struct zip *zip_new(struct arena *arena, const char *path, int64_t when);

/* Begins an entry, ending the one before. Names have `/` between folders. */
void zip_entry(struct zip *zip, const char *name);
void zip_add(struct zip *zip, const void *bytes, size_t length);
void zip_text(struct zip *zip, const char *text);

/* Adds a whole file to the entry. */
void zip_file(struct zip *zip, const char *path);

/* Writes the list of entries. False when anything of it could not be written; the file is then no zip. */
bool zip_close(struct zip *zip);

#endif
