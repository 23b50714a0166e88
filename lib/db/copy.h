/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Whole databases: copied while others write, put in place of another, written out for other programs to read. */
#ifndef DB_COPY_H
#define DB_COPY_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct db;

/* Copies the database as it is at one moment to a new file, and has it on the disk when it returns. Others read and write
   meanwhile. False, with a line in the log, when it cannot; what is at `path` is then worth nothing. */
bool db_copy(struct db *db, const char *path);

/* Puts the whole of `from` in the place of `db`, in one transaction: everybody sees the one or the other, and after a
   crash it is the one or the other. Outside any transaction of ours; waits for writers, and asks `still` once nobody else can
   write: it may read `db`, and where it says no nothing is done. False, with a line in the log, and `db` as it was. */
bool db_replace(struct db *db, struct db *from, bool (*still)(void *context), void *context);

/* Frees what a database of its own does not need, and leaves it one file with a rollback journal. */
bool db_pack(struct db *db);

/* Each table with the names of its columns, and of each row the values as text (NULL: null), in the order of the first column. */
struct db_table {
	const char *name;
	const char *sql;           /* what made it */
	const char *const *columns;
	size_t count;
};

struct db_reader {
	void *context;
	void (*table)(void *context, const struct db_table *table);
	void (*row)(void *context, const struct db_table *table, const char *const *values);
};
bool db_read_out(struct db *db, struct arena *arena, const struct db_reader *reader);

#endif
