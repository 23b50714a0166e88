/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to lib/house: files of the folder `backups` in the data folder. */
#ifndef HOUSE_FILES_H
#define HOUSE_FILES_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct site;

/* DATA/backups/NAME. */
const char *house_file(struct arena *arena, const struct site *site, const char *name);

/* Makes the folder where it is not there. False when it cannot be written to. */
bool house_folder(struct arena *arena, const struct site *site);

/* Waits for whoever is changing the list of erasures; closing the file lets go. -1 where that cannot be. */
int house_lock(struct arena *arena, const struct site *site);

/* A whole file as a string; NULL where there is none, or it has over `most` bytes. */
const char *file_text(struct arena *arena, const char *path, size_t most);

/* Writes the file anew in one stroke: whoever reads finds the old or the new. */
bool file_replace(struct arena *arena, const char *path, const char *text);

/* Copies a file. */
bool file_copy(struct arena *arena, const char *from, const char *to);

/* Puts one in the place of another, and has the folder on the disk. */
bool file_move(const char *from, const char *to);

/* A database of its own, FOLDER/bothways.db, and all that SQLite and we put beside it; the folder too. */
bool folder_new(struct arena *arena, const char *folder);
void folder_remove(struct arena *arena, const char *folder);

#endif
