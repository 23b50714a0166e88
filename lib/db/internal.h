/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to lib/db. */
#ifndef DB_INTERNAL_H
#define DB_INTERNAL_H

#include <sqlite3.h>

#include "db/db.h"

struct db {
	sqlite3 *handle;
	sqlite3_stmt **prepared;   /* one for each statement, NULL until it is first run */
	sqlite3_stmt *version;     /* NULL until it is first asked */
	struct arena *kept_in;     /* NULL until something is kept */
	const struct statement *kept_of; /* NULL: nothing is */
	struct list kept;          /* the rows of db_kept */
	unsigned int kept_at;      /* SQLite's data version when they were read */
	int lock;                  /* the file that writers queue on */
	bool writing;
	int frames;                /* in the write-ahead log after this connection's last commit */
	struct db_worked worked;
};

/* Sets work->trouble from what SQLite answered, with a line in the log where it is no ordinary wait. */
void db_trouble(struct work *work, int answer, const char *doing);

/* Runs plain SQL that is no statement of sql/. */
int db_exec(struct db *db, const char *sql);

/* Opens FOLDER/bothways.db whatever it holds; NULL when it cannot. */
struct db *db_connect(const char *folder, int flags);

/* The schema's version: the number of steps it has had; -1 when the file cannot be read. */
int db_version(struct db *db);

/* The queue of writers: false after 10 seconds of waiting. */
bool db_lock_writers(struct db *db);
void db_unlock_writers(struct db *db);

#endif
