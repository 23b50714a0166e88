/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* One SQLite file (the only room that includes sqlite3.h). Statements are written in sql/, proven and
   typed by the build; this runs them. */
#ifndef DB_DB_H
#define DB_DB_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"
#include "db/work.h"

struct arena;
struct db;

enum statement_kind { STATEMENT_ONE, STATEMENT_MANY, STATEMENT_RUN };

/* Made by the build. Member i of `in` is parameter i + 1, member i of `out` is column i. */
struct statement {
	const char *name;
	const char *sql;
	enum statement_kind kind;
	bool writes;
	const struct view *in;
	const struct view *out;
	unsigned number;          /* its place among all statements */
};

/* One step of the schema, in order; made by the build from sql/schema/. */
struct migration {
	const char *name;
	const char *sql;
};
extern const struct migration schema_migrations[];
extern const unsigned schema_migration_count;
extern const unsigned statement_count;

enum db_opened {
	DB_OPEN,
	DB_MISSING,      /* no such file, or it may not be read or written */
	DB_OLDER,        /* made by an older Bothways: it has to be migrated */
	DB_NEWER,        /* made by a newer one: this program must not touch it */
	DB_DAMAGED
};

/* Opens FOLDER/bothways.db. *db is set only for DB_OPEN and DB_OLDER; the caller closes it. */
enum db_opened db_open(const char *folder, struct db **db);
void db_close(struct db *db);

/* Makes FOLDER/bothways.db with the newest schema. `wal` says whether this disk was proved to lock
   soundly between processes (docs/hosting.md). False, and a line in the log, when it cannot. */
bool db_make(const char *folder, bool wal);

/* migrate.c: brings FOLDER/bothways.db, made by an older Bothways, to this program's schema: in one transaction under the
   writers' lock, after a copy of it as backups/before-schema-NNNN.db, which no upgrade takes away. */
enum db_migrated {
	DB_MIGRATED,     /* by this call or by another that was faster */
	DB_MIGRATING,    /* another is at it, for more than 10 seconds by now */
	DB_NO_COPY,      /* no copy could be made, so nothing was touched; the log says why */
	DB_NOT_MIGRATED  /* a step failed and all was undone; the log says which and why */
};
enum db_migrated db_migrate(const char *folder);

/* A read transaction sees one state of the database; a write transaction is the only one of its time
   (writers queue on a lock file beside the database, at most 10 seconds). Each begins where none is
   open. False, and work->trouble says why, when it cannot. */
bool db_begin_read(struct work *work);
bool db_begin_write(struct work *work);

/* Ends what was begun. db_commit is false, and everything undone, when there was trouble. */
void db_end_read(struct work *work);
bool db_commit(struct work *work);
void db_rollback(struct work *work);

/* Runs a statement with the members of `in` (NULL: it has none). Rows are copied into the arena; a
   text that is null is "", a count 0. */
bool db_one(struct work *work, const struct statement *statement, const void *in, void *row);
struct list db_many(struct work *work, const struct statement *statement, const void *in);
/* The rows of a statement that takes nothing, kept until the database changes: of one statement alone. They are good until
   the transaction ends. */
struct list db_kept(struct work *work, const struct statement *statement);
/* The number of rows changed. */
int64_t db_run(struct work *work, const struct statement *statement, const void *in);

/* How much was done since it was last asked: statements, rows that came of them, and steps of SQLite's machine,
   which grow with every row that is looked at. */
struct db_worked {
	int64_t statements, rows, steps;
};
struct db_worked db_worked(struct db *db);

/* After something was forgotten: nothing of it is left in the log beside the database, as far as no reader is still in
   it. (What is freed in the file itself is overwritten at once.) */
void db_settle(struct db *db);

/* After an answer: empties the write-ahead log where this connection found it long. Waits for nobody. */
void db_tidy(struct db *db);

/* Whether its journal is a WAL. */
bool db_is_wal(struct db *db);

/* The number of schema entries (tables and indexes) that every process has to read. */
int64_t db_schema_size(struct db *db);

#endif
