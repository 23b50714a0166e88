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
   crash it is the one or the other. Outside any transaction of ours; waits for writers. False, with a line in the log, and
   `db` as it was. */
bool db_replace(struct db *db, struct db *from);

/* Frees what a database of its own does not need, and leaves it one file with a rollback journal. */
bool db_pack(struct db *db);

/* Each table, and of each row the values as text (NULL: null), in the order of the first column. */
struct db_reader {
	void *context;
	void (*table)(void *context, const char *name, const char *sql);
	void (*row)(void *context, const char *const *names, const char *const *values, size_t count);
};
bool db_read_out(struct db *db, struct arena *arena, const struct db_reader *reader);

#endif
