/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "db/copy.h"

#include <fcntl.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/log.h"
#include "db/internal.h"

enum { TRIES = 100, WAIT_MS = 100, ALL_PAGES = -1 };

/* All pages in one step: of one moment, and never begun again because somebody wrote. */
static bool copy_pages(sqlite3 *to, sqlite3 *from)
{
	sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
	int answer = backup ? SQLITE_BUSY : sqlite3_errcode(to);

	for (int i = 0; backup && i < TRIES && ((answer & 0xff) == SQLITE_BUSY || (answer & 0xff) == SQLITE_LOCKED); i++) {
		if (i)
			nanosleep(&(struct timespec){ 0, WAIT_MS * 1000000L }, NULL);
		answer = sqlite3_backup_step(backup, ALL_PAGES);
	}
	int ended = backup ? sqlite3_backup_finish(backup) : SQLITE_OK;
	if (answer != SQLITE_DONE || ended != SQLITE_OK)
		log_line("the database cannot be copied: SQLite says %d, %s", answer, sqlite3_errmsg(to));
	return answer == SQLITE_DONE && ended == SQLITE_OK;
}

static bool flush_file(const char *path)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);
	bool flushed = file >= 0 && fsync(file) == 0;

	if (file >= 0)
		close(file);
	return flushed;
}

bool db_copy(struct db *db, const char *path)
{
	sqlite3 *copy = NULL;

	unlink(path);
	bool copied = sqlite3_open_v2(path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK
		&& copy_pages(copy, db->handle)
		/* One file, whatever journal the original has beside it. */
		&& sqlite3_exec(copy, "pragma journal_mode = delete", NULL, NULL, NULL) == SQLITE_OK;
	copied = sqlite3_close(copy) == SQLITE_OK && copied;
	return copied && flush_file(path);
}

bool db_replace(struct db *db, struct db *from, bool (*still)(void *context), void *context)
{
	/* Whoever writes is waited for, and whoever comes now waits for us. */
	if (db->lock < 0 || !db_lock_writers(db)) {
		log_line("others were writing for too long, or the lock file cannot be made");
		return false;
	}
	bool replaced = still(context) && copy_pages(db->handle, from->handle);
	db_unlock_writers(db);
	return replaced;
}

bool db_pack(struct db *db)
{
	/* The journal first: what a vacuum writes into a log beside the file would not be in the file. */
	return db_exec(db, "pragma secure_delete = on") == SQLITE_OK && db_exec(db, "pragma journal_mode = delete") == SQLITE_OK && !db_is_wal(db)
		&& db_exec(db, "vacuum") == SQLITE_OK;
}

static bool read_table(struct db *db, struct arena *arena, struct db_table table, const struct db_reader *reader)
{
	char *sql = sqlite3_mprintf("select * from \"%w\" order by 1", table.name);
	sqlite3_stmt *stmt = NULL;
	int answer = sql ? sqlite3_prepare_v2(db->handle, sql, -1, &stmt, NULL) : SQLITE_NOMEM;
	size_t count = answer == SQLITE_OK ? (size_t)sqlite3_column_count(stmt) : 0;
	const char **names = arena_array(arena, count + 1, sizeof *names), **values = arena_array(arena, count + 1, sizeof *values);

	sqlite3_free(sql);
	for (size_t i = 0; i < count; i++)
		names[i] = arena_copy(arena, sqlite3_column_name(stmt, (int)i));
	table.columns = names;
	table.count = count;
	reader->table(reader->context, &table);
	while (answer == SQLITE_OK || answer == SQLITE_ROW) {
		answer = sqlite3_step(stmt);
		for (size_t i = 0; i < count; i++)
			values[i] = answer == SQLITE_ROW ? (const char *)sqlite3_column_text(stmt, (int)i) : NULL;
		if (answer == SQLITE_ROW)
			reader->row(reader->context, &table, values);
	}
	sqlite3_finalize(stmt);
	return answer == SQLITE_DONE;
}

bool db_read_out(struct db *db, struct arena *arena, const struct db_reader *reader)
{
	sqlite3_stmt *stmt = NULL;
	bool read = sqlite3_prepare_v2(db->handle, "select name, sql from sqlite_schema where type = 'table' and name not like 'sqlite%' order by name", -1,
				       &stmt, NULL) == SQLITE_OK;
	int answer = read ? SQLITE_ROW : SQLITE_ERROR;

	while (read && (answer = sqlite3_step(stmt)) == SQLITE_ROW) {
		const char *name = arena_copy(arena, (const char *)sqlite3_column_text(stmt, 0));
		const char *sql = arena_copy(arena, (const char *)sqlite3_column_text(stmt, 1));
		read = read_table(db, arena, (struct db_table){ .name = name, .sql = sql }, reader);
	}
	sqlite3_finalize(stmt);
	if (!read || answer != SQLITE_DONE)
		log_line("the database cannot be read out: %s", sqlite3_errmsg(db->handle));
	return read && answer == SQLITE_DONE;
}
