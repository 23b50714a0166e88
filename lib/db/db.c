/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "db/db.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/log.h"
#include "db/internal.h"

enum { READERS_WAIT_MS = 5000, WRITERS_WAIT_S = 10, PATH_BYTES = 4096, FRAMES_TIDY = 64, FRAMES_MOST = 1000 };

int db_exec(struct db *db, const char *sql)
{
	return sqlite3_exec(db->handle, sql, NULL, NULL, NULL);
}

void db_trouble(struct work *work, int answer, const char *doing)
{
	sqlite3 *handle = work->db->handle;
	int extended = sqlite3_extended_errcode(handle);

	switch (answer & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		work->trouble = TROUBLE_BUSY;
		break;
	case SQLITE_FULL:
	case SQLITE_IOERR:
	case SQLITE_READONLY:
	case SQLITE_CANTOPEN:
		work->trouble = TROUBLE_NOT_SAVED;
		break;
	case SQLITE_CONSTRAINT:
		work->trouble = extended == SQLITE_CONSTRAINT_CHECK || extended == SQLITE_CONSTRAINT_NOTNULL
			? TROUBLE_FAULT : TROUBLE_CHANGED;
		break;
	default:
		work->trouble = TROUBLE_FAULT;
	}
	log_line("%s %s: SQLite says %d (%d), %s", work->request, doing, answer, extended, sqlite3_errmsg(handle));
}

static bool path_in(char *path, const char *folder, const char *name)
{
	return snprintf(path, PATH_BYTES, "%s/%s", folder, name) < PATH_BYTES;
}

/* In place of SQLite's own: where nobody tidies after an answer, the log is still bounded. */
static int committed(void *context, sqlite3 *handle, const char *name, int frames)
{
	struct db *db = context;

	db->frames = frames;
	if (frames >= FRAMES_MOST)
		sqlite3_wal_checkpoint_v2(handle, name, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
	return SQLITE_OK;
}

/* Facts that every connection needs; none of them is a statement, so none costs a parse. */
static void configure(struct db *db)
{
	sqlite3 *handle = db->handle;
	int keep = 1;

	sqlite3_busy_timeout(handle, READERS_WAIT_MS);
	sqlite3_extended_result_codes(handle, 1);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	/* Between two CGI processes the log is kept: making and removing it would cost each of them. */
	sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	sqlite3_file_control(handle, "main", SQLITE_FCNTL_PERSIST_WAL, &keep);
	sqlite3_wal_hook(handle, committed, db);
}

/* A process has one thread, and nobody asks how much memory SQLite has: neither locks nor counts for that. Once it has
   begun it takes no more of this, which does not matter. */
static void configure_all(void)
{
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

struct db *db_connect(const char *folder, int flags)
{
	char path[PATH_BYTES];
	sqlite3 *handle = NULL;

	if (!path_in(path, folder, "bothways.db"))
		return NULL;
	configure_all();
	if (sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX, NULL)) {
		sqlite3_close(handle);
		return NULL;
	}
	struct db *db = calloc(1, sizeof *db);
	if (!db)
		die("no memory for the database");
	db->handle = handle;
	db->lock = -1;
	db->prepared = calloc(statement_count + 1, sizeof(sqlite3_stmt *));
	if (!db->prepared)
		die("no memory for %u statements", statement_count);
	if (path_in(path, folder, "write.lock"))
		db->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	configure(db);
	return db;
}

int db_version(struct db *db)
{
	int version = -1;

	if (!db->version && sqlite3_prepare_v3(db->handle, "pragma user_version", -1, SQLITE_PREPARE_PERSISTENT, &db->version, NULL) != SQLITE_OK)
		return -1;
	if (sqlite3_step(db->version) == SQLITE_ROW)
		version = sqlite3_column_int(db->version, 0);
	sqlite3_reset(db->version);
	return version;
}

/* A database that gives no version: only what is no database is damaged. */
static enum db_opened why_unread(sqlite3 *handle)
{
	switch (sqlite3_errcode(handle) & 0xff) {
	case SQLITE_CANTOPEN:
	case SQLITE_READONLY:
	case SQLITE_PERM:
	case SQLITE_IOERR:
	case SQLITE_FULL:
	case SQLITE_BUSY:
		log_line("the database cannot be opened: %s", sqlite3_errmsg(handle));
		return DB_MISSING;
	default:
		return DB_DAMAGED;
	}
}

enum db_opened db_open(const char *folder, struct db **db)
{
	struct db *opened = db_connect(folder, SQLITE_OPEN_READWRITE);

	if (!opened)
		return DB_MISSING;
	int version = db_version(opened);
	if (version == (int)schema_migration_count || (version > 0 && version < (int)schema_migration_count)) {
		*db = opened;
		return version == (int)schema_migration_count ? DB_OPEN : DB_OLDER;
	}
	enum db_opened answer = version > 0 ? DB_NEWER : why_unread(opened->handle);
	db_close(opened);
	return answer;
}

void db_close(struct db *db)
{
	if (!db)
		return;
	for (unsigned i = 0; i < statement_count; i++)
		sqlite3_finalize(db->prepared[i]);
	sqlite3_finalize(db->version);
	arena_free(db->kept_in);
	sqlite3_close(db->handle);
	if (db->lock >= 0)
		close(db->lock);
	free(db->prepared);
	free(db);
}

bool db_make(const char *folder, bool wal)
{
	struct db *db = db_connect(folder, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
	char version[64];
	bool made;

	if (!db) {
		log_line("no database can be made in the data folder");
		return false;
	}
	made = db_exec(db, wal ? "pragma journal_mode = wal" : "pragma journal_mode = delete") == SQLITE_OK
		&& db_version(db) == 0 && db_exec(db, "begin immediate") == SQLITE_OK;
	for (unsigned i = 0; made && i < schema_migration_count; i++)
		made = db_exec(db, schema_migrations[i].sql) == SQLITE_OK;
	snprintf(version, sizeof version, "pragma user_version = %u", schema_migration_count);
	made = made && db_exec(db, version) == SQLITE_OK && db_exec(db, "commit") == SQLITE_OK;
	if (!made)
		log_line("the database cannot be made: %s", sqlite3_errmsg(db->handle));
	db_close(db);
	return made;
}

bool db_is_wal(struct db *db)
{
	sqlite3_stmt *stmt = NULL;
	bool wal = false;

	if (sqlite3_prepare_v2(db->handle, "pragma journal_mode", -1, &stmt, NULL) == SQLITE_OK && sqlite3_step(stmt) == SQLITE_ROW)
		wal = strcmp((const char *)sqlite3_column_text(stmt, 0), "wal") == 0;
	sqlite3_finalize(stmt);
	return wal;
}

int64_t db_schema_size(struct db *db)
{
	sqlite3_stmt *stmt = NULL;
	int64_t size = 0;

	if (sqlite3_prepare_v2(db->handle, "select count(*) from sqlite_schema", -1, &stmt, NULL) == SQLITE_OK
	    && sqlite3_step(stmt) == SQLITE_ROW)
		size = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return size;
}

static bool begin(struct work *work, const char *sql)
{
	int answer = db_exec(work->db, sql);

	if (answer != SQLITE_OK)
		db_trouble(work, answer, sql);
	return answer == SQLITE_OK;
}

/* Another program may have brought the database up to date since it was opened: this one does not know it any more. */
static bool is_ours(struct work *work)
{
	int version = db_version(work->db);

	if (version > (int)schema_migration_count)
		work->trouble = TROUBLE_NEWER;
	else if (version < 0)
		db_trouble(work, sqlite3_errcode(work->db->handle), "pragma user_version");
	else if (version < (int)schema_migration_count) {
		work->trouble = TROUBLE_FAULT;
		log_line("%s the database has gone back to version %d of its schema, this program has %u", work->request, version, schema_migration_count);
	}
	return version == (int)schema_migration_count;
}

bool db_begin_read(struct work *work)
{
	bool begun = begin(work, "begin"), ours = begun && is_ours(work);

	if (begun && !ours)
		db_exec(work->db, "rollback");
	return ours;
}

static void woken(int signal_number)
{
	(void)signal_number;
}

/* The kernel's queue: whoever came first writes first. SQLite's own waiting polls, and starves some. */
bool db_lock_writers(struct db *db)
{
	struct sigaction wake = { .sa_handler = woken }, before;
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	int answer;

	sigaction(SIGALRM, &wake, &before);
	alarm(WRITERS_WAIT_S);
	answer = fcntl(db->lock, F_SETLKW, &whole);
	alarm(0);
	sigaction(SIGALRM, &before, NULL);
	return answer == 0;
}

void db_unlock_writers(struct db *db)
{
	struct flock whole = { .l_type = F_UNLCK, .l_whence = SEEK_SET };

	fcntl(db->lock, F_SETLK, &whole);
}

bool db_begin_write(struct work *work)
{
	struct db *db = work->db;

	if (db->lock < 0) {
		log_line("%s the lock file of the database cannot be made", work->request);
		work->trouble = TROUBLE_NOT_SAVED;
		return false;
	}
	if (!db_lock_writers(db)) {
		log_line("%s waited too long to write: %s", work->request, strerror(errno));
		work->trouble = TROUBLE_BUSY;
		return false;
	}
	/* What is erased is not to be read from the file: freed places are overwritten. */
	db_exec(db, "pragma secure_delete = on");
	db->writing = begin(work, "begin immediate");
	if (!db->writing)
		db_unlock_writers(db);
	else if (!is_ours(work))
		db_rollback(work);
	return db->writing;
}

void db_end_read(struct work *work)
{
	db_exec(work->db, "commit");
}

static void stop_writing(struct db *db)
{
	db->writing = false;
	db_unlock_writers(db);
}

void db_rollback(struct work *work)
{
	if (!sqlite3_get_autocommit(work->db->handle))
		db_exec(work->db, "rollback");
	if (work->db->writing)
		stop_writing(work->db);
}

bool db_commit(struct work *work)
{
	int answer = SQLITE_OK;

	if (work->trouble == TROUBLE_NONE) {
		answer = db_exec(work->db, "commit");
		if (answer != SQLITE_OK)
			db_trouble(work, answer, "commit");
	}
	if (work->trouble != TROUBLE_NONE) {
		db_rollback(work);
		return false;
	}
	stop_writing(work->db);
	return true;
}

void db_settle(struct db *db)
{
	db_exec(db, "pragma wal_checkpoint(truncate)");
}

/* A CGI process is the first to open the log, and reads all of it: so it is kept short, by whoever made it long, when the answer
   has gone. Nobody is waited for: the next one who writes tries again. */
void db_tidy(struct db *db)
{
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

	if (db->frames < FRAMES_TIDY || db->lock < 0 || fcntl(db->lock, F_SETLK, &whole))
		return;
	sqlite3_busy_timeout(db->handle, 0);
	if (sqlite3_wal_checkpoint_v2(db->handle, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL) == SQLITE_OK)
		db->frames = 0;
	sqlite3_busy_timeout(db->handle, READERS_WAIT_MS);
	db_unlock_writers(db);
}
