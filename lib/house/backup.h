/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Backups: copies of the database in DATA/backups, made while others write, without logins and codes. Of the days seven
   are kept, of the weeks four, of the months three. */
#ifndef HOUSE_BACKUP_H
#define HOUSE_BACKUP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"
#include "db/work.h"

struct site;

enum { BACKUP_DAYS = 7, BACKUP_WEEKS = 4, BACKUP_MONTHS = 3, BACKUP_BEFORE = 2, PASSPHRASE_LEAST = 12 };

/* One that is kept: bothways-2026-11-26.db, or before-….db, made by a restore of what it took the place of. */
struct backup {
	const char *name;
	const char *day;         /* "" where the name does not tell */
	int64_t at;              /* when the file was written */
	int64_t kib;
	bool is_locked;          /* opens with a passphrase */
};

/* Makes the backup of work->today, in place of an earlier one of that day; brings the list of erasures up to date; lets
   go what is old. In no transaction. Returns its path, or NULL, with a line in the log and the earlier ones as they were. */
const char *backup_make(struct work *work, const struct site *site);

/* A copy at `path` without logins and codes, on the disk that the backups are on. In no transaction. False when it cannot. */
bool backup_copy(struct work *work, const struct site *site, const char *path);

/* All that lies in the folder and could be brought back, the newest first, as struct backup. */
struct list backup_all(struct arena *arena, const struct site *site);

/* The newest of backup_make's own; NULL where there is none. */
const struct backup *backup_newest(struct arena *arena, const struct site *site);

/* Lets go what is not among those that are kept, and what a process that was killed left there over a day ago. Of what restores
   took the place of, all of the last day and BACKUP_BEFORE earlier ones are kept. Returns how many backups went. */
int backup_thin(struct arena *arena, const struct site *site);

/* The same on any disk, in place of what is at `path` once it is whole; locked unless the passphrase is "". */
bool backup_write(struct work *work, const struct site *site, const char *path, const char *passphrase);

/* A copy of now, locked with a passphrase, as DATA/backups/download.locked: to be taken away. False when it cannot. */
#define BACKUP_DOWNLOAD "download.locked"
bool backup_lock(struct work *work, const struct site *site, const char *passphrase);

/* hand-over.c: a zip at `path`, on the desk DATA/backups/hand-over.zip: all that a successor needs, in open formats: each table as CSV and all of them
   as JSON, the database, the list of erasures, and what they mean. Not locked. False when it cannot be made. */
#define HAND_OVER "hand-over.zip"
bool hand_over_make(struct work *work, const struct site *site, const char *path);

#endif
